"""The store: what one output folder's builds remember, in one SQLite file in the cache.

Nothing in it is needed: whatever is damaged, of another version or of other code is forgotten,
and built anew. While it is open its build has the turn: no other one can use the same output
folder. A build that is killed leaves the store as it was at its last `save`.
"""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from collections.abc import Callable, Generator, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from jamstack.errors import OutputError
from jamstack.press.codec import DamagedError
from jamstack.press.records import FileRecord, PictureRecord, SourceRecord
from jamstack.press.rows import (
    Numbers,
    Row,
    fact_of,
    fact_row,
    file_of,
    file_row,
    picture_of,
    picture_row,
    questions_of,
    questions_row,
    source_of,
    source_row,
)
from jamstack.press.turns import TURNS, lock, take_turn

FORMAT = 6
"""Raised whenever the tables, or what is in them, change."""
STORES = "press-*.sqlite"
"""The names of stores in the cache."""
DAMAGED = "what earlier builds remember is damaged: everything is built anew"

Value = TypeVar("Value")

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB, seal INT) WITHOUT ROWID;
CREATE TABLE sources (path TEXT PRIMARY KEY, size INT, changed INT, digest BLOB, face BLOB,
  kind TEXT, value BLOB, findings BLOB, seal INT);
CREATE TABLE texts (path TEXT PRIMARY KEY, body BLOB, seal INT);
CREATE TABLE profiles (path TEXT PRIMARY KEY, profile BLOB, seal INT);
CREATE TABLE ranking (name TEXT PRIMARY KEY, value BLOB, seal INT);
CREATE TABLE pictures (path TEXT PRIMARY KEY, size INT, changed INT, facts BLOB, seal INT);
CREATE TABLE questions (first INTEGER PRIMARY KEY, questions BLOB, seal INT);
CREATE TABLE files (path TEXT PRIMARY KEY, size INT, changed INT, digest BLOB, key BLOB,
  view BLOB, asked BLOB, seal INT);
"""


class Store:
    """One open store. Use it as a context manager, in the thread that opened it.

    What is put is kept by `save`; what was not saved is gone when the store is closed. `is_saved`
    is False while there is such.
    """

    def __init__(
        self,
        file: Path,
        connection: sqlite3.Connection,
        turn: sqlite3.Connection,
        tell: Callable[[str], None],
    ) -> None:
        self.file = file
        self._connection = connection
        self._turn = turn
        self._tell = tell
        self.is_saved = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.closing(self._turn):
            self._connection.close()

    def facts(self) -> dict[str, bytes]:
        """Single values by name.

        Raises:
            DamagedError: here and in all that reads: the store is not what was put into it.
        """
        return self._values("SELECT * FROM facts", fact_of)

    def sources(self) -> dict[str, SourceRecord]:
        """What was read of source files, by path."""
        return self._values("SELECT * FROM sources", source_of)

    def pictures(self) -> dict[str, PictureRecord]:
        """What is known of pictures, by path."""
        return self._values("SELECT * FROM pictures", picture_of)

    def files(self) -> dict[str, FileRecord]:
        """The files of the output, by path."""
        return self._values("SELECT * FROM files", file_of)

    def questions(self) -> Numbers:
        """The numbers of all questions that files asked."""
        found = self._values("SELECT * FROM questions ORDER BY first", questions_of)
        return Numbers(
            (question, number)
            for first, questions in found.items()
            for number, question in enumerate(questions, first)
        )

    def texts(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The encoded bodies of stories, by path; one that is not there is a damage."""
        return self._named("texts", paths)

    def profiles(self, paths: Iterable[str] | None = None) -> dict[str, bytes]:
        """What stories are about, by path, as `texts`; of all where no paths are named."""
        if paths is not None:
            return self._named("profiles", paths)
        return self._values("SELECT * FROM profiles", fact_of)

    def ranking(self) -> dict[str, bytes]:
        """What stories chose, and what by."""
        return self._values("SELECT * FROM ranking", fact_of)

    def put_facts(self, facts: Mapping[str, bytes]) -> None:
        """Remember single values.

        Raises:
            OutputError: here and in all that writes: the cache cannot be written.
        """
        rows = itertools.starmap(fact_row, facts.items())
        self._write("INSERT OR REPLACE INTO facts VALUES (?,?,?)", rows)

    def put_sources(self, records: Iterable[SourceRecord]) -> None:
        """Remember source files."""
        rows = map(source_row, records)
        self._write("INSERT OR REPLACE INTO sources VALUES (?,?,?,?,?,?,?,?,?)", rows)

    def put_named(self, table: str, values: Mapping[str, bytes]) -> None:
        """Remember bytes by path in `texts` or `profiles`, or by name in `ranking`."""
        rows = itertools.starmap(fact_row, values.items())
        self._write(f"INSERT OR REPLACE INTO {table} VALUES (?,?,?)", rows)  # noqa: S608 - a name of ours

    def put_pictures(self, records: Iterable[PictureRecord]) -> None:
        """Remember pictures."""
        rows = map(picture_row, records)
        self._write("INSERT OR REPLACE INTO pictures VALUES (?,?,?,?,?)", rows)

    def put_files(self, records: Iterable[FileRecord]) -> None:
        """Remember files of the output."""
        rows = map(file_row, records)
        self._write("INSERT OR REPLACE INTO files VALUES (?,?,?,?,?,?,?,?)", rows)

    def put_questions(self, first: int, questions: list[str]) -> None:
        """Remember questions; the first has the number `first`, and the others follow it."""
        row = questions_row(first, questions)
        self._write("INSERT OR REPLACE INTO questions VALUES (?,?,?)", [row])

    def drop(self, table: str, paths: Iterable[str]) -> None:
        """Forget rows of `sources`, `texts`, `profiles`, `pictures` or `files`."""
        self._write(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in paths))  # noqa: S608 - a name of ours

    def forget(self, *tables: str) -> None:
        """Forget whole tables."""
        for table in tables:
            self._write(f"DELETE FROM {table}", [()])  # noqa: S608 - a name of ours

    def begin_anew(self) -> None:
        """Forget everything, whatever is left of it."""
        try:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            self._connection.close()
            # Nobody else has it open: this build has the turn.
            self.file.unlink(missing_ok=True)
            self._connection = _connected(self.file, self._tell)
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(error) from error

    def save(self) -> None:
        """Keep all that was put so far, whatever happens from now on."""
        try:
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise _unwritable(error) from error
        self.is_saved = True

    def _named(self, table: str, paths: Iterable[str]) -> dict[str, bytes]:
        query, found = f"SELECT * FROM {table} WHERE path = ?", {}  # noqa: S608 - a name of ours
        for path in paths:
            if not (rows := list(self._rows(query, (path,)))):
                raise DamagedError(f"no {table} of {path}")
            found[path] = fact_of(rows[0])
        return found

    def _values(self, query: str, value_of: Callable[[Row], Value]) -> dict[Any, Value]:
        """What rows hold, by what stands first in them."""
        # Closed also where a row is damaged: a store that is being read cannot be begun anew.
        with contextlib.closing(self._rows(query)) as rows:
            return {row[0]: value_of(row) for row in rows}

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> Generator[Row]:
        try:
            # Not `yield from`: that would close the cursor, after the store has been closed.
            for row in self._connection.execute(query, values):  # noqa: UP028
                yield row
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise DamagedError(str(error)) from error

    def _write(self, statement: str, rows: Iterable[Row]) -> None:
        self.is_saved = False
        try:
            self._connection.executemany(statement, rows)
        except sqlite3.DatabaseError as error:
            if _is_damage(error):
                raise DamagedError(str(error)) from error
            raise _unwritable(error) from error


