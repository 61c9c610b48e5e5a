"""Looking at a finished output folder: every name, and every byte of every file, on all cores.

What is known from a former look is not read again, see `seen.py`. What is to be sent always is:
hashed, searched for what must not be seen, and read through for links.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import ahocorasick_rs

from jamstack.deploy.links import links_in
from jamstack.deploy.needles import Needle, is_there
from jamstack.deploy.release import ManifestFile, digest_of
from jamstack.deploy.seen import FEW as FEW_READ
from jamstack.deploy.seen import Row, Seen, Stamp, stamp_of
from jamstack.values import Value, replace

FEW = 2_000
"""Files that one process reads sooner than others are started."""
PIECE = 1_000
MARK_BYTES = 16
"""Length of the digests that a build tells, see `Build`."""


class Names(Value, frozen=True, kw_only=True):
    """What stands in a folder: files, and what is neither file nor folder, such as links."""

    files: tuple[str, ...]
    others: tuple[str, ...] = ()


class Sighting(Value, frozen=True, kw_only=True, order=True):
    """A needle found in a file."""

    path: str
    what: str
    source: str = ""


class Scan(Value, frozen=True, kw_only=True):
    """What was found in the bytes.

    `marks` are digests as a build tells them, `stamps` those of the files that were read. `links`
    are what changed pages point to, each with the first such page. `unreadable` are files by path
    with the reason.
    """

    files: Mapping[str, ManifestFile]
    marks: Mapping[str, bytes]
    stamps: Mapping[str, Stamp] = {}
    sightings: tuple[Sighting, ...] = ()
    links: Mapping[str, str] = {}
    unreadable: Mapping[str, str] = {}


class _Task(Value, frozen=True, kw_only=True):
    folder: str
    needles: tuple[Needle, ...]
    live: Mapping[str, str]
    base: str


_Row = tuple[ManifestFile, bytes, Stamp]
_Part = tuple[list[_Row], list[Sighting], dict[str, str], dict[str, str]]


def names_in(folder: Path) -> Names:
    """Every name below a folder, in order; links are not followed.

    Raises:
        OSError: a folder cannot be listed.
    """
    files, others = [], []
    waiting = [(os.fspath(folder), "")]
    while waiting:
        here, prefix = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                elif entry.is_file(follow_symlinks=False):
                    files.append(prefix + entry.name)
                else:
                    others.append(prefix + entry.name)
    return Names(files=tuple(sorted(files)), others=tuple(sorted(others)))


def scan(
    folder: Path,
    paths: Sequence[str],
    *,
    needles: Iterable[Needle],
    live: Mapping[str, str],
    base: str,
    seen: Seen | None = None,
    workers: int = 0,
) -> Scan:
    """Read and hash files. `live` are the digests of what is published, `base` the site's address.

    What is `seen` is not read where it is what is live. `workers` is the number of processes; as
    many as there are cores where 0.
    """
    known = _known(folder, paths, seen, live) if seen and seen.rows else {}
    read = _read_all(
        folder,
        [path for path in paths if path not in known] if known else paths,
        needles=needles,
        live=live,
        base=base,
        workers=workers,
    )
    if not known:
        return read
    return replace(
        read,
        files={path: row[1] for path, row in known.items()} | dict(read.files),
        marks={path: row[2] for path, row in known.items()} | dict(read.marks),
    )


def seen_after(begun: Seen, before: Seen, found: Scan) -> Seen | None:
    """What to leave for the next look; None where what was left is good enough."""
    if before.rows and len(found.stamps) <= FEW_READ:
        return None
    # What holds something that must not be seen is read until that is gone.
    sighted = {sighting.path for sighting in found.sightings}
    rows = {path: row for path, row in before.rows.items() if path in found.files}
    for path, stamp in found.stamps.items():
        if path not in sighted:
            rows[path] = (stamp, found.files[path], found.marks[path])
        else:
            rows.pop(path, None)
    return replace(begun, rows=rows)


def _known(
    folder: Path, paths: Sequence[str], seen: Seen, live: Mapping[str, str]
) -> dict[str, Row]:
    """What need not be read; a page that is to be sent is, for its links."""
    found: dict[str, Row] = {}
    root = os.fspath(folder)
    for path in paths:
        try:
            stamp = stamp_of(os.stat(f"{root}/{path}", follow_symlinks=False))  # noqa: PTH116 - as below
        except OSError:
            continue
        row = seen.row(path, stamp)
        if row is not None and live.get(path) == row[1].digest:
            found[path] = row
    return found


def _read_all(
    folder: Path,
    paths: Sequence[str],
    *,
    needles: Iterable[Needle],
    live: Mapping[str, str],
    base: str,
    workers: int,
) -> Scan:
    task = _Task(folder=os.fspath(folder), needles=tuple(needles), live=live, base=base)
    pieces = [paths[start : start + PIECE] for start in range(0, len(paths), PIECE)]
    count = workers or os.cpu_count() or 1
    if len(paths) <= FEW or count == 1:
        reader = _Reader(task)
        return _joined(reader.read(piece) for piece in pieces)
    way = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(way)
    with ProcessPoolExecutor(
        count, mp_context=context, initializer=_begin, initargs=(task,)
    ) as pool:
        return _joined(pool.map(_read, pieces))


class _Reader:
    """Reads files; in each process there is one."""

    def __init__(self, task: _Task) -> None:
        self._task = task
        self._searcher = ahocorasick_rs.BytesAhoCorasick([item.data for item in task.needles])

    def read(self, paths: Sequence[str]) -> _Part:
        part: _Part = ([], [], {}, {})
        for path in paths:
            try:
                with open(f"{self._task.folder}/{path}", "rb", buffering=0) as stream:  # noqa: PTH123 - a hundred thousand times a deploy
                    stamp = stamp_of(os.fstat(stream.fileno()))
                    data = stream.read()
            except OSError as error:
                part[3][path] = error.strerror or str(error)
                continue
            self._look(path, data, stamp, part)
        return part

    def _look(self, path: str, data: bytes, stamp: Stamp, part: _Part) -> None:
        rows, sightings, links, _ = part
        digest = digest_of(data)
        mark = hashlib.sha256(data, usedforsecurity=False).digest()[:MARK_BYTES]
        rows.append((ManifestFile(path=path, digest=digest, size=len(data)), mark, stamp))
        for index, start, _ in self._searcher.find_matches_as_indexes(data):
            needle = self._task.needles[index]
            if is_there(needle, data, start):
                sightings.append(Sighting(path=path, what=needle.what, source=needle.source))
        if path.endswith(".html") and self._task.live.get(path) != digest:
            for link in links_in(data, path, base=self._task.base):
                links.setdefault(link, path)


_readers: list[_Reader] = []


def _begin(task: _Task) -> None:
    _readers[:] = [_Reader(task)]


def _read(paths: Sequence[str]) -> _Part:
    return _readers[0].read(paths)


def _joined(parts: Iterable[_Part]) -> Scan:
    files: dict[str, ManifestFile] = {}
    marks: dict[str, bytes] = {}
    stamps: dict[str, Stamp] = {}
    sightings: set[Sighting] = set()
    links: dict[str, str] = {}
    unreadable: dict[str, str] = {}
    for rows, seen, found, failed in parts:
        for file, mark, stamp in rows:
            files[file.path] = file
            marks[file.path] = mark
            stamps[file.path] = stamp
        sightings.update(seen)
        for link, page in found.items():
            links.setdefault(link, page)
        unreadable.update(failed)
    return Scan(
        files=files,
        marks=marks,
        stamps=stamps,
        sightings=tuple(sorted(sightings)),
        links=links,
        unreadable=unreadable,
    )
