"""One deploy at a time from one machine to one place; the lock ends with its owner, however."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from jamstack.errors import CommandError


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock that `file`, which stays empty, stands for.

    Raises:
        CommandError: another deploy holds it.
    """
    # SQLite's lock, because it is the same on every system and dies with the process.
    connection = sqlite3.connect(file, isolation_level=None, timeout=0)
    with contextlib.closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            message = "another deploy from this machine to the same place is at work"
            raise CommandError(message, "wait until it has ended") from error
        yield
