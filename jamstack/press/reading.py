"""The content folder as values: what has not changed is remembered, everything else is read.

A file is known by its stamp (size and time of change) where that can be trusted, and by its bytes
otherwise. What one file gives depends on that file alone, so files are read side by side, and a
file that cannot be read hides no fault of another.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from jamstack.articles.front import HOME_PATH, read_home_front
from jamstack.articles.page import read_page
from jamstack.articles.story import read_story
from jamstack.bylines.registry import read_author
from jamstack.errors import Finding
from jamstack.model import Article, Author, Body, HomeFront, StandingPage
from jamstack.press.codec import decode, digest, encode, encode_zoned
from jamstack.press.looking import Sources, look_at_sources
from jamstack.press.places import is_source, misplaced
from jamstack.press.progress import Progress
from jamstack.press.records import (
    DOUBTFUL_NS,
    KINDS,
    NO_STAMP,
    Source,
    SourceRecord,
    Stamp,
    kind_of,
    stamp_of,
)
from jamstack.press.sharing import Sharing
from jamstack.press.workers import OneWorker, Workers
from jamstack.settings import Settings
from jamstack.values import Value, replace

PIECE = 64
"""Files that a worker reads at a time."""
TRIES = 3
"""How often a file is read that changes meanwhile."""


@dataclass(slots=True, kw_only=True)
class Content:
    """What the content folder holds.

    Stories lack the text of their bodies; `texts` has those of the stories that were read now, by
    path and encoded, and `profiles` what they are about. `unread` are the paths that gave no value,
    `files` those of all files. `records` are all that was found, by path, and `changed` are the
    paths of those that are new or other than `known`.
    """

    articles: list[Article] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    pages: list[StandingPage] = field(default_factory=list)
    front: HomeFront = field(default_factory=HomeFront)
    findings: list[Finding] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    records: dict[str, SourceRecord] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    texts: dict[str, bytes] = field(default_factory=dict)
    profiles: dict[str, bytes] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    read: int = 0

    def hold(self, texts: Mapping[str, bytes], profiles: Mapping[str, bytes]) -> None:
        """Take the bodies of stories, and what they are about."""
        self.texts.update(texts)
        self.profiles.update(profiles)


class RawSource(Value, frozen=True, kw_only=True):
    """A source file that must be read: its bytes, and what is known of them."""

    path: str
    stamp: Stamp
    digest: bytes
    data: bytes


class Readout(Value, frozen=True, kw_only=True):
    """What reading one file gave, encoded: `value` by `kind`, and a story's body and profile."""

    kind: str
    value: bytes
    face: bytes
    findings: tuple[Finding, ...]
    text: bytes
    profile: bytes


def read_content(
    folder: Path,
    *,
    settings: Settings,
    progress: Progress,
    workers: Workers | None = None,
    known: dict[str, SourceRecord] | None = None,
    keep: Callable[[Mapping[str, bytes], Mapping[str, bytes]], None] | None = None,
    seen: Sources | None = None,
) -> Content:
    """Read everything under `folder` that is not as it is `known`, by source path.

    `keep` is given the encoded bodies of stories, by path, and what they are about, as they are
    read; without it they are in `texts` and `profiles` of what comes back. `seen` is what a look
    just now has found there.
    """
    seen = seen or look_at_sources(folder)
    found = seen.scan
    content = Content(findings=list(found.findings), files=found.files)
    # What is there but must not be read is told once; what names it is not wrong for that.
    passed_over = {finding.path for finding in found.findings} - set(found.files)
    content.unread.extend(sorted(path for path in passed_over if is_source(path)))
    sources = []
    for path in found.files:
        if is_source(path):
            sources.append(path)
        else:
            content.findings.extend(misplaced(path))
    progress.start("Reading", len(sources))
    try:
        reader = _Reader(folder, known or {}, seen.stamps, content, settings, progress)
        reader.read(sources, workers or OneWorker(), keep or content.hold)
    finally:
        progress.finish()
    for path in sources:
        if path in content.records:
            _take(content.records[path], content)
    return content


def read_piece(settings: Settings, piece: tuple[RawSource, ...]) -> list[Readout]:
    """Read a few files; work for any worker."""
    return [_read(source.path, source.data, settings) for source in piece]


def read_source(
    path: str, data: bytes, settings: Settings
) -> tuple[Source | None, tuple[Finding, ...]]:
    """What the bytes of one source file give, and all that is wrong with them."""
    if path == HOME_PATH:
        return read_home_front(data, settings=settings, path=path)
    if path.startswith("articles/"):
        return read_story(data, path=path, settings=settings)
    if path.startswith("authors/"):
        return read_author(data, path=path, settings=settings)
    return read_page(data, path=path, settings=settings)


