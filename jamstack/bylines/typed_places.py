"""The place after a word such as `in`: where it ends, and whether it reads as one."""

from __future__ import annotations

from dataclasses import dataclass

from jamstack.bylines.typed_registry import is_close
from jamstack.bylines.typed_scan import Line
from jamstack.bylines.typed_words import PLACE_PARTICLES, REGION_STARTS, REGION_WORDS
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


def read_place(line: Line, start: int, *, may_look: bool, in_brackets: bool = False) -> Place:
    """Read the place that begins at the token `start`; an empty text when none does.

    It goes on behind a comma where all of this holds of what follows:

    - it is no name of the registry, nor followed by a `(guest)`;
    - it is not nearly a name of the registry;
    - it is a known region, or has the form of one, or is a single word of nobody's name.

    The latter two are not asked `in_brackets`, which say where a place ends. Somebody new must not
    vanish into a place, so several words with capitals are taken for a name in doubt. `may_look` is
    False where the nearest names are no longer to be looked up.
    """
    end = _piece_end(line, start)
    for _ in range(MOST_COMMAS):
        if end == start or line.key(end) != ",":
            break
        if not _goes_on(line, end + 1, may_look=may_look, in_brackets=in_brackets):
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


def _goes_on(line: Line, number: int, *, may_look: bool, in_brackets: bool) -> bool:
    if line.is_over(number) or not (_is_raised(line, number) or line.key(number) == "the"):
        return False
    others = (line.name(number), line.role(number), line.origin(number), line.special(number))
    end = _piece_end(line, number)
    if any(others) or end == number or line.guest(end):
        return False
    text = line.text(number, end)
    if in_brackets:
        return True
    if not _is_region(line, number, end):
        return False
    found = nearest(text, line.registry.names) if may_look else ()
    return not any(is_close(text, name) for name in found)


def _is_region(line: Line, start: int, end: int) -> bool:
    """True for a known region, one by its words, and a single word of nobody's name."""
    known = line.registry.regions.longest(line.tokens, start)
    if known and known.end == end:
        return True
    keys = [line.key(number) for number in range(start, end)]
    # A hyphen or an apostrophe joins: `Baden-Württemberg` is one word, and so is `D.C.`.
    if len(line.text(start, end).split()) == 1:
        return "".join(keys) not in line.registry.name_words
    return keys[0] in REGION_STARTS or not REGION_WORDS.isdisjoint(keys)


def _is_place(line: Line, start: int, end: int) -> bool:
    """True for words with capitals, particles between or before them, and no other signs."""
    name = line.name(start)
    if name and name.end - start > 1:
        return False
    raised = [number for number in range(start, end) if _is_raised(line, number)]
    return bool(raised) and _all_fit(line, start, end)


def _all_fit(line: Line, start: int, end: int) -> bool:
    number = start
    while number < end:
        own_end = _own_end(line, number)
        if own_end == number and not _fits(line, number):
            return False
        number = max(own_end, number + 1)
    return True


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
