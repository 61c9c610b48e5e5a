"""The nearest known name to a mistyped one, for hints."""

from __future__ import annotations

from collections.abc import Iterable

LEAST_SIMILARITY = 60.0
"""Percent of similarity below which a name is no help."""


def nearest(name: str, known: Iterable[str], *, limit: int = 1) -> tuple[str, ...]:
    """Choose at most `limit` names of `known` that resemble `name`, best first.

    () when nothing comes near. Ties go to the smaller name.
    """
    # Only a mistake needs it, and loading it takes a while.
    from rapidfuzz import fuzz, process

    found = process.extract(
        name.casefold(),
        sorted(known),
        scorer=fuzz.ratio,
        limit=limit,
        score_cutoff=LEAST_SIMILARITY,
    )
    return tuple(match for match, _, _ in found)


def nearest_hint(name: str, known: Iterable[str]) -> str:
    """Word a hint that names the nearest of `known`, or return an empty text."""
    found = nearest(name, known)
    return f"did you mean `{found[0]}`?" if found else ""
