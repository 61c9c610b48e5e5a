"""The kinds of value that hold others: lists, mappings with known fields, and free mappings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jamstack.sources.fields import Field, Kind, Reading, Table, read
from jamstack.sources.nodes import MappingNode, Node, ScalarNode, SequenceNode

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,16})\.[0-9]{1,17}")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; where `may_be_text`, also one value, or several with commas between them."""

    item: Kind
    words: str
    may_be_text: bool = False
    maximum: int = 500

    def convert(self, reading: Reading, name: str, node: Node) -> tuple[Any, ...] | None:
        """Return the converted items, without those that were wrong."""
        if isinstance(node, ScalarNode) and self.may_be_text:
            parts = [part.strip() for part in node.value.replace(";", ",").split(",")]
            node = SequenceNode(
                tuple(ScalarNode(part, node.line) for part in parts if part), node.line
            )
        if isinstance(node, MappingNode) and not self.may_be_text:
            hint = "begin each item on a line of its own with `- `"
            reading.expected(name, node, self.words, hint)
            return None
        if not isinstance(node, SequenceNode):
            reading.expected(name, node, self.words)
            return None
        if len(node.items) > self.maximum:
            message = f"has {len(node.items):,} items, expected at most {self.maximum}"
            reading.fault(name, node.line, message)
            return None
        converted = [
            self.item.convert(reading, f"{name}[{number}]", item)
            for number, item in enumerate(node.items)
        ]
        return tuple([item for item in converted if item is not None])

    def schema(self) -> dict[str, object]:
        """An array of the items, or text where that is allowed."""
        array: dict[str, object] = {
            "type": "array",
            "items": self.item.schema(),
            "maxItems": self.maximum,
        }
        return {"anyOf": [array, {"type": ["string", "number"]}]} if self.may_be_text else array


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping with fields of its own; `build` makes the value from them.

    `conditions` is JSON Schema for what the fields must be together, which `build` checks.
    """

    fields: Table
    build: Callable[[Reading, str, MappingNode, Any], Any]
    words: str
    conditions: Mapping[str, object] = field(default_factory=dict)

    def convert(self, reading: Reading, name: str, node: Node) -> Any:  # noqa: ANN401
        """Return what `build` makes, or None after a fault."""
        if not isinstance(node, MappingNode):
            reading.expected(name, node, self.words)
            return None
        before = len(reading.findings)
        values = read(node, self.fields, reading, prefix=f"{name}.")
        if len(reading.findings) > before:
            return None
        return self.build(reading, name, node, values)

    def schema(self) -> dict[str, object]:
        """An object with those properties and no others."""
        return {**object_schema(self.fields), **self.conditions}


@dataclass(frozen=True, slots=True)
class Free:
    """A free mapping for a theme's own needs; values are read as JSON would read them."""

    words: str = "a mapping"

    def convert(self, reading: Reading, name: str, node: Node) -> Mapping[str, object] | None:
        """Return the mapping as plain values."""
        if not isinstance(node, MappingNode):
            reading.expected(name, node, self.words)
            return None
        return {key: plain(child) for key, child in node.items.items()}

    def schema(self) -> dict[str, object]:
        """Any object."""
        return {"type": "object"}


def plain(node: Node) -> object:
    """A node as text, number, truth value, None, tuple or dict, by the rules of JSON."""
    if isinstance(node, SequenceNode):
        return tuple(plain(item) for item in node.items)
    if isinstance(node, MappingNode):
        return {key: plain(child) for key, child in node.items.items()}
    if node.is_null:
        return None
    if not node.is_plain:
        return node.value
    if node.value in ("true", "false"):
        return node.value == "true"
    is_number = _INTEGER.fullmatch(node.value) or _DECIMAL.fullmatch(node.value)
    return json.loads(node.value.lstrip("+")) if is_number else node.value


def object_schema(fields: tuple[Field, ...]) -> dict[str, object]:
    """The JSON Schema of a mapping with exactly these fields; those not required may be empty."""
    schema: dict[str, object] = {
        "type": "object",
        "additionalProperties": False,
        "required": [item.name for item in fields if item.is_required and not item.unless],
        "properties": {item.name: _property(item) for item in fields},
    }
    either = [(item.name, item.unless) for item in fields if item.unless]
    if either:
        schema["allOf"] = [{"anyOf": [{"required": [name]} for name in pair]} for pair in either]
    return schema


def _property(item: Field) -> dict[str, object]:
    schema = item.kind.schema()
    if not item.is_required:
        kind = schema.get("type")
        if isinstance(kind, str):
            schema = {**schema, "type": [kind, "null"]}
        elif isinstance(kind, list):
            schema = {**schema, "type": [*kind, "null"]}
        else:
            schema = {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "description": item.meaning}
