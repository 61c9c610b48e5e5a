"""What the pages of one edition ask for: bylines, pictures, teasers, lists, related stories.

A page is laid out from what it asks of the paper and from nothing else. Every question is noted
(`face:articles/2026/x.md`, `tag:harbour`), so that the press knows which answers a page was made
of, and lays out again only the pages of which one has changed. Whatever a page shows must
therefore come through a method below; `jamstack/layout/answers.py` gives the answer to each
question as a plain value. Answers are computed once and never change.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import timedelta
from typing import TypeVar

from jamstack import addresses
from jamstack.bylines.author_card import initials
from jamstack.bylines.credit_line import byline
from jamstack.cards.files import FontDigests
from jamstack.edition import Edition, hidden_because, release_time
from jamstack.images.markup import picture_view
from jamstack.images.plan import PicturePlan
from jamstack.layout.dates import date_view
from jamstack.layout.indexes import Indexes, Slice
from jamstack.layout.picks import Picks, pick
from jamstack.model import (
    Article,
    ArticleType,
    Author,
    Body,
    Byline,
    Moment,
    Picture,
    Role,
    StandingPage,
)
from jamstack.series import Series, series_key
from jamstack.values import replace
from jamstack.views import BylineView, DateView, Link, PictureView, TeaserView

LABELS = {
    ArticleType.NEWS: "",
    ArticleType.OPINION: "Opinion",
    ArticleType.ANALYSIS: "Analysis",
    ArticleType.REVIEW: "Review",
    ArticleType.EXPLAINER: "Explainer",
}

REMEMBERED = 1 << 15
"""Things computed once that are held at least, and at most twice as many: some for each of the
stories whose pages are made together."""

Value = TypeVar("Value")
_Remembered = tuple[object, dict[str, None]]
"""What was made, and the questions it asked."""


class Paper(Indexes):
    """An edition ready to be laid out.

    `plans` holds what is made of each picture, by (content path, focus). `texts` are the
    bodies, by source path, of stories whose own body lacks its text. What stories offer is chosen
    when it is first asked for, unless it was given by `offer`. `fonts` are those of share cards;
    without, there are none.
    """

    def __init__(
        self,
        edition: Edition,
        *,
        plans: Mapping[tuple[str, tuple[int, int]], PicturePlan],
        assets: Mapping[str, str],
        theme_colours: Mapping[str, str],
        fonts: FontDigests | None = None,
    ) -> None:
        super().__init__(edition)
        self.assets = assets
        self.theme_colours = theme_colours
        self.fonts = fonts
        self.texts: Mapping[str, Body] = {}
        self.plans = plans
        self._picks: dict[str, Picks] = {}
        self._noted: dict[str, None] = {}
        self._once: dict[Hashable, _Remembered] = {}
        self._older: dict[Hashable, _Remembered] = {}

    def asked_by(self, make: Callable[[Paper], Value]) -> tuple[Value, tuple[str, ...]]:
        """What `make` makes of this paper, and the questions it asked, each once, in order."""
        value, noted = self._apart(make)
        self._noted.update(noted)
        return value, tuple(noted)

    def once(self, key: Hashable, make: Callable[[Paper], Value]) -> Value:
        """What `make` makes, computed once for `key`; its questions are noted each time.

        In a very large edition what was not asked for lately is forgotten, and computed again.
        """
        found = self._once.get(key)
        if found is None:
            found = self._older.pop(key, None) or self._apart(make)
            if len(self._once) >= REMEMBERED:
                self._older, self._once = self._once, {}
            self._once[key] = found
        self._noted.update(found[1])
        return found[0]  # type: ignore[return-value]  # one key, one type

    def story(self, path: str) -> Article:
        """A story with its text."""
        self._note("story", path)
        article = self.edition.by_path[path]
        text = self.texts.get(path)
        return article if text is None else replace(article, body=text)

    def face(self, article: Article) -> Article:
        """A story as other pages may show it: all but its text."""
        self._note("face", article.path)
        return article

    def faces(self) -> tuple[Article, ...]:
        """All visible stories, newest first, as other pages may show them."""
        self._note("faces", "site")
        return self.edition.articles

    def author(self, slug: str) -> Author:
        """Someone credited, with everything known of them."""
        self._note("author", slug)
        return self.edition.authors[slug]

    def standing(self, path: str) -> StandingPage:
        """A standing page."""
        self._note("standing", path)
        return self.by_standing[path]

    def tag_name(self, slug: str) -> str:
        """The printed name of a tag."""
        self._note("tag", slug)
        return self.tag_names[slug]

    def target(self, path: str) -> str:
        """The link to a source file's page; empty for one without a page."""
        self._note("target", path)
        return self.targets.get(path, "")

    def slice(self, name: str, number: int) -> Slice:
        """The stories on page `number` (from 1) of a list, and how many pages it has."""
        self._note("slice", f"{name}#{number}")
        return self.sliced(name, number)

    def newest(self, name: str, count: int) -> tuple[Article, ...]:
        """The first stories of a list, at most `count`."""
        self._note("newest", f"{name}#{count}")
        return self.listed(name)[:count]

    def recent(self, age: timedelta) -> tuple[Article, ...]:
        """The stories whose date is at most `age` ago, newest first."""
        self._note("recent", str(int(age.total_seconds())))
        return self.recently(age)

    def picks(self, article: Article) -> Picks:
        """The stories offered beside and after a story."""
        self._note("picks", article.path)
        return self.picks_of(article.path)

    def offer(self, picks: Mapping[str, Picks]) -> None:
        """Take the stories chosen elsewhere for what stories offer."""
        self._picks.update(picks)

    def picks_of(self, path: str) -> Picks:
        """As `picks`, without a note: for those who compare answers."""
        if path not in self._picks:
            self._picks[path] = pick(self.edition.by_path[path], self)
        return self._picks[path]

    def series_with(self, article: Article) -> Series | None:
        """The series that a story is a part of, with its visible parts; None where it has none."""
        if not article.series:
            return None
        self._note("series", series_key(article.series))
        return self.series_of(article)

    def index(self, what: str) -> None:
        """Note that a page shows one whole index, of those in `answers.INDEXES`."""
        self._note("index", what)

    def byline(self, article: Article) -> Byline:
        """The byline of a story."""
        return self.once(("byline", article.path), lambda _: self._byline(article))

    def bylined(self, article: Article) -> tuple[Author, ...]:
        """Those whose byline it is, each once, whatever they did."""
        return self.byline(article).authors

    def byline_view(self, article: Article) -> BylineView:
        """The byline with links to the author pages."""
        return self.once(("byline view", article.path), lambda _: self._byline_view(article))

    def date(self, moment: Moment) -> DateView:
        """A moment in the newsroom's zone and the site's language."""
        return date_view(moment, timezone=self.settings.timezone, language=self.settings.language)

    def kicker(self, article: Article) -> Link:
        """The word above the headline, linked to the section front."""
        section = self.sections[article.section]
        url = self.href(addresses.section_url(section.slug))
        return Link(text=article.kicker or section.name, url=url)

    def picture(self, picture: Picture) -> PictureView:
        """A picture with its sizes."""
        return self.once(
            picture, lambda _: picture_view(picture, self.plan(picture), settings=self.settings)
        )

    def plan(self, picture: Picture) -> PicturePlan:
        """What is made of a picture."""
        x, y = picture.focus
        self._note("picture", f"{picture.path}@{x},{y}")
        return self.plans[picture.path, picture.focus]

    def language(self, article: Article) -> str:
        """The tag of the language that a story is written in."""
        return article.lang or self.settings.language

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
        return self.once(("teaser", article.path), lambda _: self._teaser(self.face(article)))

    def initials(self, author: Author) -> str:
        """What stands where a portrait is missing."""
        return initials(author.name)

    def reporters(self, article: Article) -> tuple[Author, ...]:
        """Those whose card stands at the end of a story: everyone with a page, each once."""
        people = self.byline(article).people
        first = sorted(people, key=lambda one: one.role is not Role.REPORTING)
        return tuple({one.author.slug: one.author for one in first if one.author.slug}.values())

    def _apart(self, make: Callable[[Paper], Value]) -> tuple[Value, dict[str, None]]:
        """What `make` makes, and what it asked, which is not noted for whoever asks now."""
        outer, self._noted = self._noted, {}
        try:
            return make(self), self._noted
        finally:
            self._noted = outer

    def _note(self, kind: str, name: str) -> None:
        self._noted[f"{kind}:{name}"] = None

    def _byline_view(self, article: Article) -> BylineView:
        # The names alone: lists need not follow a new portrait or role.
        for slug in article.credited:
            self._note("name", slug)
        value = self._line(article)
        parts = tuple(
            Link(text=part.text, url=self.href(part.url) if part.url else "")
            for part in value.parts
        )
        reasons = tuple(one.reason for one in value.people if one.reason)
        return BylineView(parts=parts, text=value.text, reasons=reasons)

    def _byline(self, article: Article) -> Byline:
        for slug in article.credited:
            self._note("author", slug)
        return self._line(article)

    def _line(self, article: Article) -> Byline:
        return byline(
            article.credits,
            self.edition.authors,
            language=self.language(article),
            date=article.date,
        )

    def _teaser(self, article: Article) -> TeaserView:
        return TeaserView(
            url=self.href(self.url(article)),
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
