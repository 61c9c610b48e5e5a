"""Which questions have another answer now than they had when the last build ended.

All pages ask far fewer questions than they ask in all, so each answer is compared once, and a page
whose questions are none of those that changed need not have its own answers looked up again. What
is noted counts only for the same pages, made in the same way; where that is not so, or the last
build did not come to its end, each page's key tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jamstack.layout.plans import PagePlan, Plan
from jamstack.press.codec import DIGEST_BYTES, digest_of
from jamstack.press.ledger import Ledger
from jamstack.press.memory import Memory

FACT = "answers"
"""In the store: the mark of a build, then the digest of each answer in the order of the numbers."""


def mark_of(plans: Sequence[Plan], frames: Mapping[str, bytes], ground: bytes) -> bytes:
    """The digest of what is made, by which templates, and on what ground."""
    made = [(plan.path, plan.template if isinstance(plan, PagePlan) else "") for plan in plans]
    return digest_of((ground, frames, made))


def changed(memory: Memory, ledger: Ledger, mark: bytes) -> frozenset[int] | None:
    """The numbers of all questions whose answer has changed; None where that is not known."""
    last = memory.facts.get(FACT, b"")
    if last[:DIGEST_BYTES] != mark:
        return None
    now = _noted(memory, ledger, mark)
    if len(now) != len(last):
        return None
    if now == last:
        return frozenset()
    places = range(DIGEST_BYTES, len(now), DIGEST_BYTES)
    return frozenset(
        number
        for number, at in enumerate(places, 1)
        if now[at : at + DIGEST_BYTES] != last[at : at + DIGEST_BYTES]
    )


def forget(memory: Memory) -> None:
    """Note that pages are about to be made: what was noted no longer holds for all of them."""
    if memory.facts.get(FACT):
        memory.keep_facts({FACT: b""})


def note(memory: Memory, ledger: Ledger, mark: bytes) -> None:
    """Note the answers that all pages were made of, at the end of a build."""
    memory.keep_facts({FACT: _noted(memory, ledger, mark)})


def _noted(memory: Memory, ledger: Ledger, mark: bytes) -> bytes:
    return b"".join((mark, *map(ledger.__getitem__, memory.questions)))
