"""One newsroom built twice: by builds that remember, and from nothing. Both must make one site.

`Twins` keeps the folders of a project and what its builds remember. Each `build` also builds from
nothing into a folder of its own, and compares all that readers, writers and servers can see.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from jamstack.errors import JamstackError, TemplateError
from jamstack.press import making, output, store
from jamstack.press.build import PICTURES, Project, Report, Shop, build
from jamstack.press.memory import Memory
from jamstack.press.progress import Silence
from jamstack.press.workers import OneWorker, Workers
from jamstack.press.writing import PART

from .copies import share_out
from .renderers import renderer_of

STRANGER = "stands in the output folder"


class Killed(BaseException):
    """In the place of death."""


@dataclass(frozen=True)
class File:
    """A file of the output as it stands."""

    data: bytes
    changed_ns: int


@dataclass(frozen=True)
class Outcome:
    """What came of a build: its report, or why there is none; `told` are lines for people."""

    report: Report | None = None
    error: JamstackError | None = None
    told: tuple[str, ...] = ()


def look(folder: Path) -> dict[str, File]:
    """Every file below a folder by its path."""
    found: dict[str, File] = {}
    waiting = [(os.fspath(folder), "")] if folder.is_dir() else []
    while waiting:
        here, prefix = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                    continue
                data = Path(entry.path).read_bytes()
                found[prefix + entry.name] = File(data, entry.stat().st_mtime_ns)
    return found


def demand(what: str, expected: object, found: object) -> None:
    """Say which of all comparisons failed, and on what."""
    assert expected == found, f"{what}: expected {expected!r}, found {found!r}"


def differing(one: Mapping[str, File], other: Mapping[str, File]) -> list[str]:
    """The paths at which two looks at a folder differ, in bytes or in times."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def empty_folders(folder: Path) -> list[str]:
    return [path for path, folders, files in os.walk(folder) if not folders and not files]


