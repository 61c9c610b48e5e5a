import pytest

from jamstack.layout.home import home_choice, home_plan
from jamstack.layout.indexes import Indexes
from jamstack.model import HomeFront
from jamstack.views import Link

from ..builders import make_edition, make_settings
from .builders import lay_out, make_paper, make_row, meta_of, slugs_of

SMALL = make_settings(top_size=2, front_size=2, page_size=2, tagline="News of the bay")
ROW = ("a", "b", "c", "d", "e", "f", "g")


def choice(*articles, settings=SMALL, **front):
    """The slugs of the first stories, and of each strip by its section."""
    edition = make_edition(*articles, settings=settings, front=HomeFront(**front))
    chosen = home_choice(Indexes(edition))
    strips = {section: [story.slug for story in stories] for section, stories in chosen.strips}
    return [story.slug for story in chosen.first], strips


def home(*articles, settings=SMALL, **front):
    paper = make_paper(*articles, settings=settings, front=HomeFront(**front))
    return lay_out(home_plan(), paper)


class TestChoice:
    def test_the_newest_come_first_where_the_editor_says_nothing(self):
        assert (["a", "b", "c"], {"town": ["d", "e"]}) == choice(*make_row(*ROW))

    def test_the_order_of_the_editor_comes_first(self):
        expected = (["f", "e", "g"], {"town": ["a", "b"]})

        assert expected == choice(*make_row(*ROW), lead="f", top=("e", "g"))

    def test_empty_parts_are_filled_with_the_newest(self):
        expected = (["f", "e", "a"], {"town": ["b", "c"]})

        assert expected == choice(*make_row(*ROW), lead="f", top=("e",))

    def test_what_is_pinned_beside_the_lead_does_not_become_the_lead(self):
        first, _ = choice(*make_row(*ROW), top=("a", "e"))

        assert ["b", "a", "e"] == first

    def test_a_pinned_story_leads_where_there_is_no_other(self):
        assert (["a"], {}) == choice(*make_row("a"), top=("a",))

    def test_a_story_pinned_twice_stands_in_the_best_place(self):
        first, _ = choice(*make_row("a", "b"), lead="b", top=("b", "a", "a"))

        assert ["b", "a"] == first

    def test_pins_beyond_the_size_go_to_their_strip(self):
        expected = (["a", "b", "c"], {"town": ["d", "e"]})

        assert expected == choice(*make_row(*ROW), lead="a", top=("b", "c", "d"))

    def test_nothing_is_published_yet(self):
        assert ([], {}) == choice()

    def test_strips_are_in_the_order_declared_unless_the_editor_says_otherwise(self):
        articles = (*make_row(*ROW), *make_row("x", "y", section="sea"))

        _, declared = choice(*articles, lead="a", top=("b", "c"))
        _, ordered = choice(*articles, lead="a", top=("b", "c"), order=("sea",))

        assert ["town", "sea"] == list(declared)
        assert ["sea", "town"] == list(ordered)

    def test_pins_of_a_section_come_first_in_its_strip(self):
        _, strips = choice(*make_row(*ROW), sections={"town": ("g",)})

        assert {"town": ["g", "d"]} == strips

    def test_a_story_pinned_to_another_section_stands_in_that_strip_alone(self):
        pins = {"sea": ("d", "a"), "town": ("e",)}

        _, strips = choice(*make_row(*ROW), sections=pins, order=("town", "sea"))

        assert {"town": ["e", "f"], "sea": ["d"]} == strips

    def test_a_story_pinned_to_two_sections_stands_in_the_first(self):
        pins = {"sea": ("d",), "town": ("d",)}

        _, strips = choice(*make_row(*ROW), sections=pins)

        assert {"town": ["d", "e"]} == strips

    @pytest.mark.parametrize("pins", [{}, {"town": ("a", "c", "x"), "sea": ("x", "d", "b")}])
    def test_no_story_stands_twice(self, pins):
        articles = (*make_row(*ROW), *make_row("x", "y", "z", section="sea"))

        first, strips = choice(*articles, lead="c", top=("x", "c", "b"), sections=pins)

        shown = [*first, *(slug for stories in strips.values() for slug in stories)]
        assert len(set(shown)) == len(shown)


class TestPage:
    def test_it_shows_the_lead_those_beside_it_and_the_strips(self):
        page = home(*make_row(*ROW)).page

        assert ["a"] == slugs_of((page.lead,))
        assert ["b", "c"] == slugs_of(page.top)
        assert [("Town", ["d", "e"])] == [
            (strip.section.text, slugs_of(strip.teasers)) for strip in page.fronts
        ]

    def test_where_nothing_is_published_it_shows_nothing(self):
        page = home().page

        assert (None, (), ()) == (page.lead, page.top, page.fronts)

    def test_strips_link_to_their_section(self):
        expected = Link(text="Town", url="/paper/town/")

        assert expected == home(*make_row(*ROW)).page.fronts[0].section

    def test_the_title_is_the_newsroom_and_its_tagline(self):
        page = home()

        assert ("index.html", "home.html") == (page.path, page.template)
        assert "The Herald: News of the bay" == page.head.title
        assert "https://herald.example/paper/" == page.head.canonical
        assert ["News of the bay"] == meta_of(page, "description")

    def test_without_a_tagline_the_title_is_the_newsroom(self):
        page = home(settings=make_settings())

        assert "The Herald" == page.head.title
        assert [] == meta_of(page, "description")
