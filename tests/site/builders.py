"""Small whole sites on disk, and the project's commands run in them as a person runs them."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from invoke.program import Program

from jamstack.tasks import namespace

PROJECT = Path(__file__).resolve().parents[2]
THEME = PROJECT / "pelican-app" / "theme"
NOW = "2026-11-22T12:00"
PATIENCE_S = 60

SECTIONS = [
    {"slug": "local", "name": "Town and Council"},
    {"slug": "harbour", "name": "Harbour and Sea"},
]
AUTHOR = "---\nname: Ana Dias\n---\n"

_PROGRESS = re.compile(r"(?:Reading|Pictures|Cards|Rendering): [0-9,]+\n")


@dataclass(frozen=True)
class Link:
    """A symbolic link in the place of a file."""

    target: str


@dataclass(frozen=True)
class Ran:
    """What a command came to; the lines that tell the progress are left out of `errors`."""

    code: int
    output: str
    errors: str


@dataclass(frozen=True)
class Site:
    """A project's folder with everything a build needs."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "pelican-app" / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def read(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def write(self, path: str, content: str | bytes | Link) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            file.symlink_to(content.target)
        else:
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def build(self, *words: str) -> Ran:
        return self.invoke("build", "--now", NOW, *words)

    def invoke(self, *words: str) -> Ran:
        """Run one command in this process, by the way the real command line takes."""
        output, errors = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(errors),
        ):
            try:
                Program(namespace=namespace).run(["invoke", *words])
                code = 0
            except SystemExit as ending:
                code = int(ending.code or 0)
        return Ran(code, output.getvalue(), _PROGRESS.sub("", errors.getvalue()))

    def run(self, *command: str, **environment: str) -> Ran:
        """Run a command in a process of its own: `invoke …` or `pelican …`."""
        program = {"invoke": ["-m", "invoke"], "pelican": ["-m", "pelican"]}[command[0]]
        ran = subprocess.run(
            [sys.executable, *program, *command[1:]],
            cwd=self.folder,
            env=quiet_environment(**environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout, _PROGRESS.sub("", ran.stderr))


def quiet_environment(**changes: str) -> dict[str, str]:
    """This process's environment without what would change what the commands print."""
    kept = {key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}
    return {**kept, "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1", **changes}


def make_site(
    folder: Path,
    files: Mapping[str, str | bytes | Link | None] | None = None,
    *,
    newsroom: Mapping[str, object] | None = None,
    pelican: Mapping[str, object] | None = None,
) -> Site:
    """A newsroom with one author and one story; `files` adds to the content, or takes away."""
    site = Site(folder)
    content = {
        "authors/ana-dias.md": AUTHOR,
        "articles/2026/ferry.md": story(title="The ferry sails again"),
        **(files or {}),
    }
    for path, written in content.items():
        if written is not None:
            site.write(path, written)
    site.content.mkdir(parents=True, exist_ok=True)
    (folder / "tasks.py").write_text("from jamstack.tasks import namespace\n", encoding="utf-8")
    write_settings(site, newsroom=newsroom, pelican=pelican)
    return site


def write_settings(
    site: Site,
    *,
    newsroom: Mapping[str, object] | None = None,
    pelican: Mapping[str, object] | None = None,
) -> None:
    """Write `pelicanconf.py`; a value of None takes a setting away."""
    jamstack = {"name": "The Bay Paper", "sections": SECTIONS, **(newsroom or {})}
    settings: dict[str, object] = {
        "SITEURL": "http://localhost:8000",
        "PATH": "content",
        "THEME": str(THEME),
        "OUTPUT_PATH": "../output",
        "CACHE_PATH": "../.cache",
        "PLUGINS": ["jamstack.pelican_plugin"],
        "SITENAME": "The Bay Paper",
        "TIMEZONE": "UTC",
        "JAMSTACK": {key: value for key, value in jamstack.items() if value is not None},
        **(pelican or {}),
    }
    lines = [f"{name} = {value!r}" for name, value in settings.items() if value is not None]
    lines.insert(0, "from jamstack.pelican_plugin import NewsroomPelican as PELICAN_CLASS")
    file = site.folder / "pelican-app" / "pelicanconf.py"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def story(body: str = "The first paragraph.\n", **fields: object) -> str:
    """A story's file; a field of None is left out, a text of several lines stands as it is."""
    known = {
        "title": "Something happened",
        "date": "2026-11-20",
        "section": "local",
        "authors": "[ana-dias]",
    }
    known.update({name: value for name, value in fields.items() if value is not None})
    lines = [
        f"{name}: {value}" for name, value in known.items() if fields.get(name, "") is not None
    ]
    return "\n".join(["---", *lines, "---", "", body])


def picture(width: int = 640, height: int = 480, kind: str = "PNG") -> bytes:
    """A real picture's bytes."""
    from PIL import Image

    data = io.BytesIO()
    gradient = Image.linear_gradient("L").resize((width, height))
    Image.merge("RGB", (gradient, gradient.rotate(180), gradient)).save(data, kind)
    return data.getvalue()


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file's bytes by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def without_stores(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A snapshot without what builds remember, which they write also where they stop at faults."""
    return {path: data for path, data in files.items() if not path.startswith(".cache/press-")}
