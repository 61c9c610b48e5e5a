"""Making the planned files of pictures, in a cache folder, each in one step and only once.

The same picture and plan give the same bytes, whichever of the files were there before: what is
decoded depends on the whole plan, never on what is missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from pathlib import Path

from jamstack.errors import OutputError
from jamstack.images.decoders import BROKEN
from jamstack.images.formats import SNIFFED_BYTES, Unusable, sniff
from jamstack.images.inspect import PictureProblem, damaged, unreadable
from jamstack.images.pixels import content, master
from jamstack.images.plan import PicturePlan, Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureJob:
    """One picture and what to make of it."""

    file: Path
    plan: PicturePlan


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureResult:
    """What became of a job: the names newly made, and the problem when it failed."""

    job: PictureJob
    made: tuple[str, ...] = ()
    problem: PictureProblem | None = None


def encode(file: Path, plan: PicturePlan, directory: Path) -> tuple[str, ...] | PictureProblem:
    """Make the files of `plan` that `directory` lacks; return the names made.

    Raises:
        OutputError: a file cannot be written.
    """
    missing = _missing(plan, directory)
    if not missing:
        return ()
    try:
        data = file.read_bytes()
    except OSError as error:
        return unreadable(file, error)
    found = sniff(data[:SNIFFED_BYTES])
    if isinstance(found, Unusable) or hashlib.sha256(data).hexdigest() != plan.digest:
        # The names promise the old content; the new content under them would be a lie for ever.
        return PictureProblem(
            message=f"`{file.name}` changed while it was being read", hint="build again"
        )
    try:
        picture = master(data, found, plan.files)
    except BROKEN:
        return damaged(file, found)
    for variant in missing:
        _write(directory / variant.name, content(picture, variant, plan.quality))
    return tuple(variant.name for variant in missing)


def encode_all(
    jobs: Sequence[PictureJob],
    directory: Path,
    *,
    executor: Executor,
    progress: Callable[[int], None],
) -> tuple[PictureResult, ...]:
    """Make what is missing for all jobs, in parallel; one result per job, in their order.

    `progress` is told how many jobs are done, in the caller's thread. Jobs with nothing to make
    never reach the executor, and a picture used twice is made once.

    Raises:
        OutputError: a file cannot be written.
    """
    futures: dict[PicturePlan, Future[tuple[str, ...] | PictureProblem]] = {}
    for job in jobs:
        if job.plan not in futures and _missing(job.plan, directory):
            futures[job.plan] = executor.submit(encode, job.file, job.plan, directory)
    uses = Counter(job.plan for job in jobs)
    waiting = {future: uses[plan] for plan, future in futures.items()}
    done = len(jobs) - sum(waiting.values())
    progress(done)
    try:
        for future in as_completed(waiting):
            future.result()
            done += waiting[future]
            progress(done)
    finally:
        for future in waiting:
            future.cancel()
    return tuple(_result(job, futures.get(job.plan)) for job in jobs)


def _missing(plan: PicturePlan, directory: Path) -> tuple[Variant, ...]:
    return tuple(variant for variant in plan.files if not _is_made(directory / variant.name))


def _is_made(path: Path) -> bool:
    # A machine that lost power may leave a file with a name and no content.
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _result(
    job: PictureJob, future: Future[tuple[str, ...] | PictureProblem] | None
) -> PictureResult:
    outcome = future.result() if future else ()
    if isinstance(outcome, PictureProblem):
        return PictureResult(job=job, problem=outcome)
    return PictureResult(job=job, made=outcome)


def _write(path: Path, data: bytes) -> None:
    """Put a file in its place in one step, so that a killed build leaves no half of one."""
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise OutputError(
            message=f"cannot write `{path}`: {error.strerror}",
            hint="check the free space and the permissions of the folder",
        ) from error
