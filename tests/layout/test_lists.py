import pytest

from jamstack.layout.lists import section_plans, tag_plans
from jamstack.model import HomeFront, Section
from jamstack.views import CountedLink, Link, PaginationView

from ..builders import make_article, make_settings
from .builders import laid_out, make_paper, make_row, meta_of, slugs_of

SMALL = make_settings(page_size=2)
ROW = ("a", "b", "c", "d", "e")


def fronts(*articles, **values):
    """The pages of all section fronts by path."""
    paper = make_paper(*articles, **values)
    return laid_out(section_plans(paper), paper)


class TestSections:
    def test_every_declared_section_has_a_front_even_an_empty_one(self):
        pages = fronts(*make_row("a"))

        assert ["a"] == slugs_of(pages["town/index.html"].page.teasers)
        assert () == pages["sea/index.html"].page.teasers

    def test_pins_of_the_editor_come_first_and_once(self):
        front = HomeFront(sections={"town": ("c", "x")})

        pages = fronts(*make_row("a", "b", "c"), *make_row("x", section="sea"), front=front)

        assert ["c", "x", "a", "b"] == slugs_of(pages["town/index.html"].page.teasers)
        assert ["x"] == slugs_of(pages["sea/index.html"].page.teasers)

    def test_a_front_tells_its_name_and_announces_its_feeds(self):
        sections = (Section(slug="town", name="Town", description="Streets and councils."),)

        (front,) = fronts(settings=make_settings(sections=sections)).values()

        assert ("Town", "Streets and councils.") == (front.page.name, front.page.description)
        assert "section.html" == front.template
        assert ["Streets and councils."] == meta_of(front, "description")
        assert [
            ("The Herald: Town (RSS)", "/paper/town/feed.xml"),
            ("The Herald: Town (Atom)", "/paper/town/atom.xml"),
            ("The Herald: Town (JSON Feed)", "/paper/town/feed.json"),
            ("The Herald (RSS)", "/paper/feed.xml"),
            ("The Herald (Atom)", "/paper/atom.xml"),
            ("The Herald (JSON Feed)", "/paper/feed.json"),
        ] == [(feed.title, feed.url) for feed in front.head.feeds]

    @pytest.mark.parametrize(("stories", "pages"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
    def test_a_list_has_as_many_pages_as_it_needs(self, stories, pages):
        found = fronts(*make_row(*ROW[:stories]), settings=SMALL).values()

        town = [front.page for front in found if front.page.name == "Town"]
        assert pages == len(town)
        assert list(ROW[:stories]) == [slug for page in town for slug in slugs_of(page.teasers)]

    def test_pages_of_a_list_know_each_other(self):
        pages = fronts(*make_row(*ROW), settings=SMALL)
        links = (
            Link(text="1", url="/paper/town/"),
            Link(text="2", url="/paper/town/page/2/"),
            Link(text="3", url="/paper/town/page/3/"),
        )

        first, second, third = (
            pages[path].page.pagination
            for path in (
                "town/index.html",
                "town/page/2/index.html",
                "town/page/3/index.html",
            )
        )

        expected = PaginationView(
            number=2,
            count=3,
            previous_url="/paper/town/",
            next_url="/paper/town/page/3/",
            pages=links,
        )
        assert expected == second
        assert ("", "/paper/town/page/2/") == (first.previous_url, first.next_url)
        assert ("/paper/town/page/2/", "") == (third.previous_url, third.next_url)

    @pytest.mark.parametrize(
        ("number", "offered"),
        [
            (1, "1 2 3 … 10"),
            (3, "1 2 3 4 5 … 10"),
            (4, "1 2 3 4 5 6 … 10"),
            (5, "1 … 3 4 5 6 7 … 10"),
            (7, "1 … 5 6 7 8 9 10"),
            (10, "1 … 8 9 10"),
        ],
    )
    def test_a_page_of_a_long_list_offers_the_ends_and_those_around_it(self, number, offered):
        slugs = [f"s{n:02}" for n in range(10)]
        pages = fronts(*make_row(*slugs), settings=make_settings(page_size=1))

        page = pages["town/index.html" if number == 1 else f"town/page/{number}/index.html"].page

        links = page.pagination.pages
        assert offered == " ".join(link.text for link in links)
        assert {"…"} >= {link.text for link in links if not link.url}

    def test_the_second_page_is_its_own_original(self):
        second = fronts(*make_row(*ROW), settings=SMALL)["town/page/2/index.html"]

        assert "https://herald.example/paper/town/page/2/" == second.head.canonical
        assert [second.head.canonical] == meta_of(second, "og:url")
        assert "Town · The Herald (page 2)" == second.head.title
        assert ("/paper/town/", "/paper/town/page/3/") == (
            second.head.previous_url,
            second.head.next_url,
        )


class TestTags:
    def tags(self):
        paper = make_paper(
            make_article("a", tags=("Night Bus", "ferry")),
            make_article("b", tags=("night bus",)),
            make_article("c", tags=("night bus", "Élan")),
        )
        return laid_out(tag_plans(paper), paper)

    def test_spellings_of_one_tag_share_a_page(self):
        pages = self.tags()

        page = pages["tags/night-bus/index.html"].page
        assert "night bus" == page.name
        assert ["a", "b", "c"] == slugs_of(page.teasers)
        paths = ["tags/elan", "tags/ferry", "tags/night-bus", "tags"]
        assert [f"{path}/index.html" for path in paths] == list(pages)

    def test_the_index_counts_the_stories_of_each_tag(self):
        assert (
            CountedLink(text="ferry", url="/paper/tags/ferry/", count=1),
            CountedLink(text="night bus", url="/paper/tags/night-bus/", count=3),
            CountedLink(text="Élan", url="/paper/tags/elan/", count=1),
        ) == self.tags()["tags/index.html"].page.tags