def read_text(path: str, data: bytes, settings: Settings) -> bytes:
    """The encoded body of a story that could be read before."""
    return _read(path, data, settings).text


def _read(path: str, data: bytes, settings: Settings) -> Readout:
    value, findings = read_source(path, data, settings)
    face = text = about = b""
    if isinstance(value, Article):
        face = digest(encode_zoned(replace(value, body=Body(), lines={})))
        text = encode(value.body)
        # A build that reads no story needs no stemmer.
        from jamstack.related.terms import profile

        about = profile(value, language=settings.language)
        value = replace(value, body=value.body.without_text())
    return Readout(
        kind=kind_of(value),
        value=encode_zoned(value),
        face=face,
        findings=findings,
        text=text,
        profile=about,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """One reading of a folder into `content`."""

    folder: Path
    known: Mapping[str, SourceRecord]
    stamps: Mapping[str, Stamp]
    content: Content
    settings: Settings
    progress: Progress
    sharing: Sharing = field(default_factory=Sharing)

    def read(
        self,
        sources: Iterable[str],
        workers: Workers,
        keep: Callable[[Mapping[str, bytes], Mapping[str, bytes]], None],
    ) -> None:
        """Take what is known, and have the rest read."""
        waiting = deque[tuple[RawSource, ...]]()

        def pieces() -> Iterator[tuple[RawSource, ...]]:
            unknown = self._unknown(sources)
            while piece := tuple(islice(unknown, PIECE)):
                waiting.append(piece)
                yield piece

        coming = pieces()
        first = list(islice(coming, 2))
        # A few files are read sooner than workers are started.
        chosen = workers if len(first) == 2 else OneWorker()
        for readouts in chosen.run(read_piece, self.settings, chain(first, coming)):
            texts, profiles = {}, {}
            for source, readout in zip(waiting.popleft(), readouts, strict=True):
                self._note(source, readout)
                if readout.text:
                    texts[source.path] = readout.text
                    profiles[source.path] = readout.profile
                self.progress.advance()
            keep(texts, profiles)

    def _unknown(self, sources: Iterable[str]) -> Iterator[RawSource]:
        """The sources that must be read; those that are known are taken at once."""
        for path in sources:
            found = self._looked_at(path)
            if found:
                yield found
            else:
                self.progress.advance()

    def _looked_at(self, path: str) -> RawSource | None:
        record = self.known.get(path)
        file = f"{self.folder}/{path}"
        if record and self.stamps[path] == record.stamp != NO_STAMP:
            self.content.records[path] = record
            return None
        try:
            data, stamp = _bytes(file)
        except OSError as error:
            self._fail(path, f"cannot be read: {error.strerror}")
            return None
        if stamp is None:
            self._fail(path, "changes while it is read")
            return None
        mark = digest(data)
        if record is None or record.digest != mark:
            return RawSource(path=path, stamp=stamp, digest=mark, data=data)
        self.content.records[path] = replace(record, stamp=stamp)
        if stamp != record.stamp:
            self.content.changed.add(path)
        return None

    def _fail(self, path: str, message: str) -> None:
        hint = "check that the file is there and that you may read it"
        self.content.findings.append(Finding(path=path, message=message, hint=hint))
        self.content.unread.append(path)

    def _note(self, source: RawSource, readout: Readout) -> None:
        value: Source | None = decode(readout.value, KINDS[readout.kind])
        if isinstance(value, Article):
            value = self.sharing.story(value)
        self.content.records[source.path] = SourceRecord(
            path=source.path,
            stamp=source.stamp,
            digest=source.digest,
            face=readout.face,
            value=value,
            findings=readout.findings,
        )
        self.content.changed.add(source.path)
        self.content.read += 1


def _bytes(file: str) -> tuple[bytes, Stamp | None]:
    """A file's bytes, and their stamp where it can be trusted; None for one that never rests."""
    for _ in range(TRIES):
        before = stamp_of(file)
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - ten thousand times a build
            data = stream.read()
        if stamp_of(file) == before and len(data) == before.size:
            is_old = before.changed_ns < time.time_ns() - DOUBTFUL_NS
            return data, before if is_old else NO_STAMP
    return b"", None


def _take(record: SourceRecord, content: Content) -> None:
    content.findings.extend(record.findings)
    match record.value:
        case Article() as article:
            content.articles.append(article)
        case Author() as author:
            content.authors.append(author)
        case StandingPage() as page:
            content.pages.append(page)
        case HomeFront() as front:
            content.front = front
        case None:
            content.unread.append(record.path)
