"""The place after a word such as `in`: where it ends, and whether it reads as one."""

from __future__ import annotations

from dataclasses import dataclass

from jamstack.bylines.typed_registry import is_close
from jamstack.bylines.typed_scan import Line
from jamstack.bylines.typed_words import PLACE_PARTICLES
from jamstack.nearest import nearest

MOST_COMMAS = 2
"""Commas in a place, as in `Portland, Oregon, USA`."""

LONGEST_PLACE = 80
"""Characters of a place."""

_SIGNS = frozenset(".,-'")


@dataclass(frozen=True, slots=True)
class Place:
    """A place up to before the token `end`; `is_place` is False when it does not read as one."""

    text: str
    end: int
    is_place: bool


def read_place(line: Line, start: int, *, may_look: bool) -> Place:
    """Read the place that begins at the token `start`; an empty text when none does.

    It goes on behind a comma as long as no name of the registry follows, nor what is nearly one;
    `may_look` is False where the nearest names are no longer to be looked up.
    """
    end = _piece_end(line, start)
    for _ in range(MOST_COMMAS):
        if end == start or line.key(end) != "," or not _goes_on(line, end + 1, may_look=may_look):
            break
        end = _piece_end(line, end + 1)
    text = line.text(start, end)
    return Place(text, end, _is_place(line, start, end) and len(text) <= LONGEST_PLACE)


def _piece_end(line: Line, start: int) -> int:
    """Where the place ends that begins at `start`, commas aside."""
    end = _own_end(line, start)
    while not line.is_over(end) and line.key(end) != ":" and not _is_other(line, end, start):
        end += 1
    return end


def _is_other(line: Line, number: int, start: int) -> bool:
    """True where something else begins: an `and`, a role, a name, a note, another place."""
    if line.conjunction(number) or line.is_role_here(number):
        return True
    # Right after `in`, even a word that is somebody's name is meant as a place.
    return number > start and bool(
        line.name(number)
        or line.origin(number)
        or line.special(number)
        or line.begins_organization(number)
    )


def _goes_on(line: Line, number: int, *, may_look: bool) -> bool:
    if line.is_over(number) or not _is_raised(line, number):
        return False
    others = (line.name(number), line.role(number), line.origin(number), line.special(number))
    end = _piece_end(line, number)
    if any(others) or end == number:
        return False
    text = line.text(number, end)
    found = nearest(text, line.registry.names) if may_look else ()
    return not any(is_close(text, name) for name in found)


def _is_place(line: Line, start: int, end: int) -> bool:
    """True for words with capitals, particles between or before them, and no other signs."""
    name = line.name(start)
    if name and name.end - start > 1:
        return False
    raised = [number for number in range(start, end) if _is_raised(line, number)]
    return bool(raised) and all(_fits(line, number) for number in range(_own_end(line, start), end))


def _own_end(line: Line, start: int) -> int:
    """Where a place ends whose own name holds an `and`; `start` where there is none."""
    found = line.registry.places_with_and.longest(line.tokens, start)
    return found.end if found else start


def _fits(line: Line, number: int) -> bool:
    token = line.tokens[number]
    if not token.is_word:
        return token.key in _SIGNS
    return token.is_glued or token.key in PLACE_PARTICLES or _is_raised(line, number)


def _is_raised(line: Line, number: int) -> bool:
    """True for a word with a capital, or of a script without them."""
    token = line.tokens[number]
    first = line.text(number, number + 1)[:1]
    return token.is_word and first.isalpha() and not first.islower()
