"""The output folder: files replaced in one step, only when their bytes differ, and none left over.

What earlier builds made is remembered beside it, never in it, so that what no page makes any more
goes away, and nothing else does.
"""

from __future__ import annotations

import contextlib
import functools
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jamstack.errors import Finding, OutputError, Severity
from jamstack.press.codec import digest
from jamstack.press.looking import Found, look
from jamstack.press.memory import Memory
from jamstack.press.records import FileRecord
from jamstack.press.writing import PART, replace_file
from jamstack.values import replace

_PART = re.compile(rf"(?:^|/)\.[^/]*{re.escape(PART)}$")
"""What a killed build leaves of a file it was writing."""

_CARD = re.compile(r"cards/[0-9a-f]{16}\.jpg")
"""A share card of an earlier build, also where nobody remembers that build: no one else writes
there."""

MANY = 256
"""Records that are put into the memory together, while workers make more."""


class Output:
    """One build's writing into one folder. Use: `open`, `put` every file, then `finish`."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self.folder = folder
        self._memory = memory
        self._made: dict[str, FileRecord] = {}
        self._unkept: list[FileRecord] = []
        self._found = Found()
        self.written = 0
        self.restyled = 0
        self.kept = 0

    def open(self, planned: Iterable[str]) -> None:
        """Make the folder, look at what stands in it, and claim the paths that will be made.

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
            self._found = look(self.folder)
        except OSError as error:
            message = f"the output folder `{self.folder.name}` cannot be made: {error.strerror}"
            raise OutputError(message, "name another with `--output`") from error
        wanted = set(planned)
        last = {path for path in self._memory.files if _is_inside(path)}
        self._memory.claim(wanted)
        self._memory.save()
        self._make_way(last - wanted, wanted)

    def standing(self, path: str) -> FileRecord | None:
        """What stands at `path`: remembered where its stamp is the same, else read; or None.

        Raises:
            OutputError: the path leaves the folder.
        """
        self._check(path)
        stamp = self._found.files.get(path)
        if stamp is None:
            return None
        record = self._memory.files.get(path)
        if record and record.stamp == stamp:
            return record
        try:
            mark = digest((self.folder / path).read_bytes())
        except OSError:
            return None
        if record and record.digest == mark:
            return replace(record, stamp=stamp)
        return FileRecord(path=path, stamp=stamp, digest=mark)

    def deliver(self, record: FileRecord, data: bytes) -> FileRecord:
        """Write what was made elsewhere, and return its record with its stamp.

        Raises:
            OutputError: the file cannot be written.
        """
        return replace(record, stamp=replace_file(self.folder, record.path, data))

    def take(self, record: FileRecord, *, is_written: bool) -> None:
        """Note what was made at a path, or found to be the same."""
        self._made[record.path] = record
        self._unkept.append(record)
        if len(self._unkept) >= MANY:
            self._keep()
        self.written += is_written
        self.restyled += is_written and record.path.endswith(".css")
        self.kept += not is_written

    def put(self, path: str, data: bytes) -> None:
        """Write a file at `path`, relative to the folder; leave it alone when it has these bytes.

        Raises:
            OutputError: the path leaves the folder, or the file cannot be written.
        """
        standing = self.standing(path)
        mark = digest(data)
        is_same = standing is not None and standing.digest == mark
        stamp = standing.stamp if standing and is_same else replace_file(self.folder, path, data)
        self.take(FileRecord(path=path, stamp=stamp, digest=mark), is_written=not is_same)

    def put_copy(self, path: str, source: Path) -> None:
        """Copy a file whose name says what it holds; one that is as it was made is kept unread.

        Raises:
            OutputError: as `put`.
        """
        standing = self.standing(path)
        last = self._memory.files.get(path)
        if standing and last and standing.digest == last.digest != b"":
            self.take(standing, is_written=False)
            return
        try:
            data = source.read_bytes()
        except OSError as error:
            message = f"cannot read `{source.name}`: {error.strerror}"
            raise OutputError(message, "run the build again") from error
        self.put(path, data)

    def remember(self) -> None:
        """Keep what was made so far in memory, also where the build does not come to its end."""
        self._keep()
        self._memory.save()

    def finish(self) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
        """Remove what earlier builds made and this one did not, and what killed builds left.

        Returns the paths removed, and a warning for each file that no build of ours made, which is
        left alone.

        Raises:
            OutputError: a file cannot be removed.
        """
        gone = [path for path in self._memory.files if path not in self._made]
        # Whatever is remembered, nothing outside the folder is ours.
        removed = sorted(path for path in gone if _is_inside(path))
        self._remove(removed)
        strangers = sorted(self._found.paths - self._made.keys() - set(removed))
        parts = [path for path in strangers if _PART.search(path) or _CARD.fullmatch(path)]
        self._remove(parts)
        self._memory.drop_files(gone)
        self._keep()
        self._memory.save()
        return tuple(removed), tuple(_stranger(path) for path in strangers if path not in parts)

    def adopt(self, paths: Iterable[str]) -> None:
        """Take files that something else has just written here for ours."""
        self._memory.claim(paths)
        self._memory.save()

    def present(self) -> set[str]:
        """Every file that stands in the folder now, whoever made it."""
        return look(self.folder).paths

    def place(self, path: str) -> Path:
        """Where a path is in the folder, once it is sure that writing there stays inside.

        Raises:
            OutputError: it does not.
        """
        self._check(path)
        return self.folder / path

    def _check(self, path: str) -> None:
        if not _is_inside(path):
            message = f"`{path}` would be written outside the output folder"
            raise OutputError(message, "report this: no setting should make it possible")
        if self._found.linked_folders:
            for folder in _folders(path):
                if folder in self._found.linked_folders:
                    message = (
                        f"`{folder}` in the output folder is a symbolic link, expected a folder"
                    )
                    raise OutputError(message, "remove it, or run `invoke clean`")

    def _keep(self) -> None:
        self._memory.keep_files(self._unkept)
        self._unkept = []

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
            file = self.place(path)
            try:
                if file.is_file() or file.is_symlink():
                    file.unlink()
            except OSError as error:
                message = f"cannot remove `{path}`: {error.strerror}"
                hint = "check the permissions of the output folder"
                raise OutputError(message, hint) from error
            self._found.files.pop(path, None)
            parents.update(_folders(path))
        for folder in sorted(parents, key=lambda path: path.count("/"), reverse=True):
            # A folder that is not empty stays.
            with contextlib.suppress(OSError):
                (self.folder / folder).rmdir()


@functools.lru_cache(maxsize=1 << 17)
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
