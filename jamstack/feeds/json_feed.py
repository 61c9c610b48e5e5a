"""JSON Feed 1.1 with the full text and every author of each story.

As the XML feeds: newest first, under a megabyte, and entries that many feeds share are written
once.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jamstack.feeds.dates import w3c
from jamstack.feeds.elements import MAXIMUM_FEED_BYTES, NOTHING_BUILT, entry_bytes
from jamstack.feeds.entries import Feed, FeedAuthor, FeedEntry, newest_first

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, items: Mapping[str, bytes] = NOTHING_BUILT) -> bytes:
    """The feed as a document under a megabyte: newest first, the oldest entries left out.

    `items` holds entries that `json_item` has written already, by id; many feeds share them.
    """
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.self_url,
        "description": feed.description,
        "language": feed.language,
    }
    # The items go in as they were written: the head's closing brace makes room for them.
    parts = [_bytes(head)[:-1] + b',"items":[']
    size = len(parts[0]) + len(b"]}\n")
    for number, entry in enumerate(newest_first(feed.entries)):
        item = items.get(entry.id) or json_item(entry)
        size += len(item) + 1
        if size >= MAXIMUM_FEED_BYTES:
            break
        parts.append(b"," + item if number else item)
    return b"".join((*parts, b"]}\n"))


def json_item(entry: FeedEntry) -> bytes:
    """One entry, to be put into as many feeds as hold it."""
    return entry_bytes(entry, _item)


def _item(entry: FeedEntry, html: str) -> str:
    values = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        # An item must have one of the two contents.
        "content_html": html,
        "content_text": "" if html else entry.summary or entry.title,
        "summary": entry.summary,
        "image": entry.image.url if entry.image else "",
        "date_published": w3c(entry.published),
        "date_modified": w3c(entry.updated),
        "authors": [_author(author) for author in entry.authors],
        "tags": list(entry.categories),
        "language": entry.lang,
    }
    return _bytes({name: value for name, value in values.items() if value}).decode()


def _author(author: FeedAuthor) -> Mapping[str, str]:
    return {"name": author.name, **({"url": author.url} if author.url else {})}


def _bytes(value: object) -> bytes:
    # Half a pair of surrogates has no bytes; what reads a file lets none through.
    return msgspec.json.encode(value)
