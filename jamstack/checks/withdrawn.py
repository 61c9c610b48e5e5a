"""Stories that are named though they are not there for readers: all that name one, together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from jamstack.checks.targets import Targets
from jamstack.edition import Edition, hidden_because
from jamstack.errors import Finding

LISTED = 50
"""Places that a finding lists at most."""


def check_withdrawn(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each story that two stories or more point to and readers cannot see.

    Each place has a fault of its own; this one lists them, for whoever withdrew the story.
    """
    places: defaultdict[str, list[str]] = defaultdict(list)
    targets = Targets(edition)
    for source, line, target in _pointers(edition, targets):
        places[target].append(f"`{source}:{line}`" if line else f"`{source}`")
    return tuple(
        _told(target, found, edition)
        for target, found in sorted(places.items())
        if len({place.partition(":")[0] for place in found}) > 1
    )


def _pointers(edition: Edition, targets: Targets) -> Iterator[tuple[str, int, str]]:
    """What points to a story that readers cannot see, as (file, line, slug or name)."""
    hidden = {article.path: article for article in edition.hidden}
    for article in edition.articles:
        lines = [(block.target, block.line) for block in article.body.blocks if block.target]
        pins = [(target, article.lines.get("related", 0)) for target in article.related]
        for target, line in (*pins, *lines):
            found = edition.by_slug.get(target)
            is_gone = found is None and not targets.is_unread(target)
            if is_gone or (found and found.path in hidden):
                yield article.path, line, target
        for link in article.body.links:
            if link.path in hidden:
                yield article.path, link.line, hidden[link.path].slug
    front = edition.front
    named = [("lead", front.lead)] if front.lead else []
    named += [("top", slug) for slug in front.top]
    named += [("sections", slug) for slugs in front.sections.values() for slug in slugs]
    for field, slug in named:
        found = edition.by_slug.get(slug)
        if (found and found.path in hidden) or (found is None and not targets.is_unread(slug)):
            yield front.path, front.lines.get(field, 0), slug


def _told(target: str, places: list[str], edition: Edition) -> Finding:
    found = edition.by_slug.get(target)
    where = list(dict.fromkeys(places))
    more = f" and {len(where) - LISTED:,} more" if len(where) > LISTED else ""
    listed = f"named at {', '.join(where[:LISTED])}{more}"
    if found is None:
        message = f"has no story `{target}`, which {len(where):,} places name"
        return Finding(path="articles", message=message, hint=listed)
    why = hidden_because(found, edition.now)
    message = f"is {why}, but {len(where):,} places name it"
    return Finding(path=found.path, message=message, hint=listed)
