"""The sample newsroom is large enough, and between its stories uses everything there is."""

import zoneinfo

import pytest

from jamstack.articles.story import STORY_FIELDS
from jamstack.bylines.registry import AUTHOR_FIELDS
from jamstack.bylines.resolving import resolve
from jamstack.edition import gather
from jamstack.model import ArticleType, AuthorKind, AuthorStatus, BlockKind, Role, Status
from jamstack.pelican_plugin.configuration import clock, project_of, read_configuration
from jamstack.press.progress import Silence
from jamstack.press.reading import read_content

from .builders import NOW, PROJECT


@pytest.fixture(scope="module")
def content():
    project = project_of(read_configuration(PROJECT / "pelican-app" / "pelicanconf.py", {}))
    found = read_content(project.content, settings=project.settings, progress=Silence())
    assert [] == found.findings
    return found


@pytest.fixture(scope="module")
def edition(content):
    project = project_of(read_configuration(PROJECT / "pelican-app" / "pelicanconf.py", {}))
    articles, faults = resolve(content.articles, content.authors, newsroom=project.settings.name)
    assert () == faults
    return gather(
        articles,
        content.authors,
        content.pages,
        content.front,
        settings=project.settings,
        now=clock(NOW, zoneinfo.ZoneInfo("UTC")),
    )


def test_there_are_at_least_24_stories_for_readers(edition):
    assert len(edition.articles) >= 24


def test_they_stand_in_at_least_6_sections(edition):
    assert len({article.section for article in edition.articles}) >= 6


def test_they_are_by_at_least_8_authors(edition):
    assert len({credit.author for item in edition.articles for credit in item.credits}) >= 8


def test_every_front_matter_field_is_used(content):
    used = {name for article in content.articles for name in article.lines}

    assert sorted(field.name for field in STORY_FIELDS) == sorted(used)


def test_every_field_of_an_author_is_used(content):
    used = {name for author in content.authors for name in author.lines}

    assert sorted(field.name for field in AUTHOR_FIELDS) == sorted(used)


def test_every_kind_of_block_is_used(edition):
    used = {kind for article in edition.articles for kind in article.body.kinds}

    assert sorted(BlockKind) == sorted(used)


def test_every_role_is_used(edition):
    used = {credit.role for article in edition.articles for credit in article.credits}

    assert sorted(Role) == sorted(used)


def test_every_type_is_used(edition):
    assert sorted(ArticleType) == sorted({article.type for article in edition.articles})


def test_every_kind_and_standing_of_author_is_used(content):
    assert sorted(AuthorKind) == sorted({author.kind for author in content.authors})
    assert sorted(AuthorStatus) == sorted({author.status for author in content.authors})


def test_there_is_a_draft_and_an_embargoed_story(edition):
    assert {Status.DRAFT, Status.PUBLISHED} == {article.status for article in edition.hidden}


def test_some_pictures_are_decorative_credited_and_focused(edition):
    pictures = [
        picture
        for article in edition.articles
        for picture in (article.image, *(block.picture for block in article.body.blocks))
        if picture
    ]

    assert any(picture.is_decorative for picture in pictures)
    assert any(picture.credit for picture in pictures)
    assert any(picture.caption for picture in pictures)
    assert any(picture.focus != (50, 50) for picture in pictures)


def test_some_text_links_to_a_story_to_an_anchor_and_to_an_author(content):
    links = [link for article in content.articles for link in article.body.links]

    assert any(link.path.startswith("articles/") for link in links)
    assert any(link.fragment for link in links)


def test_related_lines_name_a_story_or_leave_the_choice(edition):
    targets = {
        bool(block.target)
        for article in edition.articles
        for block in article.body.blocks
        if block.kind is BlockKind.RELATED
    }

    assert {True, False} == targets


def test_the_editor_orders_the_home_page(content):
    front = content.front

    assert front.lead
    assert front.top
    assert front.order
    assert front.sections
