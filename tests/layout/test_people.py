import json

import pytest

from jamstack.layout.people import author_plans
from jamstack.model import AuthorStatus, Credit, FollowLink, Role, Status
from jamstack.views import AuthorEntry, FollowView

from ..builders import make_article, make_author, make_settings
from .builders import laid_out, make_body, make_paper, make_picture, make_row, meta_of, slugs_of

MASTODON = FollowLink(
    network="mastodon", label="Mastodon", url="https://s.example/@mira", handle="@mira@s.example"
)
X = FollowLink(network="x", label="X", url="https://x.com/mira", handle="mira")


def plans_of(*articles, **values):
    paper = make_paper(*articles, **values)
    return laid_out(author_plans(paper), paper)


def test_an_author_page_tells_all_that_is_known():
    author = make_author(
        name="Mira Solberg",
        role="Council reporter",
        bio="Mira covers the council.",
        email="mira@herald.example",
        follow=(MASTODON, X),
        biography=make_body("Mira came in 2014.", path="authors/mira.md"),
        portrait=make_picture("mira.jpg", alt="Mira at her desk"),
    )

    plan = plans_of(make_article("one"), authors=(author,))["authors/mira/index.html"]

    page = plan.page
    assert "author.html" == plan.template
    assert ("Mira Solberg", "Council reporter", "", "MS", "mira@herald.example") == (
        page.name,
        page.role,
        page.note,
        page.initials,
        page.email,
    )
    assert "Mira covers the council." == page.bio
    assert ["<p>Mira came in 2014.</p>"] == [block.html.strip() for block in page.biography]
    assert "Mira at her desk" == page.portrait.alt
    assert (
        FollowView(network="x", label="X", url="https://x.com/mira", handle="mira") in page.follow
    )
    assert ["one"] == slugs_of(page.teasers)


def test_an_author_page_tells_programs_the_same():
    author = make_author(follow=(MASTODON, X), portrait=make_picture("mira.jpg", alt="Mira"))

    plan = plans_of(authors=(author,))["authors/mira/index.html"]

    (profile,) = json.loads(plan.head.json_ld)["@graph"]
    assert "ProfilePage" == profile["@type"]
    assert ["https://s.example/@mira", "https://x.com/mira"] == profile["mainEntity"]["sameAs"]
    assert ["profile"] == meta_of(plan, "og:type")
    assert ["@mira@s.example"] == meta_of(plan, "fediverse:creator")
    (image,) = meta_of(plan, "og:image")
    assert image.startswith("https://herald.example/paper/images/mira-")
    assert profile["mainEntity"]["image"]["url"] == image


@pytest.mark.parametrize(
    ("status", "note"),
    [
        (AuthorStatus.STAFF, ""),
        (AuthorStatus.CONTRIBUTOR, "Contributor"),
        (AuthorStatus.GUEST, "Guest contributor"),
        (AuthorStatus.FORMER, "Formerly of the newsroom"),
    ],
)
def test_how_an_author_stands_to_the_newsroom_is_told(status, note):
    plans = plans_of(authors=(make_author(status=status),))

    assert note == plans["authors/mira/index.html"].page.note


def test_stories_in_any_role_are_listed_and_paginated():
    given = (Credit(author="mira", role=Role.PHOTOGRAPHS),)
    stories = (*make_row("a", "b"), *make_row("c", credits=given))

    plans = plans_of(*stories, settings=make_settings(page_size=2))

    first, second = plans["authors/mira/index.html"], plans["authors/mira/page/2/index.html"]
    assert ["a", "c", "b"] == slugs_of((*first.page.teasers, *second.page.teasers))
    assert "https://herald.example/paper/authors/mira/page/2/" == second.head.canonical


def test_the_index_is_by_sort_name_and_counts_stories():
    authors = (
        make_author("mira", name="Mira Solberg", sort_name="Solberg, Mira", role="Reporter"),
        make_author("zoe", name="Zoe Ames", sort_name="ames, Zoe", bio="Zoe draws."),
    )

    plan = plans_of(make_article(), authors=authors)["authors/index.html"]

    assert ["Zoe Ames", "Mira Solberg"] == [entry.name for entry in plan.page.authors]
    assert plan.page.authors[1] == AuthorEntry(
        name="Mira Solberg",
        url="/paper/authors/mira/",
        role="Reporter",
        bio="",
        portrait=None,
        initials="MS",
        count=1,
    )


def test_who_is_credited_on_hidden_stories_alone_has_no_page_but_on_a_preview():
    draft = make_article(status=Status.DRAFT)

    assert ["authors/index.html"] == list(plans_of(draft))
    assert () == plans_of(draft)["authors/index.html"].page.authors
    assert "authors/mira/index.html" in plans_of(draft, is_preview=True)
