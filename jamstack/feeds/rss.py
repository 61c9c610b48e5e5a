"""RSS 2.0 with the full text, every author and the picture of each story."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from jamstack.feeds.dates import rfc_822
from jamstack.feeds.elements import (
    MEDIA,
    NOTHING_BUILT,
    document,
    element,
    empty,
    entry_bytes,
    media,
    plain,
)
from jamstack.feeds.entries import Feed, FeedEntry, newest_first

MEDIA_TYPE = "application/rss+xml"


def rss(feed: Feed, items: Mapping[str, bytes] = NOTHING_BUILT) -> bytes:
    """The feed as a document under a megabyte: newest first, the oldest entries left out.

    `items` holds entries that `rss_item` has written already, by id; many feeds share them.
    """
    entries = newest_first(feed.entries)
    written = (items.get(entry.id) or rss_item(entry) for entry in entries)
    return document(_head(feed), written, "</channel>\n</rss>\n")


def rss_item(entry: FeedEntry) -> bytes:
    """One entry, to be put into as many feeds as hold it."""
    return entry_bytes(entry, _item)


def _head(feed: Feed) -> str:
    link = {"rel": "self", "type": MEDIA_TYPE, "href": feed.self_url}
    return (
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="{MEDIA}">\n<channel>\n'
        + element("title", feed.title)
        + element("link", feed.home_url)
        + element("description", feed.description)
        + element("language", feed.language)
        + element("lastBuildDate", rfc_822(feed.changed))
        + empty("atom:link", link)
    )


def _item(entry: FeedEntry, html: str) -> str:
    # Readers take a description for HTML, so plain text is escaped once more than a title.
    summary = element("description", escape(entry.summary, quote=False)) if entry.summary else ""
    return (
        "<item>\n"
        + element("title", entry.title)
        + element("link", entry.url)
        + element("guid", entry.id, {"isPermaLink": "false"})
        + element("pubDate", rfc_822(entry.published))
        + "".join(element("dc:creator", author.name) for author in entry.authors)
        + "".join(element("dc:contributor", person.name) for person in entry.contributors)
        + "".join(element("category", name) for name in entry.categories)
        + (element("dc:language", entry.lang) if entry.lang else "")
        + summary
        + (f"<content:encoded>{plain(html)}</content:encoded>\n" if html else "")
        + media(entry.image)
        + "</item>\n"
    )
