"""Feeds: what each story says in them, and which feeds there are."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from urllib.parse import urlsplit

from jamstack import addresses
from jamstack.bylines.author_card import card_text
from jamstack.feeds.atom import atom, atom_entry
from jamstack.feeds.entries import Feed, FeedAuthor, FeedEntry
from jamstack.feeds.json_feed import json_feed, json_item
from jamstack.feeds.rss import rss, rss_item
from jamstack.layout.bodies import body_views, story_views
from jamstack.layout.paper import Paper
from jamstack.layout.pictures import feed_image
from jamstack.layout.plans import FilePlan
from jamstack.layout.stories import last_changed
from jamstack.model import Article, Author, StandingPage
from jamstack.views import BlockView, PictureView

SITE = "site"
"""The list of all visible stories."""

_TAG = re.compile(r'<[a-z](?:[^"<>]|"[^"]*")*>')
_LOCAL = re.compile(r'\s(href|src)="([/#][^"]*)"')
_SRCSET = re.compile(r'\s(?:srcset|sizes)="[^"]*"')


def feed_plans(paper: Paper) -> Iterator[FilePlan]:
    """RSS, Atom and JSON Feed for the site, for each section and for each author with stories.

    The feeds of an author who was renamed stand at the old addresses, too.
    """
    yield from _plans("", SITE, paper)
    for slug in paper.sections:
        yield from _plans(addresses.section_url(slug), f"newest/{slug}", paper)
    for author in paper.authors:
        if paper.by_author.get(author.slug):
            for slug in (author.slug, *author.aliases):
                yield from _plans(addresses.author_url(slug), f"author/{author.slug}", paper)


def _plans(folder: str, name: str, paper: Paper) -> Iterator[FilePlan]:
    """The feeds of the list `name` in a folder; only stories that feeds have room for."""
    stories = paper.listed(name)[: paper.settings.feed_size]
    texts = tuple(article.path for article in stories)
    place = paper.place(name)
    for file, make in _FORMS.items():
        path, make_named = f"{folder}{file}", partial(make, name=name)
        yield FilePlan(path=path, make=make_named, texts=texts, place=place)


def rss_file(paper: Paper, *, name: str) -> bytes:
    """The RSS feed of a list."""
    feed = _feed(name, addresses.RSS, paper)
    return rss(feed, _written("rss", rss_item, feed, paper))


def atom_file(paper: Paper, *, name: str) -> bytes:
    """The Atom feed of a list."""
    feed = _feed(name, addresses.ATOM, paper)
    return atom(feed, _written("atom", atom_entry, feed, paper))


def json_feed_file(paper: Paper, *, name: str) -> bytes:
    """The JSON Feed of a list."""
    feed = _feed(name, addresses.JSON_FEED, paper)
    return json_feed(feed, _written("json", json_item, feed, paper))


_FORMS: Mapping[str, Callable[..., bytes]] = {
    addresses.RSS: rss_file,
    addresses.ATOM: atom_file,
    addresses.JSON_FEED: json_feed_file,
}
"""Every form of a feed, by its file."""


def _written(
    form: str, write: Callable[[FeedEntry], bytes], feed: Feed, paper: Paper
) -> Mapping[str, bytes]:
    """The entries of a feed as one form writes them, by id; many feeds share them."""
    return {
        entry.id: paper.once((form, entry.id), lambda _, entry=entry: write(entry))  # type: ignore[misc]
        for entry in feed.entries
    }


def _feed(name: str, file: str, paper: Paper) -> Feed:
    settings = paper.settings
    kind, _, slug = name.partition("/")
    folder, title, description = "", settings.name, settings.tagline
    match kind:
        case "newest":
            section = paper.sections[slug]
            folder, description = addresses.section_url(slug), section.description
            title = f"{settings.name}: {section.name}"
        case "author":
            author = paper.author(slug)
            folder = addresses.author_url(slug)
            description = card_text(author, settings.language)
            title = f"{settings.name}: {author.name}"
    listed = paper.newest(name, settings.feed_size)
    return Feed(
        title=title,
        description=description or title,
        home_url=settings.absolute(folder),
        self_url=settings.absolute(f"{folder}{file}"),
        language=settings.language,
        entries=tuple(
            paper.once(("entry", item.path), partial(_entry, path=item.path)) for item in listed
        ),
    )


def permanent_id(article: Article, paper: Paper) -> str:
    """A `tag:` URI (RFC 4151) that outlives title, date and section.

    It is made from the story's first address: the first of its aliases where it has been renamed.
    """
    host = urlsplit(paper.settings.site_url).hostname or ""
    first = addresses.normal_alias(article.aliases[0]) if article.aliases else paper.url(article)
    return f"tag:{host},2000:{paper.settings.base_path}/{first}"


def story_html(article: Article, paper: Paper) -> str:
    """The whole text of a story with its lead picture, for feeds and for stock themes.

    All addresses are whole.
    """
    image = paper.picture(article.image) if article.image else None
    body = story_views(article, paper)
    url = paper.settings.absolute(paper.url(article))
    return _whole_addresses(_body_html(image, body), url, paper)


def standing_html(page: StandingPage, paper: Paper) -> str:
    """The whole text of a standing page; all addresses are whole."""
    body = body_views(page.body, paper)
    url = paper.settings.absolute(addresses.page_url(page.slug))
    return _whole_addresses(_body_html(None, body), url, paper)


def _entry(paper: Paper, *, path: str) -> FeedEntry:
    article = paper.story(path)
    settings = paper.settings
    url = settings.absolute(paper.url(article))
    body = story_views(article, paper)
    byline = paper.byline(article)
    image = paper.picture(article.image) if article.image else None
    return FeedEntry(
        id=permanent_id(article, paper),
        url=url,
        title=article.title,
        published=article.date.at,
        updated=last_changed(article).at,
        summary=article.summary,
        html=_whole_addresses(_body_html(image, body), url, paper),
        authors=_people(byline.authors, paper),
        contributors=_people(byline.contributors, paper),
        section=paper.sections[article.section].name,
        tags=article.tags,
        image=feed_image(image) if image else None,
        lang=paper.lang(article),
    )


def _people(authors: Iterable[Author], paper: Paper) -> tuple[FeedAuthor, ...]:
    absolute = paper.settings.absolute
    return tuple(
        FeedAuthor(
            name=author.name,
            url=absolute(addresses.author_url(author.slug)) if author.slug else "",
        )
        for author in authors
    )


def _body_html(image: PictureView | None, body: tuple[BlockView, ...]) -> str:
    parts = [_figure(image)] if image else []
    for block in body:
        if block.picture:
            parts.append(_figure(block.picture))
        elif block.embed:
            url, provider = html.escape(block.embed.url), html.escape(block.embed.provider)
            parts.append(f'<p><a href="{url}">See it on {provider}</a></p>')
        elif block.related:
            url, title = html.escape(block.related.url), html.escape(block.related.text)
            parts.append(f'<p>Related: <a href="{url}">{title}</a></p>')
        elif block.kind == "pull-quote":
            parts.append(f"<blockquote>{block.html}</blockquote>")
        else:
            parts.append(block.html)
    return "\n".join(parts)


def _figure(view: PictureView) -> str:
    said = " ".join(html.escape(text) for text in (view.caption, view.credit) if text)
    caption = f"<figcaption>{said}</figcaption>" if said else ""
    return (
        f'<figure><img src="{html.escape(view.url)}" alt="{html.escape(view.alt)}"'
        f' width="{view.width}" height="{view.height}">{caption}</figure>'
    )


def _whole_addresses(markup: str, url: str, paper: Paper) -> str:
    parts = urlsplit(paper.settings.site_url)
    origin = f"{parts.scheme}://{parts.netloc}"

    def whole(match: re.Match[str]) -> str:
        is_whole_but_for_scheme = match[2].startswith("//")
        base = url if match[2].startswith("#") else origin
        base = f"{parts.scheme}:" if is_whole_but_for_scheme else base
        return f' {match[1]}="{html.escape(base)}{match[2]}"'

    # Within tags alone: what looks like an attribute in a text is the writer's.
    return _TAG.sub(lambda tag: _LOCAL.sub(whole, _SRCSET.sub("", tag[0])), markup)
