"""Nothing on a page moves after it was shown, however late its pictures and fonts come."""

import re

import pytest

from .kinds import AUTHOR, EMBED, FIGURE, HOME, STORIES

pytestmark = pytest.mark.browser

LATE = re.compile(r"\.(jpg|png|webp|woff2)$")
WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    const moved = shift.sources.map((source) => source.node?.outerHTML?.slice(0, 80));
    window.shifts.push([shift.value, ...moved]);
  }
}).observe({type: "layout-shift", buffered: true});"""
SHOWN = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
}"""
SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.scrollingElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({top: y, behavior: "instant"});
    await frame();
    await frame();
  }
}"""
LOADED = "() => Promise.all([...document.images].map((image) => image.decode()))"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", [HOME, EMBED, FIGURE, AUTHOR, STORIES["a tall figure"]])
def test_the_cumulative_layout_shift_is_0(reader, path, width):
    held = []

    def prepare(page):
        page.add_init_script(WATCH)
        page.route(LATE, lambda route: held.append(route))

    reader.prepare.append(prepare)
    page = reader.open(path, width=width, wait_until="domcontentloaded")
    page.evaluate(SHOWN)
    page.route(LATE, lambda route: route.continue_())
    for route in held:
        route.continue_()
    page.evaluate("() => document.fonts.ready")
    page.evaluate(SCROLL)
    page.evaluate(LOADED)
    page.evaluate(SHOWN)

    assert {"font", "image"} == {route.request.resource_type for route in held}
    assert [] == page.evaluate("window.shifts")
