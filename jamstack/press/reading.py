"""The content folder as values: every file read, every fault of every file gathered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from jamstack.articles.front import HOME_PATH, read_home_front
from jamstack.articles.page import read_page
from jamstack.articles.story import read_story
from jamstack.bylines.registry import read_author
from jamstack.errors import Finding, Severity
from jamstack.model import Article, Author, HomeFront, StandingPage
from jamstack.nearest import nearest_hint
from jamstack.press.progress import Progress, track
from jamstack.settings import Settings
from jamstack.sources.scan import scan

_SOURCE = re.compile(r"articles/[0-9]{4}/(?:[^/]+\.md|[^/]+/index\.md)|(?:authors|pages)/[^/]+\.md")
_TEXTS = frozenset({".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm", ".txt"})

Read = TypeVar("Read")


@dataclass(slots=True, kw_only=True)
class Content:
    """What the content folder holds; `unread` are the paths that gave no value."""

    articles: list[Article] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    pages: list[StandingPage] = field(default_factory=list)
    front: HomeFront = field(default_factory=HomeFront)
    findings: list[Finding] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_content(folder: Path, *, settings: Settings, progress: Progress) -> Content:
    """Read everything under `folder`. A file that cannot be read hides no fault of another."""
    found = scan(folder)
    content = Content(findings=list(found.findings))
    # What is there but must not be read is told once; what names it is not wrong for that.
    passed_over = {finding.path for finding in found.findings} - set(found.files)
    content.unread.extend(sorted(path for path in passed_over if _SOURCE.fullmatch(path)))
    sources = [path for path in found.files if _is_source(path, content)]
    for path in track(sources, "Reading", progress):
        try:
            data = (folder / path).read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            hint = "check that the file is there and that you may read it"
            content.findings.append(Finding(path=path, message=message, hint=hint))
            content.unread.append(path)
            continue
        _read(path, data, content, settings)
    return content


def _is_source(path: str, content: Content) -> bool:
    """True for a file that is read; a finding for one that a writer may take for such a file."""
    if _SOURCE.fullmatch(path) or path == HOME_PATH:
        return True
    top, _, rest = path.partition("/")
    suffix = PurePosixPath(path).suffix.lower()
    if not rest:
        return False
    if top not in _PLACES:
        if suffix == ".md":
            known = ", ".join(f"`{place}/`" for place in _PLACES)
            hint = nearest_hint(top, _PLACES) or f"known: {known}"
            content.findings.append(_not_read(path, "a folder of the platform", hint, suffix=""))
    elif suffix in _TEXTS or top == "fronts":
        hint = "move or rename it, or begin its name with a dot to keep it as a note"
        content.findings.append(_not_read(path, _PLACES[top], hint, suffix=suffix))
    return False


def _not_read(path: str, expected: str, hint: str, *, suffix: str) -> Finding:
    return Finding(
        path=path,
        message=f"is not read, expected {expected}",
        hint=hint,
        severity=Severity.FAULT if suffix in _MEANT else Severity.WARNING,
    )


_PLACES = {
    "articles": "`articles/<year>/<slug>.md` or `articles/<year>/<slug>/index.md`",
    "authors": "`authors/<slug>.md`",
    "pages": "`pages/<slug>.md`",
    "fronts": f"`{HOME_PATH}`",
}
_MEANT = frozenset({".md", ".yml", ".yaml"})
"""What is written for the platform, so that passing over it would lose it."""


def _read(path: str, data: bytes, content: Content, settings: Settings) -> None:
    if path == HOME_PATH:
        content.front, findings = read_home_front(data, settings=settings, path=path)
        content.findings.extend(findings)
    elif path.startswith("articles/"):
        _add(content.articles, read_story, path, data, content, settings)
    elif path.startswith("authors/"):
        _add(content.authors, read_author, path, data, content, settings)
    else:
        _add(content.pages, read_page, path, data, content, settings)


def _add(
    values: list[Read],
    read: Callable[..., tuple[Read | None, tuple[Finding, ...]]],
    path: str,
    data: bytes,
    content: Content,
    settings: Settings,
) -> None:
    value, findings = read(data, path=path, settings=settings)
    content.findings.extend(findings)
    if value is None:
        content.unread.append(path)
    else:
        values.append(value)