@dataclass
class Twins:
    """One project and its builds.

    `known` are the output paths that the store on disk holds for ours; what else stands in the
    output is a stranger. `memories` are those of processes that build again and again.
    """

    project: Project
    pictures: Path
    known: set[str] = field(default_factory=set)
    memories: dict[int, Memory] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    builds: int = 0

    @property
    def store_file(self) -> Path:
        return self.project.store / "press.sqlite"

    def memory(self, process: int) -> Memory:
        """What a process remembers; process 0 is always a new one."""
        if process == 0 or process not in self.memories:
            memory = Memory(file=self.store_file, site="site", tell=self.told.append)
            self.memories[process] = memory
        return self.memories[process]

    def build(self, process: int = 0, workers: Workers | None = None) -> Outcome:
        """Build twice and compare; a build that must fail is one that fails from nothing, too."""
        before = look(self.project.output)
        ours = self.attempt(process, workers or OneWorker())
        theirs, expected = self.from_nothing()
        if theirs.error:
            self._demand_same_failure(ours, theirs, before)
            return ours
        assert ours.error is None, str(ours.error)
        self._demand_same_site(ours, theirs, before, expected)
        self._demand_rest(process)
        return ours

    def attempt(self, process: int, workers: Workers) -> Outcome:
        """One build that remembers."""
        self.told.clear()
        memory = self.memory(process)
        with pytest.MonkeyPatch.context() as patch:
            if workers.count > 1:
                share_out(patch)
            outcome = self._attempt(self.project, memory, workers)
        self._lose_what_was_forgotten()
        if isinstance(outcome.error, TemplateError):
            self.known |= memory.files.keys()
        return outcome

    def from_nothing(self) -> tuple[Outcome, dict[str, File]]:
        """A build into an empty folder that knows nothing but made pictures, and all it made."""
        self.builds += 1
        folder = self.project.output.parent / f"proof-{self.builds}"
        linked_pictures(folder / "cache", self.pictures)
        project = replace(self.project, output=folder / "output", store=folder / "cache")
        memory = Memory(file=project.store / "press.sqlite", site="site", tell=self.told.append)
        outcome = self._attempt(project, memory, OneWorker())
        made = look(project.output)
        (project.store / PICTURES).unlink()
        shutil.rmtree(folder)
        return outcome, made

    def die(self, process: int, after: int, *, leaves_part: bool) -> None:
        """Begin a build that is killed after some steps."""

        def kill(path: str, data: bytes) -> None:
            file = self.project.output / path
            if leaves_part and path and file.parent.is_dir():
                file.with_name(f".{file.name}{PART}").write_bytes(data[: len(data) // 2])
            raise Killed

        before = look(self.project.output)
        try:
            self.disturb(process, after, kill)
        except Killed:
            del self.memories[process]
            self._demand_whole_files(before)

    def disturb(self, process: int, after: int, happening: Callable[[str, bytes], None]) -> None:
        """Begin a build in which something happens after some steps.

        A step is a file that is written (`happening` is given its path and bytes), or that what
        was done is remembered (an empty path).
        """
        self.told.clear()
        memory = self.memory(process)
        steps = _Steps(after, happening)
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(making, "replace_file", steps.before_writing(making.replace_file))
                patch.setattr(output, "replace_file", steps.before_writing(output.replace_file))
                patch.setattr(store.Store, "save", steps.before_saving(store.Store.save))
                outcome = self._attempt(self.project, memory, OneWorker())
            if outcome.report:
                self.known = set()
        finally:
            self._lose_what_was_forgotten()
            if steps.saves >= 2:
                # It got as far as to note what it would make.
                self.known |= memory.files.keys()

    def lose_memory(self) -> None:
        """The store is gone, so all that stands in the output is a stranger's."""
        self.known = set()

    def _lose_what_was_forgotten(self) -> None:
        if any("built anew" in line for line in self.told):
            self.lose_memory()

    def _attempt(self, project: Project, memory: Memory, workers: Workers) -> Outcome:
        told = tuple(self.told)
        renderer = renderer_of(project.theme, by="ours" if project is self.project else "theirs")
        try:
            with memory.opened():
                shop = Shop(workers=workers, memory=memory, progress=Silence())
                report = build(project, renderer, shop)
        except JamstackError as error:
            return Outcome(error=error, told=told)
        return Outcome(report=report, told=told)

    def _demand_same_failure(
        self, ours: Outcome, theirs: Outcome, before: Mapping[str, File]
    ) -> None:
        demand("the faults", str(theirs.error), str(ours.error))
        if not isinstance(theirs.error, TemplateError):
            demand("files touched", [], differing(before, look(self.project.output)))

    def _demand_same_site(
        self,
        ours: Outcome,
        theirs: Outcome,
        before: Mapping[str, File],
        expected: Mapping[str, File],
    ) -> None:
        assert ours.report
        assert theirs.report
        after = look(self.project.output)
        strangers = {path for path in before if path not in self.known and not path.endswith(PART)}
        # Nobody else writes cards: those of builds that are forgotten go away, too.
        strangers = {path for path in strangers if not path.startswith("cards/")} - expected.keys()
        self.known = set(expected)
        demand("files", [], sorted((expected.keys() | strangers) ^ after.keys()))
        other = [path for path in expected if expected[path].data != after[path].data]
        demand("files with other bytes", [], other)
        demand("empty folders", [], empty_folders(self.project.output))
        warned = {item.path for item in ours.report.warnings if item.message.startswith(STRANGER)}
        demand("strangers", strangers, warned)
        found = [it for it in ours.report.warnings if not it.message.startswith(STRANGER)]
        demand("warnings", list(theirs.report.warnings), found)
        self._demand_true_times(before, after)

    def _demand_true_times(self, before: Mapping[str, File], after: Mapping[str, File]) -> None:
        same = [path for path in after if path in before and before[path].data == after[path].data]
        touched = [path for path in same if before[path].changed_ns != after[path].changed_ns]
        demand("files touched that are the same", [], touched)

    def _demand_rest(self, process: int) -> None:
        """A build right after another does nothing."""
        before = look(self.project.output)
        report = self._attempt(self.project, self.memory(process), OneWorker()).report
        assert report
        done = (report.read, report.rendered, report.drawn, report.written, report.removed)
        changed = differing(before, look(self.project.output))
        demand("work of a second build", (0, 0, 0, 0, ()), done)
        demand("files that a second build touched", [], changed)

    def _demand_whole_files(self, before: Mapping[str, File]) -> None:
        """What a killed build leaves are files as they were, or as they should be."""
        _, expected = self.from_nothing()
        for path, file in look(self.project.output).items():
            whole = [files[path].data for files in (before, expected) if path in files]
            assert path.endswith(PART) or file.data in whole, path


class _Steps:
    """The steps of a build; something happens before one of them."""

    def __init__(self, after: int, happening: Callable[[str, bytes], None]) -> None:
        self._left = after
        self._happening = happening
        self.saves = 0

    def before_writing(self, replace_file):
        def step(folder: Path, path: str, data: bytes):
            self._count(path, data)
            return replace_file(folder, path, data)

        return step

    def before_saving(self, save):
        def step(store) -> None:
            self._count("", b"")
            save(store)
            self.saves += 1

        return step

    def _count(self, path: str, data: bytes) -> None:
        if self._left == 0:
            self._happening(path, data)
        self._left -= 1


def linked_pictures(cache: Path, pictures: Path) -> None:
    """A cache that shares its made pictures with others: drawing is not what is tested."""
    cache.mkdir(parents=True)
    (cache / PICTURES).symlink_to(pictures)
