"""The manifest: what is published, told by the published site itself.

It lies in the tree under `deploy/`: an index, `deploy/manifest.json`, and the rows of files and
stories in shards, `deploy/files/<hex>.json`, cut by a digest of the path, so that a small change
sends a small part of them. It holds nothing that the pages do not tell as well.

    manifest_files(manifest)                     Manifest -> {path: bytes}, to publish
    read_index(data)                             deploy/manifest.json -> Index, checked
    index.shard_of("stories/x/index.html")       the shard that holds a path: "3f"
    read_shard(data, index, "3f")                deploy/files/3f.json -> Shard, checked
    read_manifest(files)                         {path: bytes} -> Manifest, all of it, checked

A manifest that was tampered with, or that something else wrote, is a `ManifestError`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import msgspec

from jamstack.deploy.release import (
    ManifestFile,
    ManifestStory,
    Release,
    Source,
    build_id,
    digest_of,
)
from jamstack.deploy.shards import (
    INDEX,
    Changes,
    Index,
    Manifest,
    Shard,
    StoryChanges,
    is_manifest_path,
    name_of,
    names_of,
    shard_name,
    shard_path,
    width_for,
)
from jamstack.errors import ManifestError

__all__ = [
    "INDEX", "Changes", "Index", "Manifest", "Shard", "StoryChanges", "demand_build",
    "index_bytes", "index_of", "is_manifest_path", "manifest_files", "read_index",
    "read_manifest", "read_shard", "rows_of", "shard_path", "shards_of",
]  # fmt: skip

FORMAT = 1
"""Raised whenever the form changes."""
SHOWN_CHANGES = 100
"""Stories of each kind that a manifest names; the rest are counted."""
FOREIGN_HINT = "something else published there, or changed it; see docs/deploying.md"
_Time = Annotated[datetime.datetime, msgspec.Meta(tz=True)]
_ENCODER = msgspec.json.Encoder()
_DIGEST = re.compile(r"[0-9a-f]{40}")


def rows_of(release: Release) -> dict[str, Shard]:
    """What is in each shard of a release, by name."""
    width = width_for(len(release.files))
    names = [name_of(number, width) for number in range(16**width)]
    files: dict[str, list[ManifestFile]] = {name: [] for name in names}
    stories: dict[str, list[ManifestStory]] = {name: [] for name in names}
    for path in sorted(release.files):
        files[shard_name(path, width)].append(release.files[path])
    for story in sorted(release.stories):
        stories[shard_name(story.page, width)].append(story)
    return {name: Shard(files=tuple(files[name]), stories=tuple(stories[name])) for name in names}


def shards_of(rows: Mapping[str, Shard]) -> dict[str, bytes]:
    """Shards as they are published, by name."""
    return {name: _shard_bytes(shard) for name, shard in rows.items()}


def index_of(release: Release, shards: Mapping[str, bytes], changes: Changes) -> Index:
    """The index of a release's manifest; `shards` are by name."""
    return Index(
        build=release.build,
        site_url=release.site_url,
        source=release.source,
        file_count=len(release.files),
        size=release.size,
        shards={name: digest_of(data) for name, data in shards.items()},
        changes=changes,
    )


def manifest_files(release: Release, changes: Changes = Changes()) -> dict[str, bytes]:  # noqa: B008 - a frozen value
    """The files that a release's manifest consists of, by path."""
    shards = shards_of(rows_of(release))
    index = index_of(release, shards, changes)
    return {INDEX: index_bytes(index)} | {shard_path(name): shards[name] for name in shards}


def index_bytes(index: Index) -> bytes:
    """The index as it is published: JSON for people and programs, the same for the same index."""
    written = {
        "format": FORMAT,
        "build": index.build,
        "site": index.site_url,
        "commit": index.source.commit,
        "committed_at": index.source.committed_at,
        "files": index.file_count,
        "bytes": index.size,
        "added": _written(index.changes.added),
        "changed": _written(index.changes.changed),
        "removed": _written(index.changes.removed),
        "kept": list(index.kept),
        "shards": dict(sorted(index.shards.items())),
    }
    return msgspec.json.format(msgspec.json.encode(written), indent=1) + b"\n"


