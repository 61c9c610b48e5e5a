"""What the last look at an output found, so that files that stayed as they were are not read again.

A file is taken for the same where its size, its times of change and its number on the disk are
the same, it had rested when it was read, and the same texts were looked for in it. Were a file
mistaken for the same, its change would not be published; nothing could be that nobody has read,
for what is sent is read, hashed and searched in the deploy that sends it.
"""

from __future__ import annotations

import hashlib
import os
import time
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from jamstack.deploy.needles import Needle
from jamstack.deploy.release import ManifestFile
from jamstack.values import Value

FORMAT = 1
"""Raised whenever the form, or what is looked for in a file, changes."""
SETTLING_NS = 2_000_000_000
"""What changed less than this before it was read may change again unseen: some file systems count
time in steps of two seconds."""
FEW = 256
"""Files that are read again at each look sooner than all are written down anew."""

Stamp = tuple[int, int, int, int]
"""Bytes, time of change of what is in a file and of the file, in nanoseconds, and its number."""
Row = tuple[Stamp, ManifestFile, bytes]
"""A file as it was, and its digest as a build tells it."""


class Seen(Value, frozen=True, kw_only=True):
    """Files by path, as they were at `at`, in nanoseconds; `looked_for` stands for the needles."""

    format: int = FORMAT
    folder: str = ""
    looked_for: str = ""
    at: int = 0
    rows: Mapping[str, Row] = {}

    def row(self, path: str, stamp: Stamp) -> Row | None:
        """What is known of a file with that stamp; None where it must be read."""
        found = self.rows.get(path)
        if found is None or found[0] != stamp:
            return None
        return found if max(stamp[1], stamp[2]) < self.at - SETTLING_NS else None


def stamp_of(found: os.stat_result) -> Stamp:
    """What tells whether a file is another one."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def nothing_seen(folder: Path, needles: Iterable[Needle]) -> Seen:
    """A look that begins now."""
    looked_for = hashlib.sha256(msgspec.msgpack.encode(list(needles))).hexdigest()
    return Seen(folder=str(folder.absolute()), looked_for=looked_for, at=time.time_ns())


def read_seen(file: Path, begun: Seen) -> Seen:
    """What a former look has left, if it was one like the one that has `begun`; else nothing."""
    try:
        data = file.read_bytes()
        seen = msgspec.msgpack.decode(memoryview(data)[4:], type=Seen)
    except (OSError, msgspec.DecodeError):
        return begun
    is_whole = zlib.crc32(data[4:]).to_bytes(4, "big") == data[:4]
    is_like = (seen.format, seen.folder, seen.looked_for) == (
        begun.format,
        begun.folder,
        begun.looked_for,
    )
    return seen if is_whole and is_like else begun


def write_seen(file: Path, seen: Seen) -> None:
    """Leave what was seen, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    data = msgspec.msgpack.encode(seen)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
    part.replace(file)
