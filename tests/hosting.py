"""A server on the loopback interface that answers as GitHub Pages does.

By the rules of `jamstack.preview.pages`: extension-less addresses, a redirect to a folder's slash,
the site's own page at status 404, base paths, capitals that count, no symlinks. Further: ten
minutes of caching, entity tags, compression on the fly for who asks for it, and no method but GET
and HEAD (any other is kept in `posted`, so that it can stand for a hub or a search engine).
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jamstack.preview.pages import Found, Moved, media_type, resolve

CACHING = "max-age=600"
COMPRESSED = ("text/", "application/json", "application/xml", "application/rss+xml")


@dataclass
class Host:
    """A running server. `sites` are folders by base path, and may be changed at any time.

    `asked` are the paths that were asked for, in order; `before` is called with each first.
    `statuses` are answers given instead of a file, by path.
    """

    sites: dict[str, Path]
    origin: str = ""
    asked: list[str] = field(default_factory=list)
    posted: list[tuple[str, str, bytes]] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    before: Callable[[str], None] = lambda _path: None


@contextmanager
def hosting(sites: Mapping[str, Path]) -> Iterator[Host]:
    """Serve folders by base path, such as `{"/paper": folder}`; `""` is the root of the host."""
    host = Host(dict(sites))

    class Handler(_Pages):
        pass

    Handler.host = host
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        host.origin = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host: Host

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.host.asked.append(path)
        self.host.before(path)
        if status := self.host.statuses.get(path):
            self._answer(HTTPStatus(status), b"")
            return
        base, folder = self._site(path)
        if folder is None:
            self._answer(HTTPStatus.NOT_FOUND, b"There isn't a site here.")
            return
        found = resolve(folder, path.removeprefix(base) or "/", follows_links=False)
        if path == base != "":
            found = Moved(path="/")
        if isinstance(found, Moved):
            location = f"{self.host.origin}{quote(base + found.path)}"
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", Location=location)
        elif isinstance(found, Found):
            self._file(HTTPStatus.OK, found.file)
        else:
            self._missing(folder)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        path = urlsplit(self.path).path
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.host.posted.append((path, self.headers.get("Content-Type", ""), body))
        status = self.host.statuses.get(path, HTTPStatus.METHOD_NOT_ALLOWED)
        self._answer(HTTPStatus(status), b"")

    def _site(self, path: str) -> tuple[str, Path | None]:
        """The site with the longest base path that the address is in."""
        bases = [base for base in self.host.sites if f"{path}/".startswith(f"{base}/")]
        base = max(bases, key=len, default="")
        return base, self.host.sites.get(base)

    def _missing(self, folder: Path) -> None:
        own = resolve(folder, "/404.html", follows_links=False)
        if isinstance(own, Found):
            self._file(HTTPStatus.NOT_FOUND, own.file)
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"There isn't a page here.")

    def _file(self, status: HTTPStatus, file: Path) -> None:
        content, kind = file.read_bytes(), media_type(file)
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        headers = {"Content-Type": kind, "Cache-Control": CACHING, "ETag": tag}
        if status is HTTPStatus.OK and tag in self.headers.get("If-None-Match", ""):
            self._answer(HTTPStatus.NOT_MODIFIED, b"", **headers)
            return
        if "gzip" in self.headers.get("Accept-Encoding", "") and kind.startswith(COMPRESSED):
            headers["Content-Encoding"] = "gzip"
            content = gzip.compress(content, mtime=0)
        self._answer(status, content, **headers)

    def _answer(self, status: HTTPStatus, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            # A browser may have gone to another page meanwhile.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Requests are not told."""
