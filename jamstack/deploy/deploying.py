"""A whole deploy to a publishing branch: look, compare, check, show, send, and confirm."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jamstack.deploy import preflight, words
from jamstack.deploy.branch import Branch, next_number
from jamstack.deploy.manifest import rows_of, shards_of
from jamstack.deploy.needles import hidden_needles, secret_needles
from jamstack.deploy.plan import Live, Plan, plan, stale_shards
from jamstack.deploy.preflight.case import Case, Lineage
from jamstack.deploy.release import Build, Release, Source
from jamstack.deploy.repository import Tip, Written
from jamstack.deploy.scan import Names, Scan, names_in, scan, seen_after
from jamstack.deploy.seen import nothing_seen, read_seen, write_seen
from jamstack.errors import DeployError, Finding
from jamstack.publishing import DeploySettings
from jamstack.values import Value, replace

_FAR_PAST = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody asked to be deployed.

    `output` is the folder, `build` what the press tells of it, `site_url` the address that
    production settings say. `lineage` compares two commits. `now` is the present.
    """

    output: Path
    build: Build
    site_url: str
    settings: DeploySettings
    source: Source
    author: str
    now: datetime.datetime
    lineage: Callable[[Source, Source], Lineage]
    changed_sources: tuple[str, ...] = ()
    is_sure: bool = False
    allows_dirty: bool = False
    is_dry: bool = False
    workers: int = 0


class Outcome(Value, frozen=True, kw_only=True):
    """What became of a deploy.

    `commit` is what is live now; where nothing was sent it is what was live before. `release` is
    what is live, to be verified.
    """

    commit: str
    build: str
    release: Release
    plan: Plan
    is_sent: bool


def deploy(order: Order, branch: Branch) -> Outcome:
    """Publish a build.

    Raises:
        DeployError: it must not be published as it is; every fault.
        RivalError: somebody else published meanwhile.
        RemoteError: the remote cannot be read or written.
        ManifestError: the live site was published by a later version of the platform.
        CommandError: another deploy is at work.
    """
    with branch.opened():
        return branch.trusted(lambda: _deploy(order, branch))


def scanned(
    order: Order, names: Names, live: Mapping[str, str], memory: Path | None = None
) -> Scan:
    """What is in the files that builds made; `live` are the digests of what is live, by path.

    What is seen is left in the file `memory` for the next look.
    """
    needles = (*secret_needles(), *hidden_needles(order.build.hidden))
    begun = nothing_seen(order.output, needles)
    before = read_seen(memory, begun) if memory else begun
    found = scan(
        order.output,
        [path for path in names.files if path in order.build.digests],
        needles=needles,
        live=live,
        base=order.build.site_url,
        seen=before,
        workers=order.workers,
    )
    after = seen_after(begun, before, found) if memory else None
    if memory and after:
        # Without it the next deploy takes longer.
        with contextlib.suppress(OSError):
            write_seen(memory, after)
    return found


def release_of(order: Order, found: Scan) -> Release:
    """What is to be published."""
    return Release(
        files=found.files,
        site_url=order.build.site_url,
        stories=order.build.stories,
        source=order.source,
    )


def case_of(order: Order, names: Names, found: Scan, live: Live, planned: Plan) -> Case:
    """All that is judged before a deploy, whatever it is sent to."""
    return Case(
        build=order.build,
        site_url=order.site_url,
        names=names,
        scan=found,
        live=live,
        plan=planned,
        now=order.now,
        lineage=order.lineage(order.source, live.index.source) if live.index else Lineage(),
        changed_sources=order.changed_sources,
        gone=order.settings.gone,
        is_sure=order.is_sure,
        allows_dirty=order.allows_dirty,
    )


def demand_right(case: Case) -> None:
    """Stop at what must not be published.

    Raises:
        DeployError: with every fault.
    """
    faults = preflight.check(case)
    if faults:
        raise DeployError(faults)


def content_of(output: Path, made: Mapping[str, bytes]) -> Callable[[str], bytes]:
    """What stands at a path of a release: made by the deploy (`made`), or in the output folder."""

    def content(path: str) -> bytes:
        if path in made:
            return made[path]
        try:
            return (output / path).read_bytes()
        except OSError as error:
            message = f"cannot be read any more: {error.strerror}; nothing was published"
            hint = "build, and deploy again"
            raise DeployError([Finding(path=path, message=message, hint=hint)]) from error

    return content


def _deploy(order: Order, branch: Branch) -> Outcome:
    names, tip, live = _look(order, branch)
    found = scanned(order, names, live.files, branch.folder / "seen")
    release = release_of(order, found)
    rows = rows_of(release)
    planned = plan(
        release,
        live,
        keep=order.settings.keep,
        cname=order.settings.cname,
        stories_before=branch.read_stories(live, stale_shards(shards_of(rows), live)),
        rows=rows,
    )
    case = replace(
        case_of(order, names, found, live, planned),
        live_at=_moment(branch.repository.commit_of(live.commit).at) if live.commit else None,
        cname=order.settings.cname,
    )
    demand_right(case)
    outcome = Outcome(
        commit=tip.commit, build=release.build, release=release, plan=planned, is_sent=False
    )
    if planned.is_nothing:
        arrived = "; the deploy that was cut short has arrived" if branch.cut_short(tip) else ""
        branch.tell(f"nothing changed: build {release.build[:12]} is live{arrived}")
        return outcome
    _show(order, branch, live, planned)
    if order.is_dry:
        branch.tell("nothing was sent")
        return outcome
    return _send(order, branch, tip, planned, outcome)


def _look(order: Order, branch: Branch) -> tuple[Names, Tip, Live]:
    try:
        names = names_in(order.output)
    except FileNotFoundError:
        names = Names(files=())
    except OSError as error:
        message = f"cannot be listed: {error.strerror}"
        raise DeployError([Finding(path="output", message=message)]) from error
    tip = branch.read_tip()
    return names, tip, branch.read_live(tip)


def _show(order: Order, branch: Branch, live: Live, planned: Plan) -> None:
    for line in words.summary(planned, content_of(order.output, planned.made)):
        branch.tell(line)
    if live.commit and live.index is None:
        branch.tell("the branch was published by something else; this deploy takes it over")
        for line in words.removals(planned):
            branch.tell(line)


def _send(order: Order, branch: Branch, tip: Tip, planned: Plan, outcome: Outcome) -> Outcome:
    number = next_number(tip)
    wanted = Written(
        base=branch.repository.tree_of(tip.commit) if tip.commit else "",
        removed=planned.removed,
        written=planned.written,
        author=order.author,
        at=int(order.now.timestamp()),
        message=words.message(number, planned),
    )
    content = content_of(order.output, planned.made)
    commit = branch.publish(tip, wanted, planned.tree, content)
    branch.tell(f"deploy {number} is published: {commit[:12]}, build {planned.release.build[:12]}")
    branch.tell(f"see {planned.release.site_url}/ in a minute or two")
    return Outcome(
        commit=commit, build=outcome.build, release=outcome.release, plan=planned, is_sent=True
    )


def _moment(seconds: int) -> datetime.datetime:
    return _FAR_PAST + datetime.timedelta(seconds=seconds)
