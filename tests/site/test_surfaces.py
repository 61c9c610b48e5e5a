"""The same people, in the same order and roles, wherever a story of the sample newsroom is told."""

import zoneinfo

import pytest

from jamstack.pelican_plugin.configuration import clock, project_of, read_configuration
from jamstack.press.examining import examine
from jamstack.press.memory import Memory
from jamstack.press.progress import Silence
from jamstack.press.project import Shop
from jamstack.press.workers import OneWorker
from tests.copies import replace

from .builders import NOW, PROJECT, make_site, story
from .surfaces import differences


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    configuration = read_configuration(PROJECT / "pelican-app" / "pelicanconf.py", {})
    project = replace(project_of(configuration), now=clock(NOW, zoneinfo.ZoneInfo("UTC")))
    file = tmp_path_factory.mktemp("memory") / "press.sqlite"
    memory = Memory(file=file, site="sample", tell=print)
    shop = Shop(workers=OneWorker(), memory=memory, progress=Silence())
    _, edition, _, findings = examine(project, shop)
    assert [] == [finding for finding in findings if finding.is_fault]
    return edition


def test_every_surface_tells_the_same_people(at_the_root, edition):
    assert [] == differences(at_the_root, edition)


def test_the_surfaces_are_really_looked_at(at_the_root, edition):
    """With one name changed in what is expected, every surface disagrees."""
    halima = edition.authors["halima-brandt"]
    other = replace(edition, authors={**edition.authors, halima.slug: replace(halima, name="No")})

    surfaces = {
        line.partition(" of ")[0].partition(" in ")[0] for line in differences(at_the_root, other)
    }

    assert {"byline links", "author cards", "JSON-LD author", "meta author", "authors"} <= surfaces
    assert {"authors index"} <= surfaces


def test_a_newspaper_that_is_read_from_the_right_says_so(tmp_path):
    site = make_site(
        tmp_path,
        {"articles/2026/qitar.md": story(title="القطار يعود", authors="[ana-dias]")},
        newsroom={"language": "ar"},
    )

    assert 0 == site.build().code

    page = site.read("stories/qitar/index.html")
    assert '<html lang="ar" dir="rtl">' in page
    assert "بقلم" in page
