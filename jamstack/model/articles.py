"""A story as it was read from one file."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import datetime

from jamstack.model.bodies import Body, Picture
from jamstack.values import Value


class ArticleType(enum.StrEnum):
    """What kind of story it is; decides the label on the page and the JSON-LD type."""

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    REVIEW = "review"
    EXPLAINER = "explainer"


class Role(enum.StrEnum):
    """What a credited person did. `REPORTING` is the plain byline."""

    REPORTING = "reporting"
    ADDITIONAL_REPORTING = "additional reporting"
    PHOTOGRAPHS = "photographs"
    ILLUSTRATION = "illustration"
    GRAPHICS = "graphics"
    VIDEO = "video"
    TRANSLATION = "translation"
    EDITING = "editing"


class CardLayout(enum.StrEnum):
    """How a story's share card is set: type on paper, or its photo under type."""

    TYPE = "type"
    PHOTO = "photo"


class RelatedDirection(enum.StrEnum):
    """Which stories to offer after one, if there is a choice."""

    ANY = "any"
    EARLIER = "earlier"
    LATER = "later"


class Status(enum.StrEnum):
    """Whether a story is meant for readers."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Moment(Value, frozen=True, kw_only=True):
    """A date, or a date with a time. `has_time` is False when the writer gave the day alone."""

    at: datetime
    has_time: bool


class Notice(Value, frozen=True, kw_only=True):
    """A dated correction or update; `text` is plain text."""

    date: Moment
    text: str


class Credit(Value, frozen=True, kw_only=True):
    """One person's part in a story, as the writer declared it. `line` is where.

    `author` is a slug of the registry; empty for someone without a page, who has a `name`.
    `place` is where they worked from, `agency` the slug of the organization they worked for, `note`
    is printed after the name (`Special to The Herald`). Who is not named by decision has a
    `reason`, and as `name` what readers may know.
    """

    author: str = ""
    role: Role = Role.REPORTING
    line: int = 0
    name: str = ""
    place: str = ""
    agency: str = ""
    note: str = ""
    reason: str = ""


class Article(Value, frozen=True, kw_only=True):
    """One story, read from one file and depending on that file alone.

    `byline` is the line as a writer typed it, in place of `credits`. `related` names stories as the
    writer did, or by slugs once that is settled; `related_inline` is how many lines to place, None
    where their number follows from the length. `part` is 0 where the writer gave none. `lines`
    gives the source line of each front matter field present, for findings.
    """

    path: str
    slug: str
    title: str
    date: Moment
    section: str
    credits: tuple[Credit, ...]
    body: Body
    dek: str = ""
    summary: str = ""
    byline: str = ""
    kicker: str = ""
    updated: Moment | None = None
    tags: tuple[str, ...] = ()
    type: ArticleType = ArticleType.NEWS
    image: Picture | None = None
    card: CardLayout | None = None
    share_image: Picture | None = None
    related: tuple[str, ...] = ()
    related_direction: RelatedDirection | None = None
    related_inline: int | None = None
    series: str = ""
    part: int = 0
    status: Status = Status.PUBLISHED
    embargo: Moment | None = None
    corrections: tuple[Notice, ...] = ()
    updates: tuple[Notice, ...] = ()
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    lang: str = ""
    extra: Mapping[str, object] = {}
    lines: Mapping[str, int] = {}

    @property
    def credited(self) -> tuple[str, ...]:
        """The slugs of all authors and agencies credited, each once, in order."""
        named = (slug for credit in self.credits for slug in (credit.author, credit.agency))
        return tuple(dict.fromkeys(filter(None, named)))
