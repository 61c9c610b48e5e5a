"""Answering a browser: the output folder as GitHub Pages serves it, plus the live reload.

The script tag is added to the answer, never to the file. Only requests addressed to this machine
by name are answered, so that no page on the web can read a draft by pointing its own name here.
"""

from __future__ import annotations

import contextlib
import hashlib
import html
import json
from collections.abc import AsyncIterator
from importlib import resources
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from jamstack.preview.pages import Found, Moved, media_type, resolve
from jamstack.preview.reloads import Event, Reloads

HOSTS = ("127.0.0.1", "localhost", "[::1]")
FOLDER = "__preview__"
"""Where the preview's own files are, below the base path."""
RETRY_MS = 500
"""How soon a browser asks again after the connection broke."""
HTML = "text/html; charset=utf-8"

NOTHING_YET = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><pre>{text}</pre></main></body>
</html>
"""
"""Shown where the site has no page of its own to show."""


def preview_app(output: Path, *, base_path: str, events: Reloads) -> Starlette:
    """Make the application that serves `output` below `base_path` (empty, or like `/repo`)."""
    base_path = unquote(base_path)
    site = _Site(output, base_path, events)
    return Starlette(
        routes=[
            Route(f"{base_path}/{FOLDER}/reload.js", site.script),
            Route(f"{base_path}/{FOLDER}/events", site.events),
            Route("/{path:path}", site.page),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
        ],
    )


class _Site:
    """The answers to the three kinds of request."""

    def __init__(self, output: Path, base_path: str, events: Reloads) -> None:
        self._output = output
        self._base_path = base_path
        self._events = events

    async def events(self, request: Request) -> Response:
        """The stream of events, from where the page left off."""
        since = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return StreamingResponse(
            _stream(self._events, since),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    def script(self, _request: Request) -> Response:
        """The script that listens to them."""
        script = resources.files("jamstack.preview").joinpath("reload.js").read_bytes()
        return Response(
            script,
            media_type="text/javascript",
            headers={"Cache-Control": "no-store"},
        )

    def page(self, request: Request) -> Response:
        """A file of the site, or what GitHub Pages answers without one."""
        # Asked before a file is read: a rebuild in between must still reach the page.
        state = self._events.state
        path = request.scope["path"]
        if not path.startswith(f"{self._base_path}/"):
            return self._outside(path)
        match resolve(self._output, path.removeprefix(self._base_path)):
            case Found(file=file):
                return self._file(request, file, state)
            case Moved(path=moved):
                return self._moved(request, moved)
            case None:
                return self._missing(state)

    def _outside(self, path: str) -> Response:
        home = f"{self._base_path}/"
        if path in ("/", self._base_path):
            return RedirectResponse(quote(home), status_code=302)
        return PlainTextResponse(f"Nothing here: the site begins at {home}\n", status_code=404)

    def _moved(self, request: Request, path: str) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{quote(self._base_path + path)}{query}", status_code=301)

    def _file(self, request: Request, file: Path, state: str) -> Response:
        try:
            content = file.read_bytes()
        except OSError:
            # A rebuild removed it after it was found.
            return self._missing(state)
        kind = media_type(file)
        if kind == HTML:
            return self._html(content, 200, state)
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Type": kind}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(content, headers=headers)

    def _missing(self, state: str) -> Response:
        own = resolve(self._output, "/404.html")
        if isinstance(own, Found):
            with contextlib.suppress(OSError):
                return self._html(own.file.read_bytes(), 404, state)
        fault = self._events.fault
        title = "The build stopped" if fault else "There is no such page"
        page = NOTHING_YET.format(title=title, text=html.escape(fault))
        return self._html(page.encode(), 404, state)

    def _html(self, content: bytes, status: int, state: str) -> Response:
        """A page with the script tag before the end of its body, never kept by the browser."""
        at = content.lower().rfind(b"</body>")
        at = len(content) if at < 0 else at
        tag = (
            f'<script src="{html.escape(quote(self._base_path))}/{FOLDER}/reload.js"'
            f' data-state="{state}" defer></script>'
        )
        return Response(
            content[:at] + tag.encode() + content[at:],
            status_code=status,
            headers={"Content-Type": HTML, "Cache-Control": "no-store"},
        )


async def _stream(events: Reloads, since: str) -> AsyncIterator[bytes]:
    yield f"retry: {RETRY_MS}\n\n".encode()
    async for event in events.subscribe(since):
        yield _written(event).encode()


def _written(event: Event | None) -> str:
    """An event as the stream has it; a comment where there is none.

    JSON has no raw line break, so no text can end the event early.
    """
    if event is None:
        return ": still here\n\n"
    data = json.dumps({"text": event.text})
    return f"id: {event.id}\nevent: {event.kind}\ndata: {data}\n\n"
