"""Bare repositories on this machine, reached over the loopback so that every byte is counted."""

from __future__ import annotations

import contextlib
import os
import socketserver
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Remotes:
    """Bare repositories below a folder. `sent` and `received` are bytes by the clients, in all."""

    folder: Path
    origin: str
    traffic: Counter[str] = field(default_factory=Counter)

    @property
    def sent(self) -> int:
        """Bytes that clients have sent, the few of the protocol among them."""
        return self.traffic["sent"]

    @property
    def received(self) -> int:
        """Bytes that clients have received."""
        return self.traffic["received"]

    def make(self, name: str) -> str:
        """A new bare repository, which gives parts as GitHub does; its address."""
        place = self.folder / name
        place.mkdir(parents=True)
        run_git(place, "init", "--quiet", "--bare")
        for setting in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
            run_git(place, "config", setting, "true")
        # Housekeeping would run at any time, also while somebody is timed.
        run_git(place, "config", "receive.autogc", "false")
        return f"{self.origin}/{name}"


@contextlib.contextmanager
def remotes(folder: Path) -> Iterator[Remotes]:
    """Serve the bare repositories below a folder."""
    with _Server(("127.0.0.1", 0), _Connection) as server:
        found = Remotes(folder, f"git://127.0.0.1:{server.server_address[1]}")
        server.remotes = found
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield found
        finally:
            server.shutdown()
            thread.join()


def run_git(folder: Path, *arguments: str) -> str:
    """What a Git command says in a folder."""
    ran = subprocess.run(  # noqa: S603 - an argument list of ours
        ["git", *arguments],  # noqa: S607 - Git as the system has it
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


def objects_bytes(repository: Path) -> int:
    """What the objects of a bare repository take, without the indexes beside them."""
    return sum(
        Path(place, name).stat().st_size
        for place, _, names in os.walk(repository / "objects")
        for name in names
        if not name.endswith((".idx", ".rev", ".bitmap"))
    )


def pack(repository: Path) -> None:
    """Pack all objects into one file, as hosts do from time to time; none is thrown away."""
    run_git(repository, "repack", "-a", "-d", "-k", "-q")


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    remotes: Remotes


class _Connection(socketserver.BaseRequestHandler):
    """One `git daemon` for one connection, with what goes to and fro counted."""

    def handle(self) -> None:
        server = self.server
        assert isinstance(server, _Server)  # noqa: S101 - tells the type
        traffic, base = server.remotes.traffic, server.remotes.folder.as_posix()
        command = ["git", "daemon", "--inetd", "--export-all", "--enable=receive-pack"]
        with subprocess.Popen(  # noqa: S603 - an argument list of ours
            [*command, f"--base-path={base}", base],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as git:
            if git.stdin is None or git.stdout is None:
                return
            upward = threading.Thread(target=self._upward, args=(git.stdin, traffic), daemon=True)
            upward.start()
            while data := os.read(git.stdout.fileno(), CHUNK):
                traffic["received"] += len(data)
                self.request.sendall(data)

    def _upward(self, stream: IO[bytes], traffic: Counter[str]) -> None:
        # Git ends when it has what it wants, and the client when it has its answer.
        with contextlib.suppress(OSError), stream:
            while data := self.request.recv(CHUNK):
                traffic["sent"] += len(data)
                stream.write(data)
                stream.flush()
