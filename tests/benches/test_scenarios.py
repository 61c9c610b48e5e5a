import pytest

from jamstack.benches.scenarios import SCENARIOS, scenarios
from jamstack.errors import CommandError

from .builders import make_contender

STORY = "---\nTitle: A quay: closed\ndek: title: no\n---\n\nText.\n"


def changed(name: str, folder, text: str = STORY) -> str:
    """A site's only story after a scenario's change."""
    contender = make_contender(files={"story.md": text})
    contender.write(folder)
    (scenario,) = scenarios([name])
    scenario.change(contender, folder)
    return (folder / "story.md").read_bytes().decode()


@pytest.mark.parametrize("name", ["cold", "unchanged"])
def test_nothing_is_changed(tmp_path, name):
    assert STORY == changed(name, tmp_path)


def test_an_edit_adds_a_paragraph(tmp_path):
    assert f"{STORY}\nOne more paragraph was written.\n" == changed("edit", tmp_path)


def test_a_new_headline_changes_the_first_title_alone(tmp_path):
    expected = STORY.replace("A quay: closed", "Corrected A quay: closed")

    assert expected == changed("retitle", tmp_path)


def test_each_change_is_another_one(tmp_path):
    """A second edit must not find what the first one wrote."""
    once = changed("retitle", tmp_path)

    assert once != changed("retitle", tmp_path, once)


def test_scenarios_come_in_the_order_in_which_they_follow():
    found = scenarios(["retitle", "cold"])

    assert ["cold", "retitle"] == [scenario.name for scenario in found]


def test_a_cold_build_comes_first():
    assert "cold" == SCENARIOS[0].name


def test_a_scenario_that_is_none_is_told_with_the_nearest():
    with pytest.raises(CommandError) as caught:
        scenarios(["cold", "edti"])

    expected = (
        "there is no scenario `edti`, expected some of `cold`, `unchanged`, `edit`, "
        "`retitle`, `serve`\n"
        "hint: did you mean `edit`?"
    )
    assert expected == str(caught.value)


def test_a_scenario_like_no_other_is_told_with_the_help():
    with pytest.raises(CommandError) as caught:
        scenarios(["xyz"])

    expected = (
        "there is no scenario `xyz`, expected some of `cold`, `unchanged`, `edit`, "
        "`retitle`, `serve`\n"
        "hint: see `invoke --help bench`"
    )
    assert expected == str(caught.value)


def test_a_site_without_the_story_is_told(tmp_path):
    (edit,) = scenarios(["edit"])

    with pytest.raises(CommandError) as caught:
        edit.change(make_contender(), tmp_path)

    assert "no story of the site matches `*.md`" == str(caught.value)
