"""Functions of the tests, run in a process of their own: it may be killed, and has one thread."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
say = print
"""For the functions that run there: tells the test a line."""


@contextlib.contextmanager
def started(function, *arguments):
    """A process that calls a function of a module; arguments are plain values or paths.

    What it prints can be read from `stdout`. It is killed where it does not end by itself.
    """
    plain = (str(item) if isinstance(item, Path) else item for item in arguments)
    given = ", ".join(map(repr, plain))
    module, name = function.__module__, function.__qualname__
    code = f"from {module} import {name} as wanted; wanted({given})"
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE_S)


def line(process):
    """The next line that a process prints; waits for it."""
    return process.stdout.readline().removesuffix("\n")


def ended(process):
    """What a process prints until its end, by line, and its exit code."""
    output, _ = process.communicate(timeout=PATIENCE_S)
    return output.splitlines(), process.returncode


def run(function, *arguments):
    """What a function prints in a process of its own, by line; it must end well."""
    with started(function, *arguments) as process:
        lines, code = ended(process)
    assert 0 == code, lines
    return lines
