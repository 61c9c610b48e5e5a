"""What stands in the output, and in the content folder, looked at once from outside."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jamstack.press.places import is_source
from jamstack.press.records import Stamp, stamp_if_there
from jamstack.sources.scan import Scan, scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files below a folder, by path with forward slashes; links to folders are not followed.

    `files` are true files with their stamps, `links` are links that lead to a file, and
    `linked_folders` those that lead to a folder.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    linked_folders: set[str] = field(default_factory=set)

    @property
    def paths(self) -> set[str]:
        """Every file, and every link to one."""
        return self.files.keys() | self.links


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What lies in the content folder, seen once: its files, and the stamps of source files."""

    scan: Scan
    stamps: Mapping[str, Stamp]


def look_at_sources(folder: Path) -> Sources:
    """Look at the content folder; what cannot be looked at has `NO_STAMP`."""
    found = scan(folder)
    stamps = {path: stamp_if_there(f"{folder}/{path}") for path in found.files if is_source(path)}
    return Sources(scan=found, stamps=stamps)


def look(folder: Path) -> Found:
    """Look at everything below a folder.

    Raises:
        OSError: a folder cannot be listed.
    """
    found = Found()
    waiting = [(os.fspath(folder), "")]
    while waiting:
        here, prefix = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_symlink():
                    _note_link(entry, path, found)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{path}/"))
                elif entry.is_file(follow_symlinks=False):
                    seen = entry.stat(follow_symlinks=False)
                    found.files[path] = Stamp(size=seen.st_size, changed_ns=seen.st_mtime_ns)
    return found


def _note_link(entry: os.DirEntry[str], path: str, found: Found) -> None:
    if entry.is_dir():
        found.linked_folders.add(path)
    elif entry.is_file():
        found.links.add(path)
