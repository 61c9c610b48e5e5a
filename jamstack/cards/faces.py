"""Typefaces as files: those beside this module, a newsroom's own, and the system's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import skia

from jamstack.cards.broken import CardFontError

BUNDLED = Path(__file__).parent / "fonts"
SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
SYSTEM_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
"""Where Linux, macOS and Windows keep fonts for everyone on the machine. A person's own are not
looked at: the same stories should give the same cards to everyone."""
DIRECTORY_BYTES = 1_024
"""The start of a font, which holds a checksum of each of its tables."""
MAXIMUM_FACES = 16
"""Of one collection; those of Chinese, Japanese and Korean hold ten."""


class Face:
    """One typeface. `family` is the name it goes by here; `path` says where it came from."""

    __slots__ = ("_covered", "family", "native", "path", "typeface")

    def __init__(self, typeface: Any, path: Path, index: int = 0) -> None:  # noqa: ANN401 - untyped
        self.typeface = typeface
        self.path = path
        self.native = str(typeface.getFamilyName())
        self.family = f"{path}#{index}"
        self._covered: dict[int, bool] = {}

    def covers(self, signs: Iterable[int]) -> bool:
        """Whether there is a glyph for each of the code points."""
        return all(self._has(sign) for sign in signs)

    def _has(self, sign: int) -> bool:
        found = self._covered.get(sign)
        if found is None:
            found = self._covered[sign] = self.typeface.unicharToGlyph(sign) != 0
        return found


def faces_of(path: Path) -> tuple[Face, ...]:
    """All typefaces of one file; () where it is no font."""
    # The default manager would read the system's configuration, and say on stderr what it thinks
    # of it.
    manager = skia.FontMgr.New_Custom_Empty()
    faces = []
    for index in range(MAXIMUM_FACES):
        typeface = manager.makeFromFile(str(path), index)
        if typeface is None:
            break
        faces.append(Face(typeface, path, index))
        if path.suffix.lower() not in (".ttc", ".otc"):
            break
    return tuple(faces)


def named_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The font files among and below `paths`, in the order given, folders sorted.

    Raises:
        CardFontError: a path leads to no font file.
    """
    found: list[Path] = []
    for path in paths:
        files = [path] if path.is_file() else list(_below(path))
        if not files:
            raise CardFontError(path.as_posix())
        found += files
    return tuple(dict.fromkeys(found))


def system_files() -> tuple[Path, ...]:
    """The font files of this machine, sorted by name, then by place."""
    found = (file for folder in SYSTEM_FOLDERS for file in _below(folder))
    return tuple(sorted(found, key=lambda file: (file.name, file.as_posix())))


def digest_of(known: Sequence[Path], system: Sequence[Path]) -> str:
    """A digest of what the fonts hold, in hexadecimal; where they stand is no part of it."""
    hasher = hashlib.sha256()
    for file in known:
        hasher.update(f"{file.name} ".encode())
        with file.open("rb") as stream:
            hasher.update(hashlib.file_digest(stream, "sha256").digest())
    for file in system:
        # Reading hundreds of megabytes for a digest would take longer than the cards.
        with file.open("rb") as stream:
            start = stream.read(DIRECTORY_BYTES)
        hasher.update(f"{file.name} {file.stat().st_size} ".encode() + start)
    return hasher.hexdigest()


def _below(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)
