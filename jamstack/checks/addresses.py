"""Two things at one address, or two files with one slug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jamstack import addresses
from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import Article, StandingPage

MACHINE_FILES = (
    addresses.RSS,
    addresses.ATOM,
    "sitemap.xml",
    "news-sitemap.xml",
    "robots.txt",
    "manifest.webmanifest",
)
"""Files at the root that programs read."""
KEPT_FOLDERS = ("images", "theme")
"""Folders of pictures, styles and fonts."""


def check_addresses(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each slug or address that two files claim; both are named."""
    return (*_slugs(edition), *_urls(edition))


def _slugs(edition: Edition) -> Iterator[Finding]:
    for article in edition.all_articles:
        first = edition.by_slug[article.slug]
        if first is not article:
            yield Finding(
                path=article.path,
                line=article.lines.get("slug", 0),
                message=f"has the slug `{article.slug}`, which `{first.path}` has too",
                hint="give one of them a `slug` of its own",
            )


def own_addresses(edition: Edition, articles: Iterable[Article]) -> dict[str, str]:
    """What the site makes by itself where `articles` are published, as {URL path: what it is}."""
    own = {
        addresses.HOME: "the home page",
        addresses.ARCHIVE: "the archive",
        addresses.AUTHORS: "the authors' index",
        addresses.TAGS: "the tags' index",
        addresses.MISSING: "the page for missing addresses",
        **dict.fromkeys(MACHINE_FILES, "the site's own file"),
    }
    for section in edition.settings.sections:
        url = addresses.section_url(section.slug)
        own[url] = f"the section `{section.name}`"
        own[url + addresses.RSS] = own[url + addresses.ATOM] = f"a feed of `{section.name}`"
    for author in edition.authors.values():
        own[addresses.author_url(author.slug)] = f"the author `{author.name}`"
    for article in articles:
        local = article.date.at.astimezone(edition.settings.zone)
        own[addresses.year_url(local.year)] = f"the archive of {local:%Y}"
        own[addresses.month_url(local.year, local.month)] = f"the archive of {local:%Y-%m}"
        for tag in article.tags:
            own[addresses.tag_url(tag)] = f"the tag `{tag}`"
    return own


def _urls(edition: Edition) -> Iterator[Finding]:
    taken = own_addresses(edition, edition.all_articles)
    for article in edition.all_articles:
        if edition.by_slug[article.slug] is article:
            url = addresses.article_url(article, edition.settings)
            yield from _claimed(article, url, taken, "give the story another `slug`")
            taken.setdefault(url, f"`{article.path}`")
    for page in edition.pages:
        url = addresses.page_url(page.slug)
        yield from _claimed(page, url, taken, "give the page another `slug`")
        taken.setdefault(url, f"`{page.path}`")
    for article in edition.all_articles:
        for alias in article.aliases:
            yield from _alias(article, addresses.normal_alias(alias), taken)
            taken.setdefault(addresses.normal_alias(alias), f"`{article.path}`")


def _claimed(
    source: Article | StandingPage, url: str, taken: Mapping[str, str], hint: str
) -> Iterator[Finding]:
    if url in taken:
        yield Finding(
            path=source.path,
            line=source.lines.get("slug", 0),
            message=f"has the address `/{url}`, which {taken[url]} has too",
            hint=hint,
        )


def _alias(article: Article, url: str, taken: Mapping[str, str]) -> Iterator[Finding]:
    def fault(message: str, hint: str) -> Finding:
        line = article.lines.get("aliases", 0)
        return Finding(path=article.path, line=line, field="aliases", message=message, hint=hint)

    if url in taken:
        hint = "remove the alias, or change the other's address"
        yield fault(f"claims `/{url}`, which {taken[url]} has", hint)
    elif url.split("/")[0] in KEPT_FOLDERS:
        yield fault(f"claims `/{url}`, where the site keeps its own files", "remove the alias")
