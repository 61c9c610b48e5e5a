"""Builders for the tests of this room."""

import re
from zoneinfo import ZoneInfo

from jamstack.sources.fields import Reading
from jamstack.sources.nodes import parse_yaml


def make_reading(path="a.md", zone="Europe/Lisbon"):
    return Reading(path=path, zone=ZoneInfo(zone))


def convert(kind, written, *, path="a.md"):
    """What a kind makes of a value as written in YAML, and what it finds, as printed."""
    reading = make_reading(path)
    node = parse_yaml(f"field: {written}").items["field"]
    return kind.convert(reading, "field", node), printed(reading)


def printed(reading):
    return [str(finding) for finding in reading.findings]


def hinted(fault, guide="docs/writing.md"):
    """The text of `fault` with its own hint, or with the one that leads to its field in `guide`."""
    if "\nhint: " in fault:
        return fault
    field = re.match(r"\S+: `(\w+)[^`]*`: ", fault)
    return f"{fault}\nhint: see `{field[1]}` in {guide}" if field else f"{fault}\nhint: see {guide}"
