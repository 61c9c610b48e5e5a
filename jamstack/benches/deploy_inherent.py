"""What a change of files adds to any Git repository, whoever deploys it. Pure.

Each file that changed is a new object, each folder above it is a new tree, and there is a commit;
each compressed as Git packs it, without deltas against older ones.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_COMMIT = (
    "tree {tree}\nparent {tree}\nauthor Bench <bench@localhost> 1764000000 +0000\n"
    "committer Bench <bench@localhost> 1764000000 +0000\n\nDeploy\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Compressed bytes: of the files that changed, and with the trees and the commit."""

    files_bytes: int
    all_bytes: int

    def __add__(self, other: Added) -> Added:
        return Added(
            files_bytes=self.files_bytes + other.files_bytes,
            all_bytes=self.all_bytes + other.all_bytes,
        )


NOTHING = Added(files_bytes=0, all_bytes=0)


class Ledger:
    """The trees of a site, kept up from change to change."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        """`digests` are Git's names of the files, by path."""
        self._folders: dict[str, dict[str, bytes]] = {"": {}}
        for path, digest in digests.items():
            self._enter(path, digest)
        self._trees(self._folders)

    @property
    def tree(self) -> str:
        """Git's name of the whole tree."""
        return _digest(b"tree", self._data(""))

    def change(self, files: Mapping[str, bytes]) -> Added:
        """Put these files in place; what that adds."""
        touched = {""}
        for path, data in files.items():
            self._enter(path, _digest(b"blob", data))
            folder = path.rpartition("/")[0]
            while folder:
                touched.add(folder)
                folder = folder.rpartition("/")[0]
        self._trees(touched)
        changed = sum(_packed(data) for data in files.values())
        trees = sum(_packed(self._data(folder)) for folder in touched)
        commit = _packed(_COMMIT.format(tree=self.tree).encode())
        return Added(files_bytes=changed, all_bytes=changed + trees + commit)

    def _enter(self, path: str, digest: str) -> None:
        folder, _, name = path.rpartition("/")
        place = folder
        while place not in self._folders:
            self._folders[place] = {}
            place = place.rpartition("/")[0]
        self._folders[folder][name] = b"100644 %s\0%s" % (name.encode(), bytes.fromhex(digest))

    def _trees(self, folders: Iterable[str]) -> None:
        """Enter trees into those above them, the deepest first."""
        for folder in sorted(folders, key=lambda path: path.count("/"), reverse=True):
            if folder:
                above, _, name = folder.rpartition("/")
                digest = bytes.fromhex(_digest(b"tree", self._data(folder)))
                self._folders[above][f"{name}/"] = b"40000 %s\0%s" % (name.encode(), digest)

    def _data(self, folder: str) -> bytes:
        entries = self._folders[folder]
        return b"".join(entries[name] for name in sorted(entries, key=str.encode))


def _digest(kind: bytes, data: bytes) -> str:
    head = b"%s %d\0" % (kind, len(data))
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()


def _packed(data: bytes) -> int:
    return len(zlib.compress(data))