def open_store(file: Path, *, tell: Callable[[str], None]) -> Store:
    """Open or begin the store in `file`; waits while another build has it open.

    What is no store of this format is forgotten; `tell` is given one line for people about it,
    and about waiting.

    Raises:
        OutputError: the cache cannot be written, or the other build does not end.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.ExitStack() as closing:
            turn = take_turn(file.with_suffix(Path(TURNS).suffix), tell=tell)
            closing.callback(turn.close)
            connection = _begun(file, tell)
            closing.pop_all()
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(error) from error
    return Store(file, connection, turn, tell)


def _begun(file: Path, tell: Callable[[str], None]) -> sqlite3.Connection:
    try:
        return _connected(file, tell)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not _is_damage(error):
            raise
        tell(DAMAGED)
        file.unlink(missing_ok=True)
        return _connected(file, tell)


def _connected(file: Path, tell: Callable[[str], None]) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, timeout=0)
    with contextlib.ExitStack() as closing:
        closing.callback(connection.close)
        # Held until the connection is closed, which saves taking it again for each transaction.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # A power cut may damage what is remembered; it is sealed, and then it is built anew.
        lock(connection, tell, "PRAGMA synchronous = OFF", "BEGIN EXCLUSIVE")
        _begin(connection, tell)
        closing.pop_all()
    return connection


def _begin(connection: sqlite3.Connection, tell: Callable[[str], None]) -> None:
    """Make the tables where they are not there, or are those of another version."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found == FORMAT:
        return
    if found:
        tell("another version remembered what earlier builds did: everything is built anew")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in tables:
        connection.execute(f'DROP TABLE "{name}"')
    for statement in filter(str.strip, _TABLES.split(";")):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def _is_damage(error: Exception) -> bool:
    """True where the file is not what it should be, and not the disk or a lock in the way."""
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode == sqlite3.SQLITE_ERROR
    return True


def _unwritable(error: Exception) -> OutputError:
    hint = "check the free space and the permissions of the cache folder"
    reason = error.strerror if isinstance(error, OSError) else error
    return OutputError(f"cannot write what the build remembers: {reason}", hint)
