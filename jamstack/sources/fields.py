"""Typed fields: what a front matter field may hold, for the parser, the JSON Schema and the docs.

A `Table` of fields is the one description of a kind of source file. `read` turns written nodes into
typed values by such a table and gathers every fault; `jamstack.sources.schema` turns the same table
into JSON Schema.
"""

from __future__ import annotations

import functools
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from jamstack.errors import Finding, Severity
from jamstack.nearest import nearest_hint
from jamstack.sources.nodes import MappingNode, Node, ScalarNode, SequenceNode


@dataclass(slots=True)
class Reading:
    """What reading one file has found so far; converters report into it.

    `guide` is where the fields are explained, for faults that have no better hint.
    """

    path: str
    zone: zoneinfo.ZoneInfo
    findings: list[Finding] = field(default_factory=list)
    guide: str = "docs/writing.md"

    def fault(self, name: str, line: int, message: str, hint: str = "") -> None:
        """Report a fault of field `name` at `line`; without a hint, the guide is the hint."""
        own_name = name.partition(".")[0].partition("[")[0]
        hint = hint or (f"see `{own_name}` in {self.guide}" if own_name else f"see {self.guide}")
        self.findings.append(
            Finding(path=self.path, line=line, field=name, message=message, hint=hint)
        )

    def expected(self, name: str, node: Node, expected: str, hint: str = "") -> None:
        """Report that field `name` holds `node` where `expected` was wanted."""
        self.fault(name, node.line, f"is {describe(node)}, expected {expected}", hint)

    def warn(self, name: str, line: int, message: str, hint: str = "") -> None:
        """Report something that does not stop the build."""
        self.findings.append(
            Finding(
                path=self.path,
                line=line,
                field=name,
                message=message,
                hint=hint,
                severity=Severity.WARNING,
            )
        )


class Kind(Protocol):
    """What a field may hold."""

    @property
    def words(self) -> str:
        """The kind in words, for the docs: `a date or time`."""

    def convert(self, reading: Reading, name: str, node: Node) -> Any:  # noqa: ANN401
        """Return the typed value, or None after reporting a fault."""

    def schema(self) -> dict[str, object]:
        """The kind as JSON Schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its name, what it may hold, and what it means in one line.

    A required one may be replaced by the field named in `unless`.
    """

    name: str
    kind: Kind
    meaning: str
    is_required: bool = False
    unless: str = ""


class Table(tuple[Field, ...]):
    """The fields that one kind of mapping may have, in the order of the docs."""

    def __new__(cls, *fields: Field) -> Self:
        """The table of these fields."""
        return super().__new__(cls, fields)

    @functools.cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by their names."""
        return {item.name: item for item in self}

    @functools.cached_property
    def required(self) -> tuple[Field, ...]:
        """Those that must be there."""
        return tuple(item for item in self if item.is_required)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The typed values of the fields that were present and right.

    `lines` are those of all that were present, right or wrong; an empty one counts as absent.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """The value of `name`, or `default` where it is absent or was wrong."""
        return self.values.get(name, default)

    def line(self, name: str) -> int:
        """The line of `name`, or 1 where it is absent."""
        return self.lines.get(name, 1)


def read(
    node: MappingNode,
    table: Table,
    reading: Reading,
    *,
    prefix: str = "",
    renamed: Mapping[str, str] | None = None,
) -> Values:
    """Read the fields of `node` by `table`; every fault goes into `reading`.

    `renamed` maps names other systems use to ours, for hints. An empty value counts as absent.
    """
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for written, child in node.items.items():
        line = node.lines.get(written, child.line)
        known = table.by_name.get(written)
        if known is None:
            hint = _hint_for_unknown(written, table, renamed or {})
            reading.fault(prefix + written, line, "is not a known field", hint)
            continue
        if isinstance(child, ScalarNode) and child.is_null:
            continue
        name = known.name  # the table's own text, which all files then share
        lines[name] = line
        value = known.kind.convert(reading, prefix + name, child)
        if value is not None:
            values[name] = value
    for item in table.required:
        if item.name not in lines and item.unless not in lines:
            reading.fault(prefix + item.name, node.line, "is missing", f"add {item.kind.words}")
    return Values(values=values, lines=lines)


def _hint_for_unknown(name: str, table: Table, renamed: Mapping[str, str]) -> str:
    ours = renamed.get(name.lower())
    hint = f"it is called `{ours}` here" if ours else nearest_hint(name, table.by_name)
    return hint or f"known here: {', '.join(f'`{known}`' for known in table.by_name)}"


def describe(node: Node) -> str:
    """What was found, for a message: the text itself in backticks, or the kind of collection."""
    if isinstance(node, ScalarNode):
        text = " ".join(node.value.split())
        return f"`{text[:59]}…`" if len(text) > 60 else f"`{text}`" if text else "empty"
    return "a list" if isinstance(node, SequenceNode) else "a mapping"
