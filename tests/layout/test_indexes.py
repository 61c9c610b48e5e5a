from datetime import timedelta

import pytest

from jamstack.layout.indexes import Indexes, Slice
from jamstack.model import Credit, HomeFront, Role, Status

from ..builders import (
    NOW,
    make_article,
    make_author,
    make_edition,
    make_moment,
    make_page,
    make_settings,
)
from ..copies import replace
from .builders import at, make_row

MIRA, BEN = make_author(), make_author("ben", sort_name="Ashe, Ben")


def make_indexes(*articles, **values):
    return Indexes(make_edition(*articles, **values))


def slugs(articles):
    return [article.slug for article in articles]


def on(slug, day):
    return make_article(slug, date=make_moment(day))


class TestByWhatTheyShare:
    def test_lists_are_newest_first_and_of_visible_stories(self):
        one, two, three = make_row("one", "two", "three")
        draft = make_article("draft", status=Status.DRAFT, tags=("tide",))

        indexes = make_indexes(three, draft, one, two)

        assert {"town": (one, two, three)} == indexes.by_section
        assert {"mira": (one, two, three)} == indexes.by_author
        assert {} == indexes.by_tag

    def test_an_author_with_two_roles_has_the_story_once(self):
        given = (Credit(author="mira"), Credit(author="mira", role=Role.PHOTOGRAPHS))
        indexes = make_indexes(make_article("one", credits=given))

        assert ["one"] == slugs(indexes.by_author["mira"])

    def test_spellings_of_a_tag_are_one_tag_named_as_most_write_it(self):
        indexes = make_indexes(
            make_article("one", tags=("Night Bus",)),
            make_article("two", tags=("night bus", "zoo")),
            make_article("three", tags=("night-bus", "Zoo")),
            make_article("four", tags=("night bus",)),
        )

        assert {"night-bus": "night bus", "zoo": "Zoo"} == indexes.tag_names
        assert ["four", "one", "three", "two"] == slugs(indexes.by_tag["night-bus"])

    def test_a_spelling_that_only_a_draft_uses_is_not_known(self):
        draft = make_article("draft", tags=("Secret Bus",), status=Status.DRAFT)
        indexes = make_indexes(make_article("one", tags=("secret bus",)), draft)

        assert {"secret-bus": "secret bus"} == indexes.tag_names

    def test_a_story_belongs_to_the_month_of_the_zone_of_the_newsroom(self):
        eve = on("eve", "2025-12-31T23:30")
        tokyo = make_settings(timezone="Asia/Tokyo")

        assert {2025: {12: (eve,)}} == make_indexes(eve).by_month
        assert {2026: {1: (eve,)}} == make_indexes(eve, settings=tokyo).by_month

    def test_years_and_their_months_are_newest_first(self):
        days = ("2026-03-02", "2024-07-07", "2026-11-01", "2026-03-01")
        a, b, c, d = (on(slug, day) for slug, day in zip("abcd", days, strict=True))

        indexes = make_indexes(a, b, c, d)

        assert {2026: {11: (c,), 3: (a, d)}, 2024: {7: (b,)}} == indexes.by_month
        assert [2026, 2024] == list(indexes.by_month)
        assert [11, 3] == list(indexes.by_month[2026])
        assert {2026: (c, a, d), 2024: (b,)} == indexes.by_year


class TestAuthors:
    ARTICLES = (
        make_article("draft", status=Status.DRAFT, credits=(Credit(author="eva"),)),
        make_article("shared", status=Status.DRAFT, credits=(Credit(author="mira"),)),
        make_article(),
    )
    AUTHORS = (MIRA, BEN, make_author("eva"))

    def test_everybody_has_a_page_but_those_credited_on_hidden_stories_alone(self):
        indexes = make_indexes(*self.ARTICLES, authors=self.AUTHORS)

        assert ["ben", "mira"] == slugs(indexes.authors)

    def test_on_a_preview_everybody_has_one(self):
        indexes = make_indexes(*self.ARTICLES, authors=self.AUTHORS, is_preview=True)

        assert ["ben", "eva", "mira"] == slugs(indexes.authors)

    def test_they_are_by_sort_name_in_any_case_then_by_slug(self):
        names = {"a": "Solberg", "b": "ashe", "c": "Solberg"}
        authors = [make_author(slug, sort_name=name) for slug, name in names.items()]

        assert ["b", "a", "c"] == slugs(make_indexes(authors=authors).authors)


