"""How near stories are to each other: by text, section, time and the links of other stories.

Pure, and in whole numbers. `Pool.kin` is the same for a story whether it is asked for alone or
with all others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from jamstack.model import Article
from jamstack.related.kin import Kin, headline_of
from jamstack.related.vectors import UNIT, Integers, Vectors, vectors

FOUND = 40
"""Stories found by their strong terms, of which the nearest are looked for more closely."""
KEPT = 20
"""Kin kept of each story."""
COMPARED = 12
"""Kin that are compared with each other, so that no two say the same."""
TWIN = UNIT * UNIT * 55 // 100
"""Stories that have so much in common are nearly the same."""
FLOOR, TEXT_FLOOR = UNIT * UNIT * 20 // 100, UNIT * UNIT * 4 // 100
"""With less, or with less text in common, stories have nothing to do with each other."""
BLOCK = 256
"""Stories that are multiplied at a time."""

# What adds to the text that stories have in common, in thousandths of it.
TIME, HALF_LIFE_DAYS = 1000, 180
EARLIER, WRONG_WAY = 1000, -850
SECTION, OTHER_LANGUAGE = 100, -700
LINKED_OFTEN, LINKS_HERE = 200, 100
CITED_TOGETHER = UNIT * UNIT * 12 // 100
"""What each story adds that links to both, three at most."""

PARTS = ("text", "time", "direction", "section", "language", "links", "cited together")
"""What a score is the sum of."""


class Pool:
    """The stories that may be offered, newest first (then by slug), ready to be compared.

    `links` has the slugs that each story's text links to, by its slug. `direction` is the site's.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        profiles: Sequence[bytes],
        links: Mapping[str, Collection[str]],
        *,
        language: str,
        direction: str = "",
    ) -> None:
        self.articles = tuple(articles)
        self.headlines = tuple(map(headline_of, articles))
        self.vectors: Vectors = vectors(profiles)
        self.ranks = {article.slug: row for row, article in enumerate(articles)}
        self._days = np.array([item.date.at.timestamp() // 86_400 for item in articles], np.int64)
        self._sections = _numbered(article.section for article in articles)
        self._languages = _numbered(article.lang or language for article in articles)
        self._directions = [direction_of(article, direction) for article in articles]
        self.out = [
            tuple(
                sorted(
                    {self.ranks[slug] for slug in links.get(item.slug, ()) if slug in self.ranks}
                    - {row}
                )
            )
            for row, item in enumerate(articles)
        ]
        self.linked_by: dict[int, list[int]] = defaultdict(list)
        for row, targets in enumerate(self.out):
            for target in targets:
                self.linked_by[target].append(row)
        linked = [len(self.linked_by.get(row, ())) for row in range(len(articles))]
        self._linked = np.array(linked, np.int64)

    def kin(self, rows: Sequence[int]) -> list[Kin]:
        """The kin of the stories in `rows`, in their order."""
        found: list[Kin] = []
        for at in range(0, len(rows), BLOCK):
            found += self._block(rows[at : at + BLOCK])
        return found

    def products(self, rows: Sequence[int]) -> Any:  # noqa: ANN401 - a sparse matrix
        """How strongly all stories (by row) find those in `rows` (by column)."""
        return self.vectors.strong @ self.vectors.strong[list(rows)].T

    def parts(self, row: int, others: Integers, texts: Integers | None = None) -> Integers:
        """What the kinship of `row` to `others` is the sum of: one column for each of `PARTS`."""
        if texts is None:
            whole = self.vectors.whole
            texts = np.asarray((whole[others] @ whole[[row]].T).toarray()).ravel().astype(np.int64)
        gap = self._days[others] - self._days[row]
        together = Counter(x for by in self.linked_by.get(row, ()) for x in self.out[by])
        cited = np.array([min(3, together[other]) for other in others.tolist()], np.int64)
        here = np.isin(others, np.array(self.linked_by.get(row, []), np.int64))
        own = np.isin(others, np.array(self.out[row], np.int64))
        # A story's own links tell nothing of what else to offer.
        times = np.minimum(self._linked[others] - own, 31)
        often = np.frexp((times + 1).astype(np.float64))[1] - 1
        factors = (
            np.full(len(others), 1000, np.int64),
            TIME * HALF_LIFE_DAYS // (HALF_LIFE_DAYS + np.abs(gap)),
            self._way(row, gap),
            SECTION * (self._sections[others] == self._sections[row]),
            OTHER_LANGUAGE * (self._languages[others] != self._languages[row]),
            LINKED_OFTEN * often.astype(np.int64) + LINKS_HERE * here,
        )
        parts = [texts * factor // 1000 for factor in factors]
        return np.stack([*parts, CITED_TOGETHER * cited], axis=1)

    def _way(self, row: int, gap: Integers) -> Integers:
        match self._directions[row]:
            case "earlier":
                return np.where(gap <= 0, EARLIER, WRONG_WAY)
            case "later":
                return np.where(gap >= 0, EARLIER, WRONG_WAY)
            case _:
                return np.where(gap <= 0, EARLIER, 0)

    def _block(self, rows: Sequence[int]) -> list[Kin]:
        wanted = list(rows)
        product = (self.vectors.strong[wanted] @ self.vectors.strong_columns).tocsr()
        ends, columns, values = product.indptr, product.indices, product.data
        found, reaches = [], []
        for place, row in enumerate(wanted):
            part = slice(ends[place], ends[place + 1])
            others, reach = self._found(row, columns[part], values[part])
            found.append(others)
            reaches.append(reach)
        texts = self._texts(wanted, found)
        ranked = [
            self._ranked(row, others, text)
            for row, others, text in zip(wanted, found, texts, strict=True)
        ]
        groups = self._groups([others for others, _ in ranked])
        return [
            Kin(
                rows=tuple(others.tolist()),
                scores=tuple(scores.tolist()),
                groups=tuple(group),
                found=tuple(seen.tolist()),
                reach=reach,
            )
            for (others, scores), group, seen, reach in zip(
                ranked, groups, found, reaches, strict=True
            )
        ]

    def _found(
        self, row: int, columns: NDArray[np.int32], values: NDArray[np.int32]
    ) -> tuple[Integers, int]:
        """The rows nearest to `row` by strong terms, and those that links tie to it."""
        keys = (values.astype(np.int64) << 24) - columns
        keys[columns == row] = -1
        reach = 0
        if len(keys) > FOUND:
            chosen = np.argpartition(-keys, FOUND - 1)[:FOUND]
            reach = int(values[chosen].min())
        else:
            chosen = np.flatnonzero(keys >= 0)
        tied = {x for by in self.linked_by.get(row, ()) for x in (by, *self.out[by])} - {row}
        return np.union1d(columns[chosen].astype(np.int64), np.array(sorted(tied), np.int64)), reach

    def _texts(self, rows: Sequence[int], found: Sequence[Integers]) -> list[Integers]:
        counts = [len(others) for others in found]
        lefts = np.repeat(np.array(rows, np.int64), counts)
        sums = _pairwise(self.vectors.whole, lefts, np.concatenate(found))
        return np.split(sums, np.cumsum(counts)[:-1])

    def _ranked(self, row: int, others: Integers, texts: Integers) -> tuple[Integers, Integers]:
        scores = self.parts(row, others, texts).sum(axis=1)
        # The newer first, then the smaller slug: the order of the rows.
        order = np.lexsort((others, -scores))
        is_near = (scores >= FLOOR) & (texts >= TEXT_FLOOR)
        order = order[is_near[order]][:KEPT]
        return others[order], scores[order]

    def _groups(self, ranked: Sequence[Integers]) -> list[list[int]]:
        """For each of the kin, the place of the first that it is a twin of, or else its own."""
        pairs = [
            (one[left], one[right])
            for one in ranked
            for right in range(min(len(one), COMPARED))
            for left in range(right)
        ]
        both = np.array(pairs, np.int64).reshape(-1, 2)
        alike = iter((_pairwise(self.vectors.strong, both[:, 0], both[:, 1]) >= TWIN).tolist())
        groups = []
        for one in ranked:
            group = list(range(len(one)))
            for right in range(min(len(one), COMPARED)):
                twins = [left for left in range(right) if next(alike)]
                if twins:
                    group[right] = group[twins[0]]
            groups.append(group)
        return groups


def direction_of(article: Article, default: str) -> str:
    """Whether earlier or later stories are preferred for one: `earlier`, `later`, or neither."""
    return article.related_direction or default


def _numbered(names: Iterable[str]) -> Integers:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)


def _pairwise(matrix: csr_array[Any], lefts: Integers, rights: Integers) -> Integers:
    """The product of each row in `lefts` with the one in `rights` at the same place."""
    if not len(lefts):
        return np.zeros(0, np.int64)
    return np.asarray(matrix[lefts].multiply(matrix[rights]).sum(axis=1)).ravel().astype(np.int64)
