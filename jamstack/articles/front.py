"""The editor's order for the home page: `fronts/home.yml` to a `HomeFront`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jamstack.errors import Finding
from jamstack.model import HomeFront
from jamstack.settings import Settings
from jamstack.sources.compound import ListOf
from jamstack.sources.fields import Field, Reading, Table, read
from jamstack.sources.kinds import Slug
from jamstack.sources.nodes import MappingNode, Node, NodeError, parse_yaml
from jamstack.sources.opening import open_text

HOME_PATH = "fronts/home.yml"

_STORIES = ListOf(Slug("a story's slug"), "a list of story slugs", may_be_text=True)


@dataclass(frozen=True, slots=True)
class Pins:
    """A mapping of section slugs to lists of story slugs."""

    words: str = "a mapping of section slugs to lists of story slugs"

    def convert(
        self, reading: Reading, name: str, node: Node
    ) -> Mapping[str, tuple[str, ...]] | None:
        """Return the mapping."""
        if not isinstance(node, MappingNode):
            reading.expected(name, node, self.words)
            return None
        converted = {
            section: _STORIES.convert(reading, f"{name}.{section}", stories)
            for section, stories in node.items.items()
        }
        return {section: stories for section, stories in converted.items() if stories}

    def schema(self) -> dict[str, object]:
        """An object of lists."""
        return {"type": "object", "additionalProperties": _STORIES.schema()}


FRONT_FIELDS = Table(
    Field(name="lead", kind=Slug("a story's slug"), meaning="The lead story."),
    Field(name="top", kind=_STORIES, meaning="The stories beside it, best first."),
    Field(
        name="order",
        kind=ListOf(Slug("a section's slug"), "a list of section slugs", may_be_text=True),
        meaning="The sections' fronts in this order; those not named follow as declared.",
    ),
    Field(name="sections", kind=Pins(), meaning="Stories pinned at the top of a section's front."),
)


def read_home_front(
    data: bytes, *, settings: Settings, path: str = HOME_PATH
) -> tuple[HomeFront, tuple[Finding, ...]]:
    """Read the editor's order in `data`; an empty file leaves everything to the platform."""
    text, reading = open_text(data, path=path, settings=settings)
    reading.guide = "docs/editing.md"
    try:
        node = parse_yaml(text or "")
    except NodeError as error:
        reading.fault("", error.line, error.message, error.hint)
        node = None
    if node is None:
        return HomeFront(path=path), tuple(reading.findings)
    if not isinstance(node, MappingNode):
        reading.expected("", node, "fields such as `lead: story-slug`")
        return HomeFront(path=path), tuple(reading.findings)
    values = read(node, FRONT_FIELDS, reading)
    front = HomeFront(path=path, lines=values.lines, **values.values)
    return front, tuple(reading.findings)
