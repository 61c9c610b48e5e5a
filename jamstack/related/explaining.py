"""Why a story offers what it offers, for an editor to read. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from jamstack.model import Article
from jamstack.related.choosing import traits
from jamstack.related.kin import Kin
from jamstack.related.kinship import FLOOR, PARTS, TEXT_FLOOR, Pool
from jamstack.related.vectors import UNIT

MISSES = 10
"""Stories told of that came near and were not chosen."""


def explain(
    article: Article,
    pool: Pool,
    kin: Kin,
    *,
    inline: Sequence[str],
    end: Sequence[str],
    linked: Collection[str],
) -> Iterator[str]:
    """One line for each pick, then for the nearest others; all of them slugs.

    Scores are in hundredths of what two equal texts have in common.
    """
    row = pool.ranks[article.slug]
    for place, slugs in (("line", inline), ("end", end)):
        for slug in slugs:
            why = "pinned" if slug in article.related else ""
            yield _line(place, pool.ranks[slug], why, row, pool)
    others = np.array(kin.found, np.int64)
    scores = pool.parts([row], [others]).sum(axis=1)
    order = np.lexsort((others, -scores))
    shown = {*inline, *end}
    missed = [other for other in others[order].tolist() if pool.articles[other].slug not in shown]
    for other in missed[:MISSES]:
        why = _why_not(other, row, pool, kin, shown, linked)
        yield _line("not", other, why, row, pool)


def _line(place: str, other: int, why: str, row: int, pool: Pool) -> str:
    parts = pool.parts([row], [np.array([other])])[0]
    hundredths = (parts * 100 // (UNIT * UNIT)).tolist()
    told = ", ".join(f"{name} {part}" for name, part in zip(PARTS, hundredths, strict=True) if part)
    score = int(parts.sum()) * 100 // (UNIT * UNIT)
    reason = f": {why}" if why else ""
    return f"{place:4} {score:4} {pool.articles[other].slug}{reason} ({told or 'nothing'})"


def _why_not(
    other: int, row: int, pool: Pool, kin: Kin, shown: Collection[str], linked: Collection[str]
) -> str:
    story, article = pool.articles[other], pool.articles[row]
    chosen = [pool.articles[number] for number in map(pool.ranks.__getitem__, shown)]
    if story.slug in linked:
        return "linked in the text"
    for one in (article, *chosen):
        if not set(traits(one)).isdisjoint(traits(story)):
            return f"a rerun of {one.slug}"
    parts = pool.parts([row], [np.array([other])])[0]
    if parts[0] < TEXT_FLOOR:
        return "too little text in common"
    if parts.sum() < FLOOR:
        direction = parts[PARTS.index("direction")]
        return "not in the direction wanted" if direction < 0 else "not near enough"
    groups = dict(zip(kin.rows, kin.groups, strict=True))
    for one in chosen:
        if groups.get(pool.ranks[one.slug], -1) == groups.get(other, -2):
            return f"nearly the same as {one.slug}"
    return "others are nearer"
