"""Which files of a published site are looked at to trust it: pure, the same for the same build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from jamstack.deploy.manifest import Index
from jamstack.deploy.release import ManifestFile

ALWAYS = (
    "index.html",
    "404.html",
    "feed.xml",
    "atom.xml",
    "feed.json",
    "sitemap.xml",
    "news-sitemap.xml",
    "robots.txt",
)
"""Asked for wherever the site has them."""
OF_EACH_KIND = 6
"""Further files of each kind: pages, feeds, pictures, the rest."""
CHANGED = 12
"""Changed stories, at most."""
RANDOM_SHARDS = 3
"""Shards whose files are chosen from, besides those of the files that are always looked at."""

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".ico"})
_FEEDS = frozenset({"feed.xml", "atom.xml", "feed.json", "rss.xml"})


def changed_pages(index: Index) -> tuple[str, ...]:
    """The pages of the first stories that the deploy added or changed."""
    changes = index.changes
    stories = (*changes.added.stories, *changes.changed.stories)
    return tuple(dict.fromkeys(story.page for story in stories))[:CHANGED]


def wanted_shards(index: Index) -> tuple[str, ...]:
    """The shards to read: of what is always looked at, of what changed, and a few by chance."""
    needed = {index.shard_of(path) for path in (*ALWAYS, *changed_pages(index))}
    by_chance = sorted(index.shards, key=lambda name: _chance(index.build, name))
    return tuple(sorted(needed | set(by_chance[:RANDOM_SHARDS])))


def choose_samples(index: Index, files: Iterable[ManifestFile]) -> tuple[ManifestFile, ...]:
    """The files to ask for, out of those of the shards that were read; by path.

    What is always looked at, what changed, and some of each kind. The last are chosen by a digest
    of the build and the path: another build has others, the same build always these.
    """
    known = {file.path: file for file in files}
    first = [path for path in (*ALWAYS, *changed_pages(index)) if path in known]
    by_kind: dict[str, list[str]] = {}
    for path in sorted(known, key=lambda path: (_chance(index.build, path), path)):
        by_kind.setdefault(_kind(path), []).append(path)
    chosen = {*first, *(path for paths in by_kind.values() for path in paths[:OF_EACH_KIND])}
    return tuple(known[path] for path in sorted(chosen))


def address_of(path: str) -> str:
    """A file's address from the site root, escaped: `stories/x/index.html` is `stories/x/`."""
    folder, _, name = path.rpartition("/")
    if name == "index.html":
        path = f"{folder}/" if folder else ""
    return quote(path)


def kinds(files: Iterable[ManifestFile]) -> Iterator[tuple[str, int]]:
    """How many files there are of each kind, by kind."""
    counts: dict[str, int] = {}
    for file in files:
        kind = _kind(file.path)
        counts[kind] = counts.get(kind, 0) + 1
    yield from sorted(counts.items())


def _kind(path: str) -> str:
    name = PurePosixPath(path)
    if name.name in _FEEDS:
        return "feeds"
    if name.suffix.lower() in _PICTURES:
        return "pictures"
    return "pages" if name.suffix == ".html" else "other files"


def _chance(build: str, name: str) -> str:
    return hashlib.sha256(f"{build} {name}".encode()).hexdigest()
