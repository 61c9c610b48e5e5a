"""Going back: the last deploys as the remote keeps them, and one of them put in place again.

A rollback is a deploy like any other, with a number of its own; nothing is built. What others keep
beside the site, such as previews and the domain, stays as it is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jamstack.deploy import words
from jamstack.deploy.branch import Branch, next_number
from jamstack.deploy.plan import CNAME, NO_JEKYLL, PREVIEWS, Live, changes_of
from jamstack.deploy.repository import Commit, Tip, Written
from jamstack.deploy.trees import tree_id
from jamstack.errors import CommandError
from jamstack.values import Value


class Deploy(Value, frozen=True, kw_only=True):
    """A deploy that can be gone back to; `is_live` is True for what is published now."""

    number: int
    commit: Commit
    is_live: bool


def deploys(branch: Branch) -> tuple[Deploy, ...]:
    """The deploys that the remote keeps, the newest first.

    Raises:
        RemoteError: the remote cannot be read.
        CommandError: another deploy is at work.
    """
    with branch.opened():
        return branch.trusted(lambda: _deploys(branch, branch.read_tip()))


def listing(found: tuple[Deploy, ...]) -> Iterator[str]:
    """The deploys for people: number, time, author, and headlines."""
    if not found:
        yield "there is no deploy yet"
    for deploy in found:
        mark = "  (live)" if deploy.is_live else ""
        subject = deploy.commit.message.partition("\n")[0]
        yield (
            f"{deploy.number:>4}  {words.time_text(deploy.commit.at)}  {deploy.commit.author}{mark}"
        )
        yield f"      {re.sub(r'^Deploy [0-9]+: ', '', subject)}"
        for line in words.headlines_of(deploy.commit):
            yield f"        {line}"


def roll_back(branch: Branch, wanted: str, *, author: str, at: int) -> str:
    """Put the deploy with the number `wanted` in place again, in one push; the new commit.

    Raises:
        CommandError: it is no number, is not kept, or is live already; or another deploy is at
            work.
        RivalError, RemoteError: as for a deploy.
    """
    if not re.fullmatch(r"[0-9]{1,9}", wanted):
        hint = "`invoke rollback` lists them"
        raise CommandError(f"`{wanted}` is no deploy's number, expected one such as 12", hint)
    with branch.opened():
        return branch.trusted(lambda: _roll_back(branch, int(wanted), author=author, at=at))


def _deploys(branch: Branch, tip: Tip) -> tuple[Deploy, ...]:
    branch.fetch(tip.deploys.values())
    return tuple(
        Deploy(
            number=number,
            commit=branch.repository.commit_of(tip.deploys[number]),
            is_live=tip.deploys[number] == tip.commit,
        )
        for number in sorted(tip.deploys, reverse=True)
    )


def _roll_back(branch: Branch, number: int, *, author: str, at: int) -> str:
    tip = branch.read_tip()
    if number not in tip.deploys:
        known = ", ".join(map(str, sorted(tip.deploys))) or "none"
        raise CommandError(f"deploy {number} is not kept any more, expected one of {known}")
    old = Tip(commit=tip.deploys[number], deploys=tip.deploys)
    now, then = branch.read_live(tip), branch.read_live(old)
    if now.pages == then.pages:
        raise CommandError(f"deploy {number} is what is live: there is nothing to go back to")
    whole = _whole(now, then)
    before = branch.read_stories(now, _other_shards(now, then))
    changes = changes_of(before, branch.read_stories(then, _other_shards(then, now)))
    next_one = next_number(tip)
    made = branch.repository.commit_of(old.commit)
    stays = [path for path in (CNAME, NO_JEKYLL) if path in now.files]
    previews = branch.repository.tree_of(tip.commit, PREVIEWS) if tip.commit else ""
    written = Written(
        base=branch.repository.tree_of(old.commit),
        removed=tuple(sorted(then.files.keys() - whole.keys())),
        written=tuple(stays),
        author=author,
        at=at,
        message=words.rollback_message(next_one, number, made, changes),
        grafts=((PREVIEWS.rstrip("/"), previews),) if previews else (),
    )
    data = branch.repository.read([now.files[path] for path in stays])
    commit = branch.publish(tip, written, tree_id(whole), lambda path: data[now.files[path]])
    branch.tell(f"deploy {next_one} is published: {words.count(changes)}")
    return commit


def _whole(now: Live, then: Live) -> dict[str, str]:
    """What is to be published: the site as it was then, and the rest as it is now."""
    beside = (CNAME, NO_JEKYLL)
    old = {
        path: digest
        for path, digest in then.files.items()
        if path not in beside and not path.startswith(PREVIEWS)
    }
    return old | {
        path: digest
        for path, digest in now.files.items()
        if path in beside or path.startswith(PREVIEWS)
    }


def _other_shards(live: Live, other: Live) -> tuple[str, ...]:
    """The shards of a manifest that tell something else than the other's, by name."""
    ours = live.index.shards if live.index else {}
    theirs = other.index.shards if other.index else {}
    return tuple(name for name, digest in ours.items() if theirs.get(name) != digest)
