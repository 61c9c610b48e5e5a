"""The opening tags of a Markdown text with their lines: of raw HTML, and what links become."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pyromark

_OPENING = re.compile(
    r"<([A-Za-z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)(>?)"  # a quoted `>` does not close
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNESCAPED = "-_.+!*'(),%#@?=;:/&$~"
"""What the Markdown parser writes into an address as it is, besides ASCII letters and digits."""
_FROM_MARKDOWN = {"Link": ("a", "href"), "Image": ("img", "src")}


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag: typed as raw HTML, or what a link or picture in Markdown becomes.

    Names are in lower case and values without entities. A raw tag that lacks its `>` is not closed.
    """

    element: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    is_raw: bool = True
    is_closed: bool = True


def tags(text: str, options: pyromark.Options, *, first_line: int) -> Iterator[Tag]:
    """Every tag of Markdown `text`, which begins on `first_line`."""
    data = text.encode()
    line, counted = first_line, 0
    for start, found in _found(text, options):
        line += data.count(b"\n", counted, start)
        counted = start
        if isinstance(found, str):
            yield from _raw(found, line)
        else:
            element, name, address = found
            yield Tag(element, ((name, address),), line, is_raw=False)


def _found(
    text: str, options: pyromark.Options
) -> Iterator[tuple[int, str | tuple[str, str, str]]]:
    """Each run of raw HTML, or element, attribute and address, with its byte offset."""
    start = 0
    run: list[str] = []
    for event, place in pyromark.events_with_range(text, options=options):
        if isinstance(event, str) or "Text" in event:
            continue
        found: dict[str, Any] = {**event}
        if "Html" in found:
            start = start if run else place["start"]
            run.append(found["Html"])
        elif "InlineHtml" in found:
            yield place["start"], found["InlineHtml"]
        elif "End" in found and run:
            yield start, "".join(run)
            run = []
        elif isinstance(opened := found.get("Start"), dict):
            for kind in _FROM_MARKDOWN.keys() & opened.keys():
                address = quote(str(opened[kind]["dest_url"]), safe=_UNESCAPED)
                yield place["start"], (*_FROM_MARKDOWN[kind], address)


def _raw(markup: str, first_line: int) -> Iterator[Tag]:
    shown = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), markup)
    for match in _OPENING.finditer(shown):
        attributes = tuple(
            (item[1].lower(), html.unescape(item[2] or item[3] or item[4] or ""))
            for item in _ATTRIBUTE.finditer(match[2])
        )
        line = first_line + shown.count("\n", 0, match.start())
        yield Tag(match[1].lower(), attributes, line, is_closed=bool(match[3]))
