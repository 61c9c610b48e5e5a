"""The output folder: files replaced in one step, only when their bytes differ, and none left over.

A manifest beside the cache, never in the output, remembers what the last build made, so that what
no page makes any more goes away, and nothing else does.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jamstack.errors import Finding, OutputError, Severity

MANIFEST_VERSION = 1
MANIFESTS = "made-*.json"
"""The names of manifests in the store."""

_PART = re.compile(r"(?:^|/)\.[^/]*\.[0-9]+\.part$")
"""What a killed build leaves of a file it was writing."""


class Output:
    """One build's writing into one folder. Use: `open`, `put` every file, then `finish`."""

    def __init__(self, folder: Path, *, store: Path) -> None:
        self.folder = folder
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        self._manifest = store / MANIFESTS.replace("*", name)
        self._made: set[str] = set()
        self._real_folders: set[str] = set()
        self.written = 0
        self.kept = 0

    def open(self, planned: Iterable[str]) -> None:
        """Make the folder and claim the paths that will be `put`.

        Claimed before the first byte is written, so that a later build knows them for ours even
        when this one is killed half-way.

        Raises:
            OutputError: it cannot be made or is no folder of its own.
        """
        if self.folder.is_symlink():
            message = f"the output folder `{self.folder.name}` is a symbolic link"
            raise OutputError(message, "name the folder itself with `--output`")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"the output folder `{self.folder.name}` cannot be made: {error.strerror}"
            raise OutputError(message, "name another with `--output`") from error
        wanted = set(planned)
        last = self._last()
        self._remember(last | wanted)
        self._make_way(last - wanted, wanted)

    def put(self, path: str, data: bytes) -> None:
        """Write a file at `path`, relative to the folder; leave it alone when it has these bytes.

        Raises:
            OutputError: the path leaves the folder, or the file cannot be written.
        """
        file = self._place(path)
        self._made.add(path)
        part = file.with_name(f".{file.name}.{os.getpid()}.part")
        try:
            if file.is_file() and not file.is_symlink():
                same_size = file.stat().st_size == len(data)
                if same_size and file.read_bytes() == data:
                    self.kept += 1
                    return
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
            part.replace(file)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            message = f"cannot write `{path}`: {error.strerror}"
            hint = "check the free space and the permissions of the output folder"
            raise OutputError(message, hint) from error
        self.written += 1

    def put_copy(self, path: str, source: Path) -> None:
        """Copy a file whose name says what it holds; one of the same name and size is kept.

        Raises:
            OutputError: as `put`.
        """
        file = self._place(path)
        try:
            size = source.stat().st_size
            if file.is_file() and not file.is_symlink() and file.stat().st_size == size:
                self._made.add(path)
                self.kept += 1
                return
            data = source.read_bytes()
        except OSError as error:
            message = f"cannot read `{source.name}`: {error.strerror}"
            raise OutputError(message, "run the build again") from error
        self.put(path, data)

    def finish(self) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
        """Remove what earlier builds made and this one did not, and what killed builds left.

        Returns the paths removed, and a warning for each file that no build of ours made, which is
        left alone.

        Raises:
            OutputError: a file cannot be removed.
        """
        removed = sorted(self._last() - self._made)
        self._remove(removed)
        strangers = sorted(self.present() - self._made)
        parts = [path for path in strangers if _PART.search(path)]
        self._remove(parts)
        self._remember(self._made)
        return tuple(removed), tuple(_stranger(path) for path in strangers if path not in parts)

    def adopt(self, paths: Iterable[str]) -> None:
        """Take files that something else has just written here for ours."""
        self._made.update(paths)
        self._remember(self._made)

    def present(self) -> set[str]:
        """Every file that stands in the folder, whoever made it."""
        return {
            file.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("*")
            if file.is_file()
        }

    def _place(self, path: str) -> Path:
        """Where a path is in the folder, once it is sure that writing there stays inside."""
        if not _is_inside(path):
            message = f"`{path}` would be written outside the output folder"
            raise OutputError(message, "report this: no setting should make it possible")
        for folder in _folders(path):
            if folder in self._real_folders:
                break
            if (self.folder / folder).is_symlink():
                message = f"`{folder}` in the output folder is a symbolic link, expected a folder"
                raise OutputError(message, "remove it, or run `invoke clean`")
            self._real_folders.add(folder)
        return self.folder / path

    def _make_way(self, old: Iterable[str], wanted: set[str]) -> None:
        """Remove old files that stand where a folder of this build must, or the reverse."""
        folders = {folder for path in wanted for folder in _folders(path)}
        self._remove(
            [path for path in old if path in folders or not wanted.isdisjoint(_folders(path))]
        )

    def _remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that this empties."""
        parents: set[str] = set()
        for path in paths:
            file = self._place(path)
            try:
                if file.is_file() or file.is_symlink():
                    file.unlink()
            except OSError as error:
                message = f"cannot remove `{path}`: {error.strerror}"
                hint = "check the permissions of the output folder"
                raise OutputError(message, hint) from error
            parents.update(_folders(path))
        for folder in sorted(parents, key=lambda path: path.count("/"), reverse=True):
            # A folder that is not empty stays.
            with contextlib.suppress(OSError):
                (self.folder / folder).rmdir()

    def _last(self) -> set[str]:
        """What earlier builds made or claimed; nothing when their list is damaged."""
        try:
            manifest = json.loads(self._manifest.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return set()
        is_ours = isinstance(manifest, dict) and manifest.get("version") == MANIFEST_VERSION
        paths = manifest.get("paths") if is_ours else None
        if not isinstance(paths, list):
            return set()
        return {path for path in paths if isinstance(path, str) and _is_inside(path)}

    def _remember(self, paths: set[str]) -> None:
        manifest = {"version": MANIFEST_VERSION, "paths": sorted(paths)}
        part = self._manifest.with_suffix(".part")
        try:
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(manifest), encoding="utf-8")
            part.replace(self._manifest)
        except OSError as error:
            message = f"cannot write `{self._manifest.name}` in the cache: {error.strerror}"
            hint = "check the free space and the permissions of the cache folder"
            raise OutputError(message, hint) from error


def _is_inside(path: str) -> bool:
    """True for a plain relative path that no `..` leads out of the folder."""
    is_plain = posixpath.normpath(path) == path and "\0" not in path
    return is_plain and path not in (".", "..") and not path.startswith(("/", "../"))


def _folders(path: str) -> Iterator[str]:
    """The folders a path lies in, the innermost first."""
    while path := path.rpartition("/")[0]:
        yield path


def _stranger(path: str) -> Finding:
    return Finding(
        path=path,
        message="stands in the output folder, but no build made it; it was left alone",
        hint="remove it by hand, or run `invoke clean`",
        severity=Severity.WARNING,
    )