class TestAddresses:
    def test_addresses_and_aliases_lead_to_stories_that_readers_may_see(self):
        later = make_article("later", embargo=at(NOW + timedelta(days=1)), aliases=("old/later",))
        ferry = make_article("ferry", aliases=("old/ferry", "2019/ferry.html"))

        expected = {"/stories/ferry/": ferry, "/old/ferry/": ferry, "/2019/ferry.html": ferry}
        assert expected == make_indexes(ferry, later).by_address

    def test_targets_are_what_readers_may_open(self):
        """An author who is credited on hidden stories alone has no page to link to."""
        draft = make_article("secret", status=Status.DRAFT)
        shown = make_article("open", credits=(Credit(author="ben"),))

        indexes = make_indexes(draft, shown, authors=(MIRA, BEN), pages=(make_page(),))

        assert {
            "articles/2026/open.md": "/paper/stories/open/",
            "pages/about.md": "/paper/about/",
            "authors/ben.md": "/paper/authors/ben/",
        } == indexes.targets

    def test_a_story_lives_where_the_settings_say(self):
        settings = make_settings(article_url="{section}/{year}/{slug}/")

        assert "town/2026/bridge/" == make_indexes(settings=settings).url(make_article())

    def test_standing_pages_are_known_by_their_files(self):
        page = make_page()

        assert {"pages/about.md": page} == make_indexes(pages=(page,)).by_standing


class TestListed:
    ARTICLES = (
        *make_row("a", "b", "c", tags=("Night Bus",)),
        *make_row("x", section="sea", credits=(Credit(author="ben"),)),
        on("old", "2025-06-01"),
    )

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("site", ["a", "x", "b", "c", "old"]),
            ("section/town", ["c", "a", "b", "old"]),
            ("newest/town", ["a", "b", "c", "old"]),
            ("tag/night-bus", ["a", "b", "c"]),
            ("author/ben", ["x"]),
            ("year/2025", ["old"]),
            ("month/2026/11", ["a", "x", "b", "c"]),
        ],
    )
    def test_a_list_goes_by_its_name(self, name, expected):
        front = HomeFront(sections={"town": ("c",)})
        indexes = make_indexes(*self.ARTICLES, authors=(MIRA, BEN), front=front)

        assert expected == slugs(indexes.listed(name))

    @pytest.mark.parametrize(
        "name",
        ["section/air", "newest/air", "tag/x", "author/x", "year/1999", "month/1999/1",
         "month/2026/1"],
    )  # fmt: skip
    def test_an_unknown_list_is_empty(self, name):
        assert () == make_indexes(*self.ARTICLES).listed(name)

    def test_a_pin_of_another_section_stands_in_both(self):
        front = HomeFront(sections={"town": ("x", "x")})
        indexes = make_indexes(*self.ARTICLES, authors=(MIRA, BEN), front=front)

        assert ["x", "a", "b", "c", "old"] == slugs(indexes.listed("section/town"))
        assert ["x"] == slugs(indexes.listed("section/sea"))


class TestSliced:
    @pytest.mark.parametrize(
        ("number", "expected"), [(1, ["a", "b"]), (2, ["c", "d"]), (3, ["e"]), (4, [])]
    )
    def test_a_page_of_a_list_has_its_part(self, number, expected):
        indexes = make_indexes(*make_row(*"abcde"), settings=make_settings(page_size=2))

        found = indexes.sliced("site", number)

        assert (expected, 3) == (slugs(found.articles), found.count)

    def test_an_empty_list_has_one_empty_page(self):
        assert Slice(articles=(), count=1) == make_indexes().sliced("tag/x", 1)

    @pytest.mark.parametrize(("stories", "count"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
    def test_pages_are_counted(self, stories, count):
        row = make_row(*"abcde"[:stories])

        assert count == make_indexes(*row, settings=make_settings(page_size=2)).page_count("site")


class TestPlace:
    def test_a_page_of_a_list_is_where_its_first_story_is_in_the_paper(self):
        row = make_row(*"abcd")
        odd = [replace(article, tags=("odd",)) for article in row[1::2]]
        indexes = make_indexes(*row[::2], *odd, settings=make_settings(page_size=1))

        assert [0, 2] == [indexes.place("site"), indexes.place("site", 3)]
        assert [1, 3] == [indexes.place("tag/odd"), indexes.place("tag/odd", 2)]

    def test_an_empty_list_is_at_the_beginning(self):
        assert 0 == make_indexes().place("tag/x")


class TestRecently:
    DAY = timedelta(hours=24)

    def test_it_holds_the_stories_of_that_age_newest_first(self):
        a, b = make_article("a", date=at(NOW)), make_article("b", date=at(NOW - self.DAY))
        old = make_article("c", date=at(NOW - self.DAY - timedelta(seconds=1)))

        assert (a, b) == make_indexes(old, b, a).recently(self.DAY)

    def test_a_story_that_a_preview_shows_before_its_date_is_not_among_them(self):
        later = make_article("later", date=at(NOW + timedelta(seconds=1)))

        assert () == make_indexes(later, is_preview=True).recently(self.DAY)


def test_nothing_is_computed_twice():
    indexes = make_indexes(make_article())

    for name in ("by_section", "by_tag", "by_month", "authors", "targets", "related"):
        assert getattr(indexes, name) is getattr(indexes, name)
    assert indexes.listed("section/town") is indexes.listed("section/town")
