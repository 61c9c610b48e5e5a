"""Previews: a whole site of its own below `previews/<name>/`, beside the site and not part of it.

A preview is one commit on the published branch that touches its own folder alone. It has an
address, a manifest and a canonical of its own, and takes no number among the deploys that can be
gone back to. Deploys and rollbacks of the site leave `previews/` as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jamstack.deploy import preflight
from jamstack.deploy.branch import Branch
from jamstack.deploy.deploying import Order
from jamstack.deploy.manifest import manifest_files
from jamstack.deploy.needles import hidden_needles, secret_needles
from jamstack.deploy.plan import NO_JEKYLL, PREVIEWS, Live, plan
from jamstack.deploy.preflight.case import Case
from jamstack.deploy.release import Build, Release, digest_of
from jamstack.deploy.repository import Tip, Written
from jamstack.deploy.scan import names_in, scan
from jamstack.deploy.trees import tree_id
from jamstack.errors import CommandError, DeployError, Finding
from jamstack.values import Value, replace

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NAME = 63


class PreviewPlan(Value, frozen=True, kw_only=True):
    """What a preview changes on the branch: paths from the root of the tree.

    `made` are bytes that come from no output, `tree` is the name that Git must give to the whole.
    """

    made: Mapping[str, bytes]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    tree: str

    @property
    def is_nothing(self) -> bool:
        """True where everything stands as it should."""
        return not self.written and not self.removed


def checked_name(name: str) -> str:
    """The name, if it can be the name of a folder and of nothing else.

    Raises:
        CommandError: it cannot.
    """
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise CommandError(
            f"`{name}` cannot be a preview's name, expected lower-case letters, digits and single"
            f" hyphens, {LONGEST_NAME} at most",
            "such as `election-night`",
        )
    return name


def folder_of(name: str) -> str:
    """Where a preview lies, from the root of the tree."""
    return f"{PREVIEWS}{checked_name(name)}/"


def preview_url(site_url: str, name: str) -> str:
    """The address of a preview, without the slash at its end."""
    return f"{site_url.rstrip('/')}/{folder_of(name)}".rstrip("/")


def names_of(live: Live) -> tuple[str, ...]:
    """The previews that are published."""
    below = (path.removeprefix(PREVIEWS) for path in live.files if path.startswith(PREVIEWS))
    return tuple(sorted({path.partition("/")[0] for path in below}))


def plan_preview(release: Release, live: Live, name: str) -> PreviewPlan:
    """What is to be done so that exactly `release` stands in the preview's folder."""
    folder = folder_of(name)
    made = {f"{folder}{path}": data for path, data in manifest_files(release).items()}
    if NO_JEKYLL not in live.files:
        made[NO_JEKYLL] = b""
    wanted = {f"{folder}{path}": file.digest for path, file in release.files.items()}
    wanted |= {path: digest_of(data) for path, data in made.items()}
    whole = {p: digest for p, digest in live.files.items() if not p.startswith(folder)} | wanted
    return PreviewPlan(
        made=made,
        written=tuple(sorted(path for path in wanted if live.files.get(path) != wanted[path])),
        removed=tuple(sorted(live.files.keys() - whole.keys())),
        tree=tree_id(whole),
    )


def plan_drop(live: Live, name: str) -> PreviewPlan:
    """What is to be done so that nothing of the preview is left.

    Raises:
        CommandError: there is no such preview.
    """
    folder = folder_of(name)
    removed = tuple(sorted(path for path in live.files if path.startswith(folder)))
    if not removed:
        known = ", ".join(f"`{item}`" for item in names_of(live)) or "none"
        raise CommandError(f"there is no preview `{name}`, expected one of {known}")
    rest = {path: live.files[path] for path in live.files.keys() - set(removed)}
    return PreviewPlan(made={}, written=(), removed=removed, tree=tree_id(rest))


