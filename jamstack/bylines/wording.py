"""The words and commas of a credit line, in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from jamstack.model import Role, TextPart

CREDITS: Mapping[Role, str] = MappingProxyType(
    {
        Role.REPORTING: "by",
        Role.ADDITIONAL_REPORTING: "additional reporting by",
        Role.PHOTOGRAPHS: "photographs by",
        Role.ILLUSTRATION: "illustration by",
        Role.GRAPHICS: "graphics by",
        Role.VIDEO: "video by",
        Role.TRANSLATION: "translated by",
        Role.EDITING: "edited by",
    }
)
"""What stands before the names of each role; a line's first letter is raised."""

OBJECT_FORMS: Mapping[str, str] = MappingProxyType(
    {"he": "him", "she": "her", "they": "them", "it": "it"}
)
"""The form of a pronoun that follows `Follow`, by its first form."""


def in_series(items: Sequence[TextPart]) -> Iterator[TextPart]:
    """The items with what stands between them: `A`, `A and B`, `A, B and C`."""
    for number, item in enumerate(items):
        if number:
            yield TextPart(text=" and " if number == len(items) - 1 else ", ")
        yield item
