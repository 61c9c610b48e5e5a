"""How near stories are to each other: by text, section, time and the links of other stories.

Pure, and in whole numbers. `Pool.kin` is the same for a story whether it is asked for alone or
with all others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from jamstack.model import Article
from jamstack.related.kin import Kin
from jamstack.related.products import Found, Matrix, alike, few_products, texts
from jamstack.related.vectors import UNIT, Integers, Rows

FOUND = 40
"""Stories found by their strong terms, of which the nearest are looked for more closely."""
KEPT = 20
"""Kin kept of each story."""
COMPARED = 12
"""Kin that are compared with each other, so that no two say the same."""
TWIN = UNIT * UNIT * 55 // 100
"""Stories that have so much in common are nearly the same."""
FLOOR, TEXT_FLOOR = UNIT * UNIT * 25 // 100, UNIT * UNIT * 4 // 100
"""With less, or with less text in common, stories have nothing to do with each other."""
BLOCK = 128
"""Stories that are looked at together."""

# What adds to the text that stories have in common, in thousandths of it.
TIME, HALF_LIFE_DAYS = 1000, 180
EARLIER, WRONG_WAY = 1000, -850
SECTION, OTHER_LANGUAGE = 100, -2000
LINKED_OFTEN, LINKS_HERE = 200, 100
CITED_TOGETHER = UNIT * UNIT * 12 // 100
"""What each story adds that links to both, three at most."""

PARTS = ("text", "time", "direction", "section", "language", "links", "cited together")
"""What a score is the sum of."""

_WAYS = {"earlier": (EARLIER, EARLIER, WRONG_WAY), "later": (WRONG_WAY, EARLIER, EARLIER)}
"""What adds for an earlier story, one of the same day, and a later one, by direction."""


class Pool:
    """The stories that may be offered, newest first (then by slug), ready to be compared.

    `strong` are their vectors of strong terms, and `whole` gives those of all terms of the stories
    that it is asked for. `links` has the slugs that each story's text links to, by its slug.
    `direction` is the site's.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        strong: Rows,
        whole: Callable[[Integers], Rows],
        links: Mapping[str, Collection[str]],
        *,
        language: str,
        direction: str = "",
    ) -> None:
        self.articles = tuple(articles)
        self.strong = strong
        self.ranks = {article.slug: row for row, article in enumerate(articles)}
        self._whole = whole
        self._matrix: Matrix | None = None
        self._days = np.array([item.date.at.timestamp() // 86_400 for item in articles], np.int64)
        self._sections = _numbered(article.section for article in articles)
        self._languages = _numbered(article.lang or language for article in articles)
        ways = [_WAYS.get(item.related_direction or direction, (EARLIER, EARLIER, 0))
                for item in articles]  # fmt: skip
        self._ways = np.array(ways, np.int64).reshape(-1, 3)
        self.out = [self._targets(row, links.get(item.slug)) for row, item in enumerate(articles)]
        self.linked_by: dict[int, list[int]] = defaultdict(list)
        for row, targets in enumerate(self.out):
            for target in targets:
                self.linked_by[target].append(row)
        linked = [len(self.linked_by.get(row, ())) for row in range(len(articles))]
        self._linked = np.array(linked, np.int64)

    def prepare(self) -> None:
        """Make ready for many stories: what is asked for then comes sooner, and is the same."""
        self._matrix = Matrix(self.strong)

    def kin(self, rows: Sequence[int]) -> list[Kin]:
        """The kin of the stories in `rows`, in their order."""
        found: list[Kin] = []
        for at in range(0, len(rows), BLOCK):
            found += self._block(list(rows[at : at + BLOCK]))
        return found

    def products(self, rows: Sequence[int]) -> Iterator[Found]:
        """The stories that share strong terms with each of `rows`, and the products with them."""
        if self._matrix:
            return self._matrix.products(rows)
        return few_products(self.strong, self.strong.take(np.array(rows, np.int64)))

    def tied(self, row: int) -> Counter[int]:
        """The stories that link to one, and those that they link to, too, with how many do."""
        linkers = self.linked_by.get(row, ())
        found = Counter(other for by in linkers for other in self.out[by])
        found.update(dict.fromkeys(linkers, 0))
        found.pop(row, None)
        return found

    def parts(
        self, rows: Sequence[int], groups: Sequence[Integers], text: Integers | None = None
    ) -> Integers:
        """What the kinship of each row to those in its group is the sum of, one pair after another.

        One column for each of `PARTS`.
        """
        sizes = [len(others) for others in groups]
        left = np.repeat(np.array(rows, np.int64), sizes)
        right = np.concatenate([np.zeros(0, np.int64), *groups])
        text = self._texts(rows, groups) if text is None else text
        is_own, here, cited = (np.zeros(len(right), np.int64) for _ in range(3))
        start = 0
        for row, others in zip(rows, groups, strict=True):
            if self.out[row] or row in self.linked_by:
                places = {other: at for at, other in enumerate(others.tolist(), start)}
                is_own[[places[other] for other in self.out[row] if other in places]] = 1
                here[[places[by] for by in self.linked_by.get(row, ()) if by in places]] = 1
                for other, times in self.tied(row).items():
                    if other in places:
                        cited[places[other]] = min(3, times)
            start += len(others)
        gap = self._days[right] - self._days[left]
        # A story's own links tell nothing of what else to offer.
        times = np.minimum(self._linked[right] - is_own, 31)
        often = np.frexp((times + 1).astype(np.float64))[1] - 1
        factors = (
            TIME * HALF_LIFE_DAYS // (HALF_LIFE_DAYS + np.abs(gap)),
            self._ways[left, np.sign(gap) + 1],
            SECTION * (self._sections[right] == self._sections[left]),
            OTHER_LANGUAGE * (self._languages[right] != self._languages[left]),
            LINKED_OFTEN * often.astype(np.int64) + LINKS_HERE * here,
        )
        parts = [text * factor // 1000 for factor in factors]
        return np.stack([text, *parts, CITED_TOGETHER * cited], axis=1)

    def _targets(self, row: int, slugs: Collection[str] | None) -> tuple[int, ...]:
        if not slugs:
            return ()
        targets = {self.ranks[slug] for slug in slugs if slug in self.ranks}
        return tuple(sorted(targets - {row}))

    def _block(self, rows: list[int]) -> list[Kin]:
        pairs = zip(rows, self.products(rows), strict=True)
        looked = [self._found(row, *found) for row, found in pairs]
        groups = [others for others, _ in looked]
        text = self._texts(rows, groups)
        scores = self.parts(rows, groups, text).sum(axis=1)
        places = np.repeat(np.arange(len(rows)), [len(others) for others in groups])
        others = np.concatenate([np.zeros(0, np.int64), *groups])
        near = np.flatnonzero((scores >= FLOOR) & (text >= TEXT_FLOOR))
        # The nearest first; of equals the newer, then the smaller slug: the order of the rows.
        near = near[np.lexsort((others[near], -scores[near], places[near]))]
        ends = np.searchsorted(places[near], np.arange(len(rows) + 1)).tolist()
        kept = [near[start : min(end, start + KEPT)] for start, end in pairwise(ends)]
        twins = self._twins([others[chosen] for chosen in kept])
        return [
            Kin(
                rows=tuple(others[chosen].tolist()),
                scores=tuple(scores[chosen].tolist()),
                groups=group,
                found=tuple(seen.tolist()),
                reach=reach,
            )
            for chosen, group, (seen, reach) in zip(kept, twins, looked, strict=True)
        ]

    def _found(self, row: int, others: Integers, products: Integers) -> tuple[Integers, int]:
        """The rows nearest to `row` by strong terms, and those that links tie to it."""
        keys = (products.astype(np.int64) << 24) - others
        keys[others == row] = -1
        reach = 0
        if len(keys) > FOUND:
            chosen = np.argpartition(keys, len(keys) - FOUND)[len(keys) - FOUND :]
            reach = int(products[chosen].min())
        else:
            chosen = np.flatnonzero(keys >= 0)
        found = others[chosen].astype(np.int64)
        if row in self.linked_by:
            seen = set(found.tolist())
            tied = [other for other in self.tied(row) if other not in seen]
            found = np.concatenate((found, np.array(tied, np.int64)))
        return np.sort(found), reach

    def _texts(self, rows: Sequence[int], groups: Sequence[Integers]) -> Integers:
        if not len(rows):
            return np.zeros(0, np.int64)
        each = [part for row, others in zip(rows, groups, strict=True) for part in ([row], others)]
        whole = self._whole(np.concatenate(each).astype(np.int64))
        return texts(whole, [len(others) + 1 for others in groups])

    def _twins(self, ranked: Sequence[Integers]) -> Iterator[tuple[int, ...]]:
        """For each of the kin, the place of the first that it is a twin of, or else its own."""
        compared = [one[:COMPARED] for one in ranked]
        strong = self.strong.take(np.concatenate([np.zeros(0, np.int64), *compared]))
        tables = alike(strong, [len(one) for one in compared], TWIN)
        is_twin = tables.sum(axis=(1, 2)) > tables.shape[1]
        for number, one in enumerate(ranked):
            group = list(range(len(one)))
            if is_twin[number]:
                # The first in each row that is like it: itself, at the latest.
                first = tables[number].argmax(axis=1).tolist()
                for place in range(len(compared[number])):
                    group[place] = group[min(first[place], place)]
            yield tuple(group)


def _numbered(names: Iterable[str]) -> Integers:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)
