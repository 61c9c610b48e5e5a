"""The texts of stories when a page needs them: remembered, or read again where that is damaged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jamstack.errors import Finding, SourceError
from jamstack.press.codec import DamagedError, digest
from jamstack.press.memory import Memory
from jamstack.press.reading import read_text
from jamstack.settings import Settings


class Texts:
    """Encoded bodies by source path."""

    def __init__(self, memory: Memory, folder: Path, settings: Settings) -> None:
        self._memory = memory
        self._folder = folder
        self._settings = settings

    def of(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The bodies of some stories.

        Raises:
            SourceError: one is not remembered, and its file has changed since it was read.
        """
        found = {}
        for path in paths:
            try:
                found.update(self._memory.texts((path,)))
            except DamagedError:
                found[path] = self._read(path)
        return found

    def _read(self, path: str) -> bytes:
        try:
            data = (self._folder / path).read_bytes()
        except OSError:
            data = b""
        if digest(data) != self._memory.sources[path].digest:
            message = "changed while the site was built"
            raise SourceError([Finding(path=path, message=message, hint="build again")])
        return read_text(path, data, self._settings)
