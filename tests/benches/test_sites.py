"""The three sites, built by those who build them: nobody may win by doing less."""

import re
from pathlib import Path

import pytest

from jamstack.addresses import JSON_FEED
from jamstack.benches.contenders import contenders
from jamstack.benches.folders import contents
from jamstack.benches.measure import measure
from jamstack.benches.newsroom import newsroom

from ..site.builders import THEME
from .builders import elements

STORIES = 60
"""More than the authors, and three pages of some lists."""
LARGEST_DIFFERENCE = 0.1
PICTURES = ("images/", "pictures/")
RIVALS = ("hugo", "pelican")

_RELATED = re.compile(r'<aside class="related-(?:block|line)".*?</aside>', re.S)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """The built sites by the names of their builders."""
    room = newsroom(stories=STORIES, seed=7)
    found = {}
    for contender in contenders(["ours", *RIVALS], room, theme=THEME):
        folder = tmp_path_factory.mktemp("race") / contender.name
        contender.write(folder)
        measure(contender.command, folder)
        found[contender.name] = folder / contender.output
    return found


def files(output, suffix: str = "") -> set[str]:
    """The files that are no made pictures, whose names are each builder's own."""
    found = (path.relative_to(output).as_posix() for path in output.rglob(f"*{suffix}"))
    return {name for name in found if (output / name).is_file() and not name.startswith(PICTURES)}


def pages(output) -> set[str]:
    return {name for name in files(output, ".html") if not name.startswith("stories/")}


def lacking(rival) -> str:
    """How the files end that a rival cannot make: stock Pelican writes no JSON Feed."""
    return JSON_FEED if rival == "pelican" else "nothing"


def of_all(output, rival) -> list[Path]:
    """Our files but those that a rival cannot make."""
    found = (path for path in output.rglob("*") if path.is_file())
    return [path for path in found if not path.name.endswith(lacking(rival))]


@pytest.mark.parametrize("rival", RIVALS)
def test_all_publish_the_same_files(outputs, rival):
    ours = {name for name in files(outputs["ours"]) if not name.endswith(lacking(rival))}

    assert ours == files(outputs[rival])


@pytest.mark.parametrize("rival", RIVALS)
def test_all_publish_as_many_files(outputs, rival):
    assert len(of_all(outputs["ours"], rival)) == contents(outputs[rival]).files


@pytest.mark.parametrize("rival", RIVALS)
def test_all_publish_about_as_many_bytes(outputs, rival):
    ours = sum(path.stat().st_size for path in of_all(outputs["ours"], rival))
    theirs = contents(outputs[rival]).size_bytes

    assert abs(ours - theirs) < LARGEST_DIFFERENCE * ours


@pytest.mark.parametrize("rival", RIVALS)
def test_pages_of_all_kinds_are_made_of_the_same_elements(outputs, rival):
    def different(name):
        ours, theirs = (
            (outputs[who] / name).read_text(encoding="utf-8") for who in ("ours", rival)
        )
        return elements(ours) - elements(theirs) + (elements(theirs) - elements(ours))

    assert {} == {name: found for name in pages(outputs["ours"]) if (found := different(name))}


@pytest.mark.parametrize("rival", RIVALS)
def test_stories_are_made_of_the_same_elements(outputs, rival):
    """But for related stories: each picks in its own way, and ours finds some where tags do not."""
    (name, *_) = sorted(files(outputs["ours"], ".html") & story_names(outputs["ours"]))
    ours, theirs = (
        _RELATED.sub("", (outputs[who] / name).read_text(encoding="utf-8"))
        for who in ("ours", rival)
    )

    assert elements(ours) == elements(theirs)


def story_names(output) -> set[str]:
    return {name for name in files(output, ".html") if name.startswith("stories/")}


@pytest.mark.parametrize("name", ["ours", *RIVALS])
def test_each_offers_related_stories_in_the_text_and_below_it(outputs, name):
    written = [
        (outputs[name] / story).read_text(encoding="utf-8") for story in story_names(outputs[name])
    ]

    assert any(2 == text.count('<aside class="related-line"') for text in written)
    assert any('<aside class="related-block"' in text for text in written)


@pytest.mark.parametrize("name", ["ours", *RIVALS])
def test_each_makes_four_files_of_a_picture(outputs, name):
    made = [path for path in outputs[name].rglob("view-*") if path.is_file()]

    assert 8 * 4 == len(made)


@pytest.mark.parametrize("name", ["ours", *RIVALS])
def test_feeds_hold_whole_texts_of_thirty_stories(outputs, name):
    feed = (outputs[name] / "atom.xml").read_text(encoding="utf-8")

    assert 30 == feed.count("<entry")
    assert 30 == feed.count("&lt;blockquote&gt;")
