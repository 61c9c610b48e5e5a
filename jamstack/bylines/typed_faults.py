"""What can be wrong with a typed line, in words: one function for each fault.

A message completes a finding, after the file and the field. What was typed is quoted in one line,
cut when long, without the signs that would end the quotation.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jamstack.bylines.typed_tokens import keys_of
from jamstack.model import Role
from jamstack.nearest import nearest_hint

LONGEST_LINE = 1_000
"""Characters of a byline."""

MOST_NAMES = 30
"""Names in a byline."""

LONGEST_QUOTED = 80
"""Characters of the line that a message repeats."""

INSTEAD = "or leave `byline` out and write `authors:`"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFault:
    """One thing wrong with a typed line. `message` completes a finding."""

    message: str
    hint: str = ""


def quoted(text: str) -> str:
    """`text` between backticks, for a message."""
    shown = " ".join(text.split()).replace("`", "'")
    shown = "".join("\ufffd" if unicodedata.category(sign)[0] == "C" else sign for sign in shown)
    return f"`{shown if len(shown) <= LONGEST_QUOTED else shown[: LONGEST_QUOTED - 1] + '…'}`"


def empty() -> TypedFault:
    """Nothing is written."""
    return TypedFault(
        message="is empty, expected names of `authors/`",
        hint=f"write a line such as `By Mira Solberg and Rafe Okonjo`, {INSTEAD}",
    )


def too_long(length: int) -> TypedFault:
    """More than anybody prints."""
    return TypedFault(
        message=f"has {length} characters, expected at most {LONGEST_LINE}",
        hint="write names and what they did, and leave the rest to the story",
    )


def too_many(number: int) -> TypedFault:
    """More names than a line can hold."""
    return TypedFault(
        message=f"names {number} people, expected at most {MOST_NAMES}",
        hint="credit a desk or a team of `authors/` in place of its members",
    )


def markup(sign: str) -> TypedFault:
    """HTML, Markdown, or an address."""
    shown = "a backtick" if sign == "`" else quoted(sign)
    return TypedFault(
        message=f"holds {shown}, which is markup or a link, expected plain words",
        hint="write the names alone: each of them is linked to its page",
    )


def control(sign: str) -> TypedFault:
    """A sign that no reader can see and no feed may hold."""
    return TypedFault(
        message=f"holds the control character U+{ord(sign):04X}, expected plain words",
        hint="type the line again, or delete what stands there unseen",
    )


def unknown_name(name: str, known: Iterable[str], *, place: str = "") -> TypedFault:
    """Nobody of the registry; after a `place` perhaps more of it."""
    shown = quoted(name).strip("`")
    near = nearest_hint(name, known) or _whole_name_hint(name, known)
    hint = near or f"for someone without a page, write `{shown} (guest)`"
    if place:
        before = f"{near} For" if near else f"{hint}; for"
        hint = f"{before} a place, write `(in {place}, {shown})`"
    return TypedFault(message=f"names {quoted(name)}, who is not in `authors/`", hint=hint)


def guest_without_name(words: str) -> TypedFault:
    """A `(guest)` that is not right behind a name."""
    return TypedFault(
        message=f"has {quoted(words)} without a name before it",
        hint="write it right after the name, such as `Pia Holm (guest)`",
    )


def unknown_agency(name: str, known: Iterable[str]) -> TypedFault:
    """No organization of the registry."""
    return TypedFault(
        message=f"names the agency {quoted(name)}, which is not in `authors/`",
        hint=nearest_hint(name, known)
        or "add a file for it with `kind: organization`, or correct the name",
    )


def agency_is_person(agency: str, person: str) -> TypedFault:
    """A person where an organization is expected."""
    return TypedFault(
        message=f"gives {quoted(agency)} as the agency of {quoted(person)}, expected an "
        "organization",
        hint="write `and` between two people, or set `kind: organization` in the agency's file",
    )


def no_person_for_agency(agency: str) -> TypedFault:
    """An agency with nobody, or with an organization, before it."""
    return TypedFault(
        message=f"gives the agency {quoted(agency)} without a person before it",
        hint=f"write it after a person's name, such as `Mira Solberg ({agency})`",
    )


def second_agency(agency: str, person: str) -> TypedFault:
    """Two agencies of one person."""
    return TypedFault(
        message=f"gives {quoted(agency)} as a second agency of {quoted(person)}, expected one",
        hint="leave one of them out",
    )


def ambiguous(name: str, slugs: Sequence[str]) -> TypedFault:
    """A name that several authors have."""
    return TypedFault(
        message=f"names {quoted(name)}, which is the name of {_series(sorted(slugs), 'and')}",
        hint="write `authors:` with the slug of the one you mean, in place of `byline`",
    )


def twice(name: str, role: Role) -> TypedFault:
    """One person two times in one role."""
    return TypedFault(
        message=f"names {quoted(name)} twice for {role.value}", hint="leave one of them out"
    )


def no_name_after(words: str) -> TypedFault:
    """The word of a role, or an `and`, and nobody."""
    return TypedFault(
        message=f"has no name after {quoted(words)}",
        hint="write a name of `authors/` there, or leave the words out",
    )


def no_role_after(words: str) -> TypedFault:
    """A `with` that does not say what those who follow did."""
    return TypedFault(
        message=f"has no role after {quoted(words)}",
        hint="write `and`, or what they did, such as `with additional reporting by`",
    )


def no_role_before(name: str) -> TypedFault:
    """A name alone after a part of another role has ended."""
    return TypedFault(
        message=f"does not say what {quoted(name)} did, after the end of another part",
        hint=f"write it before the name, such as `by {name}`, or join the names with `and`",
    )


def run_together(first: str, second: str) -> TypedFault:
    """Two names with nothing between."""
    return TypedFault(
        message=f"runs {quoted(first)} into {quoted(second)}",
        hint="a comma or `and` is missing between them",
    )


def place_without_name(place: str) -> TypedFault:
    """A place and nobody who was there."""
    return TypedFault(
        message=f"gives the place {quoted(place)} without a name before it",
        hint=f"write it after the name, such as `Mira Solberg in {place}`",
    )


def no_place_after(words: str) -> TypedFault:
    """The word before a place, and no place."""
    return TypedFault(
        message=f"has no place after {quoted(words)}",
        hint="write one such as `in Lisbon`, or leave the word out",
    )


def not_a_place(place: str, words: str) -> TypedFault:
    """What stands after `in` does not read as a place."""
    return TypedFault(
        message=f"has {quoted(place)} after {quoted(words)}, expected a place",
        hint="write a place with its capitals, such as `in New York`",
    )


def second_place(place: str, person: str) -> TypedFault:
    """Two places of one person."""
    return TypedFault(
        message=f"gives {quoted(place)} as a second place of {quoted(person)}, expected one",
        hint="leave one of them out",
    )


def note_without_name(note: str) -> TypedFault:
    """A note that is about nobody."""
    return TypedFault(
        message=f"has {quoted(note)} without a name before it",
        hint="write it after the name",
    )


def second_note(note: str, person: str) -> TypedFault:
    """Two notes on one person."""
    return TypedFault(
        message=f"gives {quoted(note)} as a second note on {quoted(person)}, expected one",
        hint="leave one of them out",
    )


def other_newsroom(note: str, words: str, newsroom: str) -> TypedFault:
    """A note on a paper that is not this one."""
    return TypedFault(
        message=f"has {quoted(note)}, expected {quoted(f'{words} {newsroom}')}",
        hint="a note names this newsroom, by the setting `name`",
    )


def unknown_role(words: str, noun: str, known: Iterable[str]) -> TypedFault:
    """Work that is none of the roles; `noun` is `words` without its `by`."""
    roles = _series([role.value for role in Role], "or")
    return TypedFault(
        message=f"has the role {quoted(words)}, expected one of {roles}",
        hint=nearest_hint(noun, known) or "write the role that comes nearest, or leave it out",
    )


def role_after_name(words: str, person: str) -> TypedFault:
    """A role in brackets behind the name."""
    return TypedFault(
        message=f"has the role {quoted(words)} after {quoted(person)}, expected it before",
        hint=f"write it before the name, such as `photographs by {person}`",
    )


def stray(sign: str) -> TypedFault:
    """A sign where a name, a role or a place is expected."""
    return TypedFault(
        message=f"has {quoted(sign)} where a name or a role is expected", hint="leave it out"
    )


def unclosed() -> TypedFault:
    """A bracket that never ends."""
    return TypedFault(
        message="opens a bracket `(` and does not close it",
        hint="write `)` after the agency, the place or the note",
    )


def _whole_name_hint(word: str, known: Iterable[str]) -> str:
    """A hint on the first who has `word` as one word of a longer name, or an empty text."""
    keys = keys_of(word)
    holders = (name for name in sorted(known) if keys in map(keys_of, name.split()))
    found = next(holders, "")
    return f"did you mean `{found}`?" if found else ""


def _series(items: Sequence[str], conjunction: str) -> str:
    shown = [quoted(item) for item in items]
    return f"{', '.join(shown[:-1])} {conjunction} {shown[-1]}"
