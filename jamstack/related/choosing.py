"""Which stories to offer after a story: pinned ones, then those that share most.

Pure, and a total order: the same pool gives the same picks on any machine. The index holds one
bit a story for each tag, so choosing costs a few operations on long integers however many stories
share a tag.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from operator import or_

from jamstack.model import Article

Kin = tuple[int, ...]
"""Stories that share tags with one, as bits: those with all of its tags first, with any last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagIndex:
    """A pool of stories, ready to choose from.

    `articles` are in rank order, the best last: of two the newer, then the one with the smaller
    slug. `ranks` maps a slug to its place there; `headlines` are what no two picks may share.
    `tags` maps a tag to the stories that have it, bit `n` for rank `n`, and `sections` maps a
    section to the ranks of its stories, the best first.
    """

    articles: tuple[Article, ...]
    ranks: Mapping[str, int]
    headlines: tuple[str, ...]
    tags: Mapping[str, int]
    sections: Mapping[str, tuple[int, ...]]


def index(pool: Sequence[Article]) -> TagIndex:
    """Index the stories that may be offered; slugs are unique. Tags match in any case."""
    newest = sorted(pool, key=lambda item: (-item.date.at.timestamp(), item.slug))
    articles = tuple(reversed(newest))
    tags: dict[str, list[int]] = {}
    sections: dict[str, list[int]] = {}
    for rank, article in enumerate(articles):
        sections.setdefault(article.section, []).append(rank)
        for tag in _tags(article):
            tags.setdefault(tag, []).append(rank)
    return TagIndex(
        articles=articles,
        ranks={article.slug: rank for rank, article in enumerate(articles)},
        headlines=tuple(map(headline_of, articles)),
        tags={tag: _bits(ranks) for tag, ranks in tags.items()},
        sections={section: tuple(reversed(ranks)) for section, ranks in sections.items()},
    )


def kin_of(article: Article, pool: TagIndex) -> Kin:
    """The stories of `pool` that share tags with `article`; itself among them where it is there."""
    groups: list[int] = []
    for tag in _tags(article):
        bits = pool.tags.get(tag)
        if bits is not None:
            groups = _joined(groups, bits)
    return tuple(reversed(groups))


def choose(
    article: Article, pool: TagIndex, kin: Kin, *, limit: int, exclude: Collection[str] = ()
) -> tuple[Article, ...]:
    """Choose at most `limit` stories of `pool` to read after `article`, best first.

    The order is
    - those the editor pinned (`related`), in the editor's order;
    - those that share most tags (`kin`), newest first;
    - the newest of the same section;
    - the newest.
    Ties go to the smaller slug. Never the story itself, a slug in `exclude`, or two stories with
    one headline (its own and those of `exclude` included).
    """
    pins = (pool.ranks[slug] for slug in article.related if slug in pool.ranks)
    newest = reversed(range(len(pool.articles)))
    ranks = chain(pins, _near(article, pool, kin), newest)
    return tuple(islice(_picks(article, pool, ranks, exclude), max(limit, 0)))


def choose_inline(
    article: Article, pool: TagIndex, kin: Kin, used: Collection[str]
) -> Iterator[Article]:
    """The stories that inline lines with no target of their own should name, best first.

    Those not in `used` (slugs) that share a tag, then the newest of the same section, and no
    others. Otherwise as `choose`, but without the editor's pins, which stand in the block at the
    end.
    """
    return _picks(article, pool, _near(article, pool, kin), used)


def _tags(article: Article) -> set[str]:
    return {tag.casefold() for tag in article.tags}


def _bits(ranks: Sequence[int]) -> int:
    """An integer with the bits of `ranks` (ascending) set."""
    bits = bytearray(ranks[-1] // 8 + 1)
    for rank in ranks:
        bits[rank // 8] |= 1 << rank % 8
    return int.from_bytes(bits, "little")


def _joined(groups: Sequence[int], bits: int) -> list[int]:
    """The stories with one tag or more, two or more, and so on, when one more tag is counted."""
    if not groups:
        return [bits]
    # Who had n of the tags so far and has this one, has n + 1.
    more = [group & bits for group in groups]
    return [groups[0] | bits, *map(or_, groups[1:], more), more[-1]]


def _near(article: Article, pool: TagIndex, kin: Kin) -> Iterator[int]:
    """The ranks of stories near to `article`, best first; one may come again."""
    return chain(chain.from_iterable(map(_best_first, kin)), pool.sections.get(article.section, ()))


def _best_first(group: int) -> Iterator[int]:
    """The ranks whose bits are set, the highest first."""
    while group:
        rank = group.bit_length() - 1
        yield rank
        group ^= 1 << rank


def _picks(
    article: Article, pool: TagIndex, ranks: Iterable[int], exclude: Collection[str]
) -> Iterator[Article]:
    passed = {pool.ranks[slug] for slug in exclude if slug in pool.ranks}
    taken = {headline_of(article), *(pool.headlines[rank] for rank in passed)}
    passed.add(pool.ranks.get(article.slug, -1))
    for rank in ranks:
        if rank in passed:
            continue
        passed.add(rank)
        headline = pool.headlines[rank]
        if headline not in taken:
            taken.add(headline)
            yield pool.articles[rank]


def headline_of(article: Article) -> str:
    """What two stories that may not be offered together have in common."""
    return " ".join(article.title.casefold().split())
