"""Everything a theme may use: one frozen view per kind of page.

A page is a pure function of a template and a view. A template gets three names: `site` (the same
for every page), `head` (what `<head>` needs) and `page` (one of the classes named `…Page` below;
the class's docstring names its template). All `url` values are ready for `href`: they begin with
the site's base path. Values named `absolute_url` begin with the site's address. Text is plain and
is escaped by the template; only values of type `Html` are markup, sanitized already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

Html = NewType("Html", str)
"""Markup that is safe to put into a page as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Linked text; a part without a link has an empty `url`."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A moment: `iso` for machines (with zone), `text` for people, in the site's language."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture with the sizes made of it.

    `url` is a JPEG (or PNG) for any browser and `absolute_url` the same with the site's address;
    `srcset` holds WebP files by width. `width` and `height`, in pixels, reserve the space.
    `position` is the CSS `object-position` that keeps the focus in a crop. `alt` is empty for
    decorations.
    """

    url: str
    absolute_url: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    position: str = "50% 50%"


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineView:
    """The printed byline (`By A and B`): `parts` in order, `text` without links."""

    parts: tuple[Link, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeaserView:
    """A story as lists show it.

    `label` names a type other than news (`Opinion`); `mark` is set on previews only
    (`Draft`, `Embargoed until …`).
    """

    url: str
    title: str
    dek: str
    kicker: Link
    byline: BylineView
    date: DateView
    image: PictureView | None = None
    label: str = ""
    mark: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """A click-to-load card: a link to `url`; `frame_url`, when set, may be loaded on a click."""

    provider: str
    url: str
    frame_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """One piece of a body, in order; `kind` tells which other value is set.

    `html`: `html`. `figure`: `picture`. `embed`: `embed`. `related`: `related`, the live headline
    linked. `pull-quote`: `html` and `attribution`.
    """

    kind: str
    html: Html = Html("")
    picture: PictureView | None = None
    embed: EmbedView | None = None
    related: Link | None = None
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A dated correction or update; `kind` is `correction` or `update`."""

    kind: str
    date: DateView
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """A profile elsewhere: `label` is the network's printed name."""

    network: str
    label: str
    url: str
    handle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorCardView:
    """One author as the end of a story shows them.

    `sentence` is the follow line in parts (`Follow him on Mastodon and X.`), () without links.
    """

    name: str
    url: str
    role: str
    bio: str
    portrait: PictureView | None
    initials: str
    sentence: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginationView:
    """Where a list page stands. URLs are empty at the ends; `pages` holds every page in order."""

    number: int
    count: int
    previous_url: str
    next_url: str
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaTag:
    """One `<meta>`: `attribute` is `name` or `property`."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed to announce in `<head>`."""

    title: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """What `<head>` holds: `meta` has description, robots, Open Graph and card tags in order.

    `json_ld` is ready to stand inside a script element. `canonical` is empty on the 404 page.
    """

    title: str
    lang: str
    canonical: str
    meta: tuple[MetaTag, ...]
    feeds: tuple[FeedLink, ...]
    json_ld: Html
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What every page knows of the site.

    `assets` maps a file of the theme's `static/` folder to its URL, which holds a digest of the
    content: `site.assets['css/paper.css']`. `mark` is set on previews.
    """

    name: str
    tagline: str
    lang: str
    absolute_url: str
    home_url: str
    archive_url: str
    authors_url: str
    tags_url: str
    feed_url: str
    navigation: tuple[Link, ...]
    pages: tuple[Link, ...]
    year: int
    assets: Mapping[str, str]
    mark: str = ""


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
class FrontView:
    """One section's strip on the home page."""

    section: Link
    teasers: tuple[TeaserView, ...]


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
class CountedLink:
    """A link with the number of stories behind it."""

    text: str
    url: str
    count: int


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
class AuthorEntry:
    """One line of the authors index."""

    name: str
    url: str
    role: str
    bio: str
    portrait: PictureView | None
    initials: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsPage:
    """`authors.html`: everyone with a page, by sort name."""

    authors: tuple[AuthorEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveYear:
    """One year of the archive; `months` are links with story counts, January first."""

    name: str
    url: str
    count: int
    months: tuple[CountedLink, ...]


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
