import pytest

from jamstack.checks.pages import check_pages
from jamstack.model import Block, BlockKind, Body

from ..builders import make_author, make_edition, make_page, make_settings

RELATED = Body(blocks=(Block(kind=BlockKind.RELATED, target="bridge", line=7),))


def texts(**values):
    return [str(finding) for finding in check_pages(make_edition(**values))]


@pytest.mark.parametrize("field", ["principles_page", "corrections_page", "ethics_page"])
def test_a_policy_page_that_is_there_is_right(field):
    settings = make_settings(**{field: "about"})

    assert [] == texts(settings=settings, pages=[make_page("about")])


@pytest.mark.parametrize("field", ["principles_page", "corrections_page", "ethics_page"])
def test_a_policy_page_that_is_not_there_is_a_fault(field):
    settings = make_settings(**{field: "abuot"})

    expected = (
        f"pelicanconf.py: `JAMSTACK.{field}`: names `abuot`, which is no standing page"
        "\nhint: create `pages/abuot.md`, or correct the slug; did you mean `about`?"
    )
    assert [expected] == texts(settings=settings, pages=[make_page("about")])


def test_a_policy_page_with_no_name_near_it_gets_the_plain_hint():
    settings = make_settings(ethics_page="ethics")

    expected = (
        "pelicanconf.py: `JAMSTACK.ethics_page`: names `ethics`, which is no standing page"
        "\nhint: create `pages/ethics.md`, or correct the slug"
    )
    assert [expected] == texts(settings=settings)


def test_a_policy_page_with_a_fault_of_its_own_is_not_missing():
    settings = make_settings(ethics_page="ethics")

    assert [] == texts(settings=settings, unread=["pages/ethics.md"])


def test_a_related_line_on_a_page_is_a_fault():
    expected = (
        "pages/about.md:7: holds a `RELATED:` line, which only stories can have"
        "\nhint: link to the story's file instead"
    )
    assert [expected] == texts(pages=[make_page("about", body=RELATED)])


def test_a_related_line_in_a_biography_is_a_fault():
    expected = (
        "authors/mira.md:7: holds a `RELATED:` line, which only stories can have"
        "\nhint: link to the story's file instead"
    )
    assert [expected] == texts(authors=[make_author(biography=RELATED)])
