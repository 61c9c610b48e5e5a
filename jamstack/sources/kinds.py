"""The kinds of single value that fields of any source file may hold.

What a kind's schema accepts, the parser accepts too, but for what only a calendar or a parser of
addresses can tell. The parser is kinder in spelling (white space at the ends, a choice's case).
"""

from __future__ import annotations

import datetime
import enum
import re
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

from jamstack.model import Moment
from jamstack.nearest import nearest_hint
from jamstack.sources.fields import Reading
from jamstack.sources.nodes import Node, ScalarNode

SLUG_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
MAXIMUM_SLUG_LENGTH = 200
YEARS = range(1600, 2200)

_SLUG = re.compile(SLUG_PATTERN)
_NUMBER = re.compile("[0-9]{1,9}")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_HOUR = "[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,9})?)?"
_ZONE = "Z|[+-][0-9]{2}:?[0-9]{2}"
_TIME_PATTERN = f"{_DAY}(?:{_HOUR}(?: ?(?:{_ZONE}))?)?"
_TIME = re.compile(f"({_DAY})(?:({_HOUR})(?: ?({_ZONE}))?)?")


@dataclass(frozen=True, slots=True)
class Text:
    """Text on one or more lines, with white space evened out."""

    words: str = "text"
    maximum: int = 2000
    may_be_empty: bool = False

    def convert(self, reading: Reading, name: str, node: Node) -> str | None:
        """Return the text with single spaces."""
        if not isinstance(node, ScalarNode):
            reading.expected(name, node, self.words, "put the text between quotes")
            return None
        text = " ".join(node.value.replace("\ufeff", "").split())
        if len(text) > self.maximum:
            message = f"has {len(text):,} characters, expected at most {self.maximum:,}"
            reading.fault(name, node.line, message, "shorten it")
            return None
        if not text and not self.may_be_empty:
            reading.expected(name, node, self.words)
            return None
        return text

    def schema(self) -> dict[str, object]:
        """A string; numbers and truth values are read as their text."""
        schema: dict[str, object] = {
            "type": ["string", "number", "boolean"],
            "maxLength": self.maximum,
        }
        return schema if self.may_be_empty else {**schema, "pattern": r"[^\s\ufeff]"}


@dataclass(frozen=True, slots=True)
class Slug:
    """A slug: lower-case letters, digits and single hyphens. Equal ones are one text in memory."""

    words: str = "a slug"

    def convert(self, reading: Reading, name: str, node: Node) -> str | None:
        """Return the slug."""
        value = node.value.strip() if isinstance(node, ScalarNode) else ""
        if not _SLUG.fullmatch(value):
            expected = f"{self.words}: lower-case letters, digits and single hyphens"
            reading.expected(name, node, expected)
            return None
        if len(value) > MAXIMUM_SLUG_LENGTH:
            message = f"has {len(value)} characters, expected at most {MAXIMUM_SLUG_LENGTH}"
            reading.fault(name, node.line, message, "shorten it")
            return None
        return sys.intern(value)

    def schema(self) -> dict[str, object]:
        """A string of the slug's form, or a year and the like."""
        return {
            "type": ["string", "integer"],
            "minimum": 0,
            "pattern": f"^{SLUG_PATTERN}$",
            "maxLength": MAXIMUM_SLUG_LENGTH,
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed set of words."""

    options: type[enum.StrEnum]

    @property
    def words(self) -> str:
        """The options in words."""
        *most, last = (f"`{option}`" for option in self.options)
        return f"{', '.join(most)} or {last}"

    def convert(self, reading: Reading, name: str, node: Node) -> enum.StrEnum | None:
        """Return the member; letters' case does not matter."""
        value = " ".join(node.value.casefold().split()) if isinstance(node, ScalarNode) else ""
        known = {str(option): option for option in self.options}
        if value not in known:
            reading.expected(name, node, self.words, nearest_hint(value, known))
            return None
        return known[value]

    def schema(self) -> dict[str, object]:
        """An enumeration."""
        return {"enum": [str(option) for option in self.options]}


@dataclass(frozen=True, slots=True)
class Boolean:
    """True or false."""

    words: str = "`true` or `false`"

    def convert(self, reading: Reading, name: str, node: Node) -> bool | None:
        """Return the truth value."""
        value = node.value.strip().lower() if isinstance(node, ScalarNode) else ""
        if value not in _BOOLEANS:
            reading.expected(name, node, self.words)
            return None
        return _BOOLEANS[value]

    def schema(self) -> dict[str, object]:
        """A boolean, or its word."""
        return {"enum": [True, False, *_BOOLEANS]}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between two, both included."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """The range in words."""
        return f"a whole number from {self.low} to {self.high}"

    def convert(self, reading: Reading, name: str, node: Node) -> int | None:
        """Return the number."""
        value = node.value.strip() if isinstance(node, ScalarNode) else ""
        if not _NUMBER.fullmatch(value) or not self.low <= int(value) <= self.high:
            reading.expected(name, node, self.words)
            return None
        return int(value)

    def schema(self) -> dict[str, object]:
        """An integer in the range."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Time:
    """A date, or a date with a time; without a zone it is the newsroom's."""

    words: str = "a date or time"

    def convert(self, reading: Reading, name: str, node: Node) -> Moment | None:
        """Return the moment, aware."""
        value = node.value.strip() if isinstance(node, ScalarNode) else ""
        at = _moment(value)
        if at is None:
            expected = "a date such as `2026-11-22` or a time such as `2026-11-22T14:05`"
            reading.expected(name, node, expected)
            return None
        if at.year not in YEARS:
            expected = f"a year from {YEARS.start} to {YEARS.stop - 1}"
            reading.expected(name, node, expected)
            return None
        has_time = len(value) > len("2026-11-22")
        return Moment(at=at if at.tzinfo else at.replace(tzinfo=reading.zone), has_time=has_time)

    def schema(self) -> dict[str, object]:
        """A string of a date's or time's form."""
        return {"type": "string", "pattern": f"^{_TIME_PATTERN}$"}


def _moment(value: str) -> datetime.datetime | None:
    """The date or time `value`, without a zone where none is written; None where it is none."""
    parts = _TIME.fullmatch(value)
    if parts is None:
        return None
    try:
        # Some systems write a space before the zone, which stands in no part.
        return datetime.datetime.fromisoformat("".join(parts.groups("")))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Address:
    """A full web address."""

    words: str = "a full address such as `https://example.org/page`"

    def convert(self, reading: Reading, name: str, node: Node) -> str | None:
        """Return the address."""
        value = node.value.strip() if isinstance(node, ScalarNode) else ""
        try:
            parts = urlsplit(value)
            is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_address = False
        if not is_address or any(character.isspace() for character in value):
            reading.expected(name, node, self.words)
            return None
        return value

    def schema(self) -> dict[str, object]:
        """A string with a web scheme."""
        return {"type": "string", "format": "uri", "pattern": r"^https?://[^\s/?#]\S*$"}


@dataclass(frozen=True, slots=True)
class Matching:
    """Text of a given form; `words` tells it, with an example."""

    pattern: str
    words: str

    def convert(self, reading: Reading, name: str, node: Node) -> str | None:
        """Return the text."""
        value = node.value.strip() if isinstance(node, ScalarNode) else ""
        if not re.fullmatch(self.pattern, value):
            reading.expected(name, node, self.words)
            return None
        return value

    def schema(self) -> dict[str, object]:
        """A string of that form."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}
