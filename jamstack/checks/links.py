"""Links between files: the target must exist, be published, and hold the anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from jamstack import addresses
from jamstack.checks.addresses import own_addresses
from jamstack.edition import Edition, hidden_because
from jamstack.errors import Finding
from jamstack.model import Body, InternalLink
from jamstack.nearest import nearest_hint


@dataclass(frozen=True, slots=True, kw_only=True)
class _Targets:
    """What links can lead to: bodies by source path, and the site's own URL paths.

    `hidden` are the source paths of stories that are not published, and `hidden_authors` of those
    none of whose stories is.
    """

    bodies: Mapping[str, Body]
    urls: frozenset[str]
    hidden: frozenset[str]
    hidden_authors: frozenset[str]


def check_links(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each link to a missing file, a missing anchor, or an unpublished story."""
    bodies = {
        **{article.path: article.body for article in edition.all_articles},
        **{page.path: page.body for page in edition.pages},
        **{author.path: author.biography for author in edition.authors.values()},
    }
    linking = [(path, body) for path, body in bodies.items() if body.links]
    has_paths = any(link.path.startswith("/") for _, body in linking for link in body.links)
    targets = _Targets(
        bodies=bodies,
        urls=_urls(edition) if has_paths else frozenset(),
        hidden=frozenset(article.path for article in edition.hidden),
        hidden_authors=frozenset(
            edition.authors[slug].path for slug in edition.hidden_authors if slug in edition.authors
        ),
    )
    shown = bodies.keys() - targets.hidden - targets.hidden_authors
    return tuple(
        finding
        for path, body in sorted(linking, key=itemgetter(0))
        for link in body.links
        # Nearly all links are to a whole file that everybody may read.
        if link.fragment or link.path not in shown
        for finding in _judge(path, body, link, targets, edition)
    )


def _judge(
    path: str, body: Body, link: InternalLink, targets: _Targets, edition: Edition
) -> Iterator[Finding]:
    def fault(message: str, hint: str) -> Finding:
        return Finding(path=path, line=link.line, message=message, hint=hint)

    if link.path.startswith("/"):
        if link.path not in targets.urls:
            hint = nearest_hint(link.path, targets.urls) or "link to the Markdown file instead"
            yield fault(f"links to `{link.written}`, which is no address of this site", hint)
        return
    target = targets.bodies.get(link.path) if link.path else body
    if target is None and link.path in edition.unread:
        return
    if target is None:
        hint = nearest_hint(link.path, targets.bodies) or "the path is relative to this file"
        yield fault(f"links to `{link.written}`, but there is no `{link.path}`", hint)
        return
    if link.fragment and link.fragment not in target.anchors:
        hint = nearest_hint(link.fragment, target.anchors)
        where = f"`{link.path}`" if link.path else "this file"
        yield fault(
            f"links to `{link.written}`, but {where} has no heading `#{link.fragment}`",
            hint or "an anchor is a heading in lower case with hyphens for spaces",
        )
    if link.path in targets.hidden_authors and path not in targets.hidden_authors:
        yield fault(
            f"links to `{link.written}`, an author none of whose stories is published",
            "publish a story of theirs first, or remove the link",
        )
    if link.path in targets.hidden and path not in targets.hidden:
        why = hidden_because(edition.by_path[link.path], edition.now)
        yield fault(
            f"links to `{link.written}`, which is {why}",
            "publish that story first, or remove the link",
        )


def _urls(edition: Edition) -> frozenset[str]:
    urls = set(own_addresses(edition, edition.articles))
    urls.difference_update(addresses.author_url(slug) for slug in edition.hidden_authors)
    urls.update(addresses.page_url(page.slug) for page in edition.pages)
    for article in edition.articles:
        urls.add(addresses.article_url(article, edition.settings))
        urls.update(addresses.normal_alias(alias) for alias in article.aliases)
    return frozenset(f"/{url}" for url in urls)
