"""Files for programs: sitemaps, robots, web manifest."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jamstack import addresses
from jamstack.feeds.sitemap import NewsEntry, SitemapEntry, news_sitemap, sitemaps
from jamstack.layout.paper import Paper
from jamstack.layout.plans import FilePlan
from jamstack.layout.stories import last_changed

NEWS_SITEMAP = "news-sitemap.xml"


def machine_plans(paper: Paper) -> Iterator[FilePlan]:
    """Sitemaps, `robots.txt` and the web manifest."""
    settings = paper.settings
    for name, data in sitemaps(tuple(_urls(paper)), base_url=settings.absolute("")):
        yield FilePlan(path=name, data=data)
    news = tuple(
        NewsEntry(
            url=settings.absolute(paper.url(article)),
            title=article.title,
            published=article.date.at,
            lang=paper.lang(article),
        )
        for article in paper.edition.articles
        if not article.canonical
    )
    yield FilePlan(
        path=NEWS_SITEMAP,
        data=news_sitemap(
            news,
            publication=settings.name,
            language=settings.language,
            now=paper.edition.now,
        ),
    )
    yield FilePlan(path="robots.txt", data=_robots(paper).encode())
    yield FilePlan(path="manifest.webmanifest", data=_manifest(paper).encode())


def _urls(paper: Paper) -> Iterator[SitemapEntry]:
    settings = paper.settings
    edition = paper.edition
    newest = max((last_changed(article).at for article in edition.articles), default=None)
    yield SitemapEntry(url=settings.absolute(addresses.HOME), modified=newest)
    for article in edition.articles:
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
    if paper.edition.is_preview:
        return "User-agent: *\nDisallow: /\n"
    settings = paper.settings
    return (
        "User-agent: *\n"
        "Allow: /\n\n"
        f"Sitemap: {settings.absolute('sitemap.xml')}\n"
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
