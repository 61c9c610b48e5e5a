"""The front matter of most stories, read without a parser of YAML and several times as fast.

Understands only what leaves no question: `name: value` on a line, a list on one line or with one
item a line, a mapping of one level. Where anything else stands, or anything wrong, it says nothing
and the parser of YAML reads the whole. A property test holds the two to each other.
"""

from __future__ import annotations

import re

from jamstack.sources.nodes import MappingNode, Node, ScalarNode, SequenceNode

LONGEST_NAME = 100
"""Characters of a name above which the parser of YAML is asked, which refuses very long ones."""

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""With what a value without quotes may not begin, or only sometimes."""

_PLAIN_ITEM = r"\w[\w .+/&()'-]*"
_PLAIN_ITEMS = re.compile(rf"{_PLAIN_ITEM}(?:, *{_PLAIN_ITEM})*")
_QUOTED_ITEM = r'"[^"\\]*"'
_QUOTED_ITEMS = re.compile(rf"{_QUOTED_ITEM}(?:, *{_QUOTED_ITEM})*")

_Row = tuple[int, str]
"""A line's number and its text."""


class _NotEveryday(Exception):  # noqa: N818 - it is no error
    """Something that the parser of YAML must be asked about."""


def read_everyday(text: str, *, first_line: int) -> MappingNode | None:
    """The mapping that `text` is, the same as from the parser of YAML; None where that is needed.

    `first_line` is the line of the file on which `text` begins.
    """
    lines = text.split("\n")
    # Tabs, other line ends, byte order marks and whatever else cannot be seen are not printable.
    if not "".join(lines).isprintable():
        return None
    try:
        return _fields(lines, first_line)
    except _NotEveryday:
        return None


def _fields(rows: list[str], first_line: int) -> MappingNode | None:
    """The fields in `rows`; an indented row, or one with an item, belongs to the name above it."""
    items: dict[str, Node] = {}
    lines: dict[str, int] = {}
    blocks: dict[str, list[_Row]] = {}
    name, value = "", "none may begin with a block"
    for number, line in enumerate(rows, first_line):
        if not line:
            continue
        if line[0] not in " -":
            name, value = _name_and_value(line)
            if name in items:
                raise _NotEveryday
            items[name] = _value(value, number)
            lines[name] = number
        elif value:
            raise _NotEveryday
        else:
            blocks.setdefault(name, []).append((number, line))
    for name, block in blocks.items():
        items[name] = _block(block)
    return MappingNode(items, next(iter(lines.values())), lines) if lines else None


def _block(rows: list[_Row]) -> Node:
    first_line, line = rows[0]
    indent = line[: len(line) - len(line.lstrip(" "))]
    item = f"{indent}- "
    if line.startswith(item):
        return SequenceNode(tuple(_item(row, item) for row in rows), first_line)
    items: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for number, line in rows:
        name, value = _name_and_value(line.removeprefix(indent))
        if name in items or not line.startswith(indent):
            raise _NotEveryday
        items[name] = _value(value, number)
        lines[name] = number
    return MappingNode(items, first_line, lines)


def _item(row: _Row, start: str) -> Node:
    number, line = row
    value = line.removeprefix(start).strip(" ")
    if not value or not line.startswith(start):
        raise _NotEveryday
    return _value(value, number)


def _name_and_value(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not name.isidentifier() or len(name) > LONGEST_NAME:
        raise _NotEveryday
    if not value:
        return name, value
    if value[0] != " ":
        raise _NotEveryday
    return name, value.strip(" ")


def _value(text: str, line: int) -> ScalarNode | SequenceNode:
    mark = text[:1]
    if mark not in _INDICATORS:
        if (":" in text and (": " in text or text[-1] == ":")) or ("#" in text and " #" in text):
            raise _NotEveryday
        return ScalarNode(text, line)
    inner = text[1:-1]
    if mark == "[" and text[-1] == "]":
        return SequenceNode(_items(inner.strip(" "), line), line)
    if mark not in "'\"" or len(text) == 1 or text[-1] != mark or mark in inner or "\\" in inner:
        raise _NotEveryday
    return ScalarNode(inner, line, is_plain=False)


def _items(text: str, line: int) -> tuple[ScalarNode, ...]:
    """The items of a list on one line: all without quotes, or all between double ones."""
    if not text:
        return ()
    if _PLAIN_ITEMS.fullmatch(text):
        return tuple(ScalarNode(item.strip(" "), line) for item in text.split(","))
    if _QUOTED_ITEMS.fullmatch(text):
        # Between the quotes stand the items at odd places, and commas at even ones.
        return tuple(ScalarNode(item, line, is_plain=False) for item in text.split('"')[1::2])
    raise _NotEveryday
