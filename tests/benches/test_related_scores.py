import pytest

from jamstack.benches.related_scores import Interval, Score, interval, judged, score


@pytest.mark.parametrize(
    ("picks", "answers", "expected"),
    [
        ([1, 2, 3], {1}, Score(1.0, 1.0, 1.0)),
        ([2, 1], {1}, Score(1.0, pytest.approx(0.6309, abs=1e-4), 0.5)),
        ([2, 3], {1}, Score(0.0, 0.0, 0.0)),
        ([], {1}, Score(0.0, 0.0, 0.0)),
        ([1, 9, 2], {1, 2}, Score(1.0, pytest.approx(0.9197, abs=1e-4), 1.0)),
        ([3, 4, 5, 6, 7, 1], {1}, Score(0.0, 0.0, pytest.approx(1 / 6))),
        ([1, 2, 3, 4, 5], {1, 2, 3, 4, 5, 6, 7}, Score(pytest.approx(5 / 7), 1.0, 1.0)),
    ],
)
def test_picks_are_judged_by_what_writers_linked_to(picks, answers, expected):
    assert expected == score(picks, frozenset(answers))


def test_an_interval_holds_the_mean_and_is_the_same_for_a_seed():
    found = interval([0.0, 1.0] * 50)

    assert 0.5 == found.mean
    assert 0.38 < found.low < 0.45 < 0.55 < found.high < 0.62
    assert interval([0.0, 1.0] * 50) == found


def test_equal_values_have_no_spread():
    assert Interval(0.25, 0.25, 0.25) == interval([0.25] * 9)
    assert "0.250 (0.250 to 0.250)" == str(interval([0.25] * 9))


def test_only_stories_with_answers_are_judged():
    recall, gain, reciprocal = judged({0: [1], 1: [2]}, {0: frozenset({1})})

    assert (1.0, 1.0, 1.0) == (recall.mean, gain.mean, reciprocal.mean)
