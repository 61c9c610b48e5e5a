"""`invoke bench`: its words, and what it says where they are wrong."""

import importlib.util
import shutil

import pytest

from jamstack.tasks import benching

from ..site.builders import THEME, make_site


@pytest.fixture
def site(tmp_path):
    """A project with a theme of its own, as the bench wants it."""
    found = make_site(tmp_path)
    shutil.copytree(THEME, tmp_path / benching.THEME)
    return found


def test_what_cannot_be_timed_is_told_with_the_nearest(site):
    ran = site.invoke("bench", "biuld")

    expected = (
        "there is no bench `biuld`, expected `build`, `cards`, `deploy`\n"
        "hint: did you mean `build`?\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_what_is_like_nothing_is_told_with_an_example(site):
    ran = site.invoke("bench", "xyz")

    expected = (
        "there is no bench `xyz`, expected `build`, `cards`, `deploy`\n"
        "hint: such as `invoke bench build`\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


@pytest.mark.parametrize("option", ["stories", "runs", "seed"])
@pytest.mark.parametrize("text", ["many", "0", "-1", "1.5"])
def test_a_number_that_is_none_is_told(site, option, text):
    ran = site.invoke("bench", "build", f"--{option}={text}")

    expected = (
        f"`{option}` is `{text}`, expected a whole number from 1\nhint: such as `--{option} 3`\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_outside_of_the_project_one_is_told_to_go_there(tmp_path):
    ran = make_site(tmp_path).invoke("bench", "build")

    expected = (
        "there is no `pelican-app/theme` here\nhint: run the command from the project's folder\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_without_psutil_one_is_told_how_to_install_it(site, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "psutil" else find(name)
    )

    ran = site.invoke("bench", "build")

    expected = (
        "psutil is not installed here\n"
        'hint: install what the bench needs: `pip install -e ".[bench]"`\n'
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_a_scenario_that_is_none_ends_before_anything_is_written(site):
    ran = site.invoke("bench", "build", "--scenarios", "cold,warm")

    expected = (
        "there is no scenario `warm`, expected some of `cold`, `unchanged`, `edit`, "
        "`retitle`, `serve`\n"
        "hint: see `invoke --help bench`\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_a_scenario_of_cards_that_is_none_is_told(site):
    ran = site.invoke("bench", "cards", "--scenarios", "warm")

    expected = (
        "there is no scenario `warm` of cards, expected `kept`\n"
        "hint: leave it out to compare ways of drawing\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_cards_are_drawn_once_and_kept(site):
    ran = site.invoke("bench", "cards", "--scenarios=kept", "--stories=6")

    rows = [line.strip("| ").split(" | ") for line in ran.output.splitlines()[4:]]
    assert 0 == ran.code
    assert ["cold", "nothing changed", "one story's body edited", "newest story retitled"] == [
        row[0] for row in rows
    ]
    assert [rows[0][3], "0", "0", "1"] == [row[2] for row in rows]
    assert 6 < int(rows[0][3])
    assert ran.errors.startswith("writing the site\nbuilding: cold\n")


def test_the_table_goes_to_the_output_and_the_progress_beside_it(site):
    words = ("--stories=3", "--runs=1", "--contenders=pelican", "--scenarios=cold")

    ran = site.invoke("bench", "build", *words)

    assert 0 == ran.code
    first = (
        "`invoke bench build --stories 3 --contenders pelican --runs 1 --scenarios cold`\n\n"
        "3 stories; one round; "
    )
    assert ran.output.startswith(first)
    assert ran.errors.startswith(
        "writing the site for stock Pelican\nbuild 1 of 1: cold, stock Pelican, round 1\n"
    )
