"""A real preview server on the loopback interface, and a browser's side of its event stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from jamstack.preview.reloads import Outcome, RebuildOutcome, Reloads
from jamstack.preview.serving import Preview, PreviewServer, listening

PATIENCE_S = 20.0
"""How long a test waits for what must come, before it fails."""

RELOAD = RebuildOutcome(kind=Outcome.RELOAD)
CSS = RebuildOutcome(kind=Outcome.CSS)
NOTHING = RebuildOutcome(kind=Outcome.NOTHING)


def fault(text: str = "articles/bridge.md:3: `date` is missing") -> RebuildOutcome:
    return RebuildOutcome(kind=Outcome.FAULT, text=text)


def write(folder: Path, **files: str) -> Path:
    """Write files; `__` in a name is a slash and `_` a dot."""
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Stream:
    """An open event stream."""

    response: HTTPResponse
    ids: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The next block of lines, to the empty one; [] at the end of the stream."""
        found: list[str] = []
        while line := self.response.readline().decode():
            if line == "\n":
                return found
            found.append(line.rstrip("\n"))
        return found

    def event(self) -> tuple[str, str]:
        """The next event's kind and text; comments are passed over."""
        while lines := self.lines():
            values = dict(line.split(": ", 1) for line in lines if not line.startswith(":"))
            if "event" in values:
                self.ids.append(values["id"])
                return values["event"], json.loads(values["data"])["text"]
        return "", ""

    def wait_until_open(self) -> None:
        assert ["retry: 500"] == self.lines()
        assert [": still here"] == self.lines()


@dataclass
class Site:
    """A running server."""

    port: int
    base_path: str = ""

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=sent)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def state(self) -> str:
        """What a page served now knows."""
        page = self.get(f"{self.base_path}/").body.decode()
        return page.partition('data-state="')[2].partition('"')[0]

    @contextmanager
    def stream(self, since: str = "", **headers: str) -> Iterator[Stream]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            path = f"{self.base_path}/__preview__/events?since={since}"
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=sent)
            with connection.getresponse() as response:
                assert 200 == response.status
                yield Stream(response)
        finally:
            connection.close()


@contextmanager
def running(
    output: Path, events: Reloads | None = None, *, base_path: str = "", port: int = 0
) -> Iterator[Site]:
    preview = Preview(output=output, base_path=base_path, watched=())
    server = PreviewServer(preview, events or Reloads())
    with listening(port) as listener, ThreadPoolExecutor(1) as executor:
        serving = executor.submit(server.run, [listener])
        try:
            yield Site(listener.getsockname()[1], base_path)
        finally:
            server.should_exit = True
            serving.result(PATIENCE_S)
