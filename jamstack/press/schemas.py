"""The JSON Schemas of all kinds of source file."""

from __future__ import annotations

from collections.abc import Mapping

from jamstack.articles.front import FRONT_FIELDS
from jamstack.articles.page import PAGE_FIELDS
from jamstack.articles.story import STORY_FIELDS
from jamstack.bylines.registry import AUTHOR_FIELDS
from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint
from jamstack.sources.fields import Field
from jamstack.sources.schema import json_schema

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "story": STORY_FIELDS,
    "author": AUTHOR_FIELDS,
    "page": PAGE_FIELDS,
    "front": FRONT_FIELDS,
}
"""The field table of each kind of source file."""


def schemas() -> Mapping[str, dict[str, object]]:
    """Every schema by kind."""
    return {kind: schema_of(kind) for kind in FIELDS}


def schema_of(kind: str) -> dict[str, object]:
    """The schema of one kind.

    Raises:
        CommandError: there is no such kind.
    """
    if kind not in FIELDS:
        known = ", ".join(f"`{name}`" for name in FIELDS)
        hint = nearest_hint(kind, FIELDS)
        raise CommandError(f"there is no schema for `{kind}`, expected one of {known}", hint)
    return json_schema(FIELDS[kind], title=f"Front matter of a {kind}")
