"""Content folders on disk, real small pictures, builds, and progress that is written down."""

import contextlib
import os
from concurrent.futures import Executor, Future
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from PIL import Image

from jamstack.errors import TemplateError
from jamstack.press import ranking, reading, run
from jamstack.press.build import Project, Shop, build
from jamstack.press.codec import digest
from jamstack.press.memory import Memory, store_file
from jamstack.press.progress import Silence
from jamstack.press.workers import OneWorker

from ..builders import NOW, make_settings, story_text

AUTHOR = "---\nname: Mira Solberg\n---\nMira writes.\n"
GOOD = {"authors/mira.md": AUTHOR, "articles/2026/bridge.md": story_text()}


class Recorder:
    """Progress that remembers what it was told."""

    def __init__(self):
        self.told = []

    def start(self, stage, total):
        self.told.append((stage, total))

    def advance(self, steps=1):
        self.told.append(steps)

    def finish(self):
        self.told.append("end")


class Here(Executor):
    """An executor that works at once, in the caller's thread, and counts."""

    def __init__(self):
        self.count = 0

    def submit(self, fn, /, *args, **kwargs):
        self.count += 1
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as every executor does
            future.set_exception(error)
        return future


class PlainRenderer:
    """A page that is the text of its view; templates in `broken` fail.

    `texts` gives templates a text of their own. `rendered` holds a (template, source) each time.
    """

    def __init__(self, broken=(), finding=None, texts=None):
        self.broken = broken
        self.finding = finding
        self.texts = texts or {}
        self.rendered = []

    def render(self, template, site, head, page, *, source):
        self.rendered.append((template, source))
        if template in self.broken:
            raise TemplateError([self.finding(template)])
        return f"{template}{self.texts.get(template, '')}\n{site}\n{head}\n{page}\n{source}\n"

    def digest(self, template):
        return digest(f"{template} {self.texts.get(template, '')}".encode())

    def prepare(self):
        """Nothing takes long here."""


def write_files(folder: Path, files) -> Path:
    """Write texts and bytes below `folder`, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, written in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
    return folder


def make_theme(folder: Path) -> Path:
    return write_files(folder, {"theme.toml": "jamstack = 1\n", "static/css/paper.css": "a{}"})


def make_project(folder: Path, files=None, *, theme=None, **values) -> Project:
    defaults = {
        "content": write_files(folder / "content", GOOD if files is None else files),
        "theme": theme or make_theme(folder / "theme"),
        "output": folder / "output",
        "store": folder / "cache",
        "settings": make_settings(image_widths=(60, 120)),
        "now": NOW,
    }
    return Project(**(defaults | values))


def make_memory(project, told=None, *, site="../content"):
    """The memory of a project's output; what it tells people goes to the list `told`."""
    tell = ([] if told is None else told).append
    return Memory(file=store_file(project.store, project.output), site=site, tell=tell)


def make_shop(project, *, workers=None, memory=None, progress=None, told=None):
    return Shop(
        workers=workers or OneWorker(),
        memory=memory or make_memory(project, told),
        progress=progress or Silence(),
    )


def plain_build(project, renderer=None, **values):
    """Build with a renderer that is no template language; `values` as for `make_shop`."""
    shop = make_shop(project, **values)
    with shop.memory.opened():
        return build(project, renderer or PlainRenderer(), shop)


@contextlib.contextmanager
def small_pieces():
    """Have even a small site read, ranked and rendered by workers."""
    with contextlib.ExitStack() as patches:
        for module, name, value in (
            (reading, "PIECE", 2),
            (ranking, "PIECE", 2),
            (ranking, "FEW", 0),
            (run, "PIECE", 3),
            (run, "FEW", 0),
        ):
            patches.enter_context(patch.object(module, name, value))
        yield


def photo(size=(200, 150), colour=(20, 90, 160), kind="JPEG") -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return stream.getvalue()


def age(folder: Path) -> None:
    """Have all files below `folder` changed long ago, so that how they look can be trusted."""
    for number, file in enumerate(sorted(folder.rglob("*"))):
        os.utime(file, ns=(0, 1_700_000_000_000_000_000 + number))


def times(folder: Path):
    """When each file below `folder` was last changed, in nanoseconds."""
    return {
        file.relative_to(folder).as_posix(): file.stat().st_mtime_ns
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def snapshot(folder: Path):
    """Every file below `folder` with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
