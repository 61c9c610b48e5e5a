"""A story by any name that a writer may give it: slug, source path, address or headline.

Which story a name means depends on all the others, so it is settled when all files have been read:
`settle` puts slugs in the place of names, and whoever comes after sees slugs alone. A name that
means no story, or two, stays as it was written; the checks tell of it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from jamstack import addresses
from jamstack.model import Article, Block, Body
from jamstack.settings import Settings
from jamstack.sources.pictures import resolve_path
from jamstack.values import replace

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts of a preview, from which writers copy addresses."""
STORIES = "articles/"
"""The folder of stories, from the content folder on."""

_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\xa0": " "}
)
_DASHES = re.compile("-+")
_MARKUP = re.compile(r"[*_`~\\]+")
_TYPED = {"—": "---", "–": "--", "…": "..."}


class Names:
    """What each story may be called. Nothing is indexed before somebody asks for it."""

    def __init__(self, articles: Sequence[Article], settings: Settings) -> None:
        self._articles = articles
        self._settings = settings

    def find(self, name: str, *, source: str) -> tuple[Article, ...]:
        """The stories that `name`, written in the file `source`, means: none, one or several.

        A slug comes before a path, a path before an address, an address before a headline; a path
        is relative to `source` or to the content folder. Of several that share a slug or an
        address, which is a fault of its own, the first by path is meant.
        """
        article = self.by_slug.get(name) or self._by_place(_as_typed(name), source)
        return (article,) if article else self.by_headline.get(headline_key(name), ())

    def linked(self, path: str) -> Article | None:
        """The story that an internal link leads to: by its source path, or a path of this site."""
        if path.startswith("/"):
            return self.by_address.get(path.strip("/"))
        return self.by_path.get(path)

    @functools.cached_property
    def by_slug(self) -> Mapping[str, Article]:
        """Stories by slug."""
        return _first((article.slug, article) for article in self._articles)

    @functools.cached_property
    def by_path(self) -> Mapping[str, Article]:
        """Stories by source path."""
        return {article.path: article for article in self._articles}

    @functools.cached_property
    def by_address(self) -> Mapping[str, Article]:
        """Stories by URL path, without slashes at the ends; former ones (`aliases`) come last."""
        present = (
            (addresses.article_url(article, self._settings).strip("/"), article)
            for article in self._articles
        )
        former = (
            (alias.strip("/"), article) for article in self._articles for alias in article.aliases
        )
        return {**_first(former), **_first(present)}

    @functools.cached_property
    def by_headline(self) -> Mapping[str, tuple[Article, ...]]:
        """Stories by `headline_key`, by path."""
        found: dict[str, tuple[Article, ...]] = {}
        for article in self._articles:
            key = headline_key(article.title)
            found[key] = (*found.get(key, ()), article)
        return found

    def _by_place(self, name: str, source: str) -> Article | None:
        """The story at a source path or an address."""
        if name.endswith(".md"):
            paths = [resolve_path(source, name) or name, name.lstrip("/")]
            if STORIES in name:
                # Also from the root of the repository on, as it is copied from an editor.
                paths.append(name[name.rindex(STORIES) :])
            return next((self.by_path[path] for path in paths if path in self.by_path), None)
        return self._by_address(name) if "/" in name else None

    def _by_address(self, name: str) -> Article | None:
        try:
            parts = urlsplit(name)
            host = parts.hostname
        except ValueError:
            return None
        if host and host != urlsplit(self._settings.site_url).hostname and host not in LOOPBACK:
            return None
        path = unquote(parts.path).removesuffix("index.html").strip("/")
        base = self._settings.base_path.strip("/")
        inner = path.removeprefix(f"{base}/") if base else path
        return self.by_address.get(inner) or self.by_address.get(path)


def headline_key(headline: str) -> str:
    """What two spellings of one headline share: letters' case, quotes and dashes do not matter."""
    text = _MARKUP.sub("", headline.translate(_FOLDED))
    return " ".join(_DASHES.sub("-", text).casefold().split())


def settle(articles: Iterable[Article], settings: Settings) -> list[Article]:
    """The articles, by path, with slugs for all stories that they name and that can be told.

    Those that name stories by slugs alone come back as they are.
    """
    ordered = sorted(articles, key=lambda article: article.path)
    names = Names(ordered, settings)
    return [_settled(article, names) for article in ordered]


def _settled(article: Article, names: Names) -> Article:
    if not article.related and not any(block.target for block in article.body.blocks):
        return article

    def slug(name: str) -> str:
        found = names.find(name, source=article.path) if name else ()
        return found[0].slug if len(found) == 1 else name

    related = tuple(map(slug, article.related))
    body = _with_slugs(article.body, [slug(block.target) for block in article.body.blocks])
    if related == article.related and body is article.body:
        return article
    return replace(article, related=related, body=body)


def _with_slugs(body: Body, targets: Sequence[str]) -> Body:
    if all(block.target == target for block, target in zip(body.blocks, targets, strict=True)):
        return body
    blocks: Iterable[Block] = (
        replace(block, target=target) for block, target in zip(body.blocks, targets, strict=True)
    )
    return replace(body, blocks=tuple(blocks))


def _first(pairs: Iterable[tuple[str, Article]]) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for name, article in pairs:
        found.setdefault(name, article)
    return found


def _as_typed(name: str) -> str:
    """An address or path before typography made dashes and dots of it."""
    return unquote("".join(_TYPED.get(sign, sign) for sign in name))
