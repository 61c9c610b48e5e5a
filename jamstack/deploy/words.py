"""What people read of a deploy: headlines and counts, in commit messages and in the terminal."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Callable, Iterator

from jamstack.deploy.manifest import Changes
from jamstack.deploy.plan import Plan
from jamstack.deploy.repository import Commit

SHOWN = 20
"""Headlines of one kind."""
_SAMPLE = 400
_SIGNS = ("+", "~", "-")


def message(number: int, plan: Plan) -> str:
    """The commit message of a deploy."""
    lines = [f"Deploy {number}: {count(plan.changes)}", "", *headlines(plan.changes), ""]
    lines.append(f"Build: {plan.release.build}")
    if plan.release.source.commit:
        lines.append(f"Source: {plan.release.source.commit}")
    return "\n".join(lines) + "\n"


def rollback_message(number: int, old: int, commit: Commit, changes: Changes) -> str:
    """The commit message of a rollback to deploy `old`."""
    lines = [
        f"Deploy {number}: back to deploy {old}, {count(changes)}",
        "",
        *headlines(changes),
        "",
    ]
    lines += [
        line for line in commit.message.splitlines() if line.startswith(("Build: ", "Source: "))
    ]
    return "\n".join(lines) + "\n"


def count(changes: Changes) -> str:
    """Such as `2 stories added, 1 changed`."""
    counts = (
        (changes.added.count, "added"),
        (changes.changed.count, "changed"),
        (changes.removed.count, "removed"),
    )
    told = [(number, what) for number, what in counts if number]
    if not told:
        return "no story changed"
    first, what = told[0]
    noun = "story" if first == 1 else "stories"
    rest = (f"{number:,} {what}" for number, what in told[1:])
    return ", ".join((f"{first:,} {noun} {what}", *rest))


def headlines(changes: Changes) -> Iterator[str]:
    """A line a story: `+` for added, `~` for changed, `-` for removed."""
    kinds = (changes.added, changes.changed, changes.removed)
    for sign, kind in zip(_SIGNS, kinds, strict=True):
        for story in kind.stories[:SHOWN]:
            yield f"{sign} {' '.join(story.headline.split())}"
        if kind.count > SHOWN:
            yield f"{sign} … and {kind.count - SHOWN:,} more"


def headlines_of(commit: Commit) -> tuple[str, ...]:
    """The headlines in a deploy's commit message."""
    return tuple(line for line in commit.message.splitlines() if line[:2] in ("+ ", "~ ", "- "))


def summary(plan: Plan, content: Callable[[str], bytes]) -> Iterator[str]:
    """What a deploy would do, for people; `content` gives a file's bytes by path."""
    yield count(plan.changes)
    for line in headlines(plan.changes):
        yield f"  {line}"
    size = _to_send(plan, content)
    yield (
        f"{len(plan.written):,} files to write, {len(plan.removed):,} to remove,"
        f" about {size_text(size)} to send"
    )
    if plan.kept:
        yield f"{len(plan.kept):,} files of others stay: {', '.join(plan.kept[:5])}" + (
            ", …" if len(plan.kept) > 5 else ""
        )


def removals(plan: Plan) -> Iterator[str]:
    """The paths that a first deploy onto another tool's branch removes."""
    for path in plan.removed[:SHOWN]:
        yield f"  removes {path}"
    if len(plan.removed) > SHOWN:
        yield f"  … and {len(plan.removed) - SHOWN:,} more"


def size_text(size: int) -> str:
    """A number of bytes for people."""
    if size < 1_000_000:
        return f"{size / 1_000:,.1f} kB"
    return f"{size / 1_000_000:,.1f} MB"


def time_text(at: int) -> str:
    """A time in seconds for people."""
    return datetime.datetime.fromtimestamp(at, datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")


def _to_send(plan: Plan, content: Callable[[str], bytes]) -> int:
    """About how many bytes will be sent: a sample of the files is compressed."""
    step = max(1, len(plan.written) // _SAMPLE)
    sample = plan.written[::step]
    sizes = sum(len(zlib.compress(content(path), 6)) for path in sample)
    return sizes * len(plan.written) // max(1, len(sample))
