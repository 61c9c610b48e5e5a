"""Git's trees, worked out here: what a set of files must be called once Git holds it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

_FILE = b"100644 "
_FOLDER = b"40000 "


def tree_id(files: Mapping[str, str]) -> str:
    """Git's name of the tree that holds `files`, digests by path, and nothing else.

    Every file is an ordinary one that cannot be executed. No files give the empty tree.

    Source: Git's own documentation of its object format; entries are sorted by name, that of a
    folder as if it ended in a slash.
    """
    folders: dict[str, list[tuple[bytes, bytes]]] = {"": []}
    for path, digest in files.items():
        folder, _, name = path.rpartition("/")
        entry = name.encode()
        if folder not in folders:
            _open(folders, folder)
        folders[folder].append((entry, _FILE + entry + b"\0" + bytes.fromhex(digest)))
    for folder in sorted(folders, key=lambda path: path.count("/"), reverse=True):
        if folder:
            parent, _, name = folder.rpartition("/")
            entry = name.encode()
            written = _FOLDER + entry + b"\0" + _written(folders[folder])
            folders[parent].append((entry + b"/", written))
    return _written(folders[""]).hex()


def _open(folders: dict[str, list[tuple[bytes, bytes]]], folder: str) -> None:
    while folder not in folders:
        folders[folder] = []
        folder = folder.rpartition("/")[0]


def _written(entries: list[tuple[bytes, bytes]]) -> bytes:
    """The digest of a tree of these entries, each with the name to sort it by."""
    data = b"".join([entry for _, entry in sorted(entries)])
    return hashlib.sha1(b"tree %d\0" % len(data) + data, usedforsecurity=False).digest()
