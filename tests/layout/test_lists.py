from datetime import UTC, datetime

import pytest

from jamstack.layout.lists import archive_plans, home_plan, section_plans, tag_plans
from jamstack.model import HomeFront, Section
from jamstack.views import CountedLink, Link, PaginationView

from ..builders import make_article, make_settings
from .builders import at, make_paper, make_row, meta_of, slugs_of

SMALL = make_settings(top_size=2, front_size=2, page_size=2, tagline="News of the bay")
ROW = ("a", "b", "c", "d", "e", "f", "g")


def home(*articles, settings=SMALL, **front):
    paper = make_paper(*articles, settings=settings, front=HomeFront(**front))
    page = home_plan(paper).page
    lead = slugs_of((page.lead,)) if page.lead else []
    strips = {strip.section.text: slugs_of(strip.teasers) for strip in page.fronts}
    return lead, slugs_of(page.top), strips


def by_path(plans):
    return {plan.path: plan for plan in plans}


class TestHome:
    def test_the_newest_lead_where_the_editor_says_nothing(self):
        assert (["a"], ["b", "c"], {"Town": ["d", "e"]}) == home(*make_row(*ROW))

    def test_the_order_of_the_editor_comes_first(self):
        lead, top, strips = home(*make_row(*ROW), lead="f", top=("e", "g"))

        assert (["f"], ["e", "g"], {"Town": ["a", "b"]}) == (lead, top, strips)

    def test_empty_parts_are_filled_with_the_newest(self):
        lead, top, strips = home(*make_row(*ROW), lead="f", top=("e",))

        assert (["f"], ["e", "a"], {"Town": ["b", "c"]}) == (lead, top, strips)

    def test_what_is_pinned_beside_the_lead_does_not_become_the_lead(self):
        lead, top, _ = home(*make_row(*ROW), top=("a", "e"))

        assert (["b"], ["a", "e"]) == (lead, top)

    def test_a_pinned_story_leads_where_there_is_no_other(self):
        assert (["a"], [], {}) == home(*make_row("a"), top=("a",))

    def test_a_story_pinned_twice_stands_in_the_best_place(self):
        lead, top, _ = home(*make_row("a", "b"), lead="b", top=("b", "a", "a"))

        assert (["b"], ["a"]) == (lead, top)

    def test_pins_beyond_the_size_go_to_their_strip(self):
        _, top, strips = home(*make_row(*ROW), lead="a", top=("b", "c", "d"))

        assert (["b", "c"], {"Town": ["d", "e"]}) == (top, strips)

    def test_nothing_is_published_yet(self):
        assert ([], [], {}) == home()

    def test_strips_are_in_the_order_declared_unless_the_editor_says_otherwise(self):
        articles = (*make_row(*ROW), *make_row("x", "y", section="sea"))

        declared = home(*articles, lead="a", top=("b", "c"))[2]
        ordered = home(*articles, lead="a", top=("b", "c"), order=("sea",))[2]

        assert ["Town", "The Sea"] == list(declared)
        assert ["The Sea", "Town"] == list(ordered)

    def test_pins_of_a_section_come_first_in_its_strip(self):
        strips = home(*make_row(*ROW), sections={"town": ("g",)})[2]

        assert {"Town": ["g", "d"]} == strips

    def test_a_story_pinned_to_another_section_stands_in_that_strip_alone(self):
        pins = {"sea": ("d", "a"), "town": ("e",)}
        strips = home(*make_row(*ROW), sections=pins, order=("town", "sea"))[2]

        assert {"Town": ["e", "f"], "The Sea": ["d"]} == strips

    def test_a_story_pinned_to_two_sections_stands_in_the_first(self):
        pins = {"sea": ("d",), "town": ("d",)}

        assert {"Town": ["d", "e"]} == home(*make_row(*ROW), sections=pins)[2]

    @pytest.mark.parametrize("pins", [{}, {"town": ("a", "c", "x"), "sea": ("x", "d", "b")}])
    def test_no_story_stands_twice(self, pins):
        articles = (*make_row(*ROW), *make_row("x", "y", "z", section="sea"))

        lead, top, strips = home(*articles, lead="c", top=("x", "c", "b"), sections=pins)

        shown = [*lead, *top, *(slug for strip in strips.values() for slug in strip)]
        assert len(set(shown)) == len(shown)

    def test_strips_link_to_their_section(self):
        paper = make_paper(*make_row(*ROW), settings=SMALL)

        assert Link(text="Town", url="/paper/town/") == home_plan(paper).page.fronts[0].section

    def test_the_title_is_the_newsroom_and_its_tagline(self):
        plan = home_plan(make_paper(settings=SMALL))

        assert "index.html" == plan.path
        assert "The Herald: News of the bay" == plan.head.title
        assert "https://herald.example/paper/" == plan.head.canonical
        assert ["News of the bay"] == meta_of(plan, "description")

    def test_without_a_tagline_the_title_is_the_newsroom(self):
        plan = home_plan(make_paper())

        assert "The Herald" == plan.head.title
        assert [] == meta_of(plan, "description")


