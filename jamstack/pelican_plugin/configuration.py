"""Pelican's settings dict as what the press works on. The clock is read here and nowhere below."""

from __future__ import annotations

import dataclasses
import datetime
import traceback
import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_THEME, get_settings_from_file, read_settings

from jamstack.errors import Finding, SettingsError
from jamstack.press.project import Project
from jamstack.press.theme import is_newsroom_theme
from jamstack.settings import load

OWN_PLUGIN = "jamstack.pelican_plugin"
SETTINGS_FILE = "pelicanconf.py"

_MEND_HINT = "the settings are Python; mend this, or see docs/settings.md for an example"
_STOCK_THEMES = Path(DEFAULT_THEME).parent
# What goes wrong in a file of plain assignments.
_FAILURES = (ArithmeticError, AttributeError, ImportError, LookupError, NameError, OSError,
             TypeError, ValueError)  # fmt: skip


def read_configuration(path: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Read Pelican's settings file.

    Raises:
        SettingsError: the file is missing, is not Python that runs, or names a folder that is not
            there.
    """
    if not path.is_file():
        message = "there is no such settings file"
        hint = "run the command from the project's folder"
        raise SettingsError([Finding(path=path.name, message=message, hint=hint)])
    try:
        written = get_settings_from_file(str(path))
    except SyntaxError as error:
        finding = Finding(
            path=path.name,
            line=error.lineno or 0,
            message=f"is wrong: {error.msg}",
            hint=_MEND_HINT,
        )
        raise SettingsError([finding]) from error
    except _FAILURES as error:
        place = [
            frame.lineno or 0
            for frame in traceback.extract_tb(error.__traceback__)
            if Path(frame.filename).name == path.name
        ]
        message = f"does not run: {type(error).__name__}: {error}"
        line = place[-1] if place else 0
        finding = Finding(path=path.name, line=line, message=message, hint=_MEND_HINT)
        raise SettingsError([finding]) from error
    _check_folders({**written, **overrides}, path)
    settings: dict[str, Any] = read_settings(str(path), override=dict(overrides))
    return settings


def _check_folders(settings: Mapping[str, Any], path: Path) -> None:
    """Pelican itself stops at a missing folder, but does not say in which setting."""
    findings = []
    given = {"THEME": DEFAULT_THEME, **settings}
    for name, what in (("PATH", "the content folder"), ("THEME", "the theme's folder")):
        written = str(given.get(name) or "")
        folder = path.parent / written
        is_theme_name = name == "THEME" and (_STOCK_THEMES / written).is_dir()
        if not written or not (folder.is_dir() or is_theme_name):
            message = f"is `{_shown(written)}`, expected {what}"
            hint = "create the folder, or correct the setting"
            findings.append(Finding(path=path.name, field=name, message=message, hint=hint))
    if findings:
        raise SettingsError(findings)


def _shown(written: str) -> str:
    """A path as seen from the folder that the command runs in, where it lies below it."""
    path = Path(written)
    is_below = path.is_absolute() and path.is_relative_to(Path.cwd())
    return path.relative_to(Path.cwd()).as_posix() if is_below else written


def project_of(settings: Mapping[str, Any]) -> Project:
    """The press's project from Pelican's settings.

    Raises:
        SettingsError: with every fault of the `JAMSTACK` settings.
    """
    values = settings.get("JAMSTACK")
    if not isinstance(values, Mapping):
        hint = 'write `JAMSTACK = {"name": …, "sections": […]}`; see docs/settings.md'
        message = "is missing" if values is None else f"is `{values!r}`, expected a mapping"
        finding = Finding(path=SETTINGS_FILE, field="JAMSTACK", message=message, hint=hint)
        raise SettingsError([finding])
    own = dataclasses.replace(
        load(values, site_url=str(settings["SITEURL"]), path=SETTINGS_FILE),
        is_indexed=not settings.get("JAMSTACK_NOINDEX", False),
    )
    return Project(
        content=Path(settings["PATH"]),
        theme=Path(settings["THEME"]),
        output=Path(settings["OUTPUT_PATH"]),
        store=Path(settings["CACHE_PATH"]),
        settings=own,
        now=clock(settings.get("JAMSTACK_NOW"), own.zone),
        is_preview=bool(settings.get("JAMSTACK_PREVIEW", False)),
        is_strict=bool(settings.get("JAMSTACK_STRICT", False)),
    )


def clock(given: object, zone: zoneinfo.ZoneInfo) -> datetime.datetime:
    """The build's time: the ISO time given, in `zone` unless it has its own; else the present.

    Raises:
        SettingsError: what was given is no time.
    """
    if given is None:
        return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    try:
        now = datetime.datetime.fromisoformat(str(given))
    except ValueError as error:
        finding = Finding(
            path="--now",
            message=f"is `{given}`, expected a time such as `2026-11-22T14:05`",
            hint="without a zone it is in the newsroom's",
        )
        raise SettingsError([finding]) from error
    return now if now.tzinfo else now.replace(tzinfo=zone)


def other_plugins(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The plugins that are not ours, by name."""
    names = (_plugin_name(plugin) for plugin in settings.get("PLUGINS") or ())
    return tuple(name for name in names if name != OWN_PLUGIN)


def uses_newsroom_theme(settings: Mapping[str, Any]) -> bool:
    """True when the theme reads our views; other themes are for stock Pelican's path."""
    return is_newsroom_theme(Path(settings["THEME"]))


def _plugin_name(plugin: object) -> str:
    return plugin if isinstance(plugin, str) else str(getattr(plugin, "__name__", plugin))
