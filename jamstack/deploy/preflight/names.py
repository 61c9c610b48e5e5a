"""Names that GitHub Pages, or somebody's system, cannot hold or tell apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from jamstack.deploy.preflight.case import Case
from jamstack.errors import Finding

LONGEST_NAME = 255
"""Bytes of one part of a path."""
LONGEST_PATH = 1_024
DEEPEST = 50
"""Folders in one another."""
_TAKEN = frozenset({".git", ".gitmodules", ".gitattributes", ".gitignore"})


def check(case: Case) -> Iterator[Finding]:
    """Faults of single names, and names that differ in case alone."""
    alike: dict[str, list[str]] = defaultdict(list)
    paths = case.build.digests
    for path in paths:
        yield from _name(path)
        alike[unicodedata.normalize("NFC", path).casefold()].append(path)
    for found in alike.values():
        if len(found) > 1:
            yield _collision(sorted(found))
    folders = {path[:end] for path in paths for end, sign in enumerate(path) if sign == "/"}
    for path in sorted(folders & paths.keys()):
        message = "is a file, and other files lie in a folder of the same name"
        yield Finding(path=path, message=message, hint="rename one")


def _name(path: str) -> Iterator[Finding]:
    data = path.encode("utf-8", "surrogateescape")
    parts = path.split("/")
    shown = data.decode("utf-8", "backslashreplace")
    if message := _fault(path, data, parts):
        yield Finding(path=shown, message=message, hint="give it another name")


def _fault(path: str, data: bytes, parts: list[str]) -> str:
    if any(sign < " " or sign == "\x7f" for sign in path) or "\\" in path:
        return "has a control character or a backslash in its name"
    if any("\ud800" <= sign <= "\udfff" for sign in path):
        return "has a name that is not UTF-8"
    if any(part in ("", ".", "..") for part in parts):
        return "is no path inside the site"
    if any(part.casefold() in _TAKEN for part in parts):
        return "has a name that Git keeps for itself"
    if max(len(part.encode("utf-8", "surrogateescape")) for part in parts) > LONGEST_NAME:
        return f"has a name longer than {LONGEST_NAME} bytes"
    if len(data) > LONGEST_PATH:
        return f"has a path longer than {LONGEST_PATH:,} bytes"
    if len(parts) > DEEPEST:
        return f"lies more than {DEEPEST} folders deep"
    return ""


def _collision(paths: list[str]) -> Finding:
    others = ", ".join(f"`{path}`" for path in paths[1:])
    message = f"differs only in case or accents from {others}"
    return Finding(path=paths[0], message=message, hint="some systems take them for one: rename")
