"""Records as rows of the store's tables, and back. Every row is sealed with a checksum."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from typing import Any

from jamstack.errors import Finding
from jamstack.images.inspect import PictureFacts
from jamstack.press.codec import DamagedError, decode, encode, encode_zoned
from jamstack.press.records import (
    KINDS,
    FileRecord,
    PictureRecord,
    SourceRecord,
    Stamp,
    kind_of,
)

Row = tuple[Any, ...]
"""What SQLite takes and gives."""


def source_row(record: SourceRecord) -> Row:
    """A source file as a row."""
    value, findings = encode_zoned(record.value), encode(record.findings)
    kind = kind_of(record.value)
    sealed = seal(record.path, kind.encode(), record.digest, record.face, value, findings)
    stamp = record.stamp
    return (record.path, stamp.size, stamp.changed_ns, record.digest, record.face, kind, value,
            findings, sealed)  # fmt: skip


def source_of(row: Row) -> SourceRecord:
    """The source file of a row."""
    path, size, changed, digest, face, kind, value, findings, sealed = row
    check(sealed, path, _coded(kind), digest, face, value, findings)
    return SourceRecord(
        path=path,
        stamp=Stamp(size=size, changed_ns=changed),
        digest=digest,
        face=face,
        value=decode(value, KINDS[kind]),
        findings=decode(findings, tuple[Finding, ...]) if len(findings) > 1 else (),
    )


def picture_row(record: PictureRecord) -> Row:
    """A picture as a row."""
    facts = encode(record.facts)
    sealed = seal(record.path, facts)
    return (record.path, record.stamp.size, record.stamp.changed_ns, facts, sealed)


def picture_of(row: Row) -> PictureRecord:
    """The picture of a row."""
    path, size, changed, facts, sealed = row
    check(sealed, path, facts)
    stamp = Stamp(size=size, changed_ns=changed)
    return PictureRecord(path=path, stamp=stamp, facts=decode(facts, PictureFacts))


class Numbers(dict[str, int]):
    """Numbers from 1 that stand for questions, in order; one never asked gets the next."""

    def __missing__(self, question: str) -> int:
        number = self[question] = len(self) + 1
        return number

    def of(self, questions: Iterable[str]) -> bytes:
        """The numbers of some questions, as `numbers_in` reads them."""
        return array("I", map(self.__getitem__, questions)).tobytes()


def numbers_in(asked: bytes) -> array[int]:
    """The numbers of the questions that a file's record holds.

    Raises:
        DamagedError: they are no whole numbers.
    """
    found = array("I")
    try:
        found.frombytes(asked)
    except ValueError as error:
        raise DamagedError(str(error)) from error
    return found


def file_row(record: FileRecord) -> Row:
    """A file of the output as a row."""
    sealed = seal(record.path, record.digest, record.key, record.view, record.asked)
    stamp = record.stamp
    return (record.path, stamp.size, stamp.changed_ns, record.digest, record.key, record.view,
            record.asked, sealed)  # fmt: skip


def file_of(row: Row) -> FileRecord:
    """The file of a row."""
    path, size, changed, digest, key, view, asked, sealed = row
    check(sealed, path, digest, key, view, asked)
    stamp = Stamp(size=size, changed_ns=changed)
    return FileRecord(path=path, stamp=stamp, digest=digest, key=key, view=view, asked=asked)


def questions_row(first: int, questions: list[str]) -> Row:
    """Questions as one row; the first has the number `first`, and the others follow it."""
    written = encode(questions)
    return (first, written, seal(str(first), written))


def questions_of(row: Row) -> list[str]:
    """The questions of a row."""
    first, written, sealed = row
    check(sealed, str(first), written)
    return decode(written, list[str])


def fact_row(name: str, value: bytes) -> Row:
    """Bytes with a name as a row: a single value, or a text by its path."""
    return (name, value, seal(name, value))


def fact_of(row: Row) -> bytes:
    """The bytes of a row."""
    name, value, sealed = row
    check(sealed, name, value)
    return bytes(value)


def seal(path: str, *parts: bytes) -> int:
    """A checksum that tells a row that was damaged."""
    sealed = zlib.crc32(path.encode())
    for part in parts:
        sealed = zlib.crc32(part, sealed)
    return sealed


def check(sealed: int, path: str, *parts: bytes) -> None:
    """Compare a row with its checksum.

    Raises:
        DamagedError: it is not what was put into the store.
    """
    try:
        is_whole = seal(path, *parts) == sealed
    except (TypeError, AttributeError) as error:
        raise DamagedError(path) from error
    if not is_whole:
        raise DamagedError(path)


def _coded(text: object) -> bytes:
    return text.encode() if isinstance(text, str) else b"?"
