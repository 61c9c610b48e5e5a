"""The kinds of value that only stories have: credits, tags, notices and old addresses."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from jamstack.edition import tag_slug
from jamstack.model import Credit, Notice, Role
from jamstack.sources.compound import Group
from jamstack.sources.fields import Field, Reading, Table, Values
from jamstack.sources.kinds import Choice, Number, Slug, Text, Time
from jamstack.sources.nodes import MappingNode, Node, ScalarNode

_PART = r"(?!\.+(?:/|$))[A-Za-z0-9._~-]+"
_ALIAS = re.compile(rf"/?{_PART}(?:/{_PART})*/?")


_WAYS = ("author", "guest", "anonymous")
"""Whom a credit may name: exactly one of these."""
_UNNAMED = frozenset({"true", "yes", "on", "false", "no", "off"})


def _credit(reading: Reading, name: str, node: MappingNode, values: Values) -> Credit | None:
    found = [way for way in _WAYS if way in values.lines]
    if len(found) != 1:
        names = " and ".join(f"`{way}`" for way in found) or "nobody"
        expected = "expected one of `author`, `guest` and `anonymous`"
        hint = "keep one" if found else "write it like `author: mira-solberg`"
        reading.fault(name, node.line, f"names {names}, {expected}", hint)
        return None
    if "reason" in values.lines and found != ["anonymous"]:
        message = "stands without `anonymous`"
        hint = "a reason tells why somebody is not named; remove it"
        reading.fault(f"{name}.reason", values.line("reason"), message, hint)
        return None
    if values.get("anonymous", "").casefold() in _UNNAMED:
        message = f"is `{values.get('anonymous')}`, expected what readers may know"
        hint = "write it like `A nurse at the harbour clinic`"
        reading.fault(f"{name}.anonymous", values.line("anonymous"), message, hint)
        return None
    return Credit(
        author=values.get("author", ""),
        role=values.get("role", Role.REPORTING),
        line=values.line(found[0]),
        name=values.get("guest") or values.get("anonymous") or "",
        place=values.get("place", ""),
        agency=values.get("agency", ""),
        note=values.get("note", ""),
        reason=values.get("reason", ""),
    )


CREDIT_FIELDS = Table(
    Field(name="author", kind=Slug("an author's slug"), meaning="Who."),
    Field(
        name="guest",
        kind=Text("a name", maximum=120),
        meaning="In place of `author`: the name of someone who gets no page.",
    ),
    Field(
        name="anonymous",
        kind=Text("what readers may know", maximum=120),
        meaning="In place of `author`: whom the newsroom does not name, such as `A teacher`.",
    ),
    Field(
        name="reason",
        kind=Text("a sentence", maximum=300),
        meaning="Why somebody is not named, printed under the byline.",
    ),
    Field(name="role", kind=Choice(Role), meaning="What they did; `reporting` unless said."),
    Field(
        name="place",
        kind=Text("a place", maximum=80),
        meaning="Where they worked from, such as `Lisbon`.",
    ),
    Field(
        name="agency",
        kind=Slug("an agency's slug"),
        meaning="The organization they worked for, from `authors/`.",
    ),
    Field(
        name="note",
        kind=Text("a few words", maximum=120),
        meaning="Printed after the name, such as `Special to The Herald`.",
    ),
)
_AUTHOR = Slug("an author's slug")
_CREDIT_GROUP = Group(
    CREDIT_FIELDS,
    _credit,
    "a mapping with `author`, `guest` or `anonymous`",
    conditions={"oneOf": [{"required": [way]} for way in _WAYS]},
)


@dataclass(frozen=True, slots=True)
class CreditKind:
    """An author's slug, or a mapping."""

    words: str = "an author's slug, or a mapping with `author`, `guest` or `anonymous`"

    def convert(self, reading: Reading, name: str, node: Node) -> Credit | None:
        """Return the credit; a slug alone is a reporting credit."""
        if isinstance(node, ScalarNode):
            slug = _AUTHOR.convert(reading, name, node)
            return None if slug is None else Credit(author=slug, line=node.line)
        if not isinstance(node, MappingNode):
            reading.expected(name, node, self.words)
            return None
        credit = _CREDIT_GROUP.convert(reading, name, node)
        return credit if isinstance(credit, Credit) else None

    def schema(self) -> dict[str, object]:
        """Either form."""
        return {"anyOf": [Slug().schema(), _CREDIT_GROUP.schema()]}


_TAG = Text("a tag", maximum=80)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as the writer spells it; its address is made from it."""

    words: str = _TAG.words

    def convert(self, reading: Reading, name: str, node: Node) -> str | None:
        """Return the tag; spellings that give one address are one tag."""
        text = _TAG.convert(reading, name, node)
        if text is None:
            return None
        if not tag_slug(text):
            reading.expected(name, node, "a tag with a letter or a digit")
            return None
        return sys.intern(text)

    def schema(self) -> dict[str, object]:
        """Short text."""
        return _TAG.schema()


@dataclass(frozen=True, slots=True)
class Alias:
    """An old address of the story on this site."""

    words: str = "an old path on this site, such as `2019/old-name/`"

    def convert(self, reading: Reading, name: str, node: Node) -> str | None:
        """Return the path without a leading slash."""
        value = node.value.strip() if isinstance(node, ScalarNode) else ""
        if not _ALIAS.fullmatch(value):
            reading.expected(name, node, self.words)
            return None
        return value.lstrip("/")

    def schema(self) -> dict[str, object]:
        """A string of a path's form."""
        return {"type": "string", "pattern": f"^{_ALIAS.pattern}$"}


_LINES = Number(0, 10)


@dataclass(frozen=True, slots=True)
class LineCount:
    """How many related lines: a number, or `none`."""

    words: str = "`none`, or a whole number from 0 to 10"

    def convert(self, reading: Reading, name: str, node: Node) -> int | None:
        """Return the number; `none` is 0."""
        if isinstance(node, ScalarNode) and node.value.strip().casefold() == "none":
            return 0
        silent = Reading(path=reading.path, zone=reading.zone)
        count = _LINES.convert(silent, name, node)
        if count is None:
            reading.expected(name, node, self.words)
        return count

    def schema(self) -> dict[str, object]:
        """A number, or the word."""
        return {"anyOf": [_LINES.schema(), {"enum": ["none"]}]}


def _notice(_: Reading, __: str, ___: MappingNode, values: Values) -> Notice:
    return Notice(date=values.get("date"), text=values.get("text"))


NOTICE_FIELDS = Table(
    Field(name="date", kind=Time(), meaning="When.", is_required=True),
    Field(name="text", kind=Text(), meaning="What readers are told.", is_required=True),
)
NOTICE = Group(NOTICE_FIELDS, _notice, "a mapping with `date` and `text`")
