"""Work on the machines of a Dask cluster. Its scheduler does again what a lost worker left.

Needs the optional extra `distributed`. The scheduler and the workers need this platform installed,
the same as here, and nothing else: sources, templates and the paper travel with the work, bytes
come back.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import importlib
import importlib.metadata
import itertools
import logging
import pickle
import re
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from typing import Any

from jamstack.errors import CommandError
from jamstack.press.codec import digest, digest_of
from jamstack.press.ledger import code_digest
from jamstack.press.packing import packed, unpacked
from jamstack.press.workers import WAITING, Piece, Result, Shared

PATIENCE_S = 10.0
"""How long a cluster may take to answer, and how long it may be without a worker."""

LARGE_GRAPH = "distributed.admin.large-graph-warning-threshold"
"""Dask's setting of how much may be sent at once without a warning."""

_START = "start it with `dask scheduler` and `dask worker`, or correct the address"
_SAME = "install the same everywhere, from requirements.txt, and start it anew"


class Cluster:
    """The workers of one cluster, as many as it has when it is asked."""

    is_here = False

    def __init__(self, client: Any, address: str) -> None:  # noqa: ANN401 - Dask has no types
        self._client = client
        self._address = address

    @property
    def count(self) -> int:
        """The processes of all workers; each does one piece at a time, whatever its threads.

        Raises:
            CommandError: the cluster does not answer any more.
        """
        return max(1, self._processes())

    def run(
        self, work: Callable[[Shared, Piece], Result], shared: Shared, pieces: Iterable[Piece]
    ) -> Iterator[Result]:
        """Do the pieces wherever there is a worker.

        Raises:
            CommandError: the cluster or all of its workers are lost, or a piece kills them.
        """
        everything = packed((work, shared))
        name, ours = digest(everything), platform_digest()
        # A task, too: the scheduler still has it when all workers that held it are lost.
        everywhere = self._submit(_same, everything)
        coming = (
            self._submit(do_piece, ours, name, everywhere, pickle.dumps(piece)) for piece in pieces
        )
        waiting = deque(itertools.islice(coming, self.count * WAITING))
        while waiting:
            yield self._result(waiting.popleft())
            waiting.extend(itertools.islice(coming, 1))

    def _result(self, future: Any) -> Any:  # noqa: ANN401 - as above
        distributed = _library()
        try:
            self._wait(future)
            return future.result()
        except distributed.KilledWorker as error:
            message = f"a piece of the work killed every worker of `{self._address}` that took it"
            hint = "give workers more memory, or build without `--cluster`"
            raise CommandError(message, hint) from error
        except (CancelledError, distributed.comm.CommClosedError) as error:
            raise self._gone() from error

    def _wait(self, future: Any) -> None:  # noqa: ANN401 - as above
        """Wait, but not for ever where there is nobody left; a lost worker may come back."""
        was_alone = False
        while not _is_done(future):
            is_alone = self._processes() == 0
            if is_alone and was_alone:
                message = f"the cluster at `{self._address}` has lost all its workers"
                raise CommandError(message, _more_workers(self._address))
            was_alone = is_alone

    def _submit(self, work: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - as above
        with self._asked():
            return self._client.submit(work, *arguments, pure=False)

    def _processes(self) -> int:
        with self._asked():
            return len(self._client.nthreads())

    @contextlib.contextmanager
    def _asked(self) -> Iterator[None]:
        """Around a question to the scheduler, which may be gone: then it is told."""
        closed = _library().client.ClosedClientError
        try:
            yield
        # A client that has given up on its scheduler has none to ask, and fails at that.
        except (OSError, AttributeError, CancelledError, closed) as error:
            raise self._gone() from error

    def _gone(self) -> CommandError:
        message = f"the cluster at `{self._address}` does not answer any more"
        return CommandError(message, "start it anew, and build again")


def _is_done(future: Any) -> bool:  # noqa: ANN401 - as above
    """Wait for a while; True when the work is done, or lost."""
    with contextlib.suppress(TimeoutError):
        # Gives back what the work raised; raises what became of the waiting.
        future.exception(timeout=PATIENCE_S)
    return bool(future.done())


def do_piece(ours: bytes, name: bytes, everything: bytes, piece: bytes) -> Any:  # noqa: ANN401 - as the work
    """Do one piece in a worker; `everything` has the work and what is shared, `name` is its digest.

    Raises:
        CommandError: this worker, which may have come late, is not as those who ask: `ours`.
    """
    if platform_digest() != ours:
        raise _other("a worker of the cluster")
    with _TURN:
        if name not in _HELD:
            _HELD.clear()
            _HELD[name] = unpacked(everything)
        work, shared = _HELD[name]
        return work(shared, unpacked(piece))


@functools.cache
def platform_digest() -> bytes:
    """The digest of the platform as this process has loaded it, of all libraries, and of Python.

    Taken once: code that is changed on disk later is not what a running process works by.
    """
    written = importlib.metadata.requires("jamstack") or ()
    names = [re.split(r"[^\w.-]", line)[0] for line in written if "extra ==" not in line]
    versions = [importlib.metadata.version(name) for name in names]
    return digest_of((code_digest(), names, versions))


@contextlib.contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler is at `address`, such as `tcp://10.0.0.5:8786`.

    Raises:
        CommandError: there is none, it has no workers or others than ours, or Dask is not
            installed.
    """
    distributed = _library()
    _demand_scheduler(address)
    # What all pieces share is large, and sent once; Dask would warn of it.
    unwarned = _library("dask").config.set({LARGE_GRAPH: "1TiB"})
    with (
        _quiet(),
        unwarned,
        distributed.Client(address, timeout=PATIENCE_S, set_as_default=False) as client,
    ):
        _demand_same(client, address)
        yield Cluster(client, address)


def _library(name: str = "distributed") -> Any:  # noqa: ANN401 - as above
    try:
        return importlib.import_module(name)
    except ImportError as error:
        hint = 'install it: `pip install -e ".[distributed]"`'
        raise CommandError("a cluster needs the extra `distributed`", hint) from error


def _demand_scheduler(address: str) -> None:
    """Asked before there is a client, which would wait for ever where something else answers."""
    try:
        found = asyncio.run(asyncio.wait_for(_identity(address), PATIENCE_S))
    except (OSError, ValueError, TimeoutError) as error:
        raise CommandError(f"no cluster answers at `{address}`", _START) from error
    if found["type"] != "Scheduler":
        message = f"a {found['type'].lower()} answers at `{address}`, expected a scheduler"
        raise CommandError(message, _START)


async def _identity(address: str) -> dict[str, Any]:
    distributed = _library()
    given = distributed.Security().get_connection_args("client")
    async with distributed.rpc(address, timeout=PATIENCE_S, connection_args=given) as server:
        found: dict[str, Any] = await server.identity()
        return found


def _demand_same(client: Any, address: str) -> None:  # noqa: ANN401 - as above
    """Others would make other pages."""
    if not client.nthreads():
        raise CommandError(f"the cluster at `{address}` has no workers", _more_workers(address))
    answers: Mapping[str, object] = client.run(platform_digest, on_error="return")
    for worker, answer in sorted(answers.items()):
        _demand_ours(f"the worker `{worker}`", answer)
    try:
        _demand_ours(f"the scheduler `{address}`", client.run_on_scheduler(platform_digest))
    except ImportError as error:
        _demand_ours(f"the scheduler `{address}`", error)


def _demand_ours(who: str, answer: object) -> None:
    if isinstance(answer, Exception):
        raise CommandError(f"{who} cannot run the platform: {answer}", _SAME) from answer
    if answer != platform_digest():
        raise _other(who)


def _other(who: str) -> CommandError:
    return CommandError(f"{who} has another version of the platform, a library or Python", _SAME)


def _more_workers(address: str) -> str:
    return f"start some with `dask worker {address} --nworkers auto`"


def _same(everything: bytes) -> bytes:
    return everything


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Dask logs what becomes of its connections; what a person must know is told by errors."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


_TURN = threading.Lock()
"""Held by the thread at work: what is shared is not for two at once."""
_HELD: dict[bytes, Any] = {}
"""The work and what its pieces share, unpacked once in each worker process."""
