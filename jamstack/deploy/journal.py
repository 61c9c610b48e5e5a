"""The journal: how far a deploy has come, kept so that a killed one is taken up as it was."""

from __future__ import annotations

import contextlib
import enum
import os
from pathlib import Path

import msgspec

from jamstack.values import Value


class State(enum.StrEnum):
    """How far a deploy has come."""

    STAGE = "stage"
    PUSH = "push"
    DONE = "done"


class Entry(Value, frozen=True, kw_only=True):
    """One deploy as the journal knows it.

    `expected` is the tip that is to be replaced, empty where there is none; `at` is the time, in
    seconds, that the commit bears: with the same time it is the same object again.
    """

    state: State
    expected: str
    tree: str
    author: str
    at: int
    number: int
    commit: str = ""


def read_entry(file: Path) -> Entry | None:
    """The last entry; None where there is none that can be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Entry)
    except (OSError, msgspec.DecodeError):
        return None


def write_entry(file: Path, entry: Entry) -> None:
    """Put an entry in the place of the last, in one step that survives a power cut."""
    part = file.with_name(f"{file.name}.part")
    with part.open("wb") as stream:
        stream.write(msgspec.json.encode(entry))
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
    # Not every system lets a folder be opened.
    with contextlib.suppress(OSError):
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
