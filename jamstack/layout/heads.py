"""What `<head>` holds: description, robots, Open Graph and card tags, feeds, structured data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jamstack import addresses
from jamstack.feeds import json_ld
from jamstack.layout.dates import text_direction
from jamstack.layout.paper import Paper
from jamstack.values import Value
from jamstack.views import FeedLink, HeadView, Html, MetaTag, PaginationView

RSS_TYPE = "application/rss+xml"
ATOM_TYPE = "application/atom+xml"
JSON_FEED_TYPE = "application/feed+json"


class ShareImage(Value, frozen=True, kw_only=True):
    """The picture that networks show; `url` is absolute."""

    url: str
    width: int
    height: int
    alt: str


class PageFacts(Value, frozen=True, kw_only=True):
    """What a page says of itself to machines.

    `url` is its URL path; `title` is without the newsroom's name. `canonical` is set where the
    original stands elsewhere. `feed` is the folder of the page's own feeds, empty for none.
    """

    url: str
    title: str
    description: str = ""
    og_type: str = "website"
    image: ShareImage | None = None
    meta: tuple[MetaTag, ...] = ()
    structured: Sequence[dict[str, object]] = ()
    canonical: str = ""
    lang: str = ""
    feed: str = ""
    feed_title: str = ""
    is_indexed: bool = True


def head_view(facts: PageFacts, paper: Paper, pagination: PaginationView | None = None) -> HeadView:
    """Everything for `<head>`. Previews, and pages not to be indexed, say so to robots."""
    settings = paper.settings
    is_home = facts.url == addresses.HOME
    title = facts.title if is_home else f"{facts.title} · {settings.name}"
    structured = json_ld.script(json_ld.graph(*facts.structured)) if facts.structured else ""
    number = pagination.number if pagination else 1
    own = settings.absolute(addresses.numbered_url(facts.url, number))
    return HeadView(
        title=title if number == 1 else f"{title} (page {number})",
        lang=settings.language,
        direction=text_direction(settings.language),
        canonical=facts.canonical or (own if facts.is_indexed else ""),
        meta=tuple(_meta(facts, paper, own)),
        feeds=tuple(_feeds(facts, paper)),
        json_ld=Html(structured),
        previous_url=pagination.previous_url if pagination else "",
        next_url=pagination.next_url if pagination else "",
    )


def _meta(facts: PageFacts, paper: Paper, own: str) -> Iterator[MetaTag]:
    settings = paper.settings
    if facts.description:
        yield MetaTag(attribute="name", key="description", content=facts.description)
    is_preview = paper.edition.is_preview or not settings.is_indexed
    is_open = facts.is_indexed and not is_preview
    robots = "max-image-preview:large" if is_open else "noindex"
    yield MetaTag(attribute="name", key="robots", content=robots)
    if facts.is_indexed:
        yield from _open_graph(facts, settings.name, own, facts.lang or settings.language)
    yield from facts.meta


def _open_graph(facts: PageFacts, name: str, own: str, language: str) -> Iterator[MetaTag]:
    image = facts.image
    pairs = [
        ("og:site_name", name),
        ("og:type", facts.og_type),
        ("og:title", facts.title),
        ("og:description", facts.description),
        ("og:url", facts.canonical or own),
        ("og:locale", language.replace("-", "_")),
    ]
    if image:
        pairs += [
            ("og:image", image.url),
            ("og:image:width", str(image.width)),
            ("og:image:height", str(image.height)),
            ("og:image:alt", image.alt),
        ]
    for key, content in pairs:
        if content:
            yield MetaTag(attribute="property", key=key, content=content)
    card = "summary_large_image" if image else "summary"
    yield MetaTag(attribute="name", key="twitter:card", content=card)


def _feeds(facts: PageFacts, paper: Paper) -> Iterator[FeedLink]:
    settings = paper.settings
    if facts.feed:
        for file, media_type, form in _FORMS:
            yield FeedLink(
                title=f"{facts.feed_title} ({form})",
                media_type=media_type,
                url=settings.href(f"{facts.feed}{file}"),
            )
    for file, media_type, form in _FORMS:
        yield FeedLink(
            title=f"{settings.name} ({form})", media_type=media_type, url=settings.href(file)
        )


_FORMS = (
    (addresses.RSS, RSS_TYPE, "RSS"),
    (addresses.ATOM, ATOM_TYPE, "Atom"),
    (addresses.JSON_FEED, JSON_FEED_TYPE, "JSON Feed"),
)
