"""Cutting HTML into its outermost pieces, each as (element name, whole piece).

Two ways with one result. `top_level` looks at every tag and takes any well-formed HTML. In half the
time `written_top_level` jumps from the beginning of a piece to its end, and so takes only HTML in
which no block element stands inside an inline one or inside a paragraph: what the Markdown parser
writes where nobody typed any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jamstack.markdown.markup import ATTRIBUTES, INLINE, TAG, VOID

# A paragraph of nothing but text as a whole, of anything else the opening tag.
_BEGINNING = re.compile(rf"\s*(?:(<p>[^<]*+</p>)|(<([a-z][a-z0-9]*){ATTRIBUTES}>))")
_WRITTEN = ("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul")
"""What stands outermost in HTML from Markdown and has an end; a rule has none."""
_TAGS = {name: (f"<{name}", f"</{name}>") for name in _WRITTEN}


def top_level(markup: str) -> Iterator[tuple[str, str]]:
    """Cut well-formed `markup`.

    Text and inline elements that stand between block elements come as one piece named `p`,
    wrapped in a paragraph; or named `div` and wrapped in one, where they hold a block element.
    """
    depth = 0
    start = 0
    name = ""
    wrapper = "p"
    for match in TAG.finditer(markup):
        tag = match[2]
        if tag not in INLINE:
            if depth == 0:
                yield from _loose(markup[start : match.start()], wrapper)
                start, name, wrapper = match.start(), tag, "p"
            elif not name:
                wrapper = "div"
        if match[1]:
            depth -= 1
        elif tag not in VOID:
            depth += 1
        if depth == 0 and name:
            yield name, markup[start : match.end()]
            start, name = match.end(), ""
    yield from _loose(markup[start:], wrapper)


def written_top_level(markup: str) -> Iterator[tuple[str, str]]:
    """Cut `markup` that the Markdown parser wrote from a text in which no HTML was typed."""
    start = 0
    while beginning := _BEGINNING.match(markup, start):
        paragraph, name = beginning.group(1, 3)
        end = beginning.end()
        if paragraph:
            yield "p", paragraph
        else:
            end = end if name == "hr" else _end(markup, name, end)
            if end < 0:
                break
            yield name, markup[beginning.start(2) : end]
        start = end
    yield from top_level(markup[start:])


def _end(markup: str, name: str, start: int) -> int:
    """Where the element `name` ends whose opening tag ends at `start`; -1 where that is unsure."""
    if name not in _TAGS:
        return -1
    opening, closing = _TAGS[name]
    depth = 1
    while depth:
        end = markup.find(closing, start)
        if end < 0:
            return -1
        depth += markup.count(opening, start, end) - 1
        start = end + len(closing)
    return start


def _loose(text: str, wrapper: str) -> Iterator[tuple[str, str]]:
    text = text.strip()
    if text:
        yield wrapper, f"<{wrapper}>{text}</{wrapper}>"
