"""Pages fit every width, both papers and the printer."""

import pytest

from .colours import colours, contrast, luminance, text_pairs
from .kinds import AUTHOR, EMBED, FIGURE, HOME, MISSING, PAGES, PREVIEWS, TABLE

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.documentElement).backgroundColor"
TARGETS = """() => {
  const isInText = (link) => {
    const block = link.closest("p, li, td, th, figcaption, div, h1, h2, h3");
    return getComputedStyle(link).display === "inline"
      && block.innerText.trim() !== link.innerText.trim();
  };
  return [...document.querySelectorAll("a[href], summary")]
    .filter((each) => each.checkVisibility() && !each.matches(".skip-link") && !isInText(each))
    .map((each) => [each, (each.closest(".teaser .headline") ? each.closest(".teaser") : each)])
    .map(([each, area]) => [each.outerHTML.slice(0, 100), area.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([html, box]) => [html, box.width, box.height]);
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
  const style = getComputedStyle(each);
  return style.animationName !== "none" || style.transitionDuration !== "0s"
    || style.scrollBehavior !== "auto";
}).map((each) => each.outerHTML.slice(0, 100))"""


def test_no_page_scrolls_sideways_at_320_to_1440_pixels(reader):
    """320 pixels is the narrowest reader; 640 is a screen of 1280 at a zoom of 200 %."""
    found = {
        (kind, width): page.evaluate("document.scrollingElement.scrollWidth")
        for kind, page in reader.walk(PAGES)
        for width in at_widths(page, 320, 640, 1440)
    }

    assert {} == {place: across for place, across in found.items() if across > place[1]}


def test_what_is_not_in_running_text_is_at_least_24_pixels_wide_and_high(reader):
    found = {
        (kind, width): page.evaluate(TARGETS)
        for kind, page in reader.walk(PAGES)
        for width in at_widths(page, 390, 1440)
    }

    assert {} == {place: small for place, small in found.items() if small}


def at_widths(page, *widths):
    """Give the window one width after the other."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        yield width


@pytest.mark.parametrize("path", [HOME, FIGURE, TABLE, EMBED, AUTHOR, MISSING, *PREVIEWS.values()])
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_text_has_a_contrast_of_4_5(reader, path, is_dark):
    pairs = text_pairs(reader.open(path, is_dark=is_dark))

    assert {} == {pair: where for pair, where in pairs.items() if contrast(pair) < 4.5}


def test_the_paper_is_dark_where_the_reader_asks_for_it(reader):
    is_dark = {
        scheme: luminance(*colours(reader.open(HOME, is_dark=scheme).evaluate(PAPER))) < 0.05
        for scheme in (False, True)
    }

    assert {False: False, True: True} == is_dark


def test_a_crop_keeps_the_point_the_editor_chose(reader):
    page = reader.open(HOME)
    lead = page.locator(".teaser-lead img[data-focus='46% 40%']")

    assert "40% 40%" == lead.evaluate("(image) => getComputedStyle(image).objectPosition")


@pytest.mark.parametrize("path", [HOME, EMBED, AUTHOR])
def test_nothing_moves_for_a_reader_who_asked_for_less_motion(reader, path):
    page = reader.open(path, reduced_motion="reduce")

    assert [] == page.evaluate(MOVING)


@pytest.fixture
def printed(reader):
    page = reader.open(FIGURE, is_dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.parametrize(
    "part",
    [".masthead-name >> nth=0", "h1", ".byline", ".lead-picture img", "figcaption >> nth=0",
     ".body p >> nth=0", ".footnotes", ".notices", ".author-card >> nth=0"],
)  # fmt: skip
def test_the_story_is_printed(printed, part):
    assert printed.locator(part).is_visible()


@pytest.mark.parametrize(
    "part", [".skip-link", ".sections", ".tags", ".related-block", ".colophon"]
)
def test_what_leads_elsewhere_is_not_printed(printed, part):
    found = printed.locator(part)

    assert found.count() > 0
    assert not any(each.is_visible() for each in found.all())


def test_print_is_black_on_white_although_the_screen_is_dark(printed):
    pairs = text_pairs(printed)

    assert "rgb(255, 255, 255)" == printed.evaluate(PAPER)
    assert {} == {pair: where for pair, where in pairs.items() if contrast(pair) < 10}
