"""Who does the work of a build: this process, all cores of this machine, or a cluster.

Work is a pure function of a value that all pieces share and of one piece. Results come in the
order of the pieces, whoever did them, so nothing depends on how many workers there are.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

from jamstack.press.packing import packed, unpacked

Shared = TypeVar("Shared")
Piece = TypeVar("Piece")
Result = TypeVar("Result")

WAITING = 2
"""Pieces handed out for each worker: one to do, one to go on with; more would only take memory."""


class Workers(Protocol):
    """Whoever can do work; `is_here` is True where they see the folders of this machine."""

    @property
    def is_here(self) -> bool:
        """True where workers can write into the output folder themselves."""

    @property
    def count(self) -> int:
        """How many pieces are done at a time."""

    def run(
        self, work: Callable[[Shared, Piece], Result], shared: Shared, pieces: Iterable[Piece]
    ) -> Iterator[Result]:
        """Do `work` on every piece; `work` is a function of a module, all else can be packed."""


class OneWorker:
    """The process that asks, alone."""

    count = 1
    is_here = True

    def run(
        self, work: Callable[[Shared, Piece], Result], shared: Shared, pieces: Iterable[Piece]
    ) -> Iterator[Result]:
        """Do one piece after the other."""
        for piece in pieces:
            yield work(shared, piece)


class Processes:
    """One process for each core. A worker that is killed costs time, not the build.

    `tell` is given one line for people when that happens.
    """

    is_here = True

    def __init__(self, count: int | None = None, *, tell: Callable[[str], None]) -> None:
        self.count = count or os.cpu_count() or 1
        self._tell = tell

    def run(
        self, work: Callable[[Shared, Piece], Result], shared: Shared, pieces: Iterable[Piece]
    ) -> Iterator[Result]:
        """Do the pieces side by side; what a killed worker left is done here.

        Raises:
            CommandError: what is shared cannot go to another process.
        """
        if self.count == 1:
            yield from OneWorker().run(work, shared, pieces)
            return
        left, futures = deque[Piece](), deque[Future[Result]]()
        coming = iter(pieces)
        pool = _pool(self.count, work, shared)
        try:
            for piece in coming:
                # Noted first: a broken pool takes no piece, and it must not be lost.
                left.append(piece)
                futures.append(pool.submit(_do, piece))
                if len(left) > self.count * WAITING:
                    yield _first(left, futures)
            while left:
                yield _first(left, futures)
        except BrokenProcessPool:
            self._tell("a worker was killed; its work is done again by one process")
        finally:
            # Nobody may write any more when this build has ended, however it ends.
            pool.shutdown(wait=True, cancel_futures=True)
        yield from OneWorker().run(work, shared, itertools.chain(left, coming))


def _first(left: deque[Piece], futures: deque[Future[Result]]) -> Result:
    """The result of the first piece, which is then no longer left to do."""
    result = futures[0].result()
    left.popleft()
    futures.popleft()
    return result


def _pool(count: int, work: Callable[..., Any], shared: object) -> ProcessPoolExecutor:
    """Processes that have the work and what is shared: forked ones at once, others packed."""
    context = _context()
    if context.get_start_method() == "fork":
        return ProcessPoolExecutor(
            count, mp_context=context, initializer=_share, initargs=(work, shared)
        )
    everything = packed((work, shared))
    return ProcessPoolExecutor(
        count, mp_context=context, initializer=_unpack, initargs=(everything,)
    )


_SHARED: list[Any] = []


def _unpack(everything: bytes) -> None:
    _share(*unpacked(everything))


def _share(work: Callable[..., Any], shared: object) -> None:
    _SHARED[:] = [work, shared]
    # Ctrl-C reaches all processes at a terminal; the one that asked says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed build must not go on writing while the next one is at work."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _do(piece: object) -> Any:  # noqa: ANN401 - whatever the work gives
    work, shared = _SHARED
    return work(shared, piece)


def _context() -> multiprocessing.context.BaseContext:
    """Forked workers have what is shared at once, but a fork is only safe in one thread."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if is_safe else "spawn")
