"""Files and folders: what all generated sites share, and how much a folder holds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from jamstack.benches.newsroom import PICTURES, Newsroom
from jamstack.benches.pictures import picture
from jamstack.benches.runs import Contents

ROOT_FILES = ("favicon.ico",)
"""Files of a theme that are published at the site's root."""


def contents(folder: Path) -> Contents:
    """Count what a folder holds; nothing where there is no such folder."""
    sizes = [
        Path(place, name).stat().st_size for place, _, names in os.walk(folder) for name in names
    ]
    return Contents(files=len(sizes), size_bytes=sum(sizes))


def write_text(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def picture_name(number: int) -> str:
    """A picture's file."""
    return f"view-{number}.jpg"


def write_pictures(room: Newsroom, folder: Path) -> None:
    """Draw all pictures into a new folder."""
    folder.mkdir(parents=True)
    for number in range(PICTURES):
        (folder / picture_name(number)).write_bytes(picture(number, seed=room.seed))


def copy_static(source: Path, destination: Path) -> None:
    """Copy a theme's static files to where this platform publishes them."""
    shutil.copytree(source, destination / "theme")
    for name in ROOT_FILES:
        (destination / "theme" / name).rename(destination / name)
