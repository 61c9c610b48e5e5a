"""Files for programs: sitemaps, robots, web manifest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial

from jamstack import addresses
from jamstack.feeds.sitemap import (
    MAXIMUM_URLS,
    NEWS_AGE,
    NewsEntry,
    SitemapEntry,
    news_sitemap,
    sitemaps,
)
from jamstack.layout.paper import Paper
from jamstack.layout.plans import FilePlan
from jamstack.layout.stories import last_changed

SITEMAP = "sitemap.xml"
NEWS_SITEMAP = "news-sitemap.xml"


def machine_plans(paper: Paper) -> Iterator[FilePlan]:
    """Sitemaps, `robots.txt` and the web manifest."""
    for name in _sitemap_names(paper):
        yield FilePlan(path=name, make=partial(sitemap_file, name=name))
    yield FilePlan(path=NEWS_SITEMAP, make=news_sitemap_file)
    yield FilePlan(path="robots.txt", make=robots_file)
    yield FilePlan(path="manifest.webmanifest", make=manifest_file)


def sitemap_file(paper: Paper, *, name: str) -> bytes:
    """The sitemap, or one file of it where it is too large for one."""
    return _sitemaps(paper)[name]


def news_sitemap_file(paper: Paper) -> bytes:
    """The stories of the last two days, for news search."""
    settings = paper.settings
    entries = (
        NewsEntry(
            url=settings.absolute(paper.url(article)),
            title=article.title,
            published=article.date.at,
            lang=paper.lang(article),
        )
        for article in map(paper.face, paper.recent(NEWS_AGE))
        if not article.canonical
    )
    return news_sitemap(
        entries,
        publication=settings.name,
        language=settings.language,
        now=paper.edition.now,
    )


def robots_file(paper: Paper) -> bytes:
    """What crawlers may read: everything but previews."""
    return _robots(paper).encode()


def manifest_file(paper: Paper) -> bytes:
    """The web manifest: the paper's name, colours and icons."""
    return _manifest(paper).encode()


def _sitemap_names(paper: Paper) -> tuple[str, ...]:
    """The files of the sitemap: only a large paper needs to write it to know them."""
    told = (
        paper.edition.articles,
        paper.edition.pages,
        paper.authors,
        paper.by_tag,
        paper.sections,
    )
    if sum(map(len, told)) < MAXIMUM_URLS // 2:
        return (SITEMAP,)
    return tuple(_sitemaps(paper))


def _sitemaps(paper: Paper) -> Mapping[str, bytes]:
    return paper.once("sitemaps", _written_sitemaps)


def _written_sitemaps(paper: Paper) -> Mapping[str, bytes]:
    paper.index("site")
    return dict(sitemaps(tuple(_urls(paper)), base_url=paper.settings.absolute("")))


def _urls(paper: Paper) -> Iterator[SitemapEntry]:
    settings = paper.settings
    edition = paper.edition
    articles = paper.faces()
    newest = max((last_changed(article).at for article in articles), default=None)
    yield SitemapEntry(url=settings.absolute(addresses.HOME), modified=newest)
    for article in articles:
        if not article.canonical:
            url = settings.absolute(paper.url(article))
            yield SitemapEntry(url=url, modified=last_changed(article).at)
    for slug in paper.sections:
        of_section = paper.by_section.get(slug, ())
        modified = max((last_changed(article).at for article in of_section), default=None)
        yield SitemapEntry(url=settings.absolute(addresses.section_url(slug)), modified=modified)
    others = [addresses.page_url(page.slug) for page in edition.pages]
    others += [addresses.author_url(author.slug) for author in paper.authors]
    others += [addresses.tag_url(slug) for slug in sorted(paper.by_tag)]
    others += [addresses.ARCHIVE, addresses.AUTHORS, addresses.TAGS]
    for url in others:
        yield SitemapEntry(url=settings.absolute(url), modified=None)


def _robots(paper: Paper) -> str:
    if paper.edition.is_preview or not paper.settings.is_indexed:
        return "User-agent: *\nDisallow: /\n"
    settings = paper.settings
    return (
        "User-agent: *\n"
        "Allow: /\n\n"
        f"Sitemap: {settings.absolute(SITEMAP)}\n"
        f"Sitemap: {settings.absolute(NEWS_SITEMAP)}\n"
    )


def _manifest(paper: Paper) -> str:
    settings = paper.settings
    icons = [
        {"src": paper.assets[name], "sizes": f"{size}x{size}", "type": "image/png"}
        for name, size in (("icon-192.png", 192), ("icon-512.png", 512))
        if name in paper.assets
    ]
    manifest = {
        "name": settings.name,
        "short_name": settings.name,
        "description": settings.tagline,
        "lang": settings.language,
        "start_url": settings.href(addresses.HOME),
        "scope": settings.href(addresses.HOME),
        "display": "browser",
        "theme_color": paper.theme_colours.get("theme", "#ffffff"),
        "background_color": paper.theme_colours.get("background", "#ffffff"),
        "icons": icons,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
