"""The edition with what all pages ask of it: bylines, pictures, lists by section, author and tag.

Everything is computed once and remembered; nothing changes what was computed.
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Mapping

from jamstack import addresses
from jamstack.bylines.author_card import initials
from jamstack.bylines.credit_line import byline
from jamstack.edition import Edition, hidden_because, release_time, tag_slug
from jamstack.images.markup import picture_view
from jamstack.images.plan import PicturePlan
from jamstack.layout.dates import date_view
from jamstack.model import Article, ArticleType, Author, Byline, Moment, Picture, Role, Section
from jamstack.related.choosing import TagIndex, index
from jamstack.settings import Settings
from jamstack.views import BylineView, DateView, Link, PictureView, TeaserView

LABELS = {
    ArticleType.NEWS: "",
    ArticleType.OPINION: "Opinion",
    ArticleType.ANALYSIS: "Analysis",
    ArticleType.REVIEW: "Review",
    ArticleType.EXPLAINER: "Explainer",
}


class Paper:
    """An edition ready to be laid out.

    `plans` holds what is made of each picture, by (content path, focus); `shown` fills up with the
    pictures that the laid out pages really show.
    """

    def __init__(
        self,
        edition: Edition,
        *,
        plans: Mapping[tuple[str, tuple[int, int]], PicturePlan],
        assets: Mapping[str, str],
        theme_colours: Mapping[str, str],
    ) -> None:
        self.edition = edition
        self.settings: Settings = edition.settings
        self.assets = assets
        self.theme_colours = theme_colours
        self.shown: set[tuple[str, tuple[int, int]]] = set()
        self._plans = plans
        self._teasers: dict[str, TeaserView] = {}
        self._bylines: dict[str, Byline] = {}

    @functools.cached_property
    def related(self) -> TagIndex:
        """The visible stories, ready for choosing related ones."""
        return index(self.edition.articles)

    @functools.cached_property
    def sections(self) -> Mapping[str, Section]:
        """The declared sections by slug."""
        return {section.slug: section for section in self.settings.sections}

    @functools.cached_property
    def by_section(self) -> Mapping[str, tuple[Article, ...]]:
        """Visible stories by section, newest first."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.edition.articles:
            found[article.section].append(article)
        return {section: tuple(articles) for section, articles in found.items()}

    @functools.cached_property
    def by_author(self) -> Mapping[str, tuple[Article, ...]]:
        """Visible stories by credited author, in any role, newest first."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.edition.articles:
            for author in dict.fromkeys(credit.author for credit in article.credits):
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
        return {
            path: self.settings.href(url) for path, url in {**articles, **pages, **authors}.items()
        }

    def byline(self, article: Article) -> Byline:
        """The byline of a story."""
        if article.path not in self._bylines:
            self._bylines[article.path] = byline(article.credits, self.edition.authors)
        return self._bylines[article.path]

    def bylined(self, article: Article) -> tuple[Author, ...]:
        """Those whose byline it is, each once, whatever they did."""
        return tuple({author.slug: author for author in self.byline(article).authors}.values())

    def byline_view(self, article: Article) -> BylineView:
        """The byline with links to the author pages."""
        value = self.byline(article)
        parts = tuple(
            Link(text=part.text, url=self.settings.href(part.url) if part.url else "")
            for part in value.parts
        )
        return BylineView(parts=parts, text=value.text)

    def date(self, moment: Moment) -> DateView:
        """A moment in the newsroom's zone and the site's language."""
        return date_view(moment, timezone=self.settings.timezone, language=self.settings.language)

    def url(self, article: Article) -> str:
        """A story's URL path."""
        return addresses.article_url(article, self.settings)

    def kicker(self, article: Article) -> Link:
        """The word above the headline, linked to the section front."""
        section = self.sections[article.section]
        url = self.settings.href(addresses.section_url(section.slug))
        return Link(text=article.kicker or section.name, url=url)

    def picture(self, picture: Picture) -> PictureView:
        """A picture with its sizes; remembers that it is shown."""
        self.shown.add((picture.path, picture.focus))
        plan = self._plans[picture.path, picture.focus]
        return picture_view(picture, plan, settings=self.settings)

    def plan(self, picture: Picture) -> PicturePlan:
        """What is made of a picture."""
        return self._plans[picture.path, picture.focus]

    def lang(self, article: Article) -> str:
        """The story's language where it is not the site's; else empty."""
        return "" if article.lang in ("", self.settings.language) else article.lang

    def mark(self, article: Article) -> str:
        """On a preview, why readers cannot see the story yet; else empty."""
        why = hidden_because(article, self.edition.now)
        if why == "a draft":
            return "Draft"
        if not why:
            return ""
        moment = Moment(at=release_time(article), has_time=True)
        return f"Embargoed until {self.date(moment).text}"

    def teaser(self, article: Article) -> TeaserView:
        """A story as lists show it."""
        if article.path not in self._teasers:
            self._teasers[article.path] = TeaserView(
                url=self.settings.href(self.url(article)),
                title=article.title,
                dek=article.summary,
                kicker=self.kicker(article),
                byline=self.byline_view(article),
                date=self.date(article.date),
                image=self.picture(article.image) if article.image else None,
                label=LABELS[article.type],
                mark=self.mark(article),
                lang=self.lang(article),
            )
        return self._teasers[article.path]

    def initials(self, author: Author) -> str:
        """What stands where a portrait is missing."""
        return initials(author.name)

    def reporters(self, article: Article) -> tuple[Author, ...]:
        """Those whose card stands at the end of a story: everyone credited, each once."""
        people = self.byline(article).people
        first = sorted(people, key=lambda item: item[1] is not Role.REPORTING)
        return tuple({author.slug: author for author, _ in first}.values())
