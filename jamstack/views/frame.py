"""What stands round every page: the head, and what the site is."""

from __future__ import annotations

from collections.abc import Mapping

from jamstack.values import Value
from jamstack.views.parts import Html, Link


class MetaTag(Value, frozen=True, kw_only=True):
    """One `<meta>`: `attribute` is `name` or `property`."""

    attribute: str
    key: str
    content: str


class FeedLink(Value, frozen=True, kw_only=True):
    """A feed to announce in `<head>`."""

    title: str
    media_type: str
    url: str


class HeadView(Value, frozen=True, kw_only=True):
    """What `<head>` holds: `meta` has description, robots, Open Graph and card tags in order.

    `json_ld` is ready to stand inside a script element. `canonical` is empty on the 404 page.
    `direction` is how the site's language is written: `ltr` or `rtl`.
    """

    title: str
    lang: str
    canonical: str
    meta: tuple[MetaTag, ...]
    feeds: tuple[FeedLink, ...]
    json_ld: Html
    previous_url: str = ""
    next_url: str = ""
    direction: str = "ltr"


class SiteView(Value, frozen=True, kw_only=True):
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
