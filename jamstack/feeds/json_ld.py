"""Structured data (schema.org as JSON-LD) for one page: plain mappings, and the text of them.

A mapping is `{property: value}` in a fixed order; what is not known is left out, never empty.
Addresses that are not in the settings come in whole, as arguments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

import msgspec

from jamstack.feeds.dates import w3c
from jamstack.feeds.entries import FeedImage
from jamstack.model import (
    Article,
    ArticleType,
    Author,
    AuthorKind,
    AuthorStatus,
    Byline,
    Credited,
    Moment,
    Notice,
    Role,
)
from jamstack.settings import Settings

Node = dict[str, object]
"""One thing: `{"@type": …, property: value}`."""

ARTICLE_TYPES: Mapping[ArticleType, str] = MappingProxyType(
    {
        ArticleType.NEWS: "NewsArticle",
        ArticleType.OPINION: "OpinionNewsArticle",
        ArticleType.ANALYSIS: "AnalysisNewsArticle",
        ArticleType.REVIEW: "ReviewNewsArticle",
        ArticleType.EXPLAINER: "BackgroundNewsArticle",
    }
)

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def script(data: Node) -> str:
    """The data as JSON that may stand inside a script element as it is."""
    try:
        text = msgspec.json.encode(data).decode()
    except UnicodeEncodeError:
        # Half a pair of surrogates has no bytes; it is written as JSON escapes it.
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def graph(*nodes: Node) -> Node:
    """Several things of one page as one document."""
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def news_article(
    article: Article,
    byline: Byline,
    settings: Settings,
    *,
    url: str,
    section: str,
    author_urls: Mapping[str, str],
    images: Sequence[FeedImage] = (),
    modified: datetime | None = None,
    related_urls: Sequence[str] = (),
    series: tuple[str, int] | None = None,
) -> Node:
    """A story. `section` is the printed name; `author_urls` maps slugs to pages, where there are.

    `modified` is the true last change, where it is not the story's `updated`. `related_urls` are
    the stories that its page offers, `series` the name of its series and which part it is.
    """
    updated = article.updated.at if article.updated else article.date.at
    authors = [one.author for one in byline.bylined]
    others = [one for one in byline.people if one.role is not Role.REPORTING]

    def credited(people: Iterable[Credited]) -> list[Node]:
        return [_one(one, author_urls) for one in _once(people)]

    def with_role(role: Role) -> list[Node]:
        return credited(one for one in others if one.role is role)

    return _node(
        ARTICLE_TYPES[article.type],
        {
            "@id": f"{url}#article",
            "headline": article.title,
            "description": article.dek or article.summary or article.body.text,
            "url": url,
            "mainEntityOfPage": _page(url, related_urls),
            "isPartOf": _node("CreativeWorkSeries", {"name": series[0]}) if series else None,
            "position": series[1] if series else None,
            "datePublished": w3c(article.date.at),
            "dateModified": w3c(modified or updated),
            "author": credited(byline.bylined),
            "contributor": credited(
                one
                for one in others
                if one.role not in (Role.EDITING, Role.TRANSLATION) and one.author not in authors
            ),
            "editor": with_role(Role.EDITING),
            "translator": with_role(Role.TRANSLATION),
            "image": [_image(image) for image in images],
            "articleSection": section,
            "keywords": list(article.tags),
            "inLanguage": article.lang or settings.language,
            "isAccessibleForFree": True,
            "wordCount": article.body.words,
            "correction": [_correction(notice) for notice in article.corrections],
            "publisher": _publisher(settings),
        },
    )


def _page(url: str, related_urls: Sequence[str]) -> str | Node:
    """The page of a story; `relatedLink` is said of pages alone."""
    if not related_urls:
        return url
    return _node("WebPage", {"@id": url, "relatedLink": list(related_urls)})


def breadcrumbs(items: Sequence[tuple[str, str]]) -> Node:
    """The way to a page as (name, address), from the home page to the page itself."""
    steps = [
        _node("ListItem", {"position": position, "name": name, "item": url})
        for position, (name, url) in enumerate(items, start=1)
    ]
    return _node("BreadcrumbList", {"itemListElement": steps})


def organization(
    settings: Settings,
    *,
    logo: FeedImage | None = None,
    principles_url: str = "",
    corrections_url: str = "",
    ethics_url: str = "",
) -> Node:
    """The newsroom, whole; other things refer to it by its `@id`."""
    return _publisher(settings) | _node(
        "NewsMediaOrganization",
        {
            "legalName": settings.legal_name or settings.name,
            "url": settings.absolute(""),
            "description": settings.tagline,
            "logo": _image(logo) if logo else None,
            "sameAs": list(settings.same_as),
            "foundingDate": settings.founded,
            "publishingPrinciples": principles_url,
            "correctionsPolicy": corrections_url,
            "ethicsPolicy": ethics_url,
        },
    )


def website(settings: Settings) -> Node:
    """The site as a whole."""
    return _node(
        "WebSite",
        {
            "@id": settings.absolute("#website"),
            "url": settings.absolute(""),
            "name": settings.name,
            "description": settings.tagline,
            "inLanguage": settings.language,
            "publisher": _publisher(settings),
        },
    )


def profile_page(
    author: Author, settings: Settings, *, url: str, image: FeedImage | None = None
) -> Node:
    """An author's page, with all that the newsroom tells of them."""
    is_person = author.kind is AuthorKind.PERSON
    works_here = is_person and author.status is AuthorStatus.STAFF
    about = _node(
        "",
        {
            "description": author.bio or author.biography.text,
            "jobTitle": author.role if is_person else "",
            "image": _image(image) if image else None,
            "knowsAbout": list(author.beats),
            "worksFor": _publisher(settings) if works_here else None,
        },
    )
    return _node(
        "ProfilePage",
        {
            "@id": f"{url}#page",
            "url": url,
            "name": author.name,
            "inLanguage": settings.language,
            "isPartOf": {"@id": settings.absolute("#website")},
            "mainEntity": _credited(author, url) | about,
        },
    )


