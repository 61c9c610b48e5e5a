"""An edition by section, author, tag, month and address: what the whole paper is made of.

Every index holds visible stories alone and is computed once, when it is first asked for.
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from jamstack import addresses
from jamstack.edition import Edition, tag_slug
from jamstack.model import Article, Author, Section, StandingPage
from jamstack.series import Series, all_series, series_key
from jamstack.settings import Settings
from jamstack.values import Value

if TYPE_CHECKING:
    from jamstack.related.kinship import Pool


class Slice(Value, frozen=True, kw_only=True):
    """One page of a list; `count` is the number of its pages."""

    articles: tuple[Article, ...]
    count: int


class Indexes:
    """The visible stories of an edition, found by what they have in common."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.settings: Settings = edition.settings
        self._base = edition.settings.base_path
        self._urls: dict[str, str] = {}
        self._listed: dict[str, tuple[Article, ...]] = {}
        self.profiles: Mapping[str, bytes] = {}

    def url(self, article: Article) -> str:
        """A story's URL path."""
        found = self._urls.get(article.path)
        if found is None:
            found = self._urls[article.path] = addresses.article_url(article, self.settings)
        return found

    def href(self, url: str) -> str:
        """A URL path as a link on this site, as `Settings.href`; looked up once for all pages."""
        return f"{self._base}/{url}"

    @functools.cached_property
    def related(self) -> Pool:
        """The visible stories, ready for choosing related ones.

        By `profiles`, by source path; a story without one is read by what it has of its text.
        """
        # Only a build that must rank needs vectors.
        from jamstack.related.pools import full_pool
        from jamstack.related.terms import profile

        articles, language = self.edition.articles, self.settings.language
        return full_pool(
            articles,
            [self.profiles.get(item.path) or profile(item, language=language) for item in articles],
            self.links,
            language=language,
            direction=self.settings.related_direction,
        )

    @functools.cached_property
    def links(self) -> Mapping[str, frozenset[str]]:
        """The slugs of the visible stories that each story's text links to, by its slug."""
        return {item.slug: self.linked(item) for item in self.edition.articles if item.body.links}

    def linked(self, article: Article) -> frozenset[str]:
        """The slugs of the stories that a story's text links to."""
        found = (
            self.edition.by_path.get(link.path) or self.by_address.get(link.path)
            for link in article.body.links
        )
        return frozenset(target.slug for target in found if target)

    @functools.cached_property
    def sections(self) -> Mapping[str, Section]:
        """The declared sections by slug."""
        return {section.slug: section for section in self.settings.sections}

    @functools.cached_property
    def series(self) -> Mapping[str, Series]:
        """The series of two visible parts or more, by key."""
        return all_series(self.edition.articles)

    def series_of(self, article: Article) -> Series | None:
        """The series that a visible story is a part of; None where no other part is visible."""
        return self.series.get(series_key(article.series)) if article.series else None

    @functools.cached_property
    def by_section(self) -> Mapping[str, tuple[Article, ...]]:
        """Visible stories by section, newest first."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.edition.articles:
            found[article.section].append(article)
        return {section: tuple(articles) for section, articles in found.items()}

    @functools.cached_property
    def by_author(self) -> Mapping[str, tuple[Article, ...]]:
        """Visible stories by credited author or agency, in any role, newest first."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.edition.articles:
            for author in article.credited:
                found[author].append(article)
        return {author: tuple(articles) for author, articles in found.items()}

    @functools.cached_property
    def by_tag(self) -> Mapping[str, tuple[Article, ...]]:
        """Visible stories by tag slug, newest first."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.edition.articles:
            for slug in dict.fromkeys(tag_slug(tag) for tag in article.tags):
                found[slug].append(article)
        return {tag: tuple(articles) for tag, articles in found.items()}

    @functools.cached_property
    def tag_names(self) -> Mapping[str, str]:
        """The printed name of each tag: the spelling used most; ties go to the smaller text."""
        spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for article in self.edition.articles:
            for tag in article.tags:
                spellings[tag_slug(tag)][tag] += 1
        return {
            slug: min(counts, key=lambda spelling: (-counts[spelling], spelling))
            for slug, counts in spellings.items()
        }

    @functools.cached_property
    def authors(self) -> tuple[Author, ...]:
        """The authors that have a page, by sort name: those that hide nothing."""
        hidden = self.edition.hidden_authors
        shown = [author for author in self.edition.authors.values() if author.slug not in hidden]
        return tuple(sorted(shown, key=lambda author: (author.sort_name.casefold(), author.slug)))

    @functools.cached_property
    def by_address(self) -> Mapping[str, Article]:
        """Visible stories by the paths of this site that lead to them: `/stories/x/`, aliases."""
        found: dict[str, Article] = {}
        for article in self.edition.articles:
            for url in (self.url(article), *map(addresses.normal_alias, article.aliases)):
                found.setdefault(f"/{url}", article)
        return found

    @functools.cached_property
    def targets(self) -> Mapping[str, str]:
        """Where each source file that has a page is published, as {source path: link}."""
        articles = {item.path: self.url(item) for item in self.edition.articles}
        pages = {page.path: addresses.page_url(page.slug) for page in self.edition.pages}
        authors = {author.path: addresses.author_url(author.slug) for author in self.authors}
        return {path: self.href(url) for path, url in {**articles, **pages, **authors}.items()}

    @functools.cached_property
    def by_year(self) -> Mapping[int, tuple[Article, ...]]:
        """Visible stories by year in the newsroom's zone, newest first."""
        return {
            year: tuple(itertools.chain.from_iterable(months.values()))
            for year, months in self.by_month.items()
        }

    @functools.cached_property
    def by_month(self) -> Mapping[int, Mapping[int, tuple[Article, ...]]]:
        """Visible stories by year and month in the newsroom's zone, all newest first."""
        zone = self.settings.zone
        found: dict[int, dict[int, list[Article]]] = {}
        for article in self.edition.articles:
            local = article.date.at.astimezone(zone)
            found.setdefault(local.year, {}).setdefault(local.month, []).append(article)
        return {
            year: {month: tuple(found[year][month]) for month in sorted(found[year], reverse=True)}
            for year in sorted(found, reverse=True)
        }

    def listed(self, name: str) -> tuple[Article, ...]:
        """The visible stories of one list, newest first.

        `site`, `section/local` (the editor's pins first), `newest/local`, `tag/sea`,
        `author/mira`, `year/2026`, `month/2026/11`. An unknown list is empty.
        """
        if name not in self._listed:
            self._listed[name] = self._found(name)
        return self._listed[name]

    def sliced(self, name: str, number: int) -> Slice:
        """Page `number` (from 1) of a list."""
        articles = self.listed(name)
        size = self.settings.page_size
        return Slice(
            articles=articles[(number - 1) * size : number * size],
            count=self.page_count(name),
        )

    def recently(self, age: timedelta) -> tuple[Article, ...]:
        """The visible stories whose date is at most `age` before the edition's time.

        A preview shows stories of the time to come, too; they are not among these.
        """
        now, articles = self.edition.now, self.edition.articles
        fresh = itertools.takewhile(lambda item: item.date.at >= now - age, articles)
        return tuple(item for item in fresh if item.date.at <= now)

    def page_count(self, name: str) -> int:
        """How many pages a list has; an empty one has one."""
        return max(1, -(-len(self.listed(name)) // self.settings.page_size))

    @functools.cached_property
    def by_standing(self) -> Mapping[str, StandingPage]:
        """The standing pages by source path."""
        return {page.path: page for page in self.edition.pages}

    def _found(self, name: str) -> tuple[Article, ...]:
        kind, _, key = name.partition("/")
        match kind:
            case "section":
                pins = self.edition.front.sections.get(key, ())
                pinned = [self.edition.by_slug[slug] for slug in pins]
                newest = self.by_section.get(key, ())
                return tuple({item.slug: item for item in (*pinned, *newest)}.values())
            case "newest":
                return self.by_section.get(key, ())
            case "tag":
                return self.by_tag.get(key, ())
            case "author":
                return self.by_author.get(key, ())
            case "year":
                return self.by_year.get(int(key), ())
            case "month":
                year, _, month = key.partition("/")
                return self.by_month.get(int(year), {}).get(int(month), ())
            case _:
                return self.edition.articles
