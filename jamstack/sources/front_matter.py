"""The head of a source file, in either of two forms, and the body after it.

YAML between `---` lines, or Pelican's own header of `Name: value` lines that ends at the first
blank line. Both give the same tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jamstack.errors import Finding
from jamstack.sources.everyday import read_everyday
from jamstack.sources.nodes import MappingNode, Node, NodeError, ScalarNode, parse_yaml

_FENCE = re.compile(r"---[ \t]*")
_CLOSING_FENCE = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_ \t-]*")
_EXAMPLE = "begin with `---`, then `title: …` and the other fields, then `---`"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The fields as written, and the body. `body_line` is the body's first line in the file."""

    fields: MappingNode
    body: str
    body_line: int


def split(text: str, *, path: str) -> FrontMatter | Finding:
    """Take the head of `text` apart from its body; a finding when there is no usable head."""
    try:
        first = text.partition("\n")[0]
        if _FENCE.fullmatch(first):
            return _yaml(text, len(first))
        if _header_line(first):
            return _header(text)
    except NodeError as error:
        return Finding(
            path=path, line=error.line, message=f"front matter {error.message}", hint=error.hint
        )
    found = first.strip()[:40]
    found = f"`{found}`" if found else "an empty line" if text.strip() else "nothing"
    return Finding(
        path=path, line=1, message=f"begins with {found}, expected front matter", hint=_EXAMPLE
    )


def _yaml(text: str, end: int) -> FrontMatter:
    """The head whose first line ends at `end`."""
    closing = _CLOSING_FENCE.search(text, end)
    if closing is None:
        raise NodeError("is not closed, expected a second line `---`", 1, _EXAMPLE)
    fields = text[end + 1 : closing.start() + 1]
    node = read_everyday(fields, first_line=2) or parse_yaml(fields, first_line=2)
    if node is None:
        raise NodeError("is empty, expected fields", 1, _EXAMPLE)
    if not isinstance(node, MappingNode):
        kind = "a text" if isinstance(node, ScalarNode) else "a list"
        raise NodeError(f"is {kind}, expected fields such as `title: …`", node.line, _EXAMPLE)
    body_line = 2 + text.count("\n", 0, closing.start() + 1)
    return FrontMatter(fields=node, body=text[closing.end() :], body_line=body_line)


def _header(text: str) -> FrontMatter:
    parts: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    source = text.split("\n")
    name = ""
    for number, line in enumerate(source, start=1):
        if not line.strip():
            break
        if line[0] in " \t":
            parts[name].append(line.strip())
            continue
        found = _header_line(line)
        if found is None:
            hint = "put a blank line between the header and the text"
            raise NodeError(f"holds `{line.strip()[:40]}`, expected `Name: value`", number, hint)
        name, value = found
        if name in parts:
            message = f"names `{name}` twice, first on line {lines[name]}"
            raise NodeError(message, number, "keep one of the two")
        parts[name] = [value]
        lines[name] = number
    values = {key: _value(" ".join(parts[key]).strip(), lines[key]) for key in parts}
    body = "\n".join(source[number:])
    return FrontMatter(fields=MappingNode(values, 1, lines), body=body, body_line=number + 1)


def _header_line(line: str) -> tuple[str, str] | None:
    """The field's name in our spelling and its value; None when this is no line of a header."""
    written, colon, value = line.partition(":")
    if not colon or not _HEADER_NAME.fullmatch(written) or (value and value[0] not in " \t"):
        return None
    return re.sub(r"[\s-]+", "_", written.strip().lower()), value.strip()


def _value(value: str, line: int) -> Node:
    """Read `[a, b]` and `{name: value}` in a header as YAML; other text stays text."""
    if (value[:1], value[-1:]) in (("[", "]"), ("{", "}")):
        return parse_yaml(value, first_line=line) or ScalarNode(value, line)
    return ScalarNode(value, line)
