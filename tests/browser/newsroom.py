"""The sample newsroom built into a folder, and served as GitHub Pages would serve it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jamstack.pelican_plugin import build_site
from jamstack.tasks.developing import BROWSERS

from ..hosting import hosting

PROJECT = Path(__file__).resolve().parents[2]
NOW = "2026-11-22T12:00"
SITES = ("ledger", "preview")
"""The base paths: the paper as readers get it, and with drafts and embargoed stories."""


def build_newsroom(folder: Path) -> Path:
    """Build both sites below `folder`, once for all who ask with the same folder.

    The address is not the one they are served at: a page that asked it for anything would be seen.
    """
    folder.mkdir(exist_ok=True)
    # A lock that every system has: tests in other processes wait here for the first to build.
    with sqlite3.connect(folder / "lock", timeout=300, isolation_level=None) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if not (folder / "built").exists():
            for name in SITES:
                given = {
                    "SITEURL": f"https://ledger.example/{name}",
                    "OUTPUT_PATH": str(folder / name),
                    "CACHE_PATH": str(folder / "cache"),
                    "JAMSTACK_NOW": NOW,
                    "JAMSTACK_PREVIEW": name == "preview",
                }
                build_site(PROJECT / "pelican-app" / "pelicanconf.py", given)
            (folder / "built").touch()
    lock.close()
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the sites below `folder`; the origin, such as `http://127.0.0.1:40123`."""
    with hosting({f"/{name}": folder / name for name in SITES}) as host:
        yield host.origin


def chromium() -> str:
    """The system's Chromium; a machine without it fails, `invoke test` leaves the tests out."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"there is no Chromium here: none of {', '.join(BROWSERS)} can be run"
    return found
