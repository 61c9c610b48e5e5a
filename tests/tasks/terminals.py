"""A command on a terminal, with a person who types."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence

from ..site.builders import PATIENCE_S, Ran, Site, quiet_environment

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
CTRL_D = "\x04"


def typed(site: Site, command: Sequence[str], answers: str) -> Ran:
    """Run `invoke` with a terminal in place of all streams; `answers` is what is typed."""
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "invoke", *command],
            cwd=site.folder,
            env=quiet_environment(TERM="dumb"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            close_fds=True,
        )
        os.close(theirs)
        os.write(ours, answers.encode())
        shown = _read(ours)
        return Ran(process.wait(PATIENCE_S), _CONTROL.sub("", shown), "")
    finally:
        os.close(ours)


def _read(terminal: int) -> str:
    """Everything that is shown until the command ends."""
    parts = []
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            # How Linux tells that the other side has closed.
            break
        if not data:
            break
        parts.append(data)
    return b"".join(parts).decode()
