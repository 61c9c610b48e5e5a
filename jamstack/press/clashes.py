"""Two things that would be published at one path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jamstack.errors import Finding, SourceError
from jamstack.layout.plans import PagePlan, Plan


def planned_paths(plans: Iterable[Plan], others: Iterable[str]) -> tuple[str, ...]:
    """All paths of a build: those of the plans, and `others`.

    Raises:
        SourceError: two things would be written to one path, or one within the other.
    """
    sources: dict[str, list[str]] = {}
    for plan in plans:
        source = plan.source if isinstance(plan, PagePlan) else ""
        sources.setdefault(plan.path, []).append(source)
    for path in others:
        sources.setdefault(path, []).append("")
    faults = tuple(_clashes(sources))
    if faults:
        raise SourceError(faults)
    return tuple(sources)


def _clashes(sources: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """A fault for each path that two pages want, or that must be both a file and a folder.

    `sources` maps each path to the content files of what goes there, empty for other files.
    """
    hint = "change its slug or its alias"
    for path, wanting in sources.items():
        # Named by their content files where they have one: those a person can change.
        first, *others = sorted(wanting, key=lambda source: (source == "", source))
        if others:
            other = f"`{others[0]}`" if others[0] else "another file"
            message = f"would be published at `/{path}`, where {other} goes too"
            yield Finding(path=first or path, message=message, hint=hint)
        for folder in _folders(path):
            if folder in sources:
                message = f"would be published at `/{path}`, but `/{folder}` is a file"
                yield Finding(path=first or path, message=message, hint=hint)


def _folders(path: str) -> Iterator[str]:
    """The folders a path lies in, the innermost first."""
    while path := path.rpartition("/")[0]:
        yield path
