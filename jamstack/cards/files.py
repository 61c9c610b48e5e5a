"""Font files: those beside this module, a newsroom's own, and the system's. Opens no font.

A card's name tells of the fonts that may write it. Most cards need none of the system's, and their
names are the same on every machine.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jamstack.cards.broken import CardFontError
from jamstack.values import Value

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
COVERED = (
    "\u0020-\u007e\u00a0-\u017f\u018f\u0192\u01a0-\u01a1\u01af-\u01b0\u01cd-\u01dc\u0218-\u021b\u0237\u0259"
    "\u02bb-\u02bc\u02c6-\u02dd\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1"
    "\u03f0-\u045f\u0462-\u0463\u0472-\u0475\u0490-\u04ff\u0591-\u05c7\u05d0-\u05ea\u05f0-\u05f4"
    "\u0600-\u0604\u0606-\u061b\u061e-\u06ff\u0900-\u097f\u0e01-\u0e3a\u0e3f-\u0e5b\u1e80-\u1e85\u1e9e"
    "\u1ea0-\u1ef9\u200c-\u2027\u202f-\u203a\u2044\u20a0-\u20bf\u2116\u2122\u2212\u2215\u25cc"
)
"""What the bundled fonts can write in every voice, as ranges. Marks that letters of several fonts
take are left out."""

_COVERED = re.compile(f"[{COVERED}]*")


class FontDigests(Value, frozen=True, kw_only=True):
    """What is known of the fonts here: `own` of the bundled and the newsroom's, `all` of all."""

    own: str
    all: str

    def of(self, texts: Iterable[str]) -> str:
        """The digest of the fonts that may write these texts."""
        return self.own if all(map(_COVERED.fullmatch, texts)) else self.all


def font_digests(extra: Sequence[Path] = ()) -> FontDigests:
    """The digests of the fonts here, with the newsroom's `extra` files and folders.

    Raises:
        CardFontError: a path of `extra` leads to no font file.
    """
    own = (*bundled_files(), *named_files(extra))
    return FontDigests(own=digest_of(own, ()), all=digest_of(own, system_files()))


def bundled_files() -> tuple[Path, ...]:
    """The font files that come with the platform."""
    return tuple(sorted(BUNDLED.glob("*.ttf")))


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
