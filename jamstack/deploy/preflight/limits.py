"""GitHub Pages' limits: of the whole site, and of one file."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.deploy.preflight.case import Case
from jamstack.errors import Finding

LARGEST_SITE = 1_000_000_000
"""Bytes."""
LARGEST_FILE = 100_000_000


def check(case: Case) -> Iterator[Finding]:
    """What is larger than GitHub takes."""
    for path, file in case.scan.files.items():
        if file.size > LARGEST_FILE:
            message = f"has {file.size:,} bytes, and GitHub takes at most {LARGEST_FILE:,} a file"
            yield Finding(path=path, message=message, hint="keep it elsewhere and link to it")
    whole = sum(file.size for file in case.scan.files.values())
    if whole > LARGEST_SITE:
        message = f"has {whole:,} bytes, and GitHub Pages takes at most {LARGEST_SITE:,}"
        hint = "make fewer sizes of pictures: `image_widths` in docs/settings.md"
        yield Finding(path="output", message=message, hint=hint)
