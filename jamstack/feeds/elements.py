"""XML as text: escaped elements, and documents that stop at a size.

Strings, because many feeds repeat one entry, and joining what was written once is fastest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from types import MappingProxyType

from jamstack.feeds.entries import FeedEntry, FeedImage

MAXIMUM_FEED_BYTES = 1_000_000
"""A feed stays under this size; aggregators refuse larger ones."""
MAXIMUM_ENTRY_BYTES = 500_000
"""An entry over this size goes without its full text, so that no story crowds out the others."""

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
MEDIA = "http://search.yahoo.com/mrss/"

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
NOTHING_BUILT: Mapping[str, bytes] = MappingProxyType({})

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, text: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> str:
    """An element with text, on a line of its own."""
    return f"<{_opened(name, attributes)}>{plain(text)}</{name}>\n"


def empty(name: str, attributes: Mapping[str, str]) -> str:
    """An element without content, on a line of its own."""
    return f"<{_opened(name, attributes)}/>\n"


def plain(text: str) -> str:
    """Text escaped for an element, without what XML cannot hold."""
    return escape(_ILLEGAL.sub("", text), quote=False)


def quoted(text: str) -> str:
    """Text escaped for an attribute, in its quotation marks."""
    return f'"{escape(_ILLEGAL.sub("", text))}"'


def media(image: FeedImage | None) -> str:
    """A picture as Media RSS writes it; nothing without one."""
    if image is None:
        return ""
    attributes = {
        "url": image.url,
        "type": image.media_type,
        "medium": "image",
        "width": str(image.width),
        "height": str(image.height),
    }
    alt = element("media:description", image.alt, {"type": "plain"}) if image.alt else ""
    credit = element("media:credit", image.credit) if image.credit else ""
    return f"<{_opened('media:content', attributes)}>\n{alt}{credit}</media:content>\n"


def entry_bytes(entry: FeedEntry, write: Callable[[FeedEntry, str], str]) -> bytes:
    """An entry as `write(entry, html)` gives it, without its full text when it is too large."""
    whole = write(entry, entry.html).encode()
    return whole if len(whole) <= MAXIMUM_ENTRY_BYTES else write(entry, "").encode()


def document(head: str, entries: Iterable[bytes], tail: str) -> bytes:
    """Head, entries and tail as one document under `MAXIMUM_FEED_BYTES`.

    Stops before the first entry that would not fit, so that none is missing in between.
    """
    parts = [(DECLARATION + head).encode()]
    end = tail.encode()
    size = len(parts[0]) + len(end)
    for entry in entries:
        size += len(entry)
        if size >= MAXIMUM_FEED_BYTES:
            break
        parts.append(entry)
    return b"".join((*parts, end))


def _opened(name: str, attributes: Mapping[str, str]) -> str:
    return name + "".join(f" {key}={quoted(value)}" for key, value in attributes.items())
