"""Pages come out as Jinja alone would make them, whatever a theme does."""

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.pelican_plugin.environment import Missing
from jamstack.pelican_plugin.rendering import JinjaRenderer

from ..press.newsroom import make_newsroom, print_newsroom
from .hostile import HOSTILE, IMPORT, site_functions
from .themes import (
    Page,
    make_card,
    make_renderer,
    make_site,
    make_teaser,
    plain_pages,
    render,
)

THEME = Path(__file__).parents[2] / "pelican-app" / "theme"
FIRST, SECOND = make_teaser("One <i>"), make_teaser("Two")
CARD = make_card()
PAGES = (
    Page(story=FIRST, items=(CARD, "a")),
    Page(story=SECOND, items=(CARD, ["a", "b"])),
    Page(story=FIRST, items=(CARD, "a")),
)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_theme_comes_out_as_jinja_makes_it(tmp_path, case):
    names = ("page.html", "m.html", "i.html")
    templates = dict(zip(names, (*HOSTILE[case], "", ""), strict=False))
    expected = plain_pages(templates, PAGES, site=make_site(), **site_functions())

    renderer = make_renderer(tmp_path, templates, **site_functions())

    site = make_site()
    assert expected == [render(renderer, page=page, site=site) for page in PAGES]


def test_a_macro_that_reads_what_a_plugin_made_is_called_each_time(tmp_path):
    templates = {
        "page.html": IMPORT + "{{ m(page.story) }}",
        "m.html": "{% macro m(story) %}{{ story.title }}{{ pelican.seen.pop() }}{% endmacro %}",
    }
    renderer = make_renderer(tmp_path, templates, pelican={"seen": [1, 2, 3]})

    assert ["Two3", "Two2"] == [render(renderer, page=PAGES[1]) for _ in range(2)]


class Twice(JinjaRenderer):
    """Also has Jinja itself make every page, and holds the two together."""

    def __init__(self):
        super().__init__(THEME)
        self.compared = 0
        self.plain = jinja2.Environment(
            loader=jinja2.FileSystemLoader(THEME / "templates"),
            undefined=Missing,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def render(self, template, site, head, page, *, source):
        expected = self.plain.get_template(template).render(site=site, head=head, page=page)
        self.compared += 1
        text = super().render(template, site, head, page, source=source)

        assert expected == text
        return text


def test_every_page_of_a_newsroom_comes_out_as_jinja_makes_it(tmp_path):
    renderer = Twice()

    print_newsroom(make_newsroom(tmp_path), renderer)

    assert renderer.compared > len(list((THEME / "templates").glob("*.html")))


TEXTS = st.text(max_size=8) | st.sampled_from(["<b>", "a & b", "eighty-four", "'\"", ""])


@given(
    teasers=st.lists(
        st.builds(make_teaser, TEXTS, dek=TEXTS, label=TEXTS, mark=TEXTS, lang=TEXTS), max_size=3
    ),
    calls=st.lists(
        st.tuples(
            st.integers(0, 2), st.sampled_from(["row", "card"]), st.integers(2, 3), st.booleans()
        ),
        max_size=8,
    ),
)
def test_teasers_in_any_order_come_out_as_jinja_makes_them(renderers, teasers, calls):
    ours, plain = renderers
    for number, size, level, kickers in calls:
        if number < len(teasers):
            call = (teasers[number], size, level, kickers)

            assert plain.module.teaser(*call) == ours(*call)


@pytest.fixture(scope="module")
def renderers():
    """The teaser of the theme by us, as a page calls it, and by Jinja itself."""
    name = "partials/teaser.html"
    plain = Twice().plain.get_template(name)
    environment = JinjaRenderer(THEME)._environment  # noqa: SLF001 - there is no page of one teaser
    context = environment.get_template(name).new_context()
    teaser = environment.get_template(name).module.teaser
    return lambda *call: context.call(teaser, *call), plain
