"""The byline: credits and the authors they name, as one value that every surface shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jamstack.addresses import author_url
from jamstack.bylines.wording import CREDITS, in_series
from jamstack.model import Author, Byline, Credit, Role, TextPart


def byline(
    credits: Sequence[Credit],  # noqa: A002, the newsroom's own word
    authors: Mapping[str, Author],
) -> Byline:
    """Compute the printed line and the people of a story.

    `authors` is by slug and knows everyone credited. Reporting comes first (`By A, B and C`), then
    each other role after a semicolon (`; photographs by D`), in the order in which the credits
    first name it; within a role, names keep the order of the credits. No credits, no parts.
    """
    people = tuple((authors[credit.author], credit.role) for credit in credits)
    return Byline(parts=tuple(_line(people)), people=people)


def _line(people: Sequence[tuple[Author, Role]]) -> Iterator[TextPart]:
    named: dict[Role, list[TextPart]] = {}
    for author, role in people:
        name = TextPart(text=author.name, url=author_url(author.slug))
        named.setdefault(role, []).append(name)
    # Sorting is stable: behind reporting, the roles stay in the order of the credits.
    for number, role in enumerate(sorted(named, key=lambda role: role is not Role.REPORTING)):
        words = f"; {CREDITS[role]} " if number else f"{CREDITS[role].capitalize()} "
        yield TextPart(text=words)
        yield from in_series(named[role])
