"""Stories as vectors: their terms, each with its share of what a story is about.

All in whole numbers, or in operations on single numbers that every machine rounds alike, so that
the same stories give the same vectors everywhere. What depends on all stories is on a coarse
scale, and counted in some of them: one story more changes the vectors of few others, and mostly of
none.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from jamstack.related.terms import TERM_BITS

UNIT = 1024
"""The length of a vector: two equal ones have the product `UNIT * UNIT`."""
COUNTED = 1_024
"""How rare a term is, is counted in so many stories at least, where there are as many."""
COMMON_SHARE = 0.3
"""A term in a larger share of all stories than this one tells nothing."""
COMMON_LEAST = 8
"""A term in so few of the stories that are counted is never too common."""
STRONG_SHARE = 0.006
"""A term is strong where its square has this share of the vector's: at most 166 terms are."""
STRONG_MOST = 2_000
"""A term in more stories than these is not looked up by: that would take ever longer."""
HALFWAY = 5
"""A term that counts so often has half of the weight that it can have at most."""
PIECE = 2_048
"""Stories that are weighed at a time, so that memory stays small."""

Integers = NDArray[np.int64]

_WEIGHTS = np.array([255 * count // (count + HALFWAY) for count in range(256)], np.int32)


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: the entries of row `n` stand from `starts[n]` to `starts[n + 1]`."""

    starts: Integers
    terms: NDArray[np.int32]
    shares: NDArray[np.int16]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.starts) - 1

    def take(self, rows: Integers) -> Rows:
        """Some of the rows, in this order; one may come again."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(starts[-1]) + np.repeat(self.starts[rows] - starts[:-1], lengths)
        return Rows(starts, self.terms[places], self.shares[places])


class Rarity:
    """How rare terms are among some stories.

    `octaves` says it by term, from 1 up, and 0 for a common one. `is_usual` is False for a term
    that too many stories have to be looked up by. `terms` are those that any of the `size` stories
    that are counted has, and `numbers` in how many; each stands for `step` stories.
    """

    def __init__(self, terms: Integers, numbers: Integers, *, size: int, step: int) -> None:
        self.terms = terms
        self.numbers = numbers
        self.size = size
        self.step = step
        exponents = np.frexp(np.maximum(np.arange(size + 1, dtype=np.float64), 1))[1]
        octaves = size.bit_length() - exponents + 1
        octaves[max(int(size * COMMON_SHARE), COMMON_LEAST) + 1 :] = 0
        self.octaves = np.full(1 << TERM_BITS, octaves[0], np.uint8)
        self.octaves[terms] = octaves[numbers]
        self.is_usual = np.ones(1 << TERM_BITS, np.bool_)
        self.is_usual[terms] = (1 << exponents >> 1)[numbers] * step <= STRONG_MOST

    def same_as(self, other: Rarity) -> bool:
        """True where all terms are as rare as there."""
        return bool(
            (self.octaves == other.octaves).all() and (self.is_usual == other.is_usual).all()
        )


def join(pieces: Sequence[Rows]) -> Rows:
    """All rows of several, in order."""
    lengths = [np.diff(piece.starts) for piece in pieces]
    return Rows(
        np.concatenate(([0], np.cumsum(np.concatenate([np.zeros(0, np.int64), *lengths])))),
        np.concatenate([np.zeros(0, np.int32), *(piece.terms for piece in pieces)]),
        np.concatenate([np.zeros(0, np.int16), *(piece.shares for piece in pieces)]),
    )


def unpacked(profiles: Sequence[bytes]) -> tuple[Integers, NDArray[np.int32], NDArray[np.uint8]]:
    """Where each of several profiles starts, their terms, and how often each counts."""
    ends = [len(item) // 5 * 4 for item in profiles]
    terms = b"".join([item[:end] for item, end in zip(profiles, ends, strict=True)])
    counts = b"".join([item[end:] for item, end in zip(profiles, ends, strict=True)])
    starts = np.concatenate(([0], np.cumsum(np.array(ends, np.int64) // 4)))
    return starts, np.frombuffer(terms, "<i4"), np.frombuffer(counts, np.uint8)


def counted(slugs: Sequence[str]) -> NDArray[np.bool_]:
    """Which stories, newest first, the rarity of terms is counted in.

    The oldest, of which at least 8 of 9 stay the same while a paper grows by a ninth; and of a
    large paper one in 2, 4, 8 and so on of these, by the slug. So most edits, and nearly all new
    stories, leave rarity as it was.
    """
    count = len(slugs)
    size, step = reference_size(count), _step(count)
    found = np.zeros(count, np.bool_)
    found[count - size :] = [
        zlib.crc32(slug.encode()) % step == 0 for slug in slugs[count - size :]
    ]
    return found


def reference_size(count: int) -> int:
    """How many of the oldest stories the rarity of terms is counted in."""
    step = 1 << max(0, count.bit_length() - 4)
    return count // step * step


def rarity_of(profiles: Sequence[bytes], count: int) -> Rarity:
    """How rare terms are, by the profiles of the stories that are `counted` among `count`."""
    _, terms, _ = unpacked(profiles)
    found, numbers = np.unique(terms, return_counts=True)
    return Rarity(found.astype(np.int64), numbers, size=len(profiles), step=_step(count))


def weighed(profiles: Sequence[bytes], rarity: Rarity) -> tuple[Rows, Rows]:
    """The vectors of stories: with all of their terms, and with the strong ones alone."""
    pieces = [_weighed(profiles[at : at + PIECE], rarity) for at in range(0, len(profiles), PIECE)]
    return join([whole for whole, _ in pieces]), join([strong for _, strong in pieces])


def _weighed(profiles: Sequence[bytes], rarity: Rarity) -> tuple[Rows, Rows]:
    starts, terms, counts = unpacked(profiles)
    weights = _WEIGHTS[counts] * rarity.octaves[terms]
    rows = np.repeat(np.arange(len(profiles)), np.diff(starts))
    squares = np.bincount(rows, weights=weights.astype(np.float64) ** 2, minlength=len(profiles))
    norms = np.sqrt(np.maximum(squares, 1.0))
    shares = np.rint(weights * (UNIT / norms)[rows]).astype(np.int16)
    is_strong = (shares >= UNIT * STRONG_SHARE**0.5) & rarity.is_usual[terms]
    return _kept(starts, terms, shares, shares > 0), _kept(starts, terms, shares, is_strong)


def _kept(
    starts: Integers, terms: NDArray[np.int32], shares: NDArray[np.int16], kept: NDArray[np.bool_]
) -> Rows:
    ends = np.concatenate(([0], np.cumsum(kept)))
    return Rows(ends[starts], terms[kept], shares[kept])


def _step(count: int) -> int:
    """One in so many stories is counted."""
    return 1 << max(0, count.bit_length() - COUNTED.bit_length())


def chosen(profiles: Sequence[bytes], slugs: Sequence[str]) -> list[bytes]:
    """The profiles of the stories that are counted."""
    return list(compress(profiles, counted(slugs).tolist()))


def renumbered(rows: Rows) -> Rows:
    """The same with terms numbered without gaps, so that what is looked up lies close together."""
    if len(rows) < PIECE:
        # Sooner than to look at every number that a term can have.
        _, places = np.unique(rows.terms, return_inverse=True)
        return Rows(rows.starts, places.astype(np.int32), rows.shares)
    is_used = np.zeros(1 << TERM_BITS, np.bool_)
    is_used[rows.terms] = True
    numbers = np.cumsum(is_used, dtype=np.int32) - 1
    return Rows(rows.starts, numbers[rows.terms].astype(np.int32), rows.shares)
