"""An author's file to an `Author`: the table of its fields, and reading by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from jamstack.bylines.follow import ALIASES, NETWORKS, network_key, normalise
from jamstack.errors import Finding
from jamstack.markdown.parse import parse
from jamstack.model import Author, AuthorKind, AuthorStatus, FollowLink, Past
from jamstack.nearest import nearest_hint
from jamstack.settings import Settings
from jamstack.sources.compound import Group, ListOf
from jamstack.sources.fields import Field, Reading, Table, Values, read
from jamstack.sources.kinds import Choice, Matching, Slug, Text, Time
from jamstack.sources.nodes import MappingNode, Node, ScalarNode
from jamstack.sources.opening import open_source, slug_of_path
from jamstack.sources.pictures import PICTURE

_MADE_ELSEWHERE = frozenset({"name", "past", "sort_name"})
_EMAIL = r"[^@\s<>\"'&?]+@[^@\s<>\"'&?]+\.[^@\s<>\"'&?.]+"
_PRONOUNS = r"[^\s/<>&\"]+(?:/[^\s/<>&\"]+){1,3}"


@dataclass(frozen=True, slots=True)
class Follow:
    """A mapping of networks to handles or addresses."""

    words: str = "a mapping of networks to handles or addresses"

    def convert(self, reading: Reading, name: str, node: Node) -> tuple[FollowLink, ...] | None:
        """Return the links in the order written."""
        if not isinstance(node, MappingNode):
            reading.expected(name, node, self.words)
            return None
        links = []
        for network, child in node.items.items():
            field = f"{name}.{network}"
            key = network_key(network)
            if not key:
                hint = nearest_hint(network, (*NETWORKS, *ALIASES))
                hint = hint or f"known here: {', '.join(f'`{known}`' for known in NETWORKS)}"
                reading.fault(field, node.lines[network], "is not a known network", hint)
                continue
            if isinstance(child, ScalarNode) and child.is_null:
                continue
            if not isinstance(child, ScalarNode) or not child.value.strip():
                reading.expected(field, child, NETWORKS[key].expected)
                continue
            try:
                links.append(normalise(key, child.value))
            except ValueError as error:
                reading.fault(field, child.line, str(error))
        return tuple(links)

    def schema(self) -> dict[str, object]:
        """An object with one text per network."""
        handle = {"type": ["string", "number", "null"]}
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys((*NETWORKS, *ALIASES), handle),
        }


def _past(reading: Reading, name: str, node: MappingNode, values: Values) -> Past | None:
    if not values.values.keys() & {"role", "bio"}:
        message = "has neither `role` nor `bio`"
        reading.fault(name, node.line, message, "add what was another then")
        return None
    return Past(until=values.get("until"), role=values.get("role", ""), bio=values.get("bio", ""))


PAST_FIELDS = Table(
    Field(name="until", kind=Time(), meaning="The last day of it.", is_required=True),
    Field(name="role", kind=Text(maximum=120), meaning="The job; the present one if absent."),
    Field(name="bio", kind=Text(maximum=600), meaning="The short bio; the present one if absent."),
)
PAST = Group(PAST_FIELDS, _past, "a mapping with `until`, and `role` or `bio`")

AUTHOR_FIELDS = Table(
    Field(name="name", kind=Text(maximum=120), meaning="The name as printed.", is_required=True),
    Field(
        name="sort_name",
        kind=Text(maximum=120),
        meaning="The name as sorted, such as `Solberg, Mira`; the name itself if absent.",
    ),
    Field(name="role", kind=Text(maximum=120), meaning="The job, such as `Council reporter`."),
    Field(
        name="beats",
        kind=ListOf(Text("a beat", 120), "a list of beats", may_be_text=True),
        meaning="What the author covers.",
    ),
    Field(name="bio", kind=Text(maximum=600), meaning="One or two sentences for the author card."),
    Field(name="portrait", kind=PICTURE, meaning="A picture of the author."),
    Field(
        name="pronouns",
        kind=Matching(_PRONOUNS, "pronouns such as `she/her`"),
        meaning="How to speak of the author, such as `they/them`.",
    ),
    Field(
        name="email",
        kind=Matching(_EMAIL, "an e-mail address"),
        meaning="Where readers can write.",
    ),
    Field(name="follow", kind=Follow(), meaning="Profiles elsewhere: handles or addresses."),
    Field(
        name="kind",
        kind=Choice(AuthorKind),
        meaning="`organization` for an agency or a desk; `person` unless said.",
    ),
    Field(name="status", kind=Choice(AuthorStatus), meaning="Standing here; `staff` unless said."),
    Field(
        name="past",
        kind=ListOf(PAST, "a list of `{until, role, bio}`"),
        meaning="What was true before: stories show the role and bio of their day.",
    ),
    Field(
        name="aliases",
        kind=ListOf(Slug("an author's slug"), "a list of slugs", may_be_text=True),
        meaning="Slugs the author had before; stories may name them, and old addresses lead here.",
    ),
)


def read_author(
    data: bytes, *, path: str, settings: Settings
) -> tuple[Author | None, tuple[Finding, ...]]:
    """Read the author in `data`, the bytes of the content file `path`; the name is the slug."""
    head, reading = open_source(data, path=path, settings=settings)
    if head is None:
        return None, tuple(reading.findings)
    values = read(head.fields, AUTHOR_FIELDS, reading)
    slug = slug_of_path(path, reading, hint="rename it")
    biography, found = parse(head.body, path=path, first_line=head.body_line)
    reading.findings.extend(found)
    past = _in_order(values, reading)
    if not slug or values.get("name") is None:
        return None, tuple(reading.findings)
    known: Mapping[str, object] = {
        name: value for name, value in values.values.items() if name not in _MADE_ELSEWHERE
    }
    author = Author(
        path=path,
        slug=slug,
        name=values.get("name"),
        sort_name=values.get("sort_name") or values.get("name"),
        biography=biography,
        past=past,
        lines=values.lines,
        **known,  # type: ignore[arg-type]
    )
    return author, tuple(reading.findings)


def _in_order(values: Values, reading: Reading) -> tuple[Past, ...]:
    """What was true before, the oldest first."""
    past = sorted(values.get("past", ()), key=lambda item: item.until.at)
    for earlier, later in pairwise(past):
        if earlier.until.at == later.until.at:
            message = f"has two items until {later.until.at:%Y-%m-%d}"
            reading.fault("past", values.line("past"), message, "keep one of the two")
    return tuple(past)
