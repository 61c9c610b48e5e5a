"""Equal parts of many stories, held in memory once.

Every story that is decoded brings its own copy of its tags, its section, its credits, the paths of
its pictures. In a paper of 100,000 stories that is a third of all that is known of them, and every
worker touches, and so copies, most of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jamstack.model import Article, Block, Body, InternalLink, Picture
from jamstack.values import replace

Part = TypeVar("Part")
_NOTHING: Mapping[str, object] = {}


class Sharing:
    """What the stories of one reading have in common. Values stay equal; none may be changed."""

    def __init__(self) -> None:
        self._parts: dict[object, object] = {}
        self._lines: dict[tuple[tuple[str, int], ...], Mapping[str, int]] = {}

    def story(self, article: Article) -> Article:
        """The same story, with parts that are here already in place of its own."""
        lines = tuple(article.lines.items())
        return replace(
            article,
            path=self._once(article.path),
            section=self._once(article.section),
            credits=self._once(article.credits),
            tags=tuple(map(self._once, article.tags)),
            summary=article.dek if article.dek == article.summary else article.summary,
            image=self._picture(article.image) if article.image else None,
            body=self._body(article.body),
            extra=article.extra or _NOTHING,
            lines=self._lines.setdefault(lines, article.lines),
        )

    def _once(self, part: Part) -> Part:
        return self._parts.setdefault(part, part)  # type: ignore[return-value]  # equal and alike

    def _picture(self, picture: Picture) -> Picture:
        return replace(
            picture,
            path=self._once(picture.path),
            credit=self._once(picture.credit),
            focus=self._once(picture.focus),
        )

    def _body(self, body: Body) -> Body:
        return replace(
            body,
            blocks=tuple(map(self._block, body.blocks)),
            links=tuple(map(self._link, body.links)),
            pictures=tuple(map(self._picture, body.pictures)),
            outline=self._once(body.outline),
        )

    def _block(self, block: Block) -> Block:
        return replace(block, picture=self._picture(block.picture)) if block.picture else block

    def _link(self, link: InternalLink) -> InternalLink:
        return replace(link, path=self._once(link.path))
