"""What the pages point to on their own site, and which file is served there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_POINTING = (("href", "[href]"), ("src", "[src]"), ("poster", "[poster]"), ("data", "object[data]"))


def links_in(data: bytes, path: str, *, base: str) -> Iterator[str]:
    """The addresses on the site itself that a page points to, as paths from the site root.

    `base` is the site's whole address. What leads out of the base path, on the same host, comes
    with a leading slash: nothing of this site can stand there.
    """
    root = f"{base}/"
    page = urljoin(root, path)
    inside, host = urlsplit(root).path, urlsplit(root).netloc
    tree = LexborHTMLParser(data)
    found: dict[str, None] = {}
    for attribute, selector in _POINTING:
        for node in tree.css(selector):
            found[node.attributes.get(attribute) or ""] = None
    for node in tree.css("[srcset]"):
        for candidate in (node.attributes.get("srcset") or "").split(","):
            found[candidate.strip().split(" ")[0]] = None
    for written in found:
        if not written or written.startswith("#"):
            continue
        try:
            parts = urlsplit(urljoin(page, written.strip()))
        except ValueError:
            yield written
            continue
        if parts.scheme in ("http", "https") and parts.netloc == host:
            target = unquote(parts.path)
            yield target.removeprefix(inside) if target.startswith(inside) else target or "/"


def served(link: str) -> tuple[str, ...]:
    """The files that GitHub Pages may serve at an address from the site root, in its order."""
    if not link or link.endswith("/"):
        return (f"{link}index.html",)
    return (link, f"{link}.html", f"{link}/index.html")
