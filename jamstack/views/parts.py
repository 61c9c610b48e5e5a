"""The parts that pages are made of."""

from __future__ import annotations

from typing import NewType

from jamstack.values import Value

Html = NewType("Html", str)
"""Markup that is safe to put into a page as it is."""


class Link(Value, frozen=True, kw_only=True):
    """Linked text; a part without a link has an empty `url`."""

    text: str
    url: str = ""


class DateView(Value, frozen=True, kw_only=True):
    """A moment: `iso` for machines (with zone), `text` for people, in the site's language."""

    iso: str
    text: str


class PictureView(Value, frozen=True, kw_only=True):
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


class BylineView(Value, frozen=True, kw_only=True):
    """The printed byline (`By A and B`): `parts` in order, `text` without links.

    `reasons` tell why somebody is not named.
    """

    parts: tuple[Link, ...]
    text: str
    reasons: tuple[str, ...] = ()


class TeaserView(Value, frozen=True, kw_only=True):
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


class EmbedView(Value, frozen=True, kw_only=True):
    """A click-to-load card: a link to `url`; `frame_url`, when set, may be loaded on a click."""

    provider: str
    url: str
    frame_url: str = ""


class BlockView(Value, frozen=True, kw_only=True):
    """One piece of a body, in order; `kind` tells which other value is set.

    `html`: `html`. `figure`: `picture`. `embed`: `embed`. `related`: `related`, the live headline
    linked, and `number`, which of the related lines it is, from 1. `pull-quote`: `html` and
    `attribution`.
    """

    kind: str
    html: Html = Html("")
    picture: PictureView | None = None
    embed: EmbedView | None = None
    related: Link | None = None
    number: int = 0
    attribution: str = ""


class PartView(Value, frozen=True, kw_only=True):
    """One part of a series; `is_current` for the one that the page shows."""

    title: str
    url: str
    is_current: bool = False
    lang: str = ""


class SeriesView(Value, frozen=True, kw_only=True):
    """The series that a story is a part of: part `number` (from 1) of `count`, and all of them."""

    name: str
    number: int
    count: int
    parts: tuple[PartView, ...]


class NoticeView(Value, frozen=True, kw_only=True):
    """A dated correction or update; `kind` is `correction` or `update`."""

    kind: str
    date: DateView
    text: str


class FollowView(Value, frozen=True, kw_only=True):
    """A profile elsewhere: `label` is the network's printed name."""

    network: str
    label: str
    url: str
    handle: str


class AuthorCardView(Value, frozen=True, kw_only=True):
    """One author as the end of a story shows them.

    `role` and `bio` are those of the story's day; `present_role` tells the role of today where it
    is another (`now Editor`). `sentence` is the follow line in parts (`Follow him on Mastodon and
    X.`), () without links.
    """

    name: str
    url: str
    role: str
    present_role: str
    bio: str
    portrait: PictureView | None
    initials: str
    sentence: tuple[Link, ...]


class PaginationView(Value, frozen=True, kw_only=True):
    """Where a list page stands. URLs are empty at the ends.

    `pages` are those to offer, in order: both ends, this one, and two to each side. Where pages
    are passed over stands a part without a link (`…`).
    """

    number: int
    count: int
    previous_url: str
    next_url: str
    pages: tuple[Link, ...]


class FrontView(Value, frozen=True, kw_only=True):
    """One section's strip on the home page."""

    section: Link
    teasers: tuple[TeaserView, ...]


class CountedLink(Value, frozen=True, kw_only=True):
    """A link with the number of stories behind it."""

    text: str
    url: str
    count: int


class AuthorEntry(Value, frozen=True, kw_only=True):
    """One line of the authors index."""

    name: str
    url: str
    role: str
    bio: str
    portrait: PictureView | None
    initials: str
    count: int


class ArchiveYear(Value, frozen=True, kw_only=True):
    """One year of the archive; `months` are links with story counts, January first."""

    name: str
    url: str
    count: int
    months: tuple[CountedLink, ...]
