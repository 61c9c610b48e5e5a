"""What a manifest holds, as values, and how its rows are cut into shards."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from jamstack.deploy.release import ManifestFile, ManifestStory, Source
from jamstack.values import Value

FOLDER = "deploy/"
"""Everything in it is the manifest's: no build may make a file there."""
INDEX = f"{FOLDER}manifest.json"
ROWS = 512
"""Rows of a shard, at most, while there are fewer than 256 shards."""


class StoryChanges(Value, frozen=True, kw_only=True):
    """The stories of one kind of change: how many, and the first of them by page."""

    count: int = 0
    stories: tuple[ManifestStory, ...] = ()


class Changes(Value, frozen=True, kw_only=True):
    """What a deploy changed against the one before it, by headline."""

    added: StoryChanges = StoryChanges()
    changed: StoryChanges = StoryChanges()
    removed: StoryChanges = StoryChanges()


class Index(Value, frozen=True, kw_only=True):
    """What `deploy/manifest.json` tells.

    `shards` are the digests of the shards by name. `kept` are the paths of what lies beside the
    site in the published tree and no build made, such as `CNAME`.
    """

    build: str
    site_url: str
    source: Source
    file_count: int
    size: int
    shards: Mapping[str, str]
    changes: Changes = Changes()
    kept: tuple[str, ...] = ()

    def shard_of(self, path: str) -> str:
        """The name of the shard that holds a path."""
        return shard_name(path, _width(len(self.shards)))


class Shard(Value, frozen=True, kw_only=True):
    """Rows of the manifest, by path."""

    files: tuple[ManifestFile, ...] = ()
    stories: tuple[ManifestStory, ...] = ()


class Manifest(Value, frozen=True, kw_only=True):
    """A whole manifest: its index, and every file and story by path."""

    index: Index
    files: tuple[ManifestFile, ...]
    stories: tuple[ManifestStory, ...]


def shard_path(name: str) -> str:
    """Where a shard lies in the published tree."""
    return f"{FOLDER}files/{name}.json"


def is_manifest_path(path: str) -> bool:
    """True for a path of the index or of a shard."""
    return path.startswith(FOLDER)


def width_for(count: int) -> int:
    """How many hexadecimal digits name a shard: 0 for a single one."""
    return next((width for width in (0, 1) if count <= ROWS * 16**width), 2)


def _width(shards: int) -> int:
    return {1: 0, 16: 1}.get(shards, 2)


def names_of(count: int) -> list[str]:
    """The names of all shards, where there are this many."""
    width = _width(count)
    return sorted(name_of(number, width) for number in range(count))


def name_of(number: int, width: int) -> str:
    """The name of one shard."""
    return f"{number:0{width}x}" if width else "all"


def shard_name(path: str, width: int) -> str:
    """The name of the shard that holds a path."""
    if not width:
        return "all"
    first = hashlib.sha256(path.encode(), usedforsecurity=False).digest()[0]
    return _NAMES[width][first >> (8 - 4 * width)]


_NAMES = {width: [name_of(number, width) for number in range(16**width)] for width in (1, 2)}
