"""The sample newsroom built into a folder, and served as GitHub Pages would serve it."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jamstack.pelican_plugin import build_site
from jamstack.preview.pages import Found, Moved, media_type, resolve
from jamstack.tasks.developing import BROWSERS

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

    class Handler(_Pages):
        root = folder

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        site, _, rest = path.removeprefix("/").partition("/")
        output = self.root / site
        found = resolve(output, f"/{rest}") if site in SITES else None
        if isinstance(found, Moved):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", Location=f"/{site}{found.path}")
        elif isinstance(found, Found):
            self._file(HTTPStatus.OK, found.file)
        else:
            self._file(HTTPStatus.NOT_FOUND, output / "404.html")

    def _file(self, status: HTTPStatus, file: Path) -> None:
        headers = {"Content-Type": media_type(file), "Cache-Control": "max-age=600"}
        self._answer(status, file.read_bytes(), **headers)

    def _answer(self, status: HTTPStatus, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Requests are not told."""


def chromium() -> str:
    """The system's Chromium; a machine without it fails, `invoke test` leaves the tests out."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"there is no Chromium here: none of {', '.join(BROWSERS)} can be run"
    return found
