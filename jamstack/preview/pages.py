"""Which file of the output folder answers a URL path, by the rules of GitHub Pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

OCTETS = "application/octet-stream"
MEDIA_TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""By suffix. Written here because the system's own table differs from machine to machine."""
MEDIA_TYPES_BY_NAME: Mapping[str, str] = {
    "atom.xml": "application/atom+xml",
    "feed.xml": "application/rss+xml",
    "rss.xml": "application/rss+xml",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file answers."""

    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The path is a folder's, and lacks the slash at its end; `path` has it."""

    path: str


def resolve(output: Path, path: str, *, follows_links: bool = True) -> Found | Moved | None:
    """Find what answers `path` (decoded, without the base path, with a leading slash).

    - `/` at the end: the folder's `index.html`
    - otherwise the file itself, or else the file with `.html`, or else a move to the folder

    None where nothing does, and for whatever would leave `output`: dots, backslashes, drives,
    control characters, symlinks to elsewhere. Capitals count, also where the disk ignores them.
    GitHub Pages itself serves no symlink at all: say `follows_links=False` for that.
    """
    is_folder = path.endswith("/")
    parts = path.removeprefix("/").removesuffix("/").split("/") if path != "/" else []
    if not all(map(_is_plain, parts)):
        return None
    if not follows_links and _has_link(output, parts):
        return None
    if is_folder:
        return _found(output, [*parts, "index.html"], follows_links)
    named = _found(output, parts, follows_links)
    beside = named or _found(output, [*parts[:-1], f"{parts[-1]}.html"], follows_links)
    if beside is None and _is_folder(output, parts):
        return Moved(path=f"{path}/")
    return beside


def media_type(file: Path) -> str:
    """The `Content-Type` of a file, by its name."""
    return MEDIA_TYPES_BY_NAME.get(file.name) or MEDIA_TYPES.get(file.suffix.lower(), OCTETS)


def _is_plain(part: str) -> bool:
    return part not in ("", ".", "..") and part.isprintable() and not set(part) & set("\\:")


def _found(output: Path, parts: list[str], follows_links: bool) -> Found | None:
    if not follows_links and _has_link(output, parts):
        return None
    file = _inside(output, parts)
    return Found(file=file) if file and file.is_file() else None


def _is_folder(output: Path, parts: list[str]) -> bool:
    folder = _inside(output, parts)
    return folder is not None and folder.is_dir()


def _inside(output: Path, parts: list[str]) -> Path | None:
    """The real path, symlinks followed; None where there is none or it is outside."""
    try:
        real = output.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        # Not there, a loop of symlinks, or a name no file can have.
        return None
    is_inside = real.is_relative_to(output.resolve()) and _is_spelled(output, parts)
    return real if is_inside else None


def _has_link(output: Path, parts: list[str]) -> bool:
    """True where a part of the path is a symlink, wherever it leads."""
    whole = output
    for part in parts:
        whole = whole / part
        try:
            if whole.is_symlink():
                return True
        except (OSError, ValueError):
            return False
    return False


def _is_spelled(output: Path, parts: list[str]) -> bool:
    """False where the disk takes other capitals for the same name, and these are the others."""
    folder = output
    for part in parts:
        # Where capitals count, the other spelling is hardly ever there; then nothing is listed.
        other = part.swapcase()
        is_doubtful = part != other and (folder / other).exists()
        if is_doubtful and part not in (path.name for path in folder.iterdir()):
            return False
        folder = folder / part
    return True