def publish_preview(order: Order, branch: Branch, name: str) -> Release:
    """Publish a build as a preview; what is published.

    `order.build` is one for the preview's address; whether it shows drafts is its maker's say.

    Raises:
        CommandError: the name cannot be one, or another deploy is at work.
        DeployError: it must not be published as it is; every fault.
        RivalError: somebody else published meanwhile.
        RemoteError: the remote cannot be read or written.
    """
    folder = folder_of(name)
    with branch.opened():
        return branch.trusted(lambda: _publish(order, branch, name, folder))


def drop_preview(branch: Branch, name: str, *, author: str, at: int, is_dry: bool = False) -> None:
    """Remove a preview.

    Raises:
        CommandError: there is no such preview, or another deploy is at work.
        RivalError, RemoteError: as above.
    """
    folder_of(name)
    with branch.opened():
        branch.trusted(lambda: _drop(branch, name, author=author, at=at, is_dry=is_dry))


def _publish(order: Order, branch: Branch, name: str, folder: str) -> Release:
    tip = branch.read_tip()
    live = branch.read_live(tip)
    release = _release(order)
    planned = plan_preview(release, live, name)
    if planned.is_nothing:
        branch.tell(f"nothing changed: the preview is at {release.site_url}/")
        return release
    written, removed = len(planned.written), len(planned.removed)
    branch.tell(f"preview `{name}`: {written:,} files to write, {removed:,} to remove")
    if order.is_dry:
        branch.tell("nothing was sent")
        return release

    def content(path: str) -> bytes:
        if path in planned.made:
            return planned.made[path]
        return _read(order, path.removeprefix(folder))

    at = int(order.now.timestamp())
    _commit(branch, tip, planned, f"Preview {name}", author=order.author, at=at, content=content)
    branch.tell(f"see {release.site_url}/ in a minute or two")
    return release


def _release(order: Order) -> Release:
    """What stands in the output, once it is known to be fit for the eyes of others."""
    names = names_in(order.output)
    known = [path for path in names.files if path in order.build.digests]
    # A preview that was asked to show drafts hides nothing.
    hidden = () if order.build.is_preview else hidden_needles(order.build.hidden)
    needles = (*secret_needles(), *hidden)
    found = scan(
        order.output,
        known,
        needles=needles,
        live={},
        base=order.build.site_url,
        workers=order.workers,
    )
    release = Release(
        files=found.files,
        site_url=order.build.site_url,
        stories=order.build.stories,
        source=order.source,
    )
    case = Case(
        build=_as_asked(order.build),
        site_url=order.site_url,
        names=names,
        scan=found,
        live=Live(),
        plan=plan(release, Live()),
        now=order.now,
        allows_dirty=True,
    )
    if faults := preflight.check(case):
        raise DeployError(faults)
    return release


def _as_asked(build: Build) -> Build:
    """The build as pre-flight is to judge it: that it shows drafts is no fault of a preview."""
    return replace(build, is_preview=False)


def _drop(branch: Branch, name: str, *, author: str, at: int, is_dry: bool) -> None:
    tip = branch.read_tip()
    planned = plan_drop(branch.read_live(tip), name)
    branch.tell(f"preview `{name}`: {len(planned.removed):,} files to remove")
    if is_dry:
        branch.tell("nothing was sent")
        return
    message = f"Drop preview {name}"
    _commit(branch, tip, planned, message, author=author, at=at, content=lambda _path: b"")
    branch.tell(f"preview `{name}` is gone")


def _commit(
    branch: Branch,
    tip: Tip,
    planned: PreviewPlan,
    message: str,
    *,
    author: str,
    at: int,
    content: Callable[[str], bytes],
) -> None:
    wanted = Written(
        base=branch.repository.tree_of(tip.commit) if tip.commit else "",
        removed=planned.removed,
        written=planned.written,
        author=author,
        at=at,
        message=message,
    )
    branch.publish(tip, wanted, planned.tree, content, is_deploy=False)


def _read(order: Order, path: str) -> bytes:
    try:
        return (order.output / path).read_bytes()
    except OSError as error:
        message = f"cannot be read any more: {error.strerror}; nothing was published"
        raise DeployError(
            [Finding(path=path, message=message, hint="run the command again")]
        ) from error
