"""One tiny broken site per fault, with everything that is told about it.

Each case adds `files` to a good site of one author and one story (`articles/2026/ferry.md`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..site.builders import Link, story

QUAY = "articles/2026/quay.md"
DRAFT = {"articles/2026/secret.md": story(title="A secret", status="draft")}
EMBARGOED = {"articles/2026/later.md": story(title="Later", embargo="2026-12-24T18:00")}
PHOTO = "articles/2026/pier/photo.jpg"
PIER = "articles/2026/pier/index.md"
HOME = "fronts/home.yml"


@dataclass(frozen=True, kw_only=True)
class Broken:
    """A site that must not be built. `build_text` is set where `check` finds more to say."""

    name: str
    files: Mapping[str, str | bytes | Link | None]
    text: str
    newsroom: Mapping[str, object] = field(default_factory=dict)
    build_text: str = ""
