"""YAML as a small tree that remembers lines and refuses what can be abused.

Values stay the text that was written (`title: 2024` is the text `2024`, `on` is `on`): what they
mean is decided by the field they stand in. Anchors, aliases, tags and deep nesting are refused, so
that neither a bomb nor an object can come out of a source file. Control characters written as
escapes are left out of values, as the raw ones are when a file is decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import yaml

from jamstack.sources.text import without_control

MAXIMUM_DEPTH = 20
"""Levels of nesting above which YAML is refused."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTE_HINT = "put text that holds `: `, `#` or quotes between quotes"
_HINTS = {
    " tab ": "indent with spaces; YAML takes no tabs there",
    "escape c": "write the character itself, or put the text between single quotes",
}
"""Hints by a word of the parser's message."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


# Every value of every file becomes a node for a moment, and a named tuple is made in half the time
# that a frozen dataclass takes.


class ScalarNode(NamedTuple):
    """A value as it was written; `is_plain` when it stood without quotes."""

    value: str
    line: int
    is_plain: bool = True

    @property
    def is_null(self) -> bool:
        """True for an empty value, `~` and `null` without quotes."""
        return self.is_plain and self.value in _NULLS


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int


class MappingNode(NamedTuple):
    """A mapping in the order written."""

    items: Mapping[str, Node]
    line: int
    lines: Mapping[str, int] = MappingProxyType({})


Node = ScalarNode | SequenceNode | MappingNode


class NodeError(Exception):
    """YAML that cannot be used: `line` counts from 1 in the text that was given."""

    def __init__(self, message: str, line: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.hint = hint


def parse_yaml(text: str, *, first_line: int = 1) -> Node | None:
    """Parse one YAML document; None when it is empty.

    Raises:
        NodeError: the text is not YAML, or uses what is refused.
    """
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        line = first_line + text.count("\n", 0, forbidden.start())
        message = f"holds the character U+{ord(forbidden[0]):04X}, which YAML forbids"
        raise NodeError(message, line, "type that character anew")
    try:
        events = iter(yaml.parse(text, Loader=_LOADER))
        return _document(events, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        problem = str(error.problem)
        hint = next((hint for word, hint in _HINTS.items() if word in problem), _QUOTE_HINT)
        raise NodeError(f"is not YAML: {problem}", line, hint) from error


def _document(events: Iterator[yaml.Event], first_line: int) -> Node | None:
    node: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if node is not None:
                line = _line(event, first_line)
                hint = "remove the line `---` or `...` between them"
                raise NodeError("holds a second YAML document, expected one", line, hint)
            if event.tags:
                raise _refused("a tag directive", event, first_line)
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, events, first_line, 1)
    if isinstance(node, ScalarNode) and node.is_null:
        return None
    return node


def _node(event: yaml.Event, events: Iterator[yaml.Event], first_line: int, depth: int) -> Node:
    line = _line(event, first_line)
    if isinstance(event, yaml.AliasEvent):
        raise _refused("an alias (`*name`)", event, first_line)
    if getattr(event, "anchor", None):
        raise _refused("an anchor (`&name`)", event, first_line)
    if getattr(event, "tag", None):
        raise _refused(f"a tag (`{getattr(event, 'tag', '')}`)", event, first_line)
    if depth > MAXIMUM_DEPTH:
        message = f"is nested deeper than {MAXIMUM_DEPTH} levels"
        raise NodeError(message, line, "write it with fewer levels")
    if isinstance(event, yaml.ScalarEvent):
        # The style of plain text is an empty text in the C parser and None in the other.
        return ScalarNode(without_control(event.value), line, not event.style)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_node(event, events, first_line, depth + 1))
        return SequenceNode(tuple(items), line)
    return _mapping(events, line, first_line, depth)


def _mapping(events: Iterator[yaml.Event], line: int, first_line: int, depth: int) -> MappingNode:
    items: dict[str, Node] = {}
    lines: dict[str, int] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, first_line, depth + 1)
        if not isinstance(key, ScalarNode):
            message = "has a list or mapping as a key, expected a name"
            hint = "write `name: value`; put a name with brackets between quotes"
            raise NodeError(message, key.line, hint)
        if key.value in items:
            message = f"names `{key.value}` twice, first on line {lines[key.value]}"
            raise NodeError(message, key.line, "keep one of the two")
        items[key.value] = _node(next(events), events, first_line, depth + 1)
        lines[key.value] = key.line
    return MappingNode(items, line, lines)


def _line(event: yaml.Event, first_line: int) -> int:
    return first_line + (event.start_mark.line if event.start_mark else 0)


def _refused(what: str, event: yaml.Event, first_line: int) -> NodeError:
    line = _line(event, first_line)
    return NodeError(f"holds {what}, which is refused", line, "write the value itself, or quote it")
