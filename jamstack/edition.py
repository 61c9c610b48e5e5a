"""One edition of the paper: everything that was read, seen at one moment.

What readers may see is decided here and nowhere else: `articles` holds it, and pages, feeds and
lists are laid out from `articles` alone.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import PurePosixPath

from slugify import slugify

from jamstack.model import Article, Author, HomeFront, StandingPage, Status
from jamstack.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What was read, at the time `now`.

    `articles` are visible, newest first (then by slug); `hidden` are the others. On a preview all
    are visible. Mappings are by slug, `by_path` by path and in that order. Where two files claim
    one slug, the first by path has it. `unread` are the paths of source files that are there but
    could not be read: what points to one of them is not wrong for that.
    """

    settings: Settings
    now: datetime.datetime
    is_preview: bool
    articles: tuple[Article, ...]
    hidden: tuple[Article, ...]
    by_slug: Mapping[str, Article]
    by_path: Mapping[str, Article]
    authors: Mapping[str, Author]
    pages: tuple[StandingPage, ...]
    front: HomeFront
    unread: frozenset[str] = frozenset()

    @property
    def all_articles(self) -> tuple[Article, ...]:
        """Visible and hidden articles, by path."""
        return tuple(self.by_path.values())

    @property
    def unread_slugs(self) -> frozenset[str]:
        """The slugs that files which could not be read go by, as far as their names tell."""
        paths = (PurePosixPath(path) for path in self.unread)
        return frozenset(path.parent.name if path.stem == "index" else path.stem for path in paths)

    @property
    def hidden_authors(self) -> frozenset[str]:
        """The slugs of authors credited on hidden stories alone: a page would give those away."""
        found = {slug for article in self.hidden for slug in article.credited}
        for article in self.articles:
            if not found:
                break
            found.difference_update(article.credited)
        return frozenset(found)

    def is_visible(self, article: Article) -> bool:
        """True when readers of this edition may know of `article`."""
        return self.is_preview or hidden_because(article, self.now) == ""


def gather(
    articles: Iterable[Article],
    authors: Iterable[Author],
    pages: Iterable[StandingPage],
    front: HomeFront,
    *,
    settings: Settings,
    now: datetime.datetime,
    is_preview: bool = False,
    unread: Iterable[str] = (),
) -> Edition:
    """Put everything that was read together as it stands at `now`, an aware time."""
    by_path = {article.path: article for article in sorted(articles, key=attrgetter("path"))}
    by_slug: dict[str, Article] = {}
    for article in by_path.values():
        by_slug.setdefault(article.slug, article)
    newest = sorted(by_path.values(), key=newest_first)
    hidden = [] if is_preview else [item for item in newest if hidden_because(item, now)]
    away = {article.path for article in hidden}
    return Edition(
        settings=settings,
        now=now,
        is_preview=is_preview,
        articles=tuple(article for article in newest if article.path not in away),
        hidden=tuple(hidden),
        by_slug=by_slug,
        by_path=by_path,
        authors={author.slug: author for author in sorted(authors, key=lambda item: item.slug)},
        pages=tuple(sorted(pages, key=lambda page: page.slug)),
        front=front,
        unread=frozenset(unread),
    )


def hidden_because(article: Article, now: datetime.datetime) -> str:
    """Why `article` is not for readers at `now`: `a draft`, `embargoed`, or empty when it is."""
    if article.status is Status.DRAFT:
        return "a draft"
    return "embargoed" if release_time(article) > now else ""


def release_time(article: Article) -> datetime.datetime:
    """When `article` comes out: its date, or its embargo where that is later."""
    return max(article.date.at, article.embargo.at) if article.embargo else article.date.at


def newest_first(article: Article) -> tuple[float, str]:
    """Sort key: the newer first, then the smaller slug."""
    return (-article.date.at.timestamp(), article.slug)


@functools.lru_cache(maxsize=65536)
def tag_slug(tag: str) -> str:
    """The address part of a tag; spellings that give one address are one tag."""
    return slugify(tag)