def read_index(data: bytes) -> Index:
    """The index in the bytes of `deploy/manifest.json`.

    Raises:
        ManifestError: they are no such index.
    """
    try:
        found = msgspec.json.decode(data, type=_Index)
    except msgspec.DecodeError as error:
        reason = str(error)[:1].lower() + str(error)[1:]
        raise ManifestError(f"`{INDEX}` is no manifest of ours: {reason}", FOREIGN_HINT) from error
    if found.format != FORMAT:
        message = f"`{INDEX}` has the format {found.format}, expected {FORMAT}"
        raise ManifestError(message, "publish with the version of the platform that wrote it")
    count = len(found.shards)
    is_whole = count in (1, 16, 256) and sorted(found.shards) == names_of(count)
    if not is_whole or not all(map(_DIGEST.fullmatch, found.shards.values())):
        raise ManifestError(f"`{INDEX}` names shards that cannot be", FOREIGN_HINT)
    return Index(
        build=found.build,
        site_url=found.site,
        source=Source(commit=found.commit, committed_at=found.committed_at),
        file_count=found.files,
        size=found.bytes,
        shards=found.shards,
        changes=Changes(
            added=_read(found.added), changed=_read(found.changed), removed=_read(found.removed)
        ),
        kept=tuple(found.kept),
    )


def read_shard(data: bytes, index: Index, name: str) -> Shard:
    """The rows in the bytes of one shard.

    Raises:
        ManifestError: they are not the ones that the index tells of.
    """
    if index.shards.get(name) != digest_of(data):
        raise ManifestError(
            f"`{shard_path(name)}` is not the one that `{INDEX}` names", FOREIGN_HINT
        )
    try:
        found = msgspec.json.decode(data, type=_Shard)
    except msgspec.DecodeError as error:
        raise ManifestError(
            f"`{shard_path(name)}` is no shard of a manifest", FOREIGN_HINT
        ) from error
    return Shard(
        files=tuple(
            ManifestFile(path=path, digest=digest, size=size) for path, digest, size in found.files
        ),
        stories=tuple(
            ManifestStory(page=page, headline=headline, mark=mark)
            for page, headline, mark in found.stories
        ),
    )


def read_manifest(files: Mapping[str, bytes]) -> Manifest:
    """The whole manifest in its files, by path.

    Raises:
        ManifestError: a file is missing or wrong, or the build id is not that of the files.
    """
    index = read_index(_demand(files, INDEX))
    shards = [
        read_shard(_demand(files, shard_path(name)), index, name) for name in sorted(index.shards)
    ]
    rows = tuple(sorted(file for shard in shards for file in shard.files))
    demand_build(index, rows)
    stories = tuple(sorted(story for shard in shards for story in shard.stories))
    return Manifest(index=index, files=rows, stories=stories)


def demand_build(index: Index, files: Iterable[ManifestFile]) -> None:
    """Stop where `files` are not the build that the index tells of.

    Raises:
        ManifestError: they are another.
    """
    found = build_id(files)
    if found != index.build:
        message = f"`{INDEX}` tells of build {index.build[:12]}, but the files are {found[:12]}"
        raise ManifestError(message, FOREIGN_HINT)


class _Stories(msgspec.Struct):
    count: int
    stories: list[tuple[str, str]]


class _Index(msgspec.Struct):
    format: int
    build: str
    site: str
    commit: str
    committed_at: _Time | None
    files: int
    bytes: int
    added: _Stories
    changed: _Stories
    removed: _Stories
    kept: list[str]
    shards: dict[str, str]


class _Shard(msgspec.Struct):
    files: list[tuple[str, str, int]]
    stories: list[tuple[str, str, str]]


def _demand(files: Mapping[str, bytes], path: str) -> bytes:
    if path not in files:
        raise ManifestError(f"there is no `{path}`", FOREIGN_HINT)
    return files[path]


def _written(changes: StoryChanges) -> dict[str, Any]:
    stories = [(story.page, story.headline) for story in changes.stories[:SHOWN_CHANGES]]
    return {"count": changes.count, "stories": stories}


def _read(found: _Stories) -> StoryChanges:
    stories = (ManifestStory(page=page, headline=headline) for page, headline in found.stories)
    return StoryChanges(count=found.count, stories=tuple(stories))


def _shard_bytes(shard: Shard) -> bytes:
    """One row a line, so that Git finds the lines that stayed."""
    files, stories = _lines(shard.files), _lines(shard.stories)
    return b"\n".join((b'{"files": [', files, b'], "stories": [', stories, b"]}")) + b"\n"


def _lines(rows: Sequence[ManifestFile | ManifestStory]) -> bytes:
    """Rows as JSON arrays of their fields, in the order in which `read_shard` takes them."""
    # No line ends within a row: JSON writes one in a text as two signs.
    return _ENCODER.encode_lines(rows).rstrip(b"\n").replace(b"\n", b",\n")
