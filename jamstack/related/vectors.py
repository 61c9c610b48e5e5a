"""Stories as rows of a sparse matrix: one weighted vector of terms each, of one length.

All in whole numbers, or in operations on single numbers that every machine rounds alike, so that
the same stories give the same vectors everywhere. What depends on all stories is on a coarse
scale: one story more changes the vectors of few others, and mostly of none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from jamstack.related.terms import TERM_BITS, WEIGHT_BITS

UNIT = 1024
"""The length of a vector: two equal ones have the product `UNIT * UNIT`."""
COMMON_SHARE = 0.3
"""A term in a larger share of all stories than this one tells nothing."""
COMMON_LEAST = 8
"""A term in so few stories is never too common."""
STRONG_SHARE = 0.006
"""A term is strong where its square has this share of the vector's: at most 166 terms are."""
STRONG_MOST = 2_000
"""A term in more stories than these is not looked up by: that would take ever longer."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vectors:
    """`whole` has all terms of each story, `strong` those that find its kin; int32, by row.

    `strong_columns` is `strong` transposed. `marks` tell, in 64 bits a row, if it has changed.
    """

    whole: csr_array[Any]
    strong: csr_array[Any]
    strong_columns: csr_array[Any]
    marks: NDArray[np.uint64]


def reference_size(count: int) -> int:
    """How many of the oldest stories the rarity of terms is counted in: at least 8 of 9.

    It stays the same while a paper grows by a ninth, so that a new story changes no other.
    """
    step = 1 << max(0, count.bit_length() - 4)
    return count // step * step


def vectors(profiles: Sequence[bytes]) -> Vectors:
    """The vectors of stories, newest first, from their profiles (`terms.profile`)."""
    packed = np.frombuffer(b"".join(profiles), dtype="<u4")
    lengths = np.array([len(item) // 4 for item in profiles], dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)))
    terms = (packed >> WEIGHT_BITS).astype(np.int32)
    rarity, counts = _rarity(terms, starts, len(profiles))
    weights = (packed & ((1 << WEIGHT_BITS) - 1)).astype(np.int32) * rarity
    rows = np.repeat(np.arange(len(profiles), dtype=np.int32), lengths)
    squares = np.bincount(rows, weights=weights.astype(np.float64) ** 2, minlength=len(profiles))
    norms = np.sqrt(np.maximum(squares, 1.0))
    shares = np.rint(weights * (UNIT / norms)[rows]).astype(np.int32)
    is_known = shares > 0
    is_strong = is_known & (shares >= UNIT * STRONG_SHARE**0.5) & (counts <= STRONG_MOST)
    columns = _columns(terms)
    whole = _matrix(rows, columns, shares, is_known, len(profiles))
    strong = _matrix(rows, columns, shares, is_strong, len(profiles))
    return Vectors(
        whole=whole,
        strong=strong,
        strong_columns=strong.T.tocsr(),
        marks=_marks(rows, terms, shares, is_strong, len(profiles)),
    )


def _rarity(
    terms: NDArray[np.int32], starts: Integers, count: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Of each term: inverse document frequency in whole octaves, 0 for a common one; stories.

    Stories, too, are a power of two, so that one more is seldom felt.
    """
    size = reference_size(count)
    # The newest stand first; the reference are the oldest.
    found = np.bincount(terms[starts[count - size] :], minlength=1 << TERM_BITS)[terms]
    numbers = np.arange(size + 1, dtype=np.float64)
    # Terms of very few stories are alike, or each new story would change those of others.
    octaves = np.frexp(np.maximum(numbers, max(1, size >> 10)))[1]
    rarity = size.bit_length() - octaves + 1
    rarity[numbers > max(size * COMMON_SHARE, COMMON_LEAST)] = 0
    return rarity.astype(np.int32)[found], (1 << octaves >> 1).astype(np.int32)[found]


def _columns(terms: NDArray[np.int32]) -> NDArray[np.int32]:
    """The terms numbered anew, without gaps."""
    is_used = np.zeros(1 << TERM_BITS, dtype=bool)
    is_used[terms] = True
    return (np.cumsum(is_used, dtype=np.int32) - 1)[terms]


def _matrix(
    rows: NDArray[np.int32],
    columns: NDArray[np.int32],
    values: NDArray[np.int32],
    chosen: NDArray[np.bool_],
    count: int,
) -> csr_array[Any]:
    starts = np.zeros(count + 1, dtype=np.int32)
    np.cumsum(np.bincount(rows[chosen], minlength=count), out=starts[1:])
    width = int(columns.max(initial=-1)) + 1
    return csr_array((values[chosen], columns[chosen], starts), shape=(count, width))


def _marks(
    rows: NDArray[np.int32],
    terms: NDArray[np.int32],
    shares: NDArray[np.int32],
    is_strong: NDArray[np.bool_],
    count: int,
) -> NDArray[np.uint64]:
    mixed = terms.astype(np.uint64) << np.uint64(12) | shares.astype(np.uint64)
    mixed = (mixed << np.uint64(1) | is_strong.astype(np.uint64)) + np.uint64(1)
    # The finalizer of SplitMix64: sums of what it gives collide by chance alone.
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ mixed >> np.uint64(shift)) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(mixed, dtype=np.uint64)))
    ends = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=count))))
    return np.asarray(sums[ends[1:]] - sums[ends[:-1]])
