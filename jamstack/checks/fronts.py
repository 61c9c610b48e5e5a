"""The editor's order for the home page must name stories that readers may see."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.checks.targets import Targets
from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.nearest import nearest_hint


def check_fronts(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each slug in the front that is unknown or not published."""
    return (*_stories(edition), *_sections(edition))


def _stories(edition: Edition) -> Iterator[Finding]:
    front, targets = edition.front, Targets(edition)
    pinned = [("lead", (front.lead,) if front.lead else ()), ("top", front.top)]
    pinned += [(f"sections.{section}", slugs) for section, slugs in front.sections.items()]
    for field, slugs in pinned:
        line = front.lines.get(field.partition(".")[0], 0)
        for slug in slugs:
            finding = targets.judge(
                slug,
                path=front.path,
                line=line,
                field=field,
                otherwise="the slug is the story's file name",
            )
            if finding:
                yield finding


def _sections(edition: Edition) -> Iterator[Finding]:
    known = [section.slug for section in edition.settings.sections]
    front = edition.front
    for field, slugs in (("order", front.order), ("sections", tuple(front.sections))):
        for slug in slugs:
            if slug not in known:
                yield Finding(
                    path=front.path,
                    line=front.lines.get(field, 0),
                    field=field,
                    message=f"names `{slug}`, expected a declared section",
                    hint=nearest_hint(slug, known) or f"declared: {', '.join(known)}",
                )
