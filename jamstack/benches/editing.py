"""What an edit costs while the site is served: from the save to the page's bytes on the disk."""

from __future__ import annotations

import contextlib
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

import psutil

from jamstack.benches.measure import ENVIRONMENT, TAIL_LINES, held_bytes, tree_of
from jamstack.benches.runs import Cost
from jamstack.errors import CommandError

EDITS = 5
"""Saves that are timed, one after the other; their median counts."""
LOOK_S = 0.001
"""Seconds between two looks at the page: what a time may be too long by."""
NUDGE_S = 2.0
"""Seconds after which the first save is made again: a server that has just begun may miss it."""
PATIENCE_S = 600.0
"""Seconds after which a server that shows nothing is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A command that serves the site it stands in, and builds it again after each save.

    `output` is the folder that it builds into, and `page` the path in it of the edited story.
    """

    command: tuple[str, ...]
    output: str
    page: str


def measure_edits(server: Server, folder: Path, story: Path) -> Cost:
    """Serve the site in `folder` and save `story` again and again: what one save costs.

    `wall_s` is the median from save to page, `processor_s` the mean of what all processes took,
    `peak_bytes` what they hold at the end.

    Raises:
        CommandError: the server cannot be started, ends, or shows nothing.
    """
    page = folder / server.output / server.page
    with _serving(server.command, folder) as served:
        _warm_up(served, page, story)
        before_s = _processor_s(served.process)
        times_s = [_timed(served, page, story, number) for number in range(1, EDITS + 1)]
        after_s = _processor_s(served.process)
        held = sum(map(held_bytes, tree_of(served.process)))
    return Cost(wall_s=median(times_s), processor_s=(after_s - before_s) / EDITS, peak_bytes=held)


class _Served:
    """A running server. Its output is read all the time, so that it is never kept waiting."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self.process = psutil.Process(child.pid)
        self.is_ready = threading.Event()
        self.lines = deque[str](maxlen=TAIL_LINES)
        self._child = child
        self._reader = threading.Thread(target=self._read, args=(child.stdout,), daemon=True)
        self._reader.start()

    def check(self) -> None:
        """Stop where the server has ended.

        Raises:
            CommandError: it has.
        """
        code = self._child.poll()
        if code is not None:
            self._reader.join()
            tail = "\n".join(["its output ends so:", *self.lines])
            raise CommandError(f"the server ended with exit code {code}", tail)

    def end(self) -> None:
        """End the server, and wait until it has."""
        self._child.terminate()
        self._child.wait()
        self._reader.join()

    def _read(self, output: IO[str]) -> None:
        for line in output:
            self.lines.append(line.rstrip("\n"))
            # Both tell their address when the first build is done.
            if "http://" in line:
                self.is_ready.set()
        self.is_ready.set()


@contextlib.contextmanager
def _serving(command: Sequence[str], folder: Path) -> Iterator[_Served]:
    try:
        child = subprocess.Popen(  # noqa: S603 - the bench's own commands
            command,
            cwd=folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        message = f"`{command[0]}` cannot be started: {error.strerror}"
        raise CommandError(message, "install it, or leave its contender out") from error
    with child:
        served = _Served(child)
        try:
            served.is_ready.wait(PATIENCE_S)
            served.check()
            yield served
        finally:
            served.end()


def _warm_up(served: _Served, page: Path, story: Path) -> None:
    """Save once, again and again until it shows: then the server watches."""
    mark = _append(story, 0)
    begun = time.perf_counter()
    while not _shows(served, page, mark, NUDGE_S):
        if time.perf_counter() - begun > PATIENCE_S:
            hint = "see if it runs by hand"
            raise CommandError(f"the server does not show what is saved in `{story.name}`", hint)
        story.touch()


def _timed(served: _Served, page: Path, story: Path, number: int) -> float:
    """Seconds from a save until the page has it."""
    begun = time.perf_counter()
    mark = _append(story, number)
    if not _shows(served, page, mark, PATIENCE_S):
        hint = "see if it runs by hand"
        raise CommandError(f"the server has missed a save of `{story.name}`", hint)
    return time.perf_counter() - begun


def _append(story: Path, number: int) -> bytes:
    """Write one more paragraph, and return what will stand on the page."""
    mark = f"Paragraph {number} was added while the site was served."
    with story.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(f"\n{mark}\n")
    return mark.encode()


def _shows(served: _Served, page: Path, mark: bytes, patience_s: float) -> bool:
    """Look at the page until it has the mark; False where it never does."""
    pause = threading.Event()
    end = time.perf_counter() + patience_s
    while time.perf_counter() < end:
        with contextlib.suppress(OSError):
            if mark in page.read_bytes():
                return True
        served.check()
        pause.wait(LOOK_S)
    return False


def _processor_s(process: psutil.Process) -> float:
    return float(sum(sum(one.cpu_times()[:4]) for one in tree_of(process)))
