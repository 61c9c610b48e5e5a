"""The theme's folder: what marks it as ours, its colours, and its static files."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jamstack.errors import Finding, SettingsError
from jamstack.settings import Settings

MARKER = "theme.toml"
CARD_COLOURS = ("background", "ink", "accent")
"""Colours that share cards are drawn with."""
FONT_SUFFIXES = (".woff2", ".woff", ".otf", ".ttf")
ROOT_FILES = frozenset({"favicon.ico"})
"""Static files that browsers ask for at the root of the site."""


_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme that reads our views.

    `files` maps output paths to what the static files hold; `assets` maps their names to URLs, with
    a digest of the content (but for fonts, which the stylesheet names without one).
    """

    folder: Path
    colours: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)


def is_newsroom_theme(folder: Path) -> bool:
    """True for a folder with the marker; others are themes for stock Pelican."""
    return (folder / MARKER).is_file()


def load_theme(folder: Path, *, settings: Settings, is_preview: bool = False) -> Theme:
    """Read a theme's marker and its static files.

    On a preview no address has a digest: there a changed stylesheet must not change every page.

    Raises:
        SettingsError: the marker is not TOML or does not have the form it should, or a file cannot
            be read.
    """
    try:
        marker = tomllib.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "see docs/themes.md for an example"
        raise SettingsError(
            [Finding(path=f"{folder.name}/{MARKER}", message=f"is not TOML: {error}", hint=hint)]
        ) from error
    colours = marker.get("colors", {})
    faults = []
    if marker.get("jamstack") != 1:
        found = f"is `{marker['jamstack']}`" if "jamstack" in marker else "is missing"
        faults.append(("jamstack", f"{found}, expected `1`"))
    if not isinstance(colours, dict):
        faults.append(("colors", f"is `{colours}`, expected a table `[colors]`"))
    else:
        faults += [
            (f"colors.{name}", f"is `{value}`, expected a colour such as `#fbfbf8`")
            for name, value in colours.items()
            if name in CARD_COLOURS and not _COLOUR.fullmatch(str(value))
        ]
    if faults:
        hint = "see docs/themes.md for an example"
        raise SettingsError(
            Finding(path=f"{folder.name}/{MARKER}", field=name, message=message, hint=hint)
            for name, message in faults
        )
    static = folder / "static"
    files: dict[str, bytes] = {}
    assets: dict[str, str] = {}
    for file in sorted(static.rglob("*")):
        inside = file.relative_to(static)
        if not file.is_file() or any(part.startswith(".") for part in inside.parts):
            continue
        name = inside.as_posix()
        path = name if name in ROOT_FILES else f"theme/{name}"
        files[path] = read_static(folder, file)
        digest = hashlib.sha256(files[path]).hexdigest()[:10]
        query = "" if is_preview or name.endswith(FONT_SUFFIXES) else f"?v={digest}"
        assets[name] = f"{settings.href(path)}{query}"
    return Theme(
        folder=folder,
        colours={str(name): str(value) for name, value in colours.items()},
        files=files,
        assets=assets,
    )


def read_static(folder: Path, file: Path) -> bytes:
    """The bytes of a static file of the theme in `folder`.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        path = f"{folder.name}/{file.relative_to(folder).as_posix()}"
        message = f"cannot be read: {error.strerror}"
        hint = "check that the file is there and that you may read it"
        raise SettingsError([Finding(path=path, message=message, hint=hint)]) from error