class TestSections:
    def test_every_declared_section_has_a_front_even_an_empty_one(self):
        plans = by_path(section_plans(make_paper(*make_row("a"))))

        assert ["a"] == slugs_of(plans["town/index.html"].page.teasers)
        assert () == plans["sea/index.html"].page.teasers

    def test_pins_of_the_editor_come_first_and_once(self):
        front = HomeFront(sections={"town": ("c", "x")})
        paper = make_paper(*make_row("a", "b", "c"), *make_row("x", section="sea"), front=front)

        plans = by_path(section_plans(paper))

        assert ["c", "x", "a", "b"] == slugs_of(plans["town/index.html"].page.teasers)
        assert ["x"] == slugs_of(plans["sea/index.html"].page.teasers)

    def test_a_front_tells_its_name_and_announces_its_feeds(self):
        sections = (Section(slug="town", name="Town", description="Streets and councils."),)
        paper = make_paper(settings=make_settings(sections=sections))

        (plan,) = section_plans(paper)

        assert ("Town", "Streets and councils.") == (plan.page.name, plan.page.description)
        assert "section.html" == plan.template
        assert ["Streets and councils."] == meta_of(plan, "description")
        assert [
            ("The Herald: Town (RSS)", "/paper/town/feed.xml"),
            ("The Herald: Town (Atom)", "/paper/town/atom.xml"),
            ("The Herald (RSS)", "/paper/feed.xml"),
            ("The Herald (Atom)", "/paper/atom.xml"),
        ] == [(feed.title, feed.url) for feed in plan.head.feeds]

    @pytest.mark.parametrize(("stories", "pages"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
    def test_a_list_has_as_many_pages_as_it_needs(self, stories, pages):
        paper = make_paper(*make_row(*ROW[:stories]), settings=SMALL)

        plans = [plan for plan in section_plans(paper) if plan.page.name == "Town"]

        assert pages == len(plans)
        assert list(ROW[:stories]) == [s for plan in plans for s in slugs_of(plan.page.teasers)]

    def test_pages_of_a_list_know_each_other(self):
        plans = by_path(section_plans(make_paper(*make_row(*ROW[:5]), settings=SMALL)))
        pages = (
            Link(text="1", url="/paper/town/"),
            Link(text="2", url="/paper/town/page/2/"),
            Link(text="3", url="/paper/town/page/3/"),
        )

        first, second, third = (
            plans[path].page.pagination
            for path in (
                "town/index.html",
                "town/page/2/index.html",
                "town/page/3/index.html",
            )
        )

        assert second == PaginationView(
            number=2,
            count=3,
            previous_url="/paper/town/",
            next_url="/paper/town/page/3/",
            pages=pages,
        )
        assert ("", "/paper/town/page/2/") == (first.previous_url, first.next_url)
        assert ("/paper/town/page/2/", "") == (third.previous_url, third.next_url)

    def test_the_second_page_is_its_own_original(self):
        plans = by_path(section_plans(make_paper(*make_row(*ROW[:5]), settings=SMALL)))

        head = plans["town/page/2/index.html"].head

        assert "https://herald.example/paper/town/page/2/" == head.canonical
        assert [head.canonical] == meta_of(plans["town/page/2/index.html"], "og:url")
        assert "Town · The Herald (page 2)" == head.title
        assert ("/paper/town/", "/paper/town/page/3/") == (head.previous_url, head.next_url)


class TestTags:
    PAPER_OF = (
        make_article("a", tags=("Night Bus", "ferry")),
        make_article("b", tags=("night bus",)),
        make_article("c", tags=("night bus", "Élan")),
    )

    def test_spellings_of_one_tag_share_a_page(self):
        plans = by_path(tag_plans(make_paper(*self.PAPER_OF)))

        page = plans["tags/night-bus/index.html"].page
        assert "night bus" == page.name
        assert ["a", "b", "c"] == slugs_of(page.teasers)
        paths = ["tags/elan", "tags/ferry", "tags/night-bus", "tags"]
        assert [f"{path}/index.html" for path in paths] == list(plans)

    def test_the_index_counts_the_stories_of_each_tag(self):
        plans = by_path(tag_plans(make_paper(*self.PAPER_OF)))

        assert (
            CountedLink(text="ferry", url="/paper/tags/ferry/", count=1),
            CountedLink(text="night bus", url="/paper/tags/night-bus/", count=3),
            CountedLink(text="Élan", url="/paper/tags/elan/", count=1),
        ) == plans["tags/index.html"].page.tags


class TestArchive:
    NEW_YEAR = make_article("eve", date=at(datetime(2025, 12, 31, 23, 30, tzinfo=UTC)))

    def test_a_story_belongs_to_the_year_of_the_zone_of_the_newsroom(self):
        east = make_settings(timezone="Asia/Tokyo")

        utc = by_path(archive_plans(make_paper(self.NEW_YEAR)))
        tokyo = by_path(archive_plans(make_paper(self.NEW_YEAR, settings=east)))

        assert "archive/2025/12/index.html" in utc
        assert "archive/2026/01/index.html" in tokyo

    def test_years_are_newest_first_and_months_january_first(self):
        stories = [
            make_article(slug, date=at(datetime.fromisoformat(f"{day}T12:00+00:00")))
            for slug, day in (
                ("a", "2026-03-02"),
                ("b", "2026-03-01"),
                ("c", "2026-01-09"),
                ("d", "2024-07-07"),
            )
        ]

        plans = by_path(archive_plans(make_paper(*stories)))

        years = plans["archive/index.html"].page.years
        assert [("2026", 3), ("2024", 1)] == [(year.name, year.count) for year in years]
        assert (
            CountedLink(text="January", url="/paper/archive/2026/01/", count=1),
            CountedLink(text="March", url="/paper/archive/2026/03/", count=2),
        ) == years[0].months
        assert ["a", "b", "c"] == slugs_of(plans["archive/2026/index.html"].page.teasers)
        assert ["a", "b"] == slugs_of(plans["archive/2026/03/index.html"].page.teasers)

    def test_a_month_leads_up_to_its_year_and_the_archive(self):
        page = by_path(archive_plans(make_paper(self.NEW_YEAR)))["archive/2025/12/index.html"].page

        assert "December 2025" == page.name
        assert () == page.months
        assert (
            Link(text="Archive", url="/paper/archive/"),
            Link(text="2025", url="/paper/archive/2025/"),
        ) == page.parents

    def test_an_empty_archive_has_one_page(self):
        assert ["archive/index.html"] == list(by_path(archive_plans(make_paper())))
