"""The templates of a theme as one value: read once, so that a build sees one state of the theme.

It travels to other processes, and to other machines, which need no theme folder then.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from jamstack.errors import Finding, TemplateError

THEME_PREFIX = "!theme/"
"""Before the name of a template that is meant as the theme has it, whatever overrides it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """One template: what its file holds, and the file as findings show it."""

    data: bytes
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """Every template by name. `folder` is where the theme's own lie, as findings show it."""

    files: Mapping[str, TemplateFile]
    folder: str

    def named(self, name: str) -> TemplateFile | None:
        """The template of this name, None where there is none; `./` and `//` are as in a path."""
        return self.files.get("/".join(part for part in name.split("/") if part not in ("", ".")))

    def shown(self, name: str) -> str:
        """Where findings say that a template is, also one that is missing."""
        file = self.named(name)
        return file.shown if file else f"{self.folder}/{name}"


class TemplateLoader(jinja2.BaseLoader):
    """Gives Jinja the templates that were read."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 - Jinja gives it to every loader
        template: str,
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """The text of a template and its file as findings show it.

        Raises:
            jinja2.TemplateNotFound: there is no such template.
            UnicodeDecodeError: its file is not UTF-8.
        """
        file = self._templates.named(template)
        if file is None:
            raise jinja2.TemplateNotFound(template)
        return file.data.decode(), file.shown, None


def read_templates(theme: Path, overrides: Sequence[str] = ()) -> Templates:
    """Read the templates of a theme and of the folders that are looked at before it.

    The theme's own are there a second time as `!theme/story.html`.

    Raises:
        TemplateError: one of them cannot be read.
    """
    roots = (theme.parent, *(Path(folder).parent for folder in overrides))
    own = dict(_read(theme / "templates", roots))
    files = {f"{THEME_PREFIX}{name}": file for name, file in own.items()}
    files.update(own)
    for folder in reversed(overrides):
        files.update(_read(Path(folder), roots))
    return Templates(files=files, folder=_shown(theme / "templates", roots))


def _read(folder: Path, roots: Sequence[Path]) -> Iterator[tuple[str, TemplateFile]]:
    for file in _files(folder, frozenset()):
        name = file.relative_to(folder).as_posix()
        shown = _shown(file, roots)
        try:
            yield name, TemplateFile(data=file.read_bytes(), shown=shown)
        except FileNotFoundError:
            # It went away a moment ago: where it is wanted, it is missing.
            continue
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            hint = "check the permissions of the file"
            raise TemplateError([Finding(path=shown, message=message, hint=hint)]) from error


def _files(folder: Path, above: frozenset[str]) -> Iterator[Path]:
    """The files of a folder and those below it; a link that leads back up is not followed."""
    place = os.path.realpath(folder)
    if place in above or not folder.is_dir():
        return
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            yield from _files(entry, above | {place})
        elif entry.is_file():
            yield entry


def _shown(path: Path, roots: Sequence[Path]) -> str:
    root = next((root for root in roots if path.is_relative_to(root)), path.parent)
    return path.relative_to(root).as_posix()
