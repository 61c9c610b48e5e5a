"""Content folders on disk, real small pictures, and progress that is written down."""

from concurrent.futures import Executor, Future
from io import BytesIO
from pathlib import Path

from PIL import Image

from jamstack.errors import TemplateError
from jamstack.press.build import Project

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
    """A page that is the text of its view; templates in `broken` fail."""

    def __init__(self, broken=(), finding=None):
        self.broken = broken
        self.finding = finding
        self.rendered = []

    def render(self, template, site, head, page, *, source):
        self.rendered.append(template)
        if template in self.broken:
            raise TemplateError([self.finding(template, source)])
        return f"{template}\n{site}\n{head}\n{page}\n{source}\n"


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


def photo(size=(200, 150), colour=(20, 90, 160), kind="JPEG") -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return stream.getvalue()


def snapshot(folder: Path):
    """Every file below `folder` with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
