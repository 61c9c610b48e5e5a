"""A story named by its slug, wherever an editor or a writer may name one."""

from __future__ import annotations

from jamstack.edition import Edition, hidden_because
from jamstack.errors import Finding
from jamstack.nearest import nearest_hint


def judge_target(
    target: str,
    edition: Edition,
    *,
    path: str,
    line: int,
    field: str,
    is_public: bool = True,
) -> Finding | None:
    """The fault of naming the story `target` at this place; None when it may be named.

    It must exist, and where readers see the place (`is_public`) it must be published. Without a
    `field` the place is a `RELATED:` line.
    """
    what = "" if field else "`RELATED:` "
    found = edition.by_slug.get(target)
    if found is None and target not in edition.unread_slugs:
        message = f"{what}names `{target}`, which is no story's slug"
        hint = nearest_hint(target, edition.by_slug) or "the slug is the story's file name"
    elif found and is_public and not edition.is_visible(found):
        why = hidden_because(found, edition.now)
        message = f"{what}names `{target}`, which is {why} (`{found.path}`)"
        hint = "publish that story first, or name another"
    else:
        return None
    return Finding(path=path, line=line, field=field, message=message, hint=hint)
