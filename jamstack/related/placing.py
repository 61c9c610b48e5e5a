"""Where inline related lines go in a body that has none of its own.

Works on the body's top-level blocks, so never within a list, a quote or a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf

from jamstack.model import Block, BlockKind

PARAGRAPHS_BEFORE = 3
"""Paragraphs that must stand before a line."""
PARAGRAPHS_AFTER = 2
"""Paragraphs that must follow a line."""
LEAST_GAP = 2
"""Blocks that must stand between two lines."""


def lines_borne(words: int, *, words_each: int, least_words: int, most: int) -> int:
    """How many lines a text of so many words bears: one for each `words_each`, at most `most`.

    None where it has fewer than `least_words`.
    """
    return min(most, words // words_each) if words >= least_words else 0


def room(kinds: Sequence[BlockKind], *, wanted: int) -> int:
    """How many places `places` would choose in blocks of these kinds."""
    return max(0, min(wanted, _most(_breaks(kinds))))


def places(blocks: Sequence[Block], *, wanted: int) -> tuple[int, ...]:
    """Choose at most `wanted` places, as indexes of the blocks that lines go right before.

    A place is only where all of the following are true:
    - paragraphs stand right before and right after it, so no subhead, figure, embed, quote, list,
      table or rule touches it;
    - `PARAGRAPHS_BEFORE` paragraphs precede it and `PARAGRAPHS_AFTER` follow;
    - `LEAST_GAP` blocks part it from the next place.
    As many as fit; of all ways, the one that divides the words most evenly (least squares), then
    the earliest. () for a body that has a related line already.
    """
    breaks = _breaks([block.kind for block in blocks])
    count = min(wanted, _most(breaks))
    return _evenly(blocks, breaks, count) if count > 0 else ()


def _words(block: Block) -> int:
    # A picture has no words and yet takes room.
    return block.words or 1


def _breaks(kinds: Sequence[BlockKind]) -> list[int]:
    """The places between two paragraphs, each as the index of the block after it."""
    found: list[int] = []
    before, after = 0, kinds.count(BlockKind.PARAGRAPH)
    if after < PARAGRAPHS_BEFORE + PARAGRAPHS_AFTER or BlockKind.RELATED in kinds:
        return found
    follows = False
    for index, kind in enumerate(kinds):
        is_paragraph = kind is BlockKind.PARAGRAPH
        if is_paragraph and follows and before >= PARAGRAPHS_BEFORE and after >= PARAGRAPHS_AFTER:
            found.append(index)
        before += is_paragraph
        after -= is_paragraph
        follows = is_paragraph
    return found


def _most(breaks: Sequence[int]) -> int:
    """How many places fit with the gap between them: taking each as early as it can be."""
    count, reach = 0, 0
    for place in breaks:
        if place >= reach:
            count, reach = count + 1, place + LEAST_GAP
    return count


def _evenly(blocks: Sequence[Block], breaks: Sequence[int], count: int) -> tuple[int, ...]:
    """The `count` places, gaps kept, nearest to those that would divide the words evenly.

    Dynamic programming: `best[n]` is the cheapest way to put the lines so far into the first `n`
    breaks, as (cost, places). Comparing the places as well breaks ties to the earlier.
    """
    words_before = (0, *accumulate(map(_words, blocks)))
    total = words_before[-1]
    best: list[tuple[float, tuple[int, ...]]] = [(0, ())] * (len(breaks) + 1)
    for line in range(1, count + 1):
        following: list[tuple[float, tuple[int, ...]]] = [(inf, ())]
        for place in breaks:
            cost, before = best[bisect_right(breaks, place - LEAST_GAP)]
            # In whole numbers, so that no machine rounds another way.
            cost += (words_before[place] * (count + 1) - line * total) ** 2
            following.append(min(following[-1], (cost, (*before, place))))
        best = following
    return best[-1][1]
