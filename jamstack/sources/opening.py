"""The beginning that all source files share: decode, split, and a name from the path."""

from __future__ import annotations

import re
import sys
from pathlib import PurePosixPath

from jamstack.errors import Finding
from jamstack.settings import Settings
from jamstack.sources.fields import Reading
from jamstack.sources.front_matter import FrontMatter, split
from jamstack.sources.kinds import MAXIMUM_SLUG_LENGTH, SLUG_PATTERN, Slug
from jamstack.sources.nodes import ScalarNode
from jamstack.sources.text import decode

_PLAIN_NAME = re.compile(rf"(?:[^/]+/)*(?!index\.)({SLUG_PATTERN})\.md")


def open_text(data: bytes, *, path: str, settings: Settings) -> tuple[str | None, Reading]:
    """The text of a file, None when it cannot be read; and the reading that gathers its faults."""
    text, findings = decode(data, path=path, maximum_bytes=settings.maximum_source_bytes)
    reading = Reading(path=path, zone=settings.zone, findings=list(findings))
    return (None if any(finding.is_fault for finding in findings) else text), reading


def open_source(
    data: bytes, *, path: str, settings: Settings
) -> tuple[FrontMatter | None, Reading]:
    """The head and body of a file, None when it has no usable head; and the reading."""
    text, reading = open_text(data, path=path, settings=settings)
    if text is None:
        return None, reading
    head = split(text, path=path)
    if isinstance(head, Finding):
        reading.findings.append(head)
        return None, reading
    return head, reading


def slug_of_path(path: str, reading: Reading, *, hint: str = "rename it, or set `slug`") -> str:
    """The slug from the file's name, or from the folder's for an `index.md`; empty on a fault."""
    plain = _PLAIN_NAME.fullmatch(path)
    if plain and len(plain[1]) <= MAXIMUM_SLUG_LENGTH:
        return sys.intern(plain[1])
    name = PurePosixPath(path)
    stem = name.parent.name if name.stem == "index" else name.stem
    silent = Reading(path=path, zone=reading.zone)
    slug = Slug().convert(silent, "slug", ScalarNode(stem, 1))
    if slug is None:
        form = "lower-case letters, digits and single hyphens"
        message = f"the name `{stem}` cannot be an address, expected a slug: {form}"
        reading.fault("", 0, message, hint)
    return slug or ""
