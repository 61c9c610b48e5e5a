"""Which stories to offer after a story: pinned ones, then its nearest kin.

Pure, and a total order: the same pool gives the same picks on any machine. A block stays short, or
empty, where nothing is near enough.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from jamstack.model import Article
from jamstack.related.kin import Kin, headline_of

if TYPE_CHECKING:
    # Not imported to read what was chosen before: its libraries take their time.
    from jamstack.related.kinship import Pool


def kin_of(article: Article, pool: Pool) -> Kin:
    """The kin of a story of the pool; none for a stranger."""
    row = pool.ranks.get(article.slug)
    return Kin() if row is None else pool.kin([row])[0]


def choose(
    article: Article, pool: Pool, kin: Kin, *, limit: int, exclude: Collection[str] = ()
) -> tuple[Article, ...]:
    """Choose at most `limit` stories of `pool` to read after `article`, best first.

    Those the editor pinned (`related`), in the editor's order, then its kin, nearest first. Never
    the story itself, a slug in `exclude`, two stories with one headline or one canonical address
    (its own and those of `exclude` included), or, of those chosen, two that are nearly the same.
    """
    pins = [(pool.ranks[slug], -1) for slug in article.related if slug in pool.ranks]
    ranks = chain(pins, zip(kin.rows, kin.groups, strict=True))
    return tuple(islice(_picks(article, pool, ranks, exclude), max(limit, 0)))


def choose_inline(
    article: Article, pool: Pool, kin: Kin, used: Collection[str]
) -> Iterator[Article]:
    """The stories that inline lines with no target of their own should name, best first.

    As `choose`, but not in `used` (slugs), and without the editor's pins, which stand in the block
    at the end.
    """
    return _picks(article, pool, zip(kin.rows, kin.groups, strict=True), used)


def traits(article: Article) -> tuple[str, ...]:
    """What no two stories that are offered together may have in common."""
    return tuple(filter(None, (f"headline {headline_of(article)}", article.canonical)))


def _picks(
    article: Article, pool: Pool, ranks: Iterable[tuple[int, int]], exclude: Collection[str]
) -> Iterator[Article]:
    passed = {pool.ranks[slug] for slug in exclude if slug in pool.ranks}
    taken = set(traits(article)).union(*(traits(pool.articles[rank]) for rank in passed))
    passed.add(pool.ranks.get(article.slug, -1))
    groups: set[int] = set()
    for rank, group in ranks:
        if rank in passed or group in groups:
            continue
        passed.add(rank)
        found = traits(pool.articles[rank])
        if taken.isdisjoint(found):
            taken.update(found)
            if group >= 0:
                groups.add(group)
            yield pool.articles[rank]