def _node(kind: str, values: Mapping[str, object]) -> Node:
    """A thing with those of `values` that are known; without a type where `kind` is empty."""
    typed: Node = {"@type": kind} if kind else {}
    return typed | {key: value for key, value in values.items() if value}


def _credited(author: Author, url: str) -> Node:
    """A person or an organization as stories name them; `url` is empty without a page."""
    return _node(
        "Person" if author.kind is AuthorKind.PERSON else "Organization",
        {
            "@id": f"{url}#author" if url else "",
            "name": author.name,
            "url": url,
            "sameAs": [link.url for link in author.follow],
        },
    )


def _publisher(settings: Settings) -> Node:
    name = {"@id": settings.absolute("#organization"), "name": settings.name}
    return _node("NewsMediaOrganization", name)


def _one(one: Credited, author_urls: Mapping[str, str]) -> Node:
    """Someone credited, with the agency they worked for."""
    agency = one.agency and _credited(one.agency, author_urls.get(one.agency.slug, ""))
    node = _credited(one.author, author_urls.get(one.author.slug, ""))
    return node | ({"affiliation": agency} if agency else {})


def _once(people: Iterable[Credited]) -> tuple[Credited, ...]:
    return tuple({(one.author.slug, one.author.name): one for one in people}.values())


def _image(image: FeedImage) -> Node:
    return _node(
        "ImageObject",
        {
            "url": image.url,
            "width": image.width,
            "height": image.height,
            "caption": image.caption or image.alt,
            "creditText": image.credit,
        },
    )


def _correction(notice: Notice) -> Node:
    values = {"text": notice.text, "datePublished": _moment(notice.date)}
    return _node("CorrectionComment", values)


def _moment(moment: Moment) -> str:
    return w3c(moment.at) if moment.has_time else moment.at.date().isoformat()
