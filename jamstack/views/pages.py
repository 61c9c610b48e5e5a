"""One view per kind of page; each docstring names its template."""

from __future__ import annotations

from collections.abc import Mapping

from jamstack.values import Value
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
    SeriesView,
    TeaserView,
)


class StoryPage(Value, frozen=True, kw_only=True):
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
    series: SeriesView | None = None
    mark: str = ""
    lang: str = ""
    extra: Mapping[str, object] = {}


class HomePage(Value, frozen=True, kw_only=True):
    """`home.html`: the lead story, the stories beside it, then a strip per section.

    `lead` is None only where nothing is published.
    """

    lead: TeaserView | None
    top: tuple[TeaserView, ...]
    fronts: tuple[FrontView, ...]


class SectionPage(Value, frozen=True, kw_only=True):
    """`section.html`: a section's stories, newest first; the first page leads with a large one."""

    name: str
    description: str
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


class TagPage(Value, frozen=True, kw_only=True):
    """`tag.html`: the stories with a tag, newest first."""

    name: str
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


class TagsPage(Value, frozen=True, kw_only=True):
    """`tags.html`: every tag in use, by name."""

    tags: tuple[CountedLink, ...]


class AuthorPage(Value, frozen=True, kw_only=True):
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


class AuthorsPage(Value, frozen=True, kw_only=True):
    """`authors.html`: everyone with a page, by sort name."""

    authors: tuple[AuthorEntry, ...]


class ArchivePage(Value, frozen=True, kw_only=True):
    """`archive.html`: all years, newest first."""

    years: tuple[ArchiveYear, ...]


class PeriodPage(Value, frozen=True, kw_only=True):
    """`period.html`: the stories of one year or one month, newest first.

    `parents` lead up to the archive; `months` are those of the year (empty on a month's page).
    """

    name: str
    parents: tuple[Link, ...]
    months: tuple[CountedLink, ...]
    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


class PlainPage(Value, frozen=True, kw_only=True):
    """`page.html`: a standing page such as about or contact."""

    title: str
    dek: str
    body: tuple[BlockView, ...]


class MissingPage(Value, frozen=True, kw_only=True):
    """`404.html`: shown for an address that is not here; `latest` are the newest stories."""

    latest: tuple[TeaserView, ...]


class RedirectPage(Value, frozen=True, kw_only=True):
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
