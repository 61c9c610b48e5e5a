"""What a build works on, what it works with, and what it tells when it is done."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from jamstack.errors import Finding
from jamstack.press.memory import Memory
from jamstack.press.profile import Profile
from jamstack.press.progress import Progress
from jamstack.press.theme import Theme
from jamstack.press.workers import Workers
from jamstack.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a build works on: folders, settings, and the clock as an input."""

    content: Path
    theme: Path
    output: Path
    store: Path
    settings: Settings
    now: datetime.datetime
    is_preview: bool = False
    is_strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did.

    `read` source files were read anew, `rendered` pages rendered, `drawn` pictures made. `written`
    and `kept` count files of the output, `restyled` the stylesheets among the written; `removed`
    are output paths. `templates` and `theme` are those used; where nothing was built, and on stock
    Pelican's path, there are none.
    """

    articles: int
    hidden: int
    pages: int
    pictures: int
    written: int
    kept: int
    removed: tuple[str, ...]
    warnings: tuple[Finding, ...]
    read: int = 0
    rendered: int = 0
    drawn: int = 0
    restyled: int = 0
    templates: frozenset[str] = frozenset()
    theme: Theme | None = None
    profile: Profile = field(default_factory=Profile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """What a build works with: who does the work, what is remembered, and who is told of it."""

    workers: Workers
    memory: Memory
    progress: Progress
    profile: Profile = field(default_factory=Profile)
