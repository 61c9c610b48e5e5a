"""Which stories a story offers: in its inline lines, and in the block at its end.

Chosen from what all stories are about, so before any page is laid out. Needs no story's text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jamstack.layout.indexes import Indexes
from jamstack.model import Article, Block, BlockKind
from jamstack.related.choosing import choose, choose_inline, kin_of
from jamstack.related.kin import Kin
from jamstack.related.placing import lines_borne, room
from jamstack.settings import Settings
from jamstack.values import Value


class Picks(Value, frozen=True, kw_only=True):
    """The stories one story offers, by source path.

    `inline` holds (number of the line among the story's inline lines, path); `end` is best first.
    """

    inline: tuple[tuple[int, str], ...] = ()
    end: tuple[str, ...] = ()


def pick(article: Article, indexes: Indexes, kin: Kin | None = None) -> Picks:
    """Choose what `article` offers; no story twice, and none that its page links to elsewhere.

    `kin` is that of the story where it is known.
    """
    linked = linked_slugs(article, indexes) | listed_slugs(article, indexes)
    kin = kin or kin_of(article, indexes.related)
    lines = _lines(article, indexes, kin, linked)
    inline = {target.slug for target in lines.values()}
    end = choose(
        article,
        indexes.related,
        kin,
        limit=indexes.settings.related_size,
        exclude=inline | linked,
    )
    return Picks(
        inline=tuple((number, target.path) for number, target in sorted(lines.items())),
        end=tuple(other.path for other in end),
    )


def linked_slugs(article: Article, indexes: Indexes) -> frozenset[str]:
    """The slugs of the stories that a story's text links to."""
    return indexes.linked(article)


def listed_slugs(article: Article, indexes: Indexes) -> frozenset[str]:
    """The slugs of the parts in the list of the story's series, which its page shows."""
    series = indexes.series_of(article)
    return frozenset(part.slug for part in series.parts) if series else frozenset()


def lines_wanted(article: Article, settings: Settings) -> int:
    """How many lines a story without any should get: the editor's number, or by its length."""
    if article.related_inline is not None:
        return article.related_inline
    return lines_borne(
        article.body.words,
        words_each=settings.inline_related_words,
        least_words=settings.inline_related_from,
        most=settings.inline_related,
    )


def settled_names(article: Article) -> tuple[str, ...]:
    """The stories that `article` names, by slug: what they are depends on other files, too."""
    return (*article.related, *(block.target for block in article.body.blocks if block.target))


def _lines(
    article: Article, indexes: Indexes, kin: Kin, linked: frozenset[str]
) -> dict[int, Article]:
    """The target of each inline line by its place among them: given ones first, then chosen.

    A story that two given lines name stands in the first of them alone, and one that the page
    links to elsewhere in none.
    """
    given = [block for block in article.body.blocks if block.kind is BlockKind.RELATED]
    lines: dict[int, Article] = {}
    named = dict.fromkeys(block.target for block in given if block.target not in ("", *linked))
    for number, block in enumerate(given):
        if block.target in named:
            del named[block.target]
            lines[number] = indexes.edition.by_slug[block.target]
    wanted = range(len(given) or _room(article, indexes))
    free = [number for number in wanted if not _names_one(given, number)]
    if not free:
        return lines
    used = {target.slug for target in lines.values()} | linked | set(article.related)
    chosen = choose_inline(article, indexes.related, kin, used)
    # The numbers come first: where they end, no story is chosen in vain.
    lines.update(zip(free, chosen, strict=False))
    return lines


def _names_one(given: Sequence[Block], number: int) -> bool:
    return number < len(given) and given[number].target != ""


def _room(article: Article, indexes: Indexes) -> int:
    """How many lines are placed in a story without any."""
    wanted = lines_wanted(article, indexes.settings)
    return room(article.body.kinds, wanted=wanted) if wanted else 0
