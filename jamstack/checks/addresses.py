"""Two things at one address, or two files with one slug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo

from jamstack import addresses
from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import Article, StandingPage

MACHINE_FILES = (
    *addresses.FEEDS,
    "sitemap.xml",
    "news-sitemap.xml",
    "robots.txt",
    "manifest.webmanifest",
)
"""Files at the root that programs read."""
KEPT_FOLDERS = ("cards", "images", "theme")
"""Folders of share cards, pictures, styles and fonts."""


def check_addresses(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each slug or address that two files claim; both are named."""
    return (*_slugs(edition), *_former_slugs(edition), *_urls(edition))


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


def _former_slugs(edition: Edition) -> Iterator[Finding]:
    """A fault for each old slug of an author that somebody else has, or had."""
    owners = {author.slug: author for author in edition.authors.values()}
    for author in edition.authors.values():
        for alias in author.aliases:
            owner = owners.setdefault(alias, author)
            if owner is not author or alias == author.slug:
                yield Finding(
                    path=author.path,
                    line=author.lines.get("aliases", 0),
                    field="aliases",
                    message=f"claims `{alias}`, which is that of `{owner.path}`",
                    hint="remove it here or there",
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
        own.update({url + file: f"a feed of `{section.name}`" for file in addresses.FEEDS})
    for author in edition.authors.values():
        for slug in (*author.aliases, author.slug):
            url = addresses.author_url(slug)
            own[url] = f"the author `{author.name}`"
            own.update({url + file: f"a feed of `{author.name}`" for file in addresses.FEEDS})
    for year, month in _months(articles, edition.settings.zone):
        own[addresses.year_url(year)] = f"the archive of {year}"
        own[addresses.month_url(year, month)] = f"the archive of {year}-{month:02d}"
    for tag in _tags(articles):
        own[addresses.tag_url(tag)] = f"the tag `{tag}`"
    return own


def _months(articles: Iterable[Article], zone: tzinfo) -> set[tuple[int, int]]:
    """The months, with their years, of the stories' dates in `zone`."""
    days = (article.date.at.astimezone(zone) for article in articles)
    return {(day.year, day.month) for day in days}


def _tags(articles: Iterable[Article]) -> Iterator[str]:
    """Every spelling of a tag, once; the one that is used last comes last."""
    spellings = [tag for article in articles for tag in article.tags]
    return reversed(dict.fromkeys(reversed(spellings)))


def _urls(edition: Edition) -> Iterator[Finding]:
    articles = edition.all_articles
    taken = own_addresses(edition, articles)
    for article in articles:
        if edition.by_slug[article.slug] is article:
            url = addresses.article_url(article, edition.settings)
            if url in taken:
                yield _claimed(article, url, taken[url], "give the story another `slug`")
            else:
                taken[url] = f"`{article.path}`"
    for page in edition.pages:
        url = addresses.page_url(page.slug)
        if url in taken:
            yield _claimed(page, url, taken[url], "give the page another `slug`")
        else:
            taken[url] = f"`{page.path}`"
    for article in articles:
        for alias in article.aliases:
            url = addresses.normal_alias(alias)
            yield from _alias(article, url, taken)
            taken.setdefault(url, f"`{article.path}`")


def _claimed(source: Article | StandingPage, url: str, owner: str, hint: str) -> Finding:
    return Finding(
        path=source.path,
        line=source.lines.get("slug", 0),
        message=f"has the address `/{url}`, which {owner} has too",
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
