"""What a build remembers of a source file, of a picture, and of a file it made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from jamstack.errors import Finding
from jamstack.images.inspect import PictureFacts
from jamstack.model import Article, Author, HomeFront, StandingPage
from jamstack.values import Value

Source = Article | Author | StandingPage | HomeFront
"""What one source file gives; a story without the text of its body."""


KINDS: Mapping[str, type] = MappingProxyType(
    {
        "": type(None),
        "story": Article,
        "author": Author,
        "page": StandingPage,
        "front": HomeFront,
    }
)
"""What a source file can give, by the name it is remembered under."""


class Stamp(Value, frozen=True, kw_only=True):
    """How a file looked from outside: its size in bytes, and when it was last changed."""

    size: int
    changed_ns: int


NO_STAMP = Stamp(size=-1, changed_ns=0)
"""Of a file that was never looked at, or that has just been changed: equal to that of no file."""


DOUBTFUL_NS = 2_000_000_000
"""A file changed so shortly before it was read, in nanoseconds, may change again with no trace in
its stamp: some file systems count time in steps of two seconds."""


def stamp_of(file: Path | str) -> Stamp:
    """How a file, or what a link leads to, looks now.

    Raises:
        OSError: it is not there.
    """
    found = os.stat(file)  # noqa: PTH116 - ten thousand times a build
    return Stamp(size=found.st_size, changed_ns=found.st_mtime_ns)


def stamp_if_there(file: Path | str) -> Stamp:
    """How a file looks now; `NO_STAMP` where it cannot be looked at."""
    try:
        return stamp_of(file)
    except OSError:
        return NO_STAMP


def kind_of(value: Source | None) -> str:
    """The name of what a source file gave."""
    return next(name for name, kind in KINDS.items() if type(value) is kind)


class SourceRecord(Value, frozen=True, kw_only=True):
    """What was read of one source file.

    `digest` is that of its bytes. `face` is that of what other pages may show of a story, empty
    for other sources. `value` is None where the file gave nothing.
    """

    path: str
    stamp: Stamp
    digest: bytes
    value: Source | None
    face: bytes = b""
    findings: tuple[Finding, ...] = ()


class PictureRecord(Value, frozen=True, kw_only=True):
    """The facts of a usable picture file."""

    path: str
    stamp: Stamp
    facts: PictureFacts


class FileRecord(Value, frozen=True, kw_only=True):
    """A file of the output, made or about to be made.

    `digest` is that of its bytes, empty for one that was planned and may not be there. For a page
    or a feed, `asked` are the numbers of the questions it asked of the paper (`rows.Numbers`),
    `key` is the digest of their answers, and `view` that of all that decides its bytes: template,
    site and view.
    """

    path: str
    stamp: Stamp = NO_STAMP
    digest: bytes = b""
    key: bytes = b""
    view: bytes = b""
    asked: bytes = b""
