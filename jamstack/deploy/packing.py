"""A whole deploy to the tar that Pages' own deployments take: look, compare, check, show, write.

What is live is read from the live site itself, and of its manifest only what differs from ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jamstack.deploy import words
from jamstack.deploy.artifact import write_artifact
from jamstack.deploy.deploying import (
    Order,
    Outcome,
    case_of,
    content_of,
    demand_right,
    release_of,
    scanned,
)
from jamstack.deploy.manifest import manifest_files, rows_of, shard_path, shards_of
from jamstack.deploy.plan import CNAME, NO_JEKYLL, Live, plan, stale_shards
from jamstack.deploy.release import ManifestFile, ManifestStory, Release, digest_of
from jamstack.deploy.scan import names_in
from jamstack.deploy.verify import live_index, live_shard
from jamstack.deploy.web import Web
from jamstack.values import replace


def pack(order: Order, *, tar: Path, web: Web, tell: Callable[[str], None]) -> Outcome:
    """Write what is to be published into `tar`; `is_sent` is False where nothing changed.

    Raises:
        DeployError: it must not be published as it is; every fault.
        LiveSiteError: the live site cannot be asked.
        ManifestError: the live manifest is damaged.
        OutputError: the tar cannot be written.
    """
    # The last one must not be taken for this one's.
    tar.unlink(missing_ok=True)
    names = names_in(order.output)
    # What is live is compared once it is known which of its shards differ.
    found = scanned(order, names, {})
    release = release_of(order, found)
    rows = rows_of(release)
    live, before = read_live(order.site_url, release, shards_of(rows), web=web)
    planned = plan(release, live, stories_before=before, rows=rows)
    demand_right(case_of(order, names, found, live, planned))
    outcome = Outcome(
        commit="", build=release.build, release=release, plan=planned, is_sent=not order.is_dry
    )
    if planned.is_nothing:
        tell(f"nothing changed: build {release.build[:12]} is live")
        return replace(outcome, is_sent=False)
    for line in words.summary(planned, content_of(order.output, planned.made)):
        tell(line)
    if order.is_dry:
        tell("nothing was written")
        return outcome
    made = {path: data for path, data in planned.made.items() if path not in (NO_JEKYLL, CNAME)}
    size = write_artifact(release, made or manifest_files(release), output=order.output, tar=tar)
    tell(f"packed {len(release.files):,} files, {size:,} bytes, build {release.build[:12]}")
    return outcome


def read_live(
    address: str, release: Release, ours: Mapping[str, bytes], *, web: Web
) -> tuple[Live, tuple[ManifestStory, ...]]:
    """What is live by its own manifest, and the stories in the shards that differ from ours.

    `ours` are the release's shards. One with the digest of ours holds what ours holds: it is not
    fetched.
    """
    index = live_index(address, web=web)
    if index is None:
        return Live(), ()
    stale = set(stale_shards(ours, Live(index=index)))
    files: list[ManifestFile] = []
    stories: list[ManifestStory] = []
    for name in index.shards:
        if name in stale:
            shard = live_shard(address, index, name, web=web)
            files += shard.files
            stories += shard.stories
    same = [
        file
        for file in release.files.values()
        if (name := index.shard_of(file.path)) in ours and name not in stale
    ]
    digests = {file.path: file.digest for file in (*files, *same)}
    digests |= {shard_path(name): digest for name, digest in index.shards.items()}
    # Not served, and all the same to this target; the plan compares it, too.
    digests[NO_JEKYLL] = digest_of(b"")
    return Live(files=digests, index=index), tuple(stories)
