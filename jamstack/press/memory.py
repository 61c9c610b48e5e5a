"""What one output folder's builds remember, ready to use: read from the store once.

It stays valid in a process that builds again and again. The store is open only while a build is
at work, so that another process may build in between; then it is read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from jamstack.press.codec import DamagedError
from jamstack.press.records import FileRecord, PictureRecord, SourceRecord
from jamstack.press.rows import Numbers
from jamstack.press.store import DAMAGED, STORES, Store, open_store

ELSEWHERE = "another site left what it remembers in this cache: everything is built anew"

Result = TypeVar("Result")


def store_file(cache: Path, output: Path) -> Path:
    """The store of an output folder; a project that is moved as a whole finds it again."""
    place = os.path.relpath(output.resolve(), cache.resolve()).replace(os.sep, "/")
    name = hashlib.sha256(place.encode()).hexdigest()[:16]
    return cache / STORES.replace("*", name)


@dataclass(slots=True)
class Memory:
    """What is remembered, by path: facts at once, the rest after `recall`.

    Change it by the methods, inside `opened`.
    """

    file: Path
    site: str
    tell: Callable[[str], None]
    sources: dict[str, SourceRecord] = field(default_factory=dict)
    pictures: dict[str, PictureRecord] = field(default_factory=dict)
    files: dict[str, FileRecord] = field(default_factory=dict)
    facts: dict[str, bytes] = field(default_factory=dict)
    questions: Numbers = field(default_factory=Numbers)
    is_recalled: bool = False
    _store: Store | None = None
    _numbered: int = 0

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Hold the store open: no other build works on the same output meanwhile.

        Raises:
            OutputError: the cache cannot be written, or another build does not end.
        """
        with open_store(self.file, tell=self.tell) as store:
            self._store = store
            try:
                self._look(store)
                yield
            finally:
                if not store.is_saved:
                    # The store has lost what this memory has: next time all is read again.
                    self.facts = {}
                self._store = None

    @property
    def is_open(self) -> bool:
        """True inside `opened`."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """The open store."""
        if self._store is None:
            raise ValueError("the memory is not opened")
        return self._store

    def stand_on(self, ground: bytes) -> None:
        """Forget what was read on other ground: by other code or settings."""
        if self.facts.get("reading") != ground:
            self.sources = {}
            self.store.forget("sources", "texts", "profiles")
            self.keep_facts({"reading": ground})

    def texts(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The encoded bodies of stories, by path."""
        return self.store.texts(paths)

    def keep_texts(self, texts: Mapping[str, bytes], profiles: Mapping[str, bytes]) -> None:
        """Remember the encoded bodies of stories, by path, and what they are about."""
        self.store.put_named("texts", texts)
        self.store.put_named("profiles", profiles)

    def profiles(self, paths: Iterable[str] | None = None) -> dict[str, bytes]:
        """What stories are about, by path; of all where no paths are named."""
        return self.store.profiles(paths)

    def ranking(self) -> bytes:
        """What stories chose, and what by; empty where that is not known."""
        return self.store.ranking().get("ranking", b"")

    def keep_ranking(self, ranking: bytes) -> None:
        """Remember what stories chose, and what by."""
        self.store.put_named("ranking", {"ranking": ranking})

    def keep_sources(self, records: dict[str, SourceRecord], changed: set[str]) -> None:
        """Remember these sources and no others; `changed` are the paths of new records."""
        gone = self.sources.keys() - records.keys()
        self.store.drop("sources", gone)
        self.store.drop("texts", gone)
        self.store.drop("profiles", gone)
        self.store.put_sources(records[path] for path in sorted(changed))
        self.sources = records

    def keep_pictures(self, records: Mapping[str, PictureRecord]) -> None:
        """Remember these pictures and no others."""
        self.store.drop("pictures", self.pictures.keys() - records.keys())
        new = (record for path, record in records.items() if self.pictures.get(path) != record)
        self.store.put_pictures(new)
        self.pictures = dict(records)

    def claim(self, paths: Iterable[str]) -> None:
        """Remember that the files at these paths are made by us, before they are made."""
        records = {path: FileRecord(path=path) for path in paths if path not in self.files}
        self.store.put_files(records.values())
        self.files.update(records)

    def keep_files(self, records: Iterable[FileRecord]) -> None:
        """Remember what became of files."""
        new = [record for record in records if self.files.get(record.path) != record]
        self._keep_questions()
        self.store.put_files(new)
        self.files.update((record.path, record) for record in new)

    def drop_files(self, paths: Iterable[str]) -> None:
        """Forget files that are no more."""
        gone = [path for path in paths if path in self.files]
        self.store.drop("files", gone)
        for path in gone:
            del self.files[path]

    def keep_facts(self, facts: Mapping[str, bytes]) -> None:
        """Remember single values by name."""
        self.facts.update(facts)
        self.store.put_facts(facts)

    def save(self) -> None:
        """Keep all that, even if the build is killed from now on."""
        self.keep_facts({"state": secrets.token_bytes(8)})
        self.store.save()

    def trusted(self, work: Callable[[], Result]) -> Result:
        """What `work` gives; where what it relied on proves damaged, it is done again without."""
        try:
            return work()
        except DamagedError:
            self._forget(DAMAGED)
            return work()

    def recall(self) -> None:
        """Read all that is remembered, unless this memory has it already."""
        if self.is_recalled:
            return
        try:
            self.sources, self.pictures = self.store.sources(), self.store.pictures()
            self.files, self.questions = self.store.files(), self.store.questions()
            self._numbered = len(self.questions)
        except DamagedError:
            self._forget(DAMAGED)
        self.is_recalled = True

    def _keep_questions(self) -> None:
        """Remember the questions that have got their numbers since the last time."""
        new = len(self.questions) - self._numbered
        if new:
            # From the end, where the new ones stand: there may be many old ones.
            latest = list(itertools.islice(reversed(self.questions), new))
            self.store.put_questions(self._numbered + 1, latest[::-1])
            self._numbered = len(self.questions)

    def _look(self, store: Store) -> None:
        """See whether the store is as this memory left it; if not, begin again."""
        try:
            facts = store.facts()
        except DamagedError:
            self._forget(DAMAGED)
            return
        if facts and facts.get("state") == self.facts.get("state"):
            return
        self.is_recalled = False
        self.facts = facts
        if facts and facts.get("site") != self.site.encode():
            self._forget(ELSEWHERE)
        elif not facts:
            self.keep_facts({"site": self.site.encode()})

    def _forget(self, why: str) -> None:
        self.tell(why)
        self.store.begin_anew()
        self.facts, self.sources, self.pictures, self.files = {}, {}, {}, {}
        self.questions, self._numbered = Numbers(), 0
        self.is_recalled = True
        self.keep_facts({"site": self.site.encode()})
