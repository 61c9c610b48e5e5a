"""Our files, where a third-party plugin has written over them: made again, and told.

A plugin may write when all is built, at Pelican's last signal, and to an address of ours: then the
site would not have the file that pages, feeds and `robots.txt` promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from jamstack.errors import Finding, Severity
from jamstack.press.build import Approved, press
from jamstack.press.codec import digest
from jamstack.press.looking import look
from jamstack.press.making import Renderer
from jamstack.press.memory import Memory
from jamstack.press.progress import Silence
from jamstack.press.project import Project, Report, Shop


def put_back(
    report: Report, project: Project, approved: Approved, renderer: Renderer, shop: Shop
) -> Report:
    """The report of a build, with a warning for each file that was changed since and put back.

    Raises:
        OutputError: the output folder cannot be written.
    """
    changed = tuple(changed_since(shop.memory, project.output))
    if not changed:
        return report
    # The press makes again what is not as it left it, and nothing else.
    press(project, approved, renderer, replace(shop, progress=Silence()))
    return replace(report, warnings=(*report.warnings, *map(_warning, changed)))


def changed_since(memory: Memory, output: Path) -> Iterator[str]:
    """The paths of files that have other bytes than when they were made, or are gone, in order."""
    stamps = look(output).files
    for path, record in sorted(memory.files.items()):
        if stamps.get(path) != record.stamp and not _has_bytes(output / path, record.digest):
            yield path


def _has_bytes(file: Path, mark: bytes) -> bool:
    try:
        return digest(file.read_bytes()) == mark
    except OSError:
        return False


def _warning(path: str) -> Finding:
    return Finding(
        path=path,
        message="was changed by a plugin after it was made; it was put back",
        hint="have the plugin write another file, or take it out of `PLUGINS`",
        severity=Severity.WARNING,
    )
