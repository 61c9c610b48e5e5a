"""Putting one file in its place in one step: whoever looks finds the old bytes or the new ones."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from jamstack.errors import OutputError
from jamstack.press.records import Stamp

PART = ".jamstack.part"
"""The end of a file's hidden name while it is being written."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def replace_file(folder: Path, path: str, data: bytes) -> Stamp:
    """Write `data` at `path` below `folder`, in the place of whatever file or link is there.

    Raises:
        OutputError: it cannot be written; what was there stays.
    """
    file = os.path.join(folder, path)  # noqa: PTH118 - ten thousand times a build
    parent, _, name = file.rpartition("/")
    # One name whoever writes: what a killed worker left is written anew by the one who helps out.
    part = f"{parent}/.{name}{PART}"
    try:
        try:
            stream = os.open(part, _FLAGS, 0o666)
        except FileNotFoundError:
            _make_folder(parent)
            stream = os.open(part, _FLAGS, 0o666)
        stamp = _written(stream, data)
        os.replace(part, file)  # noqa: PTH105 - as above
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(part)  # noqa: PTH108 - as above
        message = f"cannot write `{path}`: {error.strerror}"
        hint = "check the free space and the permissions of the output folder"
        raise OutputError(message, hint) from error
    return stamp


def _make_folder(path: str) -> None:
    try:
        # Most often the folder above is there.
        os.mkdir(path)  # noqa: PTH102 - as above
    except OSError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103 - as above


def _written(stream: int, data: bytes) -> Stamp:
    try:
        written = os.write(stream, data)
        while written < len(data):
            written += os.write(stream, data[written:])
        found = os.fstat(stream)
    finally:
        os.close(stream)
    return Stamp(size=found.st_size, changed_ns=found.st_mtime_ns)
