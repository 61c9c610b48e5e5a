"""Typefaces as Skia has them: opened from their files, and asked what they can write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import skia

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
