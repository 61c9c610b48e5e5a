"""The editor's order for the home page must name stories that readers may see."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.edition import Edition, hidden_because
from jamstack.errors import Finding
from jamstack.nearest import nearest_hint


def check_fronts(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each slug in the front that is unknown or not published."""
    return (*_stories(edition), *_sections(edition))


def _stories(edition: Edition) -> Iterator[Finding]:
    front = edition.front
    pinned = [("lead", (front.lead,) if front.lead else ()), ("top", front.top)]
    pinned += [(f"sections.{section}", slugs) for section, slugs in front.sections.items()]
    for field, slugs in pinned:
        for slug in slugs:
            article = edition.by_slug.get(slug)
            line = front.lines.get(field.partition(".")[0], 0)
            if article is None and slug in edition.unread_slugs:
                continue
            if article is None:
                yield Finding(
                    path=front.path,
                    line=line,
                    field=field,
                    message=f"names `{slug}`, which is no story's slug",
                    hint=nearest_hint(slug, edition.by_slug) or "the slug is the story's file name",
                )
            elif not edition.is_visible(article):
                why = hidden_because(article, edition.now)
                yield Finding(
                    path=front.path,
                    line=line,
                    field=field,
                    message=f"names `{slug}`, which is {why} (`{article.path}`)",
                    hint="publish that story first, or name another",
                )


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
