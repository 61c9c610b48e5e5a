"""Where everything on the site lives: URL paths relative to the site root."""

from __future__ import annotations

from jamstack.edition import tag_slug
from jamstack.model import Article
from jamstack.settings import Settings

HOME = ""
ARCHIVE = "archive/"
AUTHORS = "authors/"
TAGS = "tags/"
RSS = "feed.xml"
ATOM = "atom.xml"
JSON_FEED = "feed.json"
FEEDS = (RSS, ATOM, JSON_FEED)
MISSING = "404.html"


def article_url(article: Article, settings: Settings) -> str:
    """A story's URL path, by the setting `article_url`."""
    if "{year}" not in settings.article_url and "{month}" not in settings.article_url:
        return settings.article_url.format(slug=article.slug, section=article.section)
    local = article.date.at.astimezone(settings.zone)
    return settings.article_url.format(
        slug=article.slug,
        section=article.section,
        year=f"{local.year:04d}",
        month=f"{local.month:02d}",
    )


def section_url(slug: str) -> str:
    """A section front's URL path."""
    return f"{slug}/"


def author_url(slug: str) -> str:
    """An author page's URL path."""
    return f"{AUTHORS}{slug}/"


def tag_url(tag: str) -> str:
    """A tag page's URL path."""
    return f"{TAGS}{tag_slug(tag)}/"


def page_url(slug: str) -> str:
    """A standing page's URL path."""
    return f"{slug}/"


def year_url(year: int) -> str:
    """A year's URL path in the archive."""
    return f"{ARCHIVE}{year:04d}/"


def month_url(year: int, month: int) -> str:
    """A month's URL path in the archive."""
    return f"{year_url(year)}{month:02d}/"


def numbered_url(url: str, number: int) -> str:
    """The URL path of page `number` of a list that begins at `url`."""
    return url if number == 1 else f"{url}page/{number}/"


def normal_alias(alias: str) -> str:
    """An alias as a URL path: a folder unless its last part has a suffix such as `.html`."""
    last = alias.rsplit("/", 1)[-1]
    return alias if not last or "." in last else f"{alias}/"


def output_path(url: str) -> str:
    """The file that is served at a URL path."""
    return f"{url}index.html" if not url or url.endswith("/") else url
