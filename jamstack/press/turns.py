"""Turns: one build at a time for each output folder, whatever becomes of what is remembered.

A turn is a lock on an empty file beside the store. A build holds it from its beginning to its end,
also while it throws the store away and begins another. It ends with the process, however that ends.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from jamstack.errors import OutputError

TURNS = "press-*.lock"
"""The names of these files in the cache."""
PATIENCE_S = 600
"""How long a build waits for another build of the same output folder."""


def take_turn(file: Path, *, tell: Callable[[str], None]) -> sqlite3.Connection:
    """Wait until no other build has the turn that `file` stands for; close it to end the turn.

    `tell` is given one line for people about waiting.

    Raises:
        OutputError: the other build does not end.
        OSError, sqlite3.Error: the file cannot be made or locked.
    """
    while True:
        before = _identity(file)
        # SQLite's lock, because it is the same on every system; nothing is ever written.
        connection = sqlite3.connect(file, isolation_level=None, timeout=0)
        try:
            _lock_file(file, connection, tell)
        except BaseException:
            connection.close()
            raise
        # A file that was removed while this waited is not the one that the next build will see.
        if before is not None and before == _identity(file):
            return connection
        connection.close()


def lock(connection: sqlite3.Connection, tell: Callable[[str], None], *statements: str) -> None:
    """Execute statements that take a lock; wait where somebody has it, and `tell` that.

    Raises:
        OutputError: it is not given back.
    """
    for attempt in range(PATIENCE_S):
        try:
            for statement in statements:
                connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            if attempt == 0:
                tell("another build is at work on this output; waiting until it ends")
                connection.execute("PRAGMA busy_timeout = 1000")
        else:
            return
    message = "another build is at work on this output and does not end"
    raise OutputError(message, "end it, or name another folder with `--output`")


def _lock_file(file: Path, connection: sqlite3.Connection, tell: Callable[[str], None]) -> None:
    try:
        lock(connection, tell, "BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise
        # Whatever it holds is not ours. It is not removed: others may be waiting for it.
        os.truncate(file, 0)
        lock(connection, tell, "BEGIN EXCLUSIVE")


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
