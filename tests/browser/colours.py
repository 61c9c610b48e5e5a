"""Colours as WCAG measures them."""

from __future__ import annotations

import re

from playwright.sync_api import Page

Colour = tuple[int, int, int]

_PAIRS = """() => {
  const solid = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (!colour.endsWith(", 0)")) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const found = {};
  for (const element of document.body.querySelectorAll("*")) {
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (text && element.checkVisibility()) {
      const pair = [getComputedStyle(element).color, solid(element)].join(" on ");
      found[pair] ??= element.outerHTML.slice(0, 120);
    }
  }
  return found;
}"""


def text_pairs(page: Page) -> dict[str, str]:
    """The colours of text on a page, as {`rgb(…) on rgb(…)`: the first element that has them}."""
    return page.evaluate(_PAIRS)


def contrast(pair: str) -> float:
    """The contrast of the two colours of a text, from 1 to 21."""
    darker, lighter = sorted(map(luminance, colours(pair)))
    return (lighter + 0.05) / (darker + 0.05)


def colours(text: str) -> list[Colour]:
    """The solid colours that a text names as `rgb(…)`."""
    assert "rgba" not in text, f"{text} is not solid"
    return [
        (int(red), int(green), int(blue))
        for red, green, blue in re.findall(r"rgb\((\d+), (\d+), (\d+)\)", text)
    ]


def luminance(colour: Colour) -> float:
    """How bright a colour is, from 0 to 1."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
