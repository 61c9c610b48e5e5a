"""What must be ranked again after an edit, and the pool to do it in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import Picks, listed_slugs
from jamstack.model import Article
from jamstack.press.codec import DIGEST_BYTES, DamagedError
from jamstack.press.memory import Memory
from jamstack.press.ranked import Ranking
from jamstack.related.kinship import Pool
from jamstack.related.products import few_products
from jamstack.related.vectors import (
    Integers,
    Rarity,
    Rows,
    counted,
    join,
    rarity_of,
    renumbered,
    weighed,
)

MANY = 1_000
"""Where more stories than these may have other kin, all rank anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where stories stand now: the pool, and how rare terms are among them.

    `rows` are the stories that choose again. `moved` has the number that each story of the last
    ranking has now, or -1.
    """

    pool: Pool
    rarity: Rarity
    counted: NDArray[np.bool_]
    rows: Sequence[int]
    moved: Sequence[int] = ()


def anew(indexes: Indexes, memory: Memory) -> Ground:
    """The ground on which all stories choose anew."""
    articles = indexes.edition.articles
    known = memory.profiles()
    try:
        profiles = [known[article.path] for article in articles]
    except KeyError as error:
        raise DamagedError(f"no profile of {error}") from error
    found = counted([article.slug for article in articles])
    rarity = rarity_of([profiles[row] for row in np.flatnonzero(found)], len(articles))
    whole, strong = weighed(profiles, rarity)
    pool = _pool(indexes, strong, renumbered(whole).take)
    return Ground(pool=pool, rarity=rarity, counted=found, rows=range(len(articles)))


def ground_of(
    indexes: Indexes, known: Ranking | None, digests: bytes, memory: Memory
) -> Ground | None:
    """The ground after an edit; None where all had better choose anew."""
    if known is None:
        return None
    edit = _Edit(indexes, known, digests, memory)
    count = len(indexes.edition.articles)
    if 3 * (len(edit.changed) + len(edit.gone)) > count or edit.rarity is None:
        return None
    rows = edit.shaken()
    if len(rows) > MANY:
        return None
    return Ground(
        pool=edit.pool, rarity=edit.rarity, counted=edit.counted, rows=rows, moved=edit.moved
    )


class _Edit:
    """What is not as it was at the last ranking."""

    def __init__(self, indexes: Indexes, known: Ranking, digests: bytes, memory: Memory) -> None:
        self.indexes = indexes
        self.articles = indexes.edition.articles
        self.known = known
        self.memory = memory
        numbers = {article.path: row for row, article in enumerate(self.articles)}
        self.moved = [numbers.get(path, -1) for path in known.paths]
        moved = np.array(self.moved, np.int64)
        self.before = np.full(len(self.articles), -1, np.int64)
        stayed = np.flatnonzero(moved >= 0)
        self.before[moved[stayed]] = stayed
        old, new = _digests(known.digests), _digests(digests)
        is_other = (old[stayed] != new[moved[stayed]]).any(axis=1)
        self.before[moved[stayed[is_other]]] = -1
        self.changed: list[int] = np.flatnonzero(self.before < 0).tolist()
        is_gone = moved < 0
        is_gone[stayed[is_other]] = True
        self.gone = np.flatnonzero(is_gone)
        self.counted = counted([article.slug for article in self.articles])

    @cached_property
    def rarity(self) -> Rarity | None:
        """How rare terms are, where that is as it was; None where it is not."""
        known = self.known
        old = np.frombuffer(known.counted, np.bool_)
        stayed = np.flatnonzero(self.before >= 0)
        last = Rarity(
            np.frombuffer(known.known_terms, "<i4").astype(np.int64),
            np.frombuffer(known.numbers, "<i4").astype(np.int64),
            size=known.size,
            step=known.step,
        )
        is_same = (old[self.before[stayed]] == self.counted[stayed]).all()
        if is_same and not old[self.gone].any() and not self.counted[self.changed].any():
            return last
        paths = [self.articles[row].path for row in np.flatnonzero(self.counted)]
        found = rarity_of(list(self.memory.profiles(paths).values()), len(self.articles))
        return found if found.same_as(last) else None

    @cached_property
    def pool(self) -> Pool:
        """All stories: those that changed weighed now, the others as they were."""
        old = _strong(self.known)
        _, new = self._weighed(self.changed)
        index = self.before.copy()
        index[self.changed] = len(old) + np.arange(len(self.changed))
        return _pool(self.indexes, join([old, new]).take(index), self._whole)

    def shaken(self) -> list[int]:
        """The stories that may choose otherwise now."""
        changed = {*self.changed, *self._relinked()}
        found = {*changed, *self._strangers(sorted(changed)), *self._tied(changed)}
        slugs = {self.known.slugs[number] for number in self.gone}
        slugs.update(self.articles[row].slug for row in self.changed)
        for row, article in enumerate(self.articles):
            if not slugs.isdisjoint(_names(article, self.indexes)):
                found.add(row)
        return sorted(found)

    def _strangers(self, changed: Sequence[int]) -> Iterator[int]:
        """The stories that had found one that changed or went, or would find one that changed."""
        reach = np.zeros(len(self.articles), np.int64)
        last = np.frombuffer(self.known.reach, "<i4")
        stayed = np.flatnonzero(self.before >= 0)
        reach[stayed] = last[self.before[stayed]]
        strong = self.pool.strong
        asked = [strong.take(np.array(changed, np.int64)), _strong(self.known).take(self.gone)]
        for rows, products in few_products(strong, join(asked)):
            yield from rows[products >= reach[rows]].tolist()

    def _relinked(self) -> Iterator[int]:
        """The stories that link to others than they did, or are linked to by others."""
        out, moved = self.pool.out, self.moved
        is_like_before = moved == list(range(len(out)))
        if is_like_before and list(self.known.links) == out:
            return
        for number, links in enumerate(self.known.links):
            row = moved[number]
            last = {moved[other] for other in links} - {-1}
            now = set(out[row]) if row >= 0 else set()
            if last != now or len(last) < len(links):
                yield from (last | now | {row}) - {-1}
        for row in self.changed:
            yield from out[row]

    def _tied(self, changed: Iterable[int]) -> Iterator[int]:
        """The stories to which links tie those that changed, and those that link to these."""
        pool = self.pool
        for row in changed:
            yield from pool.out[row]
            for by in pool.linked_by.get(row, ()):
                yield by
                yield from pool.out[by]

    def _whole(self, rows: Integers) -> Rows:
        needed, places = np.unique(rows, return_inverse=True)
        whole, _ = self._weighed(needed.tolist())
        return whole.take(places)

    def _weighed(self, rows: Sequence[int]) -> tuple[Rows, Rows]:
        if self.rarity is None:
            raise ValueError("terms are not as rare as they were")
        paths = [self.articles[row].path for row in rows]
        return weighed(list(self.memory.profiles(paths).values()), self.rarity)


def kept(
    ground: Ground, known: Ranking | None
) -> Iterator[tuple[int, tuple[int, Sequence[tuple[int, int]], Sequence[int]]]]:
    """What each story of the last ranking chose, by its number now: reach, lines, and the end."""
    if known is None or not ground.moved:
        return
    moved = ground.moved
    reach = np.frombuffer(known.reach, "<i4").tolist()
    is_like_before = moved == list(range(len(moved)))
    for number, (inline, end) in enumerate(zip(known.inline, known.end, strict=True)):
        if not is_like_before:
            inline = tuple([(line, moved[other]) for line, other in inline])
            end = tuple([moved[other] for other in end])
        yield moved[number], (reach[number], inline, end)


def noted(
    ground: Ground,
    ranked: Mapping[int, tuple[int, Picks]],
    last: Iterable[tuple[int, tuple[int, Sequence[tuple[int, int]], Sequence[int]]]],
    *,
    ground_digest: bytes,
    digests: bytes,
) -> Ranking:
    """What is remembered: what was chosen now, and else what had been chosen."""
    articles, strong, rarity = ground.pool.articles, ground.pool.strong, ground.rarity
    numbers = {article.path: row for row, article in enumerate(articles)}
    found = dict(last)
    for row, (reach, picks) in ranked.items():
        inline = tuple([(line, numbers[path]) for line, path in picks.inline])
        found[row] = (reach, inline, tuple([numbers[path] for path in picks.end]))
    chosen = [found[row] for row in range(len(articles))]
    return Ranking(
        ground=ground_digest,
        paths=tuple(numbers),
        slugs=tuple([article.slug for article in articles]),
        digests=digests,
        inline=tuple([tuple(inline) for _, inline, _ in chosen]),
        end=tuple([tuple(end) for _, _, end in chosen]),
        links=tuple(ground.pool.out),
        reach=np.array([reach for reach, _, _ in chosen], "<i4").tobytes(),
        starts=strong.starts.astype("<i4").tobytes(),
        terms=strong.terms.astype("<i4").tobytes(),
        shares=strong.shares.astype("<i2").tobytes(),
        counted=ground.counted.tobytes(),
        known_terms=rarity.terms.astype("<i4").tobytes(),
        numbers=rarity.numbers.astype("<i4").tobytes(),
        size=rarity.size,
        step=rarity.step,
    )


def _pool(indexes: Indexes, strong: Rows, whole: Callable[[Integers], Rows]) -> Pool:
    settings = indexes.settings
    return Pool(
        indexes.edition.articles,
        strong,
        whole,
        indexes.links,
        language=settings.language,
        direction=settings.related_direction,
    )


def _strong(known: Ranking) -> Rows:
    return Rows(
        np.frombuffer(known.starts, "<i4").astype(np.int64),
        np.frombuffer(known.terms, "<i4"),
        np.frombuffer(known.shares, "<i2"),
    )


def _digests(digests: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(digests, np.uint8).reshape(-1, DIGEST_BYTES)


def _names(article: Article, indexes: Indexes) -> Iterator[str]:
    """The stories that a story's page names, whatever its kin are."""
    yield from article.related
    yield from (block.target for block in article.body.blocks if block.target)
    if article.series:
        yield from listed_slugs(article, indexes)
