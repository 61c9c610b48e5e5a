"""What a command costs, with every process that it starts: time, processor time, memory.

Only one command may be measured at a time on a machine, and nothing else should run there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import psutil

from jamstack.benches.runs import Cost
from jamstack.errors import CommandError

SAMPLE_S = 0.05
"""Seconds between two looks at the memory, at least."""
LARGEST_SHARE = 0.04
"""The share of the time that looking may take: to sum up a large process takes milliseconds."""
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""As anyone has it: Python keeps what it compiled, unless a machine is told otherwise."""
TAIL_LINES = 20
"""Lines of a failed command's output that are shown."""


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder` to its end.

    Raises:
        CommandError: the command cannot be started, or ends with an exit code other than 0.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = _start(command, folder, output)
        watch = _Watch(process.pid)
        watch.start()
        try:
            code, processor_s = _wait(process, watch)
            wall_s = time.perf_counter() - start
        finally:
            watch.stop()
        if code != 0:
            raise CommandError(f"`{' '.join(command)}` ended with exit code {code}", _tail(output))
    return Cost(wall_s=wall_s, processor_s=processor_s, peak_bytes=watch.peak_bytes)


def _start(command: Sequence[str], folder: Path, output: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the bench's own commands
            command,
            cwd=folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        message = f"`{command[0]}` cannot be started: {error.strerror}"
        raise CommandError(message, "install it, or leave its contender out") from error


class _Watch(threading.Thread):
    """Looks again and again at a process and all below it, until it is told to stop.

    The larger they are, the longer a look takes, and the fewer there are: the measured command
    must not feel them.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(name="memory of a measured command", daemon=True)
        self.peak_bytes = 0
        self.processor_s = 0.0
        self._process = psutil.Process(pid)
        self._is_over = threading.Event()

    def run(self) -> None:
        pause_s = 0.0
        while not self._is_over.wait(pause_s):
            start = time.thread_time()
            self._look()
            pause_s = max(SAMPLE_S, (time.thread_time() - start) / LARGEST_SHARE)

    def stop(self) -> None:
        """End the looking."""
        self._is_over.set()
        self.join()

    def _look(self) -> None:
        peak_bytes, processor_s = 0, 0.0
        for process in tree_of(self._process):
            # Any of them may end between two lines.
            try:
                peak_bytes += held_bytes(process)
                processor_s += sum(process.cpu_times()[:2])
            except psutil.Error:
                continue
        self.peak_bytes = max(self.peak_bytes, peak_bytes)
        self.processor_s = max(self.processor_s, processor_s)


def tree_of(process: psutil.Process) -> list[psutil.Process]:
    """A process and all below it; nothing where it has ended."""
    try:
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def held_bytes(process: psutil.Process) -> int:
    """The memory that a process holds; shared pages count in parts."""
    memory = process.memory_full_info()
    return int(getattr(memory, "pss", memory.uss))


def _wait(process: subprocess.Popen[bytes], watch: _Watch) -> tuple[int, float]:
    """The exit code and the processor seconds."""
    if sys.platform == "win32":
        # No system call tells it there; the last look is near.
        return process.wait(), watch.processor_s
    _, status, usage = os.wait4(process.pid, 0)
    # Told to the object, so that it does not wait for a process that is gone.
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime


def _tail(output: IO[bytes]) -> str:
    output.seek(0)
    lines = output.read().decode(errors="replace").splitlines()
    return "\n".join(["its output ends so:", *lines[-TAIL_LINES:]])
