"""What a deploy would do, decided before anything is sent. Pure: values in, a value out."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Mapping

from jamstack.deploy.manifest import INDEX as MANIFEST
from jamstack.deploy.manifest import (
    Changes,
    Index,
    Shard,
    StoryChanges,
    index_bytes,
    index_of,
    is_manifest_path,
    rows_of,
    shard_path,
    shards_of,
)
from jamstack.deploy.release import ManifestStory, Release, digest_of
from jamstack.deploy.trees import tree_id
from jamstack.values import Value, replace

NO_JEKYLL = ".nojekyll"
"""Without it GitHub Pages runs Jekyll, which drops files."""
CNAME = "CNAME"
"""Holds the custom domain; without it GitHub Pages forgets the domain."""
PREVIEWS = "previews/"
"""Below it previews are published; deploys of the site leave it alone."""


class Live(Value, frozen=True, kw_only=True):
    """What is published now.

    `files` are digests by path, of all that is in the tree. `index` is its manifest's; None where
    another tool published. `cname` is the domain in its `CNAME`. `oddities` are paths of what is
    no ordinary file.
    """

    commit: str = ""
    files: Mapping[str, str] = {}
    index: Index | None = None
    cname: str = ""
    oddities: tuple[str, ...] = ()

    @property
    def pages(self) -> dict[str, str]:
        """Digests by path of what was published as the site: no manifest, nothing kept."""
        return {path: digest for path, digest in self.files.items() if self.is_page(path)}

    def is_page(self, path: str) -> bool:
        """True for a path of what was published as the site."""
        kept = self.index.kept if self.index else ()
        return not is_manifest_path(path) and not is_kept(path, kept)


class Plan(Value, frozen=True, kw_only=True):
    """One deploy.

    `made` are the bytes that the deploy itself writes, by path: the manifest, `.nojekyll`,
    `CNAME`. `written` and `removed` are paths; `kept` are paths of others' files that stay. `tree`
    is the name that Git must give to the whole. `pages_removed` are those of the site.
    """

    release: Release
    kept: tuple[str, ...]
    changes: Changes
    made: Mapping[str, bytes] = {}
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    pages_removed: tuple[str, ...] = ()
    tree: str = ""

    @property
    def is_nothing(self) -> bool:
        """True where the site would be the same: only its manifest might differ."""
        return not self.written and not self.removed

    @property
    def size(self) -> int:
        """Bytes of the files that are new, before Git compresses them."""
        files = self.release.files
        return sum(
            files[path].size if path in files else len(self.made[path]) for path in self.written
        )


def plan(
    release: Release,
    live: Live,
    *,
    keep: Iterable[str] = (),
    cname: str = "",
    stories_before: Iterable[ManifestStory] = (),
    rows: Mapping[str, Shard] | None = None,
) -> Plan:
    """Decide what publishing `release` over `live` does.

    `keep` are patterns of others' files to leave alone, `cname` is the domain to write where there
    is one. `stories_before` are the stories live in the shards that differ, see `stale_shards`.
    `rows` are what its manifest tells by shard, where the caller has worked that out.
    """
    rows = rows if rows is not None else rows_of(release)
    shards = shards_of(rows)
    patterns = (*keep, f"{PREVIEWS}*", *_domain(live, cname))
    kept = _kept(release, live, patterns)
    made = _own_files(release, kept, cname)
    site = {path: file.digest for path, file in release.files.items()}
    site |= {path: digest_of(data) for path, data in made.items()}
    site |= {path: live.files[path] for path in kept}
    is_same = live.index is not None and site == {
        path: digest for path, digest in live.files.items() if not is_manifest_path(path)
    }
    changes = changes_of(stories_before, _fresh_stories(release, live, rows, shards))
    if is_same:
        return Plan(release=release, kept=kept, changes=changes)
    manifest = _manifest(release, changes, (*kept, *made), shards)
    whole = site | {path: digest_of(data) for path, data in manifest.items()}
    removed = tuple(sorted(live.files.keys() - whole.keys()))
    return Plan(
        release=release,
        made=made | manifest,
        written=tuple(sorted(path for path in whole if live.files.get(path) != whole[path])),
        removed=removed,
        kept=kept,
        pages_removed=tuple(path for path in removed if live.is_page(path)),
        changes=changes,
        tree=tree_id(whole),
    )


def stale_shards(shards: Mapping[str, bytes], live: Live) -> tuple[str, ...]:
    """The shards of the live manifest that tell something else than a release's, by name."""
    if live.index is None:
        return ()
    ours = {name: digest_of(data) for name, data in shards.items()}
    return tuple(name for name, digest in live.index.shards.items() if ours.get(name) != digest)


def changes_of(before: Iterable[ManifestStory], after: Iterable[ManifestStory]) -> Changes:
    """How stories differ: by page, with the headline as it is now."""
    old, new = ({story.page: story for story in stories} for stories in (before, after))
    changed = [
        new[page]
        for page in new
        if page in old
        and (old[page].mark, old[page].headline) != (new[page].mark, new[page].headline)
    ]
    return Changes(
        added=_counted(new[page] for page in new.keys() - old.keys()),
        changed=_counted(changed),
        removed=_counted(old[page] for page in old.keys() - new.keys()),
    )


def is_kept(path: str, kept: Iterable[str]) -> bool:
    """True for a path that a manifest names as not the site's own."""
    return path in kept or path in (NO_JEKYLL, CNAME) or path.startswith(PREVIEWS)


def _domain(live: Live, cname: str) -> tuple[str, ...]:
    """The pattern that keeps the live `CNAME`, to the byte, where it is to stay as it is."""
    return (CNAME,) if live.cname and cname in ("", live.cname) else ()


def _kept(release: Release, live: Live, patterns: Iterable[str]) -> tuple[str, ...]:
    wanted = re.compile("|".join(fnmatch.translate(item) for item in patterns))
    return tuple(
        sorted(
            path
            for path in live.files
            if path not in release.files and not is_manifest_path(path) and wanted.match(path)
        )
    )


def _own_files(release: Release, kept: Iterable[str], cname: str) -> dict[str, bytes]:
    """What the deploy adds to every site, where neither the build nor the live site has it."""
    made = {NO_JEKYLL: b""} | ({CNAME: f"{cname}\n".encode()} if cname else {})
    return {path: made[path] for path in made.keys() - release.files.keys() - set(kept)}


def _fresh_stories(
    release: Release, live: Live, rows: Mapping[str, Shard], shards: Mapping[str, bytes]
) -> tuple[ManifestStory, ...]:
    """The release's stories that stand where the live manifest tells something else."""
    if live.index is None or live.index.shards.keys() != shards.keys():
        return release.stories
    return tuple(story for name in stale_shards(shards, live) for story in rows[name].stories)


def _counted(stories: Iterable[ManifestStory]) -> StoryChanges:
    found = tuple(sorted(stories))
    return StoryChanges(count=len(found), stories=found)


def _manifest(
    release: Release, changes: Changes, others: Iterable[str], shards: Mapping[str, bytes]
) -> dict[str, bytes]:
    kept = tuple(sorted(path for path in others if not path.startswith(PREVIEWS)))
    index = replace(index_of(release, shards, changes), kept=kept)
    return {MANIFEST: index_bytes(index)} | {
        shard_path(name): data for name, data in shards.items()
    }
