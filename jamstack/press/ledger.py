"""The digests of the paper's answers: what tells whether a page must be laid out again.

A page is a pure function of the answers it got. So as long as every question it asked last time
has the same answer, it would ask the same questions and come out the same.
"""

from __future__ import annotations

import functools
import importlib.metadata
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

import jamstack
from jamstack.edition import hidden_because
from jamstack.layout.answers import answer
from jamstack.layout.paper import Paper
from jamstack.model import Article
from jamstack.press.codec import DIGEST_BYTES, digest, digest_all, digest_of
from jamstack.press.records import SourceRecord
from jamstack.settings import Settings

LIBRARIES = (
    "babel", "msgspec", "nh3", "pillow", "pyromark", "pystemmer", "python-slugify", "pyyaml",
    "stopwordsiso", "tzdata",
)  # fmt: skip
"""What else decides what is read and laid out. Templates have digests of their own."""
NOTHING = bytes(DIGEST_BYTES)
"""Stands for a source that is not there, or has no face; as long as every other digest."""


class Ledger(dict[str, bytes]):
    """The digest of each answer of one paper by question, computed when it is first wanted.

    Each has `DIGEST_BYTES`, also where there is nothing: `differences` tells them apart by that.
    `ground` is the digest of what all pages depend on.
    """

    def __init__(self, paper: Paper, records: Mapping[str, SourceRecord], *, ground: bytes) -> None:
        super().__init__()
        self._paper = paper
        self._records = records
        self.ground = ground

    def key(self, asked: Iterable[str], frame: bytes) -> bytes:
        """The digest of the answers to `asked`, of a page's frame, and of what all stand on."""
        return digest(b"".join((self.ground, frame, *map(self.__getitem__, asked))))

    def __missing__(self, question: str) -> bytes:
        """The digest of one answer."""
        kind, _, name = question.partition(":")
        match kind:
            case "story" | "face":
                found = self._source(name, kind)
                mark = self._mark(name) if self._paper.edition.is_preview else b""
                found = digest(found + mark) if mark else found
            case "faces":
                articles = self._paper.edition.articles
                found = digest_all(self._source(article.path, "face") for article in articles)
            case _:
                found = digest_of(answer(kind, name, self._paper))
        self[question] = found
        return found

    def _source(self, path: str, what: str) -> bytes:
        record = self._records.get(path)
        if record is None:
            return NOTHING
        found = (record.digest if what == "story" else record.face) or NOTHING
        article = self._paper.edition.by_path.get(path)
        # The credits may have been settled by the registry, which is not in the file.
        written = record.value.credits if isinstance(record.value, Article) else ()
        if article and article.credits != written:
            found = digest(found + digest_of(article.credits))
        return found

    def _mark(self, path: str) -> bytes:
        """Why readers cannot see a story: a preview says so on the page."""
        edition = self._paper.edition
        article = edition.by_path.get(path)
        return hidden_because(article, edition.now).encode() if article else b""


@functools.cache
def code_digest() -> bytes:
    """The digest of the platform's own code, of Python, and of the libraries that decide, too."""
    folder = Path(jamstack.__file__).parent
    sources = (
        digest(file.relative_to(folder).as_posix().encode() + file.read_bytes())
        for file in sorted(folder.rglob("*.py"))
    )
    versions = [importlib.metadata.version(library) for library in LIBRARIES]
    return digest_all([*sources, digest_of([platform.python_version(), *versions])])


def reading_ground(settings: Settings, code: bytes) -> bytes:
    """What reading a file depends on besides its bytes: the code and some of the settings."""
    return digest_of((code, settings.timezone, settings.language, settings.maximum_source_bytes))


def layout_ground(paper: Paper, code: bytes) -> bytes:
    """What every page depends on: code, settings, the theme's files, and if it is a preview."""
    return digest_of(
        (
            code,
            paper.settings,
            paper.assets,
            paper.theme_colours,
            paper.fonts,
            paper.edition.is_preview,
        )
    )
