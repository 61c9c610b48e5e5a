"""Which stories to offer after a story: pinned ones, then those that share most.

Pure, and a total order: the same pool gives the same picks on any machine. The index holds one
bit a story for each tag, so choosing costs a few operations on long integers however many stories
share a tag.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from jamstack.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class TagIndex:
    """A pool of stories, ready to choose from.

    `articles` are in rank order: newest first, then by slug. `ranks` maps a slug to its place
    there. `tags` and `sections` map a name to the stories that have it, bit `n` for rank `n`.
    """

    articles: tuple[Article, ...]
    ranks: Mapping[str, int]
    tags: Mapping[str, int]
    sections: Mapping[str, int]


def index(pool: Sequence[Article]) -> TagIndex:
    """Index the stories that may be offered; slugs are unique. Tags match in any case."""
    articles = tuple(sorted(pool, key=lambda item: (-item.date.at.timestamp(), item.slug)))
    tags: dict[str, list[int]] = {}
    sections: dict[str, list[int]] = {}
    for rank, article in enumerate(articles):
        sections.setdefault(article.section, []).append(rank)
        for tag in _tags(article):
            tags.setdefault(tag, []).append(rank)
    return TagIndex(
        articles=articles,
        ranks={article.slug: rank for rank, article in enumerate(articles)},
        tags={tag: _bits(ranks) for tag, ranks in tags.items()},
        sections={section: _bits(ranks) for section, ranks in sections.items()},
    )


def choose(
    article: Article, pool: TagIndex, *, limit: int, exclude: Collection[str] = ()
) -> tuple[Article, ...]:
    """Choose at most `limit` stories of `pool` to read after `article`, best first.

    The order is
    - those the editor pinned (`related`), in the editor's order;
    - those that share most tags, newest first;
    - the newest of the same section;
    - the newest.
    Ties go to the smaller slug. Never the story itself, a slug in `exclude`, or two stories with
    one headline (its own and those of `exclude` included).
    """
    pins = [pool.ranks[slug] for slug in article.related if slug in pool.ranks]
    free = _free(article, pool, exclude)
    groups = (*_sharing(article, pool), pool.sections.get(article.section, 0), free)
    pinned = (rank for rank in pins if free >> rank & 1)
    ranks = chain(pinned, _in_order(groups, free))
    return tuple(_picks(article, pool, ranks, exclude, limit))


def choose_inline(article: Article, pool: TagIndex, used: Collection[str]) -> Article | None:
    """Choose the story that an inline line with no target of its own should name.

    The best not in `used` (slugs) that shares a tag, else the newest of the same section; None
    when there is neither. Otherwise as `choose`, but without the editor's pins, which stand in
    the block at the end.
    """
    groups = (*_sharing(article, pool), pool.sections.get(article.section, 0))
    ranks = _in_order(groups, _free(article, pool, used))
    return next(_picks(article, pool, ranks, used, 1), None)


def _tags(article: Article) -> frozenset[str]:
    return frozenset(tag.casefold() for tag in article.tags)


def _bits(ranks: Sequence[int]) -> int:
    """An integer with the bits of `ranks` (ascending) set."""
    bits = bytearray(ranks[-1] // 8 + 1)
    for rank in ranks:
        bits[rank // 8] |= 1 << rank % 8
    return int.from_bytes(bits, "little")


def _free(article: Article, pool: TagIndex, exclude: Collection[str]) -> int:
    """The stories that may still be picked, as bits."""
    free = (1 << len(pool.articles)) - 1
    for slug in {article.slug, *exclude}:
        if slug in pool.ranks:
            free &= ~(1 << pool.ranks[slug])
    return free


def _sharing(article: Article, pool: TagIndex) -> tuple[int, ...]:
    """The stories that share tags with `article`, as bits: with all of them first, with one last.

    Each group holds the ones before it.
    """
    least: list[int] = []
    for tag in _tags(article):
        bits = pool.tags.get(tag, 0)
        if not bits:
            continue
        # Who had n of the tags so far and has this one, has n + 1: from the top, to count it once.
        least.append(0)
        for count in range(len(least) - 1, 0, -1):
            least[count] |= least[count - 1] & bits
        least[0] |= bits
    return tuple(reversed(least))


def _in_order(groups: Sequence[int], free: int) -> Iterator[int]:
    """The free ranks of each group in turn, each once, newest first."""
    for group in groups:
        while candidates := group & free:
            lowest = candidates & -candidates
            free ^= lowest
            yield lowest.bit_length() - 1


def _picks(
    article: Article,
    pool: TagIndex,
    ranks: Iterator[int],
    exclude: Collection[str],
    limit: int,
) -> Iterator[Article]:
    taken = {_headline(article)}
    taken.update(
        _headline(pool.articles[pool.ranks[slug]]) for slug in exclude if slug in pool.ranks
    )
    count = 0
    while count < limit and (rank := next(ranks, None)) is not None:
        candidate = pool.articles[rank]
        if _headline(candidate) not in taken:
            taken.add(_headline(candidate))
            count += 1
            yield candidate


def _headline(article: Article) -> str:
    return " ".join(article.title.casefold().split())
