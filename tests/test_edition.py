from datetime import UTC, datetime

import pytest

from jamstack.edition import hidden_because, newest_first, release_time, tag_slug
from jamstack.model import Credit, Status
from tests.builders import NOW, make_article, make_author, make_edition, make_moment, make_page

from .copies import replace

OLD = make_article("old", date=make_moment("2026-01-01"))
NEW = make_article("new", date=make_moment("2026-11-01"))
DRAFT = make_article("draft", status=Status.DRAFT)
FUTURE = make_article("future", date=make_moment("2026-12-01"))
EMBARGOED = make_article("embargoed", embargo=make_moment("2026-11-22T12:01"))


def slugs(articles):
    return [article.slug for article in articles]


def test_visible_stories_come_newest_first_and_the_others_are_hidden():
    edition = make_edition(OLD, DRAFT, FUTURE, NEW, EMBARGOED)

    assert ["new", "old"] == slugs(edition.articles)
    assert ["future", "draft", "embargoed"] == slugs(edition.hidden)


def test_on_a_preview_everything_is_visible():
    edition = make_edition(OLD, DRAFT, FUTURE, is_preview=True)

    assert (["future", "draft", "old"], ()) == (slugs(edition.articles), edition.hidden)
    assert edition.is_visible(DRAFT)


def test_stories_of_one_time_come_by_slug():
    assert ["a", "b"] == slugs(make_edition(make_article("b"), make_article("a")).articles)
    assert newest_first(make_article("a")) < newest_first(make_article("b"))


def test_all_stories_are_listed_by_path():
    edition = make_edition(NEW, DRAFT, OLD)

    assert ["draft", "new", "old"] == slugs(edition.all_articles)
    assert sorted(edition.by_path) == list(edition.by_path)
    assert {article.path: article for article in (NEW, DRAFT, OLD)} == edition.by_path


def test_of_two_files_with_one_slug_the_first_by_path_has_it():
    second = make_article("old", path="articles/2027/x.md")
    edition = make_edition(second, OLD)

    assert OLD == edition.by_slug["old"]
    assert 2 == len(edition.all_articles)


def test_on_a_preview_stories_of_the_time_to_come_stand_by_their_dates():
    assert ["future", "new", "old"] == slugs(
        make_edition(OLD, FUTURE, NEW, is_preview=True).articles
    )


@pytest.mark.parametrize(
    ("credited", "expected"),
    [
        ({"draft": ["eva"]}, {"eva"}),
        ({"draft": ["eva"], "new": ["eva", "mira"]}, set()),
        ({"draft": ["eva", "mira"], "future": ["ben"], "new": ["mira"]}, {"eva", "ben"}),
        ({"new": ["eva"], "old": []}, set()),
        ({}, set()),
    ],
)
def test_authors_credited_on_hidden_stories_alone_are_hidden(credited, expected):
    known = {article.slug: article for article in (OLD, NEW, DRAFT, FUTURE)}
    articles = [
        replace(known[slug], credits=tuple(Credit(author=author) for author in authors))
        for slug, authors in credited.items()
    ]

    assert frozenset(expected) == make_edition(*articles).hidden_authors


def test_on_a_preview_no_author_is_hidden():
    assert frozenset() == make_edition(DRAFT, is_preview=True).hidden_authors


def test_authors_and_pages_are_in_order():
    edition = make_edition(
        authors=(make_author("zoe"), make_author("ana")),
        pages=(make_page("us"), make_page("about")),
    )

    assert ["ana", "zoe"] == list(edition.authors)
    assert ["about", "us"] == slugs(edition.pages)


def test_files_that_could_not_be_read_are_known_by_their_names():
    edition = make_edition(unread=("articles/2026/one.md", "articles/2026/two/index.md"))

    assert frozenset({"one", "two"}) == edition.unread_slugs


@pytest.mark.parametrize(
    ("article", "why"),
    [(OLD, ""), (DRAFT, "a draft"), (FUTURE, "embargoed"), (EMBARGOED, "embargoed")],
)
def test_a_story_is_hidden_for_a_reason(article, why):
    assert why == hidden_because(article, NOW)
    assert (why == "") == make_edition(article).is_visible(article)


def test_an_embargo_ends_at_its_minute():
    end = datetime(2026, 11, 22, 12, 1, tzinfo=UTC)

    assert end == release_time(EMBARGOED)
    assert "" == hidden_because(EMBARGOED, end)


def test_an_embargo_before_the_date_does_not_matter():
    article = make_article(date=make_moment("2026-12-01"), embargo=make_moment("2026-01-01"))

    assert make_moment("2026-12-01").at == release_time(article)


@pytest.mark.parametrize(
    ("tag", "slug"),
    [
        ("Harbour", "harbour"),
        ("HARBOUR", "harbour"),
        ("São João", "sao-joao"),
        ("c++", "c"),
        ("!", ""),
    ],
)
def test_spellings_of_one_tag_have_one_address(tag, slug):
    assert slug == tag_slug(tag)
