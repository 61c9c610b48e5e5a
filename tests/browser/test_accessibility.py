"""No page breaks a rule of WCAG 2.2 AA that a machine can check, nor a good practice."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .kinds import PAGES

pytestmark = pytest.mark.browser

ALL_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Off unless asked for, although it is part of WCAG 2.2 AA.
    "rules": {"target-size": {"enabled": True}},
}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
VIEWS = (
    (1440, "light", ALL_RULES),
    (1440, "dark", COLOURS),
    (390, "dark", ALL_RULES),
    (390, "light", COLOURS),
)
"""Both widths and both papers; a paper alone changes nothing but colours."""
RUN = """async (options) => (await axe.run(options)).violations.map(
    (rule) => [rule.id, ...rule.nodes.map((node) => node.html)])"""


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_at_390_and_1440_pixels_in_light_and_dark(reader, kind):
    page = reader.open(PAGES[kind])
    page.evaluate(Axe().axe_script)
    found = []
    for width, scheme, rules in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [(width, scheme, rule) for rule in page.evaluate(RUN, rules)]

    assert [] == found
