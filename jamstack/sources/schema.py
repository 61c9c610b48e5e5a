"""The field tables as JSON Schema, so that editors complete and check front matter while typing."""

from __future__ import annotations

from collections.abc import Sequence

from jamstack.sources.compound import object_schema
from jamstack.sources.fields import Field

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(fields: Sequence[Field], *, title: str) -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a source file's front matter."""
    return {"$schema": DIALECT, "title": title, **object_schema(tuple(fields))}
