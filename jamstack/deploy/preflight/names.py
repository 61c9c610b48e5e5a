"""Names that GitHub Pages, or somebody's system, cannot hold or tell apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from jamstack.deploy.preflight.case import Case
from jamstack.errors import Finding

LONGEST_NAME = 255
"""Bytes of one part of a path."""
LONGEST_PATH = 1_024
DEEPEST = 50
"""Folders in one another."""
_TAKEN = frozenset({".git", ".gitmodules", ".gitattributes", ".gitignore"})

_PLAIN = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]{0,79}/){0,9}[A-Za-z0-9_-][A-Za-z0-9_.-]{0,79}")
"""Names that are sure to have no fault."""


def check(case: Case) -> Iterator[Finding]:
    """Faults of single names, and names that differ in case alone."""
    paths = case.build.digests
    if case.live.index is not None and paths.keys() <= case.live.files.keys():
        # All of them were looked at when they were published.
        return
    for path in paths:
        if not _PLAIN.fullmatch(path):
            yield from _name(path)
    yield from _collisions(paths)
    for path in sorted(_folders(paths) & paths.keys()):
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


def _collisions(paths: Iterable[str]) -> Iterator[Finding]:
    alike: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        # Names of ASCII alone are what nearly all of a hundred thousand are.
        name = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        alike[name].append(path)
    for found in alike.values():
        if len(found) > 1:
            yield _collision(sorted(found))


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that a file lies in."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _collision(paths: list[str]) -> Finding:
    others = ", ".join(f"`{path}`" for path in paths[1:])
    message = f"differs only in case or accents from {others}"
    return Finding(path=paths[0], message=message, hint="some systems take them for one: rename")
