from jamstack.benches.race import plan, race
from jamstack.benches.runs import Contents
from jamstack.benches.scenarios import scenarios

from .builders import make_contender

# Adds a file for each build, so that one sees how many builds a folder has had.
COUNTING = """
from pathlib import Path
output = Path("output")
output.mkdir(exist_ok=True)
number = len(list(output.iterdir()))
(output / f"build-{number}.txt").write_text(Path("story.md").read_text())
"""


def told(steps) -> list[tuple[int, str, str, bool]]:
    return [(step.number, step.scenario.name, step.contender.name, step.is_asked) for step in steps]


def test_every_second_round_turns_the_order_round():
    contenders = (make_contender("ours"), make_contender("hugo"))

    steps = plan(contenders, scenarios(["cold", "edit"]), rounds=2)

    expected = [
        (0, "cold", "ours", True),
        (0, "cold", "hugo", True),
        (0, "edit", "ours", True),
        (0, "edit", "hugo", True),
        (1, "cold", "hugo", True),
        (1, "cold", "ours", True),
        (1, "edit", "hugo", True),
        (1, "edit", "ours", True),
    ]
    assert expected == told(steps)


def test_a_round_begins_cold_though_nobody_asked():
    steps = plan((make_contender(),), scenarios(["unchanged"]), rounds=1)

    assert [(0, "cold", "ours", False), (0, "unchanged", "ours", True)] == told(steps)


def test_who_does_not_take_part_is_left_out():
    modest = make_contender("pelican", scenarios=frozenset({"cold"}))

    steps = plan((make_contender(), modest), scenarios(["cold", "edit"]), rounds=1)

    expected = [
        (0, "cold", "ours", True),
        (0, "cold", "pelican", True),
        (0, "edit", "ours", True),
    ]
    assert expected == told(steps)


def test_every_round_has_a_fresh_copy_which_its_scenarios_share(tmp_path):
    contender = make_contender(program=COUNTING)
    steps = plan((contender,), scenarios(["cold", "unchanged", "edit"]), rounds=2)

    runs = race(steps, tmp_path / "race", announce=lambda _: None)

    expected = [
        (0, "cold", 1),
        (0, "unchanged", 2),
        (0, "edit", 3),
        (1, "cold", 1),
        (1, "unchanged", 2),
        (1, "edit", 3),
    ]
    assert expected == [(run.number, run.scenario, run.contents.files) for run in runs]


def test_a_change_is_made_before_the_build(tmp_path):
    contender = make_contender(program=COUNTING)
    steps = plan((contender,), scenarios(["cold", "retitle"]), rounds=1)

    race(steps, tmp_path / "race", announce=lambda _: None)

    output = tmp_path / "race" / "round-1" / "ours" / "output"
    assert "title: Corrected Old\n\nText.\n" == (output / "build-1.txt").read_text(encoding="utf-8")


def test_what_nobody_asked_for_is_built_and_not_counted(tmp_path):
    contender = make_contender(program=COUNTING)
    steps = plan((contender,), scenarios(["unchanged"]), rounds=1)

    (run,) = race(steps, tmp_path / "race", announce=lambda _: None)

    assert ("unchanged", Contents(files=2, size_bytes=36)) == (run.scenario, run.contents)


def test_each_step_is_announced(tmp_path):
    heard = []
    steps = plan((make_contender(),), scenarios(["cold"]), rounds=2)

    runs = race(steps, tmp_path / "race", announce=heard.append)

    expected = [
        "writing the site for Ours",
        "build 1 of 2: cold, Ours, round 1",
        f"  {runs[0].cost.wall_s:.2f} s",
        "build 2 of 2: cold, Ours, round 2",
        f"  {runs[1].cost.wall_s:.2f} s",
    ]
    assert expected == heard
