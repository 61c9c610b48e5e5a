import pytest

from jamstack.benches.results import TARGETS, Comparison, Figure, Row, Target, comparisons, rows

from .builders import make_run


def test_a_row_has_the_medians():
    costs = [(1.0, 5.0, 10), (9.0, 7.0, 40), (2.0, 6.0, 30)]
    runs = [
        make_run(number=number, wall_s=wall, processor_s=processor, peak_bytes=peak)
        for number, (wall, processor, peak) in enumerate(costs)
    ]

    expected = Row(
        scenario="cold",
        contender="ours",
        wall_s=2.0,
        processor_s=6.0,
        peak_bytes=30,
        files=4,
        size_bytes=4_000,
    )
    assert (expected,) == rows(runs)


def test_rows_are_grouped_by_scenario_though_rounds_are_not():
    runs = [
        make_run(contender, scenario, number=number)
        for number, order in enumerate((("ours", "hugo"), ("hugo", "ours")))
        for scenario in ("cold", "edit")
        for contender in order
    ]

    expected = [("cold", "ours"), ("cold", "hugo"), ("edit", "ours"), ("edit", "hugo")]
    assert expected == [(row.scenario, row.contender) for row in rows(runs)]


def test_a_ratio_is_the_median_of_the_rounds_ratios():
    """Not the ratio of the medians: a slow minute touches both of a round."""
    walls = [(1.0, 2.0), (10.0, 40.0), (3.0, 4.0)]
    runs = [
        make_run(contender, number=number, wall_s=wall)
        for number, pair in enumerate(walls)
        for contender, wall in zip(("ours", "hugo"), pair, strict=True)
    ]

    (wall, processor, peak) = comparisons(runs, stories=40)

    assert (Figure.WALL, 0.5) == (wall.figure, wall.ratio)
    assert (Figure.PROCESSOR, 1.0) == (processor.figure, processor.ratio)
    assert (Figure.PEAK, 1.0) == (peak.figure, peak.ratio)


def test_only_what_both_built_is_compared():
    runs = [make_run("ours"), make_run("ours", "edit"), make_run("pelican")]

    found = comparisons(runs, stories=40)

    assert [("pelican", "cold")] * 3 == [(item.rival, item.scenario) for item in found]


def test_alone_there_is_nothing_to_compare():
    assert () == comparisons([make_run("ours")], stories=40)


def test_without_ours_there_is_nothing_to_compare():
    assert () == comparisons([make_run("hugo"), make_run("pelican")], stories=40)


def test_targets_are_for_the_sizes_they_were_set_for():
    runs = [make_run("ours"), make_run("hugo")]

    assert [True, True, True] == [
        item.target is not None for item in comparisons(runs, stories=10_000)
    ]
    assert [True, False, False] == [
        item.target is not None for item in comparisons(runs, stories=1_000)
    ]
    assert [False, False, False] == [
        item.target is not None for item in comparisons(runs, stories=40)
    ]


@pytest.mark.parametrize(
    ("ratio", "verdict"), [(0.2, "aim met"), (0.21, "met"), (0.35, "met"), (0.36, "missed")]
)
def test_a_verdict_goes_by_the_target(ratio, verdict):
    target = Target(rival="hugo", scenario="cold", figure=Figure.WALL, at_most=0.35, aim=0.2)

    assert verdict == compared(ratio, target).verdict


@pytest.mark.parametrize(("ratio", "verdict"), [(0.1, "met"), (0.11, "missed")])
def test_a_target_without_an_aim_is_met_or_missed(ratio, verdict):
    target = Target(rival="pelican", scenario="cold", figure=Figure.WALL, at_most=0.1)

    assert verdict == compared(ratio, target).verdict


def test_without_a_target_there_is_no_verdict():
    assert "" == compared(0.1, None).verdict


def test_every_aim_is_better_than_good_enough():
    targets = [target for found in TARGETS.values() for target in found]

    assert all(target.aim is None or target.aim < target.at_most for target in targets)


def compared(ratio: float, target: Target | None) -> Comparison:
    return Comparison(rival="hugo", scenario="cold", figure=Figure.WALL, ratio=ratio, target=target)
