"""Sitemaps: every page for crawlers, and the stories of the last two days for news search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from jamstack.feeds.dates import w3c
from jamstack.feeds.elements import DECLARATION, element

MAXIMUM_URLS = 50_000
"""Addresses in one sitemap, by the protocol."""
MAXIMUM_BYTES = 50_000_000
"""Size of one sitemap, a little under the 50 MiB of the protocol."""
MAXIMUM_NEWS = 1_000
"""Stories in the news sitemap."""
NEWS_AGE = timedelta(hours=48)
"""How long a story stays in the news sitemap."""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_URL_SET = f'{DECLARATION}<urlset xmlns="{_SITEMAP}">\n'.encode()
_URL_SET_END = b"</urlset>\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """One page: its whole address, and when its content truly changed, if that is known."""

    url: str
    modified: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """One story. `title` is the headline alone; `lang` is empty for the site's language."""

    url: str
    title: str
    published: datetime
    lang: str = ""


def sitemaps(entries: Sequence[SitemapEntry], *, base_url: str) -> tuple[tuple[str, bytes], ...]:
    """The sitemap as (file name, bytes), in the order of `entries`.

    One file `sitemap.xml`; where that would be too large, `sitemap.xml` is an index of
    `sitemap-1.xml` and so on, which lie under `base_url` too.
    """
    groups = tuple(_groups(entries))
    if len(groups) < 2:
        return (("sitemap.xml", _url_set(groups[0] if groups else ())),)
    files = [
        (f"sitemap-{number}.xml", _url_set(group)) for number, group in enumerate(groups, start=1)
    ]
    index = [
        SitemapEntry(url=f"{base_url.rstrip('/')}/{name}", modified=_latest(group))
        for (name, _), group in zip(files, groups, strict=True)
    ]
    head = f'{DECLARATION}<sitemapindex xmlns="{_SITEMAP}">\n'
    body = "".join(_written("sitemap", entry) for entry in index)
    return (("sitemap.xml", f"{head}{body}</sitemapindex>\n".encode()), *files)


def news_sitemap(
    entries: Iterable[NewsEntry], *, publication: str, language: str, now: datetime
) -> bytes:
    """The stories of the 48 hours before `now`, newest first, then by address; 1,000 at most."""
    recent = [entry for entry in entries if now - NEWS_AGE <= entry.published <= now]
    recent.sort(key=lambda entry: (-entry.published.timestamp(), entry.url))
    written = (_news(entry, publication, entry.lang or language) for entry in recent[:MAXIMUM_NEWS])
    head = f'{DECLARATION}<urlset xmlns="{_SITEMAP}" xmlns:news="{_NEWS}">\n'
    return f"{head}{''.join(written)}</urlset>\n".encode()


def _groups(entries: Sequence[SitemapEntry]) -> Iterable[Sequence[tuple[SitemapEntry, bytes]]]:
    """The entries in files, each with its bytes."""
    group: list[tuple[SitemapEntry, bytes]] = []
    size = frame = len(_URL_SET) + len(_URL_SET_END)
    for entry in entries:
        written = _written("url", entry).encode()
        if group and (len(group) == MAXIMUM_URLS or size + len(written) > MAXIMUM_BYTES):
            yield group
            group, size = [], frame
        group.append((entry, written))
        size += len(written)
    if group:
        yield group


def _written(name: str, entry: SitemapEntry) -> str:
    modified = element("lastmod", w3c(entry.modified)) if entry.modified else ""
    return f"<{name}>\n{element('loc', entry.url)}{modified}</{name}>\n"


def _url_set(group: Sequence[tuple[SitemapEntry, bytes]]) -> bytes:
    return b"".join((_URL_SET, *(written for _, written in group), _URL_SET_END))


def _latest(group: Sequence[tuple[SitemapEntry, bytes]]) -> datetime | None:
    return max((entry.modified for entry, _ in group if entry.modified), default=None)


def _news(entry: NewsEntry, publication: str, language: str) -> str:
    return (
        "<url>\n"
        + element("loc", entry.url)
        + "<news:news>\n<news:publication>\n"
        + element("news:name", publication)
        + element("news:language", _news_language(language))
        + "</news:publication>\n"
        + element("news:publication_date", w3c(entry.published))
        + element("news:title", entry.title)
        + "</news:news>\n</url>\n"
    )


def _news_language(tag: str) -> str:
    """The language alone (`pt` for `pt-BR`), but for Chinese, which is told by its script."""
    primary, *rest = tag.lower().split("-")
    if primary != "zh":
        return primary
    is_traditional = any(part in ("hant", "hk", "mo", "tw") for part in rest)
    return "zh-tw" if is_traditional else "zh-cn"
