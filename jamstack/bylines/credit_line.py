"""The byline: credits and the authors they name, as one value that every surface shows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from babel import localedata

from jamstack.addresses import author_url
from jamstack.bylines.times import as_of
from jamstack.bylines.wording import WORDINGS, Parts, Wording, in_series, wording_of
from jamstack.model import Author, Byline, Credit, Credited, Moment, Role, TextPart


def byline(
    credits: Sequence[Credit],  # noqa: A002, the newsroom's own word
    authors: Mapping[str, Author],
    *,
    language: str = "en",
    date: Moment | None = None,
) -> Byline:
    """Compute the printed line and the people of a story.

    `authors` is by slug and knows everyone credited, who come back as they were on the `date`.
    Reporting comes first (`By A in Lisbon and B in New York`), then each other role after a
    semicolon (`; photographs by C`), in the order in which the credits first name it; within a
    role, names keep the order of the credits. No credits, no parts.

    In a `language` without a table of words, reporters are named without a `By`, which would be
    English, with what that language has between names.
    """
    people = tuple(_credited(credit, authors, date) for credit in credits)
    wording = _wording(language.partition("-")[0].lower())
    return Byline(parts=tuple(_line(people, wording)), people=people)


def _credited(credit: Credit, authors: Mapping[str, Author], date: Moment | None) -> Credited:
    if credit.author:
        author = as_of(authors[credit.author], date)
    else:
        author = Author(path="", slug="", name=credit.name, sort_name=credit.name)
    return Credited(
        author=author,
        role=credit.role,
        place=credit.place,
        agency=authors[credit.agency] if credit.agency else None,
        note=credit.note,
        reason=credit.reason,
    )


@lru_cache(maxsize=64)
def _wording(language: str) -> Wording:
    """The words of a line, by the first part of a language's tag."""
    words = wording_of(language)
    if language in WORDINGS:
        return words
    return dataclasses.replace(
        words,
        locale=language if localedata.exists(language) else "root",
        roles={**words.roles, Role.REPORTING: ""},
        place=" ({place})",
    )


def _line(people: Sequence[Credited], wording: Wording) -> Iterator[TextPart]:
    by_role: dict[Role, list[Credited]] = {}
    for one in people:
        by_role.setdefault(one.role, []).append(one)
    # Sorting is stable: behind reporting, the roles stay in the order of the credits.
    for number, role in enumerate(sorted(by_role, key=lambda role: role is not Role.REPORTING)):
        words = wording.roles[role]
        # Not `capitalize`, which lowers what follows.
        words = f"{wording.between}{words} " if number else f"{words[:1].upper()}{words[1:]} "
        if words.strip():
            yield TextPart(text=words)
        yield from _names(by_role[role], wording)


def _names(people: Sequence[Credited], wording: Wording) -> Parts:
    """The names of one role; neighbours who worked from one place share it."""
    is_alone = len(people) == 1
    groups: list[Parts] = []
    has_many = False
    for place, found in groupby(people, key=lambda one: one.place):
        together = list(found)
        names = in_series([_name(one, wording, is_alone=is_alone) for one in together], wording)
        words = (TextPart(text=wording.place.format(place=place)),) if place else ()
        groups.append((*names, *words))
        has_many = has_many or len(together) > 1
    # Places in brackets part groups by themselves.
    return in_series(groups, wording, parted=has_many and "(" not in wording.place)


def _name(one: Credited, wording: Wording, *, is_alone: bool) -> Parts:
    """A name with the agency and the note behind it.

    They follow after a comma, or in brackets where somebody might take them for another name.
    """
    parts = [_linked(one.author)]
    after: list[TextPart] = []
    if one.agency:
        after.append(_linked(one.agency))
    if one.note:
        after += [TextPart(text=wording.comma)] if after else []
        after.append(TextPart(text=one.note))
    if after and is_alone and not one.place:
        parts += [TextPart(text=wording.comma), *after]
    elif after:
        parts += [TextPart(text=" ("), *after, TextPart(text=")")]
    return tuple(parts)


def _linked(author: Author) -> TextPart:
    return TextPart(text=author.name, url=author_url(author.slug) if author.slug else "")
