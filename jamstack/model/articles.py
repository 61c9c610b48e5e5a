"""A story as it was read from one file."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from jamstack.model.bodies import Body, Picture


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


class Status(enum.StrEnum):
    """Whether a story is meant for readers."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date, or a date with a time. `has_time` is False when the writer gave the day alone."""

    at: datetime
    has_time: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A dated correction or update; `text` is plain text."""

    date: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One author's part in a story, as the writer declared it. `line` is where."""

    author: str
    role: Role = Role.REPORTING
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story, read from one file and depending on that file alone.

    `lines` gives the source line of each front matter field present, for findings.
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
    kicker: str = ""
    updated: Moment | None = None
    tags: tuple[str, ...] = ()
    type: ArticleType = ArticleType.NEWS
    image: Picture | None = None
    related: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    embargo: Moment | None = None
    corrections: tuple[Notice, ...] = ()
    updates: tuple[Notice, ...] = ()
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    lang: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
