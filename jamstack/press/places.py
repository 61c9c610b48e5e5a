"""Which files of the content folder are sources, and what is said of those that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jamstack.articles.front import HOME_PATH
from jamstack.errors import Finding, Severity
from jamstack.nearest import nearest_hint

_SOURCE = re.compile(r"articles/[0-9]{4}/(?:[^/]+\.md|[^/]+/index\.md)|(?:authors|pages)/[^/]+\.md")
_TEXTS = frozenset({".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm", ".txt"})


def is_source(path: str) -> bool:
    """True for a file that the platform reads."""
    return path == HOME_PATH or _SOURCE.fullmatch(path) is not None


def misplaced(path: str) -> Iterator[Finding]:
    """A finding where a writer may take a file that is no source for one."""
    top, _, rest = path.partition("/")
    suffix = PurePosixPath(path).suffix.lower()
    if not rest:
        return
    if top not in _PLACES:
        if suffix == ".md":
            known = ", ".join(f"`{place}/`" for place in _PLACES)
            hint = nearest_hint(top, _PLACES) or f"known: {known}"
            yield _not_read(path, "a folder of the platform", hint, suffix="")
    elif suffix in _TEXTS or top == "fronts":
        hint = "move or rename it, or begin its name with a dot to keep it as a note"
        yield _not_read(path, _PLACES[top], hint, suffix=suffix)


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
