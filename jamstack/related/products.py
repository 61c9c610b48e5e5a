"""Which stories share strong terms, and how much: products of sparse vectors.

Of many stories by SciPy, of a few by an inverted index of their terms alone, which is sooner than
SciPy is imported. Both give the same numbers.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jamstack.related.terms import TERM_BITS
from jamstack.related.vectors import Integers, Rows, renumbered

Found = tuple[Integers, Integers]
"""The numbers of the rows that share a term with one, and the products with them."""


def few_products(rows: Rows, asked: Rows) -> Iterator[Found]:
    """The products of each of a few rows with all in `rows`."""
    terms = np.unique(asked.terms)
    if not len(terms):
        nothing = np.zeros(0, np.int64)
        yield from [(nothing, nothing)] * len(asked)
        return
    slots = _numbers()
    slots[terms] = np.arange(len(terms), dtype=np.int32)
    # Terms that nobody asks for have any number.
    found = np.minimum(slots[rows.terms], len(terms) - 1)
    hits = np.flatnonzero(terms[found] == rows.terms)
    hits = hits[np.argsort(found[hits], kind="stable")]
    starts = np.searchsorted(found[hits], np.arange(len(terms) + 1))
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), np.diff(rows.starts))
    index = Rows(starts, owners[hits], rows.shares[hits])
    own_slots = slots[asked.terms].astype(np.int64)
    for row in range(len(asked)):
        own = slice(asked.starts[row], asked.starts[row + 1])
        wanted = own_slots[own]
        entries = index.take(wanted)
        times = np.repeat(asked.shares[own].astype(np.float64), np.diff(entries.starts))
        # Whole numbers far below 2**53: in whatever order they are added, the sums are the same.
        sums = np.bincount(entries.terms, weights=times * entries.shares, minlength=len(rows))
        others = np.flatnonzero(sums)
        yield others, sums[others].astype(np.int64)


class Matrix:
    """Rows as one of SciPy's sparse matrices, ready to be multiplied with each other."""

    def __init__(self, rows: Rows) -> None:
        # Takes a seventh of a second to import; a build after one edit has no need of it.
        from scipy.sparse import csr_array

        close = renumbered(rows)
        shape = (len(rows), int(close.terms.max(initial=-1)) + 1)
        entries = (close.shares.astype(np.int32), close.terms, close.starts)
        self._rows: Any = csr_array(entries, shape)
        self._columns = self._rows.T.tocsr()

    def products(self, rows: Sequence[int]) -> Iterator[Found]:
        """The products of these rows with all."""
        product = self._rows[list(rows)] @ self._columns
        ends = product.indptr.tolist()
        for place in range(len(rows)):
            part = slice(ends[place], ends[place + 1])
            yield product.indices[part], product.data[part]


def texts(whole: Rows, groups: Sequence[int]) -> Integers:
    """The products of rows that stand in groups: of the first of each group with the others.

    `groups` are their sizes, the first included; the products stand one after another.
    """
    own = _nothing()
    found = np.empty(len(whole.terms), np.int32)
    starts, row = whole.starts.tolist(), 0
    for size in groups:
        first, end, last = starts[row], starts[row + 1], starts[row + size]
        own[whole.terms[first:end]] = whole.shares[first:end]
        np.take(own, whole.terms[first:last], out=found[first:last], mode="clip")
        own[whole.terms[first:end]] = 0
        row += size
    found *= whole.shares
    # A row without any term has no sum of its own to begin at.
    is_empty = whole.starts[1:] == whole.starts[:-1]
    sums = np.zeros(len(whole), np.int64)
    if len(found):
        sums[~is_empty] = np.add.reduceat(found, whole.starts[:-1][~is_empty])
    is_first = np.zeros(len(whole), np.bool_)
    is_first[np.cumsum(np.array(groups, np.int64)) - np.array(groups, np.int64)] = True
    return sums[~is_first]


def alike(strong: Rows, groups: Sequence[int], least: int) -> NDArray[np.bool_]:
    """Which of the rows of each group have at least this product with each other: a table each.

    `groups` are their sizes.
    """
    numbers, terms = _numbers(), strong.terms
    firsts = np.concatenate(([0], np.cumsum(np.array(groups, np.int64))))
    ends = strong.starts[firsts].tolist()
    widest = max([end - start for start, end in pairwise(ends)], default=0)
    # Terms numbered without gaps in each group: by the last place at which each stands.
    slots, count = np.empty(len(terms), np.int32), np.arange(widest, dtype=np.int32)
    for start, end in pairwise(ends):
        numbers[terms[start:end]] = count[: end - start]
        np.take(numbers, terms[start:end], out=slots[start:end], mode="clip")
    sizes = np.array(groups, np.int64)
    lengths = np.diff(strong.starts)
    group = np.repeat(np.arange(len(groups)), sizes)
    place = np.arange(len(strong)) - np.repeat(firsts[:-1], sizes)
    # Sums stay below 2**24, so they are exact in whatever order they are added.
    dense = np.zeros((len(groups), max(groups, default=0), widest), np.float32)
    dense[np.repeat(group, lengths), np.repeat(place, lengths), slots] = strong.shares
    tables = dense @ dense.transpose(0, 2, 1) >= least
    return np.asarray(tables | np.eye(dense.shape[1], dtype=np.bool_))


@functools.cache
def _nothing() -> NDArray[np.int32]:
    """A zero for each term; who writes there writes zeros afterwards."""
    return np.zeros(1 << TERM_BITS, np.int32)


@functools.cache
def _numbers() -> NDArray[np.int32]:
    """A number for each term, whatever it is."""
    return np.zeros(1 << TERM_BITS, np.int32)
