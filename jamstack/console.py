"""What people see in the terminal: bars on a terminal, plain lines elsewhere, findings in full."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from jamstack.errors import Finding

SHOWN_WARNINGS = 20
"""Warnings a build prints in full; `invoke check` prints all."""


class TerminalProgress:
    """Progress as a bar where a person watches, as one line per stage elsewhere."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._console = Console(file=stream or sys.stderr, highlight=False, quiet=quiet)
        self._bars: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""
        self._total = 0

    def start(self, stage: str, total: int) -> None:
        """Begin a stage."""
        self._stage, self._total = stage, total
        if self._console.is_terminal:
            self._bars = Progress(
                TextColumn("{task.description:<10}"),
                BarColumn(),
                MofNCompleteColumn(),
                console=self._console,
                transient=True,
            )
            self._bars.start()
            self._task = self._bars.add_task(stage, total=total)

    def advance(self, steps: int = 1) -> None:
        """Move the bar."""
        if self._bars is not None and self._task is not None:
            self._bars.advance(self._task, steps)

    def finish(self) -> None:
        """End the stage."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
        elif not self._console.is_terminal:
            self._console.print(f"{self._stage}: {self._total:,}")


def print_findings(
    findings: Sequence[Finding],
    *,
    as_annotations: bool = False,
    content: str = "",
    maximum_warnings: int | None = None,
    stream: TextIO | None = None,
) -> None:
    """Print findings, faults last so that they are read first; in GitHub Actions annotate as well.

    `content` is put before the paths of annotations, which are relative to the repository.
    """
    out = stream or sys.stderr
    warnings = [finding for finding in findings if not finding.is_fault]
    faults = [finding for finding in findings if finding.is_fault]
    shown = warnings if maximum_warnings is None else warnings[:maximum_warnings]
    for finding in (*shown, *faults):
        out.write(f"{finding}\n")
    if len(shown) < len(warnings):
        more = len(warnings) - len(shown)
        noun = "warning" if more == 1 else "warnings"
        out.write(f"… and {more:,} more {noun}; `invoke check` prints them all\n")
    if as_annotations:
        for line in workflow_commands((*shown, *faults), content=content):
            out.write(f"{line}\n")
    out.flush()


def workflow_commands(findings: Iterable[Finding], *, content: str = "") -> Iterable[str]:
    """Findings as GitHub Actions workflow commands, which show beside the line in a review."""
    for finding in findings:
        level = "error" if finding.is_fault else "warning"
        path = f"{content}/{finding.path}" if content else finding.path
        place = f"file={_property(path)}" + (f",line={finding.line}" if finding.line else "")
        field = f"`{finding.field}`: " if finding.field else ""
        hint = f"\nhint: {finding.hint}" if finding.hint else ""
        yield f"::{level} {place}::{_data(f'{field}{finding.message}{hint}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
