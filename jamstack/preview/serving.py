"""The preview as a whole: build, serve, watch, rebuild, until Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from jamstack.errors import CommandError
from jamstack.preview.reloads import RebuildOutcome, Reloads
from jamstack.preview.server import preview_app
from jamstack.preview.watch import watch

HOST = "127.0.0.1"
TRIED_PORTS = 100
LAST_PORT = 65_535
GRACE_S = 1
"""How long open requests may take once Ctrl-C was pressed."""
TAKEN = {errno.EADDRINUSE} | ({errno.EACCES} if sys.platform == "win32" else set())
"""Windows refuses a port set aside for another program; elsewhere EACCES means a port below 1024,
where trying the next is no help."""

Rebuild = Callable[[frozenset[Path] | None], RebuildOutcome]
"""Builds what the changed files call for; everything on None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What to serve: `output`, below `base_path`, rebuilt when something under `watched` changes.

    `output` must not be watched unless it is also in `ignored`, or every build calls for another.
    """

    output: Path
    base_path: str
    watched: Sequence[Path]
    ignored: Sequence[Path] = ()


def serve(
    preview: Preview,
    *,
    wanted_port: int,
    rebuild_at: Callable[[int], Rebuild],
    announce: Callable[[str], None],
) -> None:
    """Build, serve and rebuild until Ctrl-C; returns then. Call it in the main thread.

    `rebuild_at` is told the port and gives what rebuilds, so that pages may name their address.
    What it gives is called by one thread at a time; what it raises ends the preview and is raised
    here.

    Raises:
        CommandError: there is no free port.
    """
    with listening(wanted_port) as listener:
        port = listener.getsockname()[1]
        events = Reloads()
        rebuild = rebuild_at(port)
        with contextlib.suppress(KeyboardInterrupt):
            events.publish(rebuild(None))
            if wanted_port not in (0, port):
                announce(f"port {wanted_port} is taken, so this is port {port}")
            announce(f"serving http://{HOST}:{port}{preview.base_path}/ (Ctrl-C ends it)")
            _run(preview, listener, events, rebuild)


def listening(wanted_port: int) -> socket.socket:
    """Listen on `wanted_port` of this machine alone, or on the next one that is free; 0 for any.

    The socket is handed on as it is, so nobody can take the port in between.

    Raises:
        CommandError: none of the next ports is free, or this one may not be used.
    """
    last = min(wanted_port + TRIED_PORTS, LAST_PORT)
    for port in range(wanted_port, last + 1):
        try:
            return _bound(port)
        except OSError as error:
            if error.errno not in TAKEN:
                raise _no_port(f"cannot listen on port {port}: {error.strerror}") from error
    raise _no_port(f"no port from {wanted_port} to {last} is free")


class PreviewServer(uvicorn.Server):
    """A server that ends the event streams first: they would keep it waiting for ever."""

    def __init__(self, preview: Preview, events: Reloads) -> None:
        self._events = events
        super().__init__(
            uvicorn.Config(
                preview_app(preview.output, base_path=preview.base_path, events=events),
                access_log=False,
                lifespan="off",
                log_config=None,
                server_header=False,
                timeout_graceful_shutdown=GRACE_S,
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the event streams, then everything."""
        self._events.close()
        await super().shutdown(sockets)


def _run(preview: Preview, listener: socket.socket, events: Reloads, rebuild: Rebuild) -> None:
    server = PreviewServer(preview, events)
    stop = threading.Event()

    def on_change(changed: frozenset[Path]) -> None:
        events.publish(rebuild(changed))

    def end(_watching: Future[None]) -> None:
        server.should_exit = True

    with ThreadPoolExecutor(1, thread_name_prefix="preview-watch") as executor:
        # Ctrl-C may come at any line: whatever happens, the watcher is told to stop.
        try:
            watching = executor.submit(
                watch, preview.watched, on_change=on_change, stop=stop, ignored=preview.ignored
            )
            # A watcher that fails must not leave a server that never changes again.
            watching.add_done_callback(end)
            server.run([listener])
        finally:
            stop.set()
        watching.result()


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            # There the option would let two servers share a port; here it only forgives a port
            # whose last connections are still being put to rest.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HOST, port))
        bound.listen()
    except OSError:
        bound.close()
        raise
    return bound


def _no_port(message: str) -> CommandError:
    return CommandError(message=message, hint="name another port, from 1024 to 65535")
