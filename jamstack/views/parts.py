"""The parts that pages are made of."""

from __future__ import annotations

from dataclasses import dataclass
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
class FrontView:
    """One section's strip on the home page."""

    section: Link
    teasers: tuple[TeaserView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedLink:
    """A link with the number of stories behind it."""

    text: str
    url: str
    count: int


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
class ArchiveYear:
    """One year of the archive; `months` are links with story counts, January first."""

    name: str
    url: str
    count: int
    months: tuple[CountedLink, ...]
