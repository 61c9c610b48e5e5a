"""Telling the world what a deploy changed: search engines by IndexNow, feed readers by WebSub.

Only addresses that changed are told. The site is live by then: what goes wrong here is told and
undoes nothing.

Source: IndexNow (indexnow.org, documentation of the protocol); WebSub, W3C Recommendation, 2018.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlencode, urlsplit

from jamstack.deploy.manifest import Changes
from jamstack.deploy.samples import address_of
from jamstack.deploy.web import UnreachableError, Web
from jamstack.values import Value

INDEXNOW = "https://api.indexnow.org/indexnow"
MAXIMUM_URLS = 10_000
"""Addresses in one call of IndexNow."""
FEEDS_A_CALL = 100
"""Feeds in one call of a hub."""
FEED_NAMES = frozenset({"feed.xml", "atom.xml", "feed.json"})


class Changed(Value, frozen=True, kw_only=True):
    """What a deploy changed, as whole addresses: the pages of stories, and feeds."""

    pages: tuple[str, ...]
    feeds: tuple[str, ...]


class Notice(Value, frozen=True, kw_only=True):
    """What came of telling one service; `is_told` is False where it did not take it."""

    service: str
    is_told: bool
    text: str

    def __str__(self) -> str:
        return f"{self.service}: {self.text}"


def changed_addresses(site_url: str, changes: Changes, written: Iterable[str]) -> Changed:
    """The stories that were added, removed or written anew, and the feeds among `written` paths.

    A story whose page changed by its neighbours alone is not among the changes, and is not told.
    """
    kinds = (changes.added, changes.changed, changes.removed)
    pages = {story.page for kind in kinds for story in kind.stories}
    feeds = {path for path in written if PurePosixPath(path).name in FEED_NAMES}
    return Changed(
        pages=tuple(f"{site_url}/{address_of(page)}" for page in sorted(pages)),
        feeds=tuple(f"{site_url}/{address_of(path)}" for path in sorted(feeds)),
    )


def notify(
    changed: Changed, site_url: str, *, indexnow_key: str, websub_hub: str, web: Web
) -> tuple[Notice, ...]:
    """Tell the services that are configured; one notice for each call, none for what is not.

    `indexnow_key` and `websub_hub` are empty where the newsroom does not want them.
    """
    notices: list[Notice] = []
    if indexnow_key and changed.pages:
        notices += _indexnow(changed.pages, site_url, indexnow_key, web)
    if websub_hub and changed.feeds:
        notices += _websub(changed.feeds, websub_hub, web)
    return tuple(notices)


def _indexnow(pages: tuple[str, ...], site_url: str, key: str, web: Web) -> Iterator[Notice]:
    parts = urlsplit(site_url)
    if parts.path.strip("/"):
        yield _failed(
            "IndexNow",
            f"cannot work below `{parts.path}`: its key must lie at the root of {parts.netloc},"
            " which is not this site's; give the site a domain of its own, or remove"
            " `indexnow_key`",
        )
        return
    place = f"{site_url}/{key}.txt"
    if fault := _key_fault(place, key, web):
        yield _failed("IndexNow", f"`/{key}.txt` {fault}, so nothing was told")
        return
    for some in _portions(pages, MAXIMUM_URLS):
        told = {"host": parts.netloc, "key": key, "keyLocation": place, "urlList": some}
        yield _posted(
            "IndexNow",
            INDEXNOW,
            json.dumps(told).encode(),
            "application/json; charset=utf-8",
            _count(len(some), "address", "addresses"),
            web,
        )


def _key_fault(place: str, key: str, web: Web) -> str:
    """What is wrong with the key that the search engine would find; empty where it is right."""
    try:
        answer = web.get(place)
    except UnreachableError as error:
        return f"cannot be asked for: {error}"
    if answer.status != 200:
        return f"answers {answer.status}, expected 200"
    return "" if answer.body.strip() == key.encode() else "does not hold the key"


def _websub(feeds: tuple[str, ...], hub: str, web: Web) -> Iterator[Notice]:
    for some in _portions(feeds, FEEDS_A_CALL):
        body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in some)])
        yield _posted(
            "WebSub",
            hub,
            body.encode(),
            "application/x-www-form-urlencoded",
            _count(len(some), "feed", "feeds"),
            web,
        )


def _posted(service: str, url: str, data: bytes, media_type: str, what: str, web: Web) -> Notice:
    host = urlsplit(url).hostname
    try:
        answer = web.post(url, data, media_type=media_type)
    except UnreachableError as error:
        return _failed(service, f"{host} was not told of {what}: {error}")
    if not 200 <= answer.status < 300:
        return _failed(service, f"{host} did not take {what}: it answers {answer.status}")
    return Notice(service=service, is_told=True, text=f"{host} was told of {what}")


def _portions(urls: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(urls), size):
        yield urls[start : start + size]


def _failed(service: str, text: str) -> Notice:
    return Notice(service=service, is_told=False, text=text)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
