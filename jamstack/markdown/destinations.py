"""Where links and pictures lead: another file, an anchor, another site, or nowhere good."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from jamstack.markdown import policy
from jamstack.sources.pictures import PELICAN_PREFIX, resolve_path
from jamstack.sources.text import without_control

WEB_ADDRESS = "https?://[A-Za-z0-9.-]+"
"""The beginning of almost every address of another site, as a regular expression."""

_COMMON = re.compile(rf"{WEB_ADDRESS}(?:[/?#]|\Z)")
_HOST = re.compile(r"[\w.:-]+")


@dataclass(frozen=True, slots=True)
class External:
    """A link to another site, kept as it is."""

    url: str


@dataclass(frozen=True, slots=True)
class Internal:
    """A link to a source file, or to a path of this site when `path` begins with `/`.

    An empty `path` is this page.
    """

    path: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Broken:
    """An address that leads nowhere: why, what to do, and whether it stops the build."""

    message: str
    hint: str
    is_fault: bool = True


def destination(written: str, *, source: str) -> External | Internal | Broken:
    """What the link `written` in the file `source` (a content path) leads to."""
    written = written.strip()
    if _COMMON.match(written):
        return External(written)
    scheme = policy.scheme(written)
    if scheme in policy.ACTIVE_SCHEMES:
        return Broken(
            f"links to the active address `{_short(written)}`, expected a page",
            "link to a page, or remove the link",
        )
    if scheme or written.startswith("//"):
        return _external(written, scheme)
    return _internal(as_typed(written), source)


def picture_path(written: str, *, source: str) -> str | Broken:
    """The content path of the picture `written` in the file `source` (a content path)."""
    written = written.strip()
    if not written:
        return Broken("shows a picture without an address", "name a file beside the text")
    if policy.scheme(written) or written.startswith("//"):
        return Broken(
            f"shows the picture `{_short(written)}`, expected a file beside the text",
            "download it, with the right to, and put it beside the text",
        )
    path = resolve_path(source, as_typed(written))
    if path is None:
        return Broken(
            f"shows the picture `{as_typed(written)}`, which leaves the content folder",
            "put the picture beside the text",
        )
    return path


def no_address(written: str) -> Broken:
    """That the link `written` cannot be one."""
    return Broken(
        f"links to `{_short(written)}`, which is no address; the link was left out",
        "correct the address",
        is_fault=False,
    )


def as_typed(address: str) -> str:
    """An address without percent escapes.

    The Markdown parser escapes the braces of `{filename}` and any letter that is not ASCII.
    """
    return without_control(unquote(address))


def _external(written: str, scheme: str) -> External | Broken:
    if scheme and scheme not in policy.URL_SCHEMES:
        return Broken(
            f"links to `{_short(written)}`, whose scheme is not allowed; the link was left out",
            "use an address that begins with `https://`",
            is_fault=False,
        )
    try:
        is_whole = scheme in ("mailto", "tel") or _has_host(written)
    except ValueError:
        is_whole = False
    return External(written) if is_whole else no_address(written)


def _has_host(written: str) -> bool:
    parts = urlsplit(written)
    # Asking for the port raises where it is no number. A letter that is not ASCII comes escaped.
    return parts.port != 0 and _HOST.fullmatch(unquote(parts.hostname or "")) is not None


def _internal(written: str, source: str) -> Internal | Broken:
    pelican = PELICAN_PREFIX.match(written)
    path, _, fragment = (written[pelican.end() :] if pelican else written).partition("#")
    if not path:
        if fragment:
            return Internal("", fragment)
        return Broken("links to nothing", "give the link an address")
    if path.startswith("/") and not pelican:
        path = path.partition("?")[0]
        # A page is a folder: without its last slash every reader would be redirected.
        is_folder = "." not in path.rsplit("/", 1)[-1] and not path.endswith("/")
        return Internal(f"{path}/" if is_folder else path, fragment)
    target = resolve_path(source, path)
    if target is None:
        return Broken(
            f"links to `{_short(written)}`, which leaves the content folder",
            "link to a Markdown file inside it",
        )
    if not target.endswith(".md"):
        return Broken(
            f"links to `{_short(written)}`, expected a Markdown file or a full address",
            "link to the story's file, such as `../2026/story.md`",
        )
    return Internal(target, fragment)


def _short(written: str) -> str:
    return f"{written[:79]}…" if len(written) > 80 else written
