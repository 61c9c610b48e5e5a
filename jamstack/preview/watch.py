"""Noticing that somebody saved a file."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import watchfiles
from watchfiles import Change, DefaultFilter

SETTLE_MS = 50
"""How long nothing must change before the changes are told."""
LONGEST_MS = 1_000
"""How long changes are gathered at most, as when a branch is checked out."""

IGNORED_FOLDERS = frozenset(DefaultFilter.ignore_dirs) | {".cache", ".ruff_cache"}
IGNORED_NAMES = re.compile(
    "|".join(
        (
            *DefaultFilter.ignore_entity_patterns,
            r"^\.goutputstream-",  # GNOME
            r"^\.~lock\.",  # LibreOffice
            r"^#.*#$",  # Emacs
            r"^4913$",  # Vim tries whether it may write
            r"\.(?:part|swpx|tmp)$",
        )
    )
)


def watch(
    paths: Sequence[Path],
    *,
    on_change: Callable[[frozenset[Path]], None],
    stop: threading.Event,
    ignored: Sequence[Path] = (),
) -> None:
    """Call `on_change` with the changed files under `paths`, in this thread, until `stop` is set.

    The first call comes by itself, perhaps with nothing, soon after all is being watched: nobody
    is told of what was saved before. What changes while `on_change` runs is told in its next call.
    Caches, version control, editors' temporary files and everything under `ignored` do not count.
    `paths` are folders that exist: a single file would be lost from sight when an editor replaces
    it.
    """
    roots = tuple(path.resolve() for path in paths)
    kept_out = tuple(path.resolve() for path in ignored)

    def counts(_change: Change, path: str) -> bool:
        return not is_noise(Path(path), roots=roots, ignored=kept_out)

    is_first = True
    for changes in watchfiles.watch(
        *roots,
        watch_filter=counts,
        debounce=LONGEST_MS,
        step=SETTLE_MS,
        stop_event=stop,
        rust_timeout=LONGEST_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        if changes or is_first:
            on_change(frozenset(Path(path) for _, path in changes))
        is_first = False


def is_noise(path: Path, *, roots: Iterable[Path], ignored: Iterable[Path]) -> bool:
    """Whether a change of `path` concerns nobody.

    Folders count by name below the watched root only: a project may live in `~/.cache`.
    """
    if any(path.is_relative_to(folder) for folder in ignored):
        return True
    root = next((root for root in roots if path.is_relative_to(root)), Path(path.anchor))
    parts = path.relative_to(root).parts
    return bool(IGNORED_FOLDERS.intersection(parts) or IGNORED_NAMES.search(path.name))
