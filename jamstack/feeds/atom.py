"""Atom 1.0 with the full text, every author with their page, and both dates of each story."""

from __future__ import annotations

from collections.abc import Mapping

from jamstack.feeds.dates import w3c
from jamstack.feeds.elements import (
    MEDIA,
    NOTHING_BUILT,
    document,
    element,
    empty,
    entry_bytes,
    media,
    quoted,
)
from jamstack.feeds.entries import Feed, FeedAuthor, FeedEntry, newest_first

MEDIA_TYPE = "application/atom+xml"


def atom(feed: Feed, entries: Mapping[str, bytes] = NOTHING_BUILT) -> bytes:
    """The feed as a document under a megabyte: newest first, the oldest entries left out.

    `entries` holds what `atom_entry` has written already, by id; many feeds share them.
    """
    ordered = newest_first(feed.entries)
    written = (entries.get(entry.id) or atom_entry(entry) for entry in ordered)
    return document(_head(feed), written, "</feed>\n")


def atom_entry(entry: FeedEntry) -> bytes:
    """One entry, to be put into as many feeds as hold it."""
    return entry_bytes(entry, _entry)


def _head(feed: Feed) -> str:
    # An entry without an author must find one on the feed (RFC 4287, 4.1.2).
    needs_author = not all(entry.authors for entry in feed.entries)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="{MEDIA}"'
        f" xml:lang={quoted(feed.language)}>\n"
        + element("id", feed.self_url)
        + element("title", feed.title)
        + (element("subtitle", feed.description) if feed.description else "")
        + element("updated", w3c(feed.changed))
        + empty("link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.self_url})
        + empty("link", {"rel": "alternate", "type": "text/html", "href": feed.home_url})
        + (
            _person("author", FeedAuthor(name=feed.title, url=feed.home_url))
            if needs_author
            else ""
        )
    )


def _entry(entry: FeedEntry, html: str) -> str:
    lang = f" xml:lang={quoted(entry.lang)}" if entry.lang else ""
    return (
        f"<entry{lang}>\n"
        + element("id", entry.id)
        + element("title", entry.title)
        + empty("link", {"rel": "alternate", "type": "text/html", "href": entry.url})
        + element("published", w3c(entry.published))
        + element("updated", w3c(entry.updated))
        + "".join(_person("author", author) for author in entry.authors)
        + "".join(_person("contributor", person) for person in entry.contributors)
        + "".join(empty("category", {"term": name}) for name in entry.categories)
        + (element("summary", entry.summary) if entry.summary else "")
        + (element("content", html, {"type": "html"}) if html else "")
        + media(entry.image)
        + "</entry>\n"
    )


def _person(name: str, person: FeedAuthor) -> str:
    uri = element("uri", person.url) if person.url else ""
    return f"<{name}>\n{element('name', person.name)}{uri}</{name}>\n"
