"""A published site on the loopback interface, time that passes when it is told to, and a web."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field

from jamstack.deploy.manifest import manifest_files
from jamstack.deploy.web import Answer, UnreachableError

from ..hosting import hosting
from .builders import make_release

PAGES = {
    "index.html": b"<h1>The Herald</h1>",
    "404.html": b"<h1>Not here</h1>",
    "feed.xml": b"<rss/>",
    "robots.txt": b"User-agent: *",
    "stories/bridge/index.html": b"<h1>The bridge reopens</h1>",
    "stories/caf\u00e9 au lait/index.html": b"<h1>Milk</h1>",
    "images/bridge.jpg": b"\xff\xd8 a picture",
}


def publish(folder, pages=PAGES, *, site_url, **values):
    """Lay a release and its manifest into a folder as a deploy would; the release."""
    release = make_release(pages, site_url=site_url, **values)
    for path, data in {**pages, **manifest_files(release)}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return release


@dataclass
class Live:
    """A site that is served at `address` out of `folder`."""

    host: object
    folder: object
    base: str
    release: object = None

    @property
    def address(self):
        return f"{self.host.origin}{self.base}"

    def publish(self, pages=PAGES, **values):
        given = {"site_url": self.address} | values
        self.release = publish(self.folder, pages, **given)
        return self.release


@contextmanager
def serving(folder, base="/paper"):
    folder.mkdir(exist_ok=True)
    with hosting({base: folder}) as host:
        yield Live(host, folder, base)


@dataclass
class Clock:
    """Time that passes only by sleeping; `during` is called with each sleep."""

    time: float = 0.0
    slept: list = field(default_factory=list)
    during: object = None

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.time += seconds
        self.slept.append(seconds)
        if self.during:
            self.during(self)


@dataclass
class Web:
    """Answers without a network. `answers` are by address; what has none cannot be reached."""

    answers: dict = field(default_factory=dict)
    posted: list = field(default_factory=list)

    def get(self, url):
        return self._answer(url)

    def post(self, url, data, *, media_type):
        self.posted.append((url, data, media_type))
        return self._answer(url)

    def _answer(self, url):
        found = self.answers.get(url)
        if found is None:
            raise UnreachableError("connection refused")
        return found if isinstance(found, Answer) else Answer(status=found)
