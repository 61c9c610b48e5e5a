"""Names and words of a typed line that stand with nothing between them, and what ends them."""

from __future__ import annotations

from dataclasses import dataclass

from jamstack.bylines.typed_scan import Line
from jamstack.bylines.typed_tokens import Match, is_joined
from jamstack.bylines.typed_words import NEVER_IN_NAMES


@dataclass(frozen=True, slots=True)
class Piece:
    """A known name, or the words between known names, which have no `match`."""

    start: int
    end: int
    match: Match | None = None


def read_run(line: Line, start: int) -> list[Piece]:
    """The pieces from `start` on, one at least; two neighbours are never both without a match."""
    pieces: list[Piece] = []
    at = start
    while not pieces or not _ends_run(line, at, pieces[-1]):
        match = line.name(at)
        if match:
            pieces.append(Piece(at, match.end, match))
        elif pieces and not pieces[-1].match:
            pieces[-1] = Piece(pieces[-1].start, at + 1)
        else:
            pieces.append(Piece(at, at + 1))
        at = pieces[-1].end
    return pieces


def words_end(line: Line, start: int) -> int:
    """Where words that are no known name end, as those of an unknown agency."""
    at = start
    while not (line.is_over(at) or line.key(at) == ":" or line.name(at) or _begins_other(line, at)):
        at += 1
    return at


def is_full_stop(line: Line, at: int) -> bool:
    """True for a stop that stands in no abbreviation such as `D.C`."""
    return line.key(at) == "." and not is_joined(line.tokens, at)


def makes_role(line: Line, at: int) -> bool:
    """True where a colon, or a word as `by`, would make the words before it those of a role."""
    if line.key(at) == ":":
        return True
    maker, link = line.maker(at), line.link(at)
    if maker and not maker.is_doubtful:
        return True
    return bool(link and line.name(link.end)) and not line.begins_organization(at)


def plain_series_end(line: Line, start: int) -> int:
    """Where a series ends that is printed as the platform prints one; 0 where none begins.

    Three names or more of the registry, commas between them, one `and` without a comma before the
    last, and nothing behind it in this part. There an organization after a person stands for
    itself: otherwise what the platform prints could not be read again.
    """
    name, number = line.name(start), 1
    while name and line.key(name.end) == ",":
        name, number = line.name(name.end + 1), number + 1
    conjunction = line.conjunction(name.end) if name else None
    last = line.name(conjunction.end) if conjunction else None
    if not last or number < 2:
        return 0
    is_end = last.end >= len(line.tokens) or line.tokens[last.end].is_separator
    return last.end if is_end and line.key(last.end) != "/" else 0


def is_guest(line: Line, pieces: list[Piece]) -> bool:
    """True for one name: somebody of the registry with words around is two people, or none."""
    if len(pieces) > 1 and any(piece.match and piece.end - piece.start > 1 for piece in pieces):
        return False
    return any(sign.isalpha() for sign in line.text(pieces[0].start, pieces[-1].end))


def _ends_run(line: Line, at: int, last: Piece) -> bool:
    if line.is_over(at) or line.key(at) == ":" or (last.match and is_full_stop(line, at)):
        return True
    name, role = line.name(at), line.role(at)
    if name and not (role and role.outdoes(name)):
        return False
    if last.match and (role and not role.is_doubtful):
        return True
    leads_on = line.key(at) in NEVER_IN_NAMES or line.firm_with_name(at) or line.companion(at)
    if last.match and leads_on:
        return True
    return _begins_other(line, at) or makes_role(line, at)


def _begins_other(line: Line, at: int) -> bool:
    """True at an `and`, at a place, a note, an agency or a role."""
    return bool(
        line.conjunction(at)
        or line.origin(at)
        or line.special(at)
        or line.begins_organization(at)
        or line.is_role_here(at)
    )
