"""Whoever reads with the keyboard gets everywhere, in order, and sees where they are."""

import pytest
from playwright.sync_api import expect

from .colours import contrast
from .kinds import AUTHOR, EMBED, HOME, PREVIEWS, TABLE

pytestmark = pytest.mark.browser

STOPS = """() => {
  window.stops = [...document.querySelectorAll("a[href], summary, [tabindex='0']")]
    .filter((each) => each.checkVisibility());
  return window.stops.map((each) => each.outerHTML.slice(0, 100));
}"""
STOP = """() => {
  const stop = document.activeElement;
  const style = getComputedStyle(stop);
  const box = stop.getBoundingClientRect();
  return {
    number: window.stops.indexOf(stop),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    colours: `${style.outlineColor} on ${getComputedStyle(document.body).backgroundColor}`,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""


@pytest.mark.parametrize("path", [HOME, EMBED, PREVIEWS["a draft"]])
def test_the_first_stop_skips_to_the_content(reader, path):
    page = reader.open(path, width=390)
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link:focus")
    box = skip.bounding_box()
    assert (0, 0) == (box["x"], box["y"])

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_skip_link_is_out_of_sight_until_it_is_reached(reader):
    box = reader.open(HOME).locator(".skip-link").bounding_box()

    assert box["y"] + box["height"] <= 0


@pytest.mark.parametrize("path", [HOME, EMBED, TABLE, AUTHOR])
@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_every_stop_comes_in_the_order_of_the_page_and_is_seen(reader, path, is_dark):
    page = reader.open(path, width=390, is_dark=is_dark, reduced_motion="reduce")
    stops = page.evaluate(STOPS)
    found = []
    for _ in stops:
        page.keyboard.press("Tab")
        found.append(page.evaluate(STOP))

    assert list(range(len(stops))) == [stop["number"] for stop in found]
    assert [] == [stops[stop["number"]] for stop in found if stop["outline"] < 2]
    assert [] == [stops[stop["number"]] for stop in found if not stop["seen"]]
    assert [] == [stop["colours"] for stop in found if contrast(stop["colours"]) < 3]


def test_a_wide_table_is_scrolled_with_the_keyboard(reader):
    page = reader.open(TABLE, width=320, reduced_motion="reduce")
    table = page.locator(".table-scroll")
    table.evaluate("(box) => { box.querySelector('table').style.width = '60rem' }")
    table.focus()
    page.keyboard.press("ArrowRight")

    expect(table).not_to_have_js_property("scrollLeft", 0)
