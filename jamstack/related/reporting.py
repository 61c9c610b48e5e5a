"""How stories lead to each other: which stand apart, and which are offered too often. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from jamstack.values import Value

OFTEN = 10
"""Stories that must lead to one before that may be too many."""
TIMES_THE_MEAN = 5
"""How many times as often as a story on average one must be led to, to be told of."""
LISTED = 30
"""Stories that each part of the report lists at most."""


class Links(Value, frozen=True, kw_only=True):
    """What one story leads to, by source path: `to` in its text, its lines and at its end."""

    path: str
    title: str
    to: tuple[str, ...]


class LinkReport(Value, frozen=True, kw_only=True):
    """Source paths: `orphans` that no story leads to, `dead_ends` that lead to none.

    `often` has those that suspiciously many lead to, with their number, most first. `clicks` says
    how many stories are reached from the home page in so many clicks at least; 0 for never.
    """

    stories: int
    orphans: tuple[str, ...]
    dead_ends: tuple[str, ...]
    often: tuple[tuple[str, int], ...]
    clicks: Mapping[int, int]


def link_report(stories: Sequence[Links], clicks: Mapping[str, int]) -> LinkReport:
    """Judge how `stories` lead to each other; `clicks` is by source path."""
    counts = Counter(target for story in stories for target in set(story.to) - {story.path})
    least = max(OFTEN, TIMES_THE_MEAN * sum(counts.values()) / max(1, len(stories)))
    often = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return LinkReport(
        stories=len(stories),
        orphans=tuple(story.path for story in stories if not counts[story.path]),
        dead_ends=tuple(story.path for story in stories if not set(story.to) - {story.path}),
        often=tuple((path, count) for path, count in often if count > least),
        clicks=dict(sorted(Counter(clicks.get(story.path, 0) for story in stories).items())),
    )


def report_text(report: LinkReport, titles: Mapping[str, str]) -> str:
    """The report as a person reads it; `titles` is by source path."""
    reached = ", ".join(
        f"{count:,} in {clicks}" if clicks else f"{count:,} never"
        for clicks, count in report.clicks.items()
    )
    parts = [f"{report.stories:,} stories; clicks from the home page: {reached or 'none'}"]
    parts += _part("Orphans (no other story links to them or offers them)", report.orphans, titles)
    parts += _part("Dead ends (they link to no story and offer none)", report.dead_ends, titles)
    counts = dict(report.often)
    parts += _part("Offered or linked to suspiciously often", tuple(counts), titles, counts)
    return "\n".join(parts)


def _part(
    name: str,
    paths: Sequence[str],
    titles: Mapping[str, str],
    counts: Mapping[str, int] | None = None,
) -> Iterable[str]:
    yield ""
    yield f"{name}: {len(paths):,}"
    for path in paths[:LISTED]:
        often = f"{counts[path]:,} times  " if counts else ""
        yield f"  {often}{path}  “{titles[path]}”"
    if len(paths) > LISTED:
        yield f"  … and {len(paths) - LISTED:,} more"
