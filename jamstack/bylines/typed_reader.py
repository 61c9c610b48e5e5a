"""The walk over a typed line: what stands at each of its tokens, and what follows from it."""

from __future__ import annotations

from jamstack.bylines import typed_faults as faults
from jamstack.bylines.typed_credits import Gathering
from jamstack.bylines.typed_places import read_place
from jamstack.bylines.typed_runs import (
    Piece,
    is_full_stop,
    is_guest,
    makes_role,
    plain_series_end,
    read_run,
    words_end,
)
from jamstack.bylines.typed_scan import Line
from jamstack.bylines.typed_tokens import Match
from jamstack.bylines.typed_words import NEVER_IN_NAMES
from jamstack.model import Role

_AFTER_ROLE = "role"
"""Stands among the joints at the start of the line and after the words of a role."""

_AND = "and"

_APPOSITIONS = frozenset(",/|—―-\n")
"""After a person and nothing but these, an organization is whom the person works for."""

_LISTING = frozenset({",", ";", "/", _AND, _AFTER_ROLE})
"""What may stand between two people of one role, whichever it is."""

_SOFT = frozenset({",", _AND, _AFTER_ROLE})
"""What does not keep a place from the names before it."""


class Reader:
    """Walks over a line once; every step leads on by a token at least.

    `_joints` are the signs and constants since the latest name, place, agency or note, `_latest`.
    """

    def __init__(self, line: Line) -> None:
        self._line = line
        self._gathered = Gathering(line.registry)
        self._at = 0
        self._joints = {_AFTER_ROLE}
        self._latest = ""
        self._and = ""
        self._series_end = 0
        brackets = (number for number, token in enumerate(line.tokens) if token.key == ")")
        self._last_bracket = max(brackets, default=-1)

    def read(self) -> Gathering:
        """Gather everything the line says."""
        while self._at < len(self._line.tokens):
            self._step()
        self._close_and()
        return self._gathered

    def _step(self) -> None:
        line, at = self._line, self._at
        if line.is_break(at) or is_full_stop(line, at):
            self._joints.add(line.key(at))
            self._at += 1
            return
        name, role, origin = line.name(at), line.role(at), line.origin(at)
        if self._is_firm(at) and not name:
            self._read_agency()
        elif (
            role
            and not (name and not role.outdoes(name))
            and not (origin and origin.end >= role.end)
        ):
            self._start(role.roles, line.text(at, role.end), role.end)
        elif name:
            self._read_run()
        else:
            self._read_words()

    def _read_words(self) -> None:
        """Read what is neither a name of the registry nor the words of a role."""
        line, at = self._line, self._at
        note, special, origin = line.note(at), line.special(at), line.origin(at)
        if note:
            self._close_and()
            self._gathered.note(note.meanings[0])
            self._took(note.start, note.end)
        elif origin:
            self._read_place(origin)
        elif special:
            self._refuse_note(special, words_end(line, special.end))
        elif found := line.conjunction(at):
            self._join(found)
        elif found := line.companion(at):
            self._refuse_companion(found)
        elif line.key(at) == "(":
            self._read_bracket()
        elif line.key(at) in (":", ")"):
            self._gathered.tell(faults.stray(line.key(at)))
            self._joints.add(",")
            self._at += 1
        else:
            self._read_run()

    # Between names.

    def _join(self, conjunction: Match) -> None:
        if _AFTER_ROLE in self._joints:
            self._gathered.miss_name()
        self._close_and()
        self._and = self._line.text(conjunction.start, conjunction.end)
        self._joints.add(_AND)
        self._at = conjunction.end

    def _close_and(self) -> None:
        if self._and:
            self._gathered.tell(faults.no_name_after(self._and))
        self._and = ""

    def _start(self, roles: tuple[Role, ...], words: str, end: int) -> None:
        self._gathered.start(roles, words.removesuffix(":").strip())
        self._joints, self._latest, self._and = {_AFTER_ROLE}, "", ""
        self._at = end

    def _took(self, start: int, end: int) -> None:
        """Go on behind what was read, which whatever follows must be set apart from."""
        self._joints, self._and = set(), ""
        self._latest = self._line.text(start, end)
        self._at = end

    # Names.

    def _read_run(self) -> None:
        """Read names and words with nothing between them, of which one name alone is right."""
        line, pieces = self._line, read_run(self._line, self._at)
        last, end = pieces[-1], pieces[-1].end
        is_role = not last.match and makes_role(line, end)
        named = pieces[:-1] if is_role else pieces
        guest = 0 if is_role else line.guest(end)
        if named:
            self._part_from_latest(line.text(named[0].start, named[-1].end))
            if guest and is_guest(line, named):
                self._add_guest(named)
            else:
                self._name(named)
                guest = named[-1].end
            self._took(named[0].start, guest)
        if is_role:
            self._refuse_role(last)

    def _part_from_latest(self, text: str) -> None:
        if not self._joints:
            self._gathered.tell(faults.run_together(self._latest, text))

    def _name(self, pieces: list[Piece]) -> None:
        if not all(piece.match for piece in pieces):
            self._add(self._line.text(pieces[0].start, pieces[-1].end), (), pieces[0].start)
            return
        before = ""
        for start, match in ((piece.start, piece.match) for piece in pieces if piece.match):
            name = self._line.text(start, match.end)
            if before:
                self._gathered.tell(faults.run_together(before, name))
            self._add(name, match.meanings, start)
            before = name

    def _add_guest(self, pieces: list[Piece]) -> None:
        name, match = self._line.text(pieces[0].start, pieces[-1].end), pieces[0].match
        self._stand(name, pieces[0].start)
        self._gathered.add_guest(name, match.meanings if match and len(pieces) == 1 else ())

    def _add(self, name: str, slugs: tuple[str, ...], start: int) -> None:
        if self._is_apposition(slugs, start):
            self._gathered.employ(name, slugs)
            return
        self._stand(name, start)
        self._gathered.add(name, slugs)

    def _stand(self, name: str, start: int) -> None:
        """Settle what stands between a name and what came before it."""
        if self._joints - _SOFT:
            self._gathered.separate()
        if self._joints - _LISTING and not self._gathered.is_reporting:
            self._gathered.tell(faults.no_role_before(name))
        if self._joints - {",", _AND}:
            self._series_end = plain_series_end(self._line, start)

    def _is_apposition(self, slugs: tuple[str, ...], start: int) -> bool:
        """True for an organization after a person's name that is not an item of a series."""
        return (
            len(slugs) == 1
            and self._line.registry.is_organization(slugs[0])
            and bool(self._joints)
            and self._joints <= _APPOSITIONS
            and self._gathered.follows_person
            and start >= self._series_end
        )

    def _refuse_role(self, words: Piece) -> None:
        """Refuse words before a colon or a `by` that name no known role."""
        line = self._line
        link = line.link(words.end)
        end = link.end if link else words.end
        end += line.key(end) == ":"
        text = line.text(words.start, end).removesuffix(":").strip()
        plain = line.text(words.start, words.end)
        self._start((), "", end)
        self._gathered.tell(faults.unknown_role(text, plain, line.registry.role_words))

    def _refuse_companion(self, found: Match) -> None:
        self._gathered.refuse(faults.no_role_after(self._line.text(found.start, found.end)))
        # What was meant is told; the name that follows is read as one more.
        self._joints, self._and = {*self._joints, _AND}, ""
        self._at = found.end

    # What is said of those named.

    def _is_firm(self, at: int) -> bool:
        """True at a word such as `of` that follows a name and leads to an agency."""
        line = self._line
        if not self._joints <= {","} or not line.firm(at):
            return False
        if line.key(at) in NEVER_IN_NAMES or line.begins_organization(at):
            return True
        return not self._joints and line.firm_with_name(at) is not None

    def _read_agency(self) -> None:
        line, at = self._line, self._at
        firm = line.firm(at)
        start = firm.end if firm else at
        if not line.name(start) and words_end(line, start) == start:
            self._gathered.tell(faults.no_name_after(line.text(at, start)))
            self._took(at, start)
            return
        pieces = read_run(line, start)
        match, end = pieces[0].match, pieces[-1].end
        is_known = match is not None and match.end == end
        self._gathered.employ(line.text(start, end), match.meanings if match and is_known else ())
        self._took(at, end)

    def _read_place(self, origin: Match, *, in_brackets: bool = False) -> None:
        line = self._line
        self._close_and()
        may_look = self._gathered.may_look()
        place = read_place(line, origin.end, may_look=may_look, in_brackets=in_brackets)
        words = line.text(origin.start, origin.end)
        if not place.text:
            self._gathered.refuse(faults.no_place_after(words))
        elif not place.is_place:
            self._gathered.refuse(faults.not_a_place(place.text, words))
        else:
            self._gathered.place(place.text)
        self._took(origin.start, place.end)

    def _refuse_note(self, special: Match, end: int) -> None:
        text = self._line.text(special.start, end)
        newsroom = self._line.registry.newsroom
        self._gathered.refuse(faults.other_newsroom(text, special.meanings[0], newsroom))
        self._took(special.start, end)

    def _read_bracket(self) -> None:
        line, opened = self._line, self._at
        if opened > self._last_bracket:
            self._gathered.tell(faults.unclosed())
            self._joints.add(",")
            self._at += 1
            return
        closed = next(
            number for number in range(opened, len(line.tokens)) if line.key(number) == ")"
        )
        self._gathered.narrow()
        self._read_inside(opened + 1, closed)
        self._took(opened, closed + 1)

    def _read_inside(self, start: int, end: int) -> None:
        """Read an agency, a place or a note in brackets."""
        line, text = self._line, self._line.text(start, end)
        name, note, origin = line.name(start), line.note(start), line.origin(start)
        role, special, latest = line.role(start), line.special(start), self._gathered.latest
        if not text:
            self._gathered.tell(faults.stray("()"))
        elif line.guest(start - 1) == end + 1:
            self._gathered.refuse(faults.guest_without_name(line.text(start - 1, end + 1)))
        elif name and name.end == end:
            self._gathered.employ(text, name.meanings)
        elif note and note.end == end:
            self._gathered.note(note.meanings[0])
        elif origin:
            self._read_place(origin, in_brackets=True)
            if self._at != end:
                self._gathered.refuse(
                    faults.not_a_place(line.text(origin.end, end), line.text(start, origin.end))
                )
        elif special:
            self._refuse_note(special, end)
        elif role and latest:
            self._gathered.refuse(faults.role_after_name(text, latest.name))
        else:
            self._gathered.employ(text, ())
