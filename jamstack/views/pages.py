"""One view per kind of page; each docstring names its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jamstack.views.parts import (
    ArchiveYear,
    AuthorCardView,
    AuthorEntry,
    BlockView,
    BylineView,
    CountedLink,
    DateView,
    FollowView,
    FrontView,
    Link,
    NoticeView,
    PaginationView,
    PictureView,
    TeaserView,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """`story.html`: the story page, top to bottom."""

    title: str
    dek: str
    kicker: Link
    label: str
    byline: BylineView
    published: DateView
    updated: DateView | None
    image: PictureView | None
    body: tuple[BlockView, ...]
    notices: tuple[NoticeView, ...]
    tags: tuple[Link, ...]
    authors: tuple[AuthorCardView, ...]
    related: tuple[TeaserView, ...]
    url: str
    mark: str = ""
    lang: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """`home.html`: the lead story, the stories beside it, then a strip per section.

    `lead` is None only where nothing is published.
    """

    lead: TeaserView | None
    top: tuple[TeaserView, ...]
    fronts: tuple[FrontView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """`section.html`: a section's stories, newest first; the first page leads with a large one."""

    name: str
    description: str
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


@dataclass(frozen=True, slots=True, kw_only=True)
class TagPage:
    """`tag.html`: the stories with a tag, newest first."""

    name: str
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsPage:
    """`tags.html`: every tag in use, by name."""

    tags: tuple[CountedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorPage:
    """`author.html`: portrait, biography, profiles (linked with `rel="me"`) and stories."""

    name: str
    role: str
    note: str
    bio: str
    biography: tuple[BlockView, ...]
    portrait: PictureView | None
    initials: str
    email: str
    follow: tuple[FollowView, ...]
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView
    feed_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsPage:
    """`authors.html`: everyone with a page, by sort name."""

    authors: tuple[AuthorEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage:
    """`archive.html`: all years, newest first."""

    years: tuple[ArchiveYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPage:
    """`period.html`: the stories of one year or one month, newest first.

    `parents` lead up to the archive; `months` are those of the year (empty on a month's page).
    """

    name: str
    parents: tuple[Link, ...]
    months: tuple[CountedLink, ...]
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """`page.html`: a standing page such as about or contact."""

    title: str
    dek: str
    body: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """`404.html`: shown for an address that is not here; `latest` are the newest stories."""

    latest: tuple[TeaserView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """`redirect.html`: an old address that sends readers on."""

    title: str
    url: str
    absolute_url: str


PageView = (
    StoryPage
    | HomePage
    | SectionPage
    | TagPage
    | TagsPage
    | AuthorPage
    | AuthorsPage
    | ArchivePage
    | PeriodPage
    | PlainPage
    | MissingPage
    | RedirectPage
)
