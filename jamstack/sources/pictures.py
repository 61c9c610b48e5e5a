"""The picture field (`src`, `alt`, `caption`, `credit`, …), for stories and portraits."""

from __future__ import annotations

import posixpath
import re

from jamstack.model import Picture
from jamstack.sources.compound import Group
from jamstack.sources.fields import Field, Reading, Table, Values
from jamstack.sources.kinds import Boolean, Matching, Text
from jamstack.sources.nodes import MappingNode

_FOCUS = r"(?:100|[1-9]?[0-9])% (?:100|[1-9]?[0-9])%"
MIDDLE = (50, 50)
"""The point a crop keeps unless said otherwise, in percent from the left and the top."""

_FULL_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

PELICAN_PREFIX = re.compile(r"[{|](?:filename|static|attach)[|}]")
"""What Pelican lets writers put before a path."""

PICTURE_FIELDS = Table(
    Field(
        name="src",
        kind=Text("a file name"),
        meaning="The picture's path, relative to the text.",
        is_required=True,
    ),
    Field(
        name="alt",
        kind=Text("text for those who cannot see the picture", may_be_empty=True),
        meaning="What it shows, for those who cannot see it; left out only when decorative.",
    ),
    Field(name="caption", kind=Text(), meaning="The line under the picture."),
    Field(name="credit", kind=Text(), meaning="Who made the picture."),
    Field(
        name="focus",
        kind=Matching(_FOCUS, "two percentages such as `50% 30%`"),
        meaning="The point a crop must keep, from the left and the top.",
    ),
    Field(
        name="decorative",
        kind=Boolean(),
        meaning="True when the picture says nothing the text does not.",
    ),
)


def resolve_path(source: str, written: str) -> str | None:
    """The content path of `written` as seen from the file `source`; None when it leaves the folder.

    `{filename}`, `{static}` and `{attach}` before the path are Pelican's and are understood; a
    leading slash then means the content folder. A backslash is a slash, as it is on Windows.
    """
    pelican = PELICAN_PREFIX.match(written)
    path = (written[pelican.end() :] if pelican else written).replace("\\", "/")
    folder = "" if path.startswith("/") else source.rpartition("/")[0]
    path = path.lstrip("/")
    joined = posixpath.normpath(f"{folder}/{path}" if folder else path)
    return None if joined == ".." or joined.startswith(("../", "/")) else joined


def _build(reading: Reading, name: str, node: MappingNode, values: Values) -> Picture | None:
    written = values.get("src")
    is_decorative = values.get("decorative", False)
    alt = values.get("alt", "")
    line = values.line("src")
    if not alt and not is_decorative:
        hint = "say what it shows; if it says nothing the text does not, set `decorative: true`"
        reading.fault(f"{name}.alt", node.line, "is missing", hint)
        return None
    if _FULL_ADDRESS.match(written):
        hint = "download it, with the right to, and put it beside the text"
        message = f"is `{written}`, expected a file beside the text"
        reading.fault(f"{name}.src", line, message, hint)
        return None
    path = resolve_path(reading.path, written)
    if path is None:
        message = f"is `{written}`, which leaves the content folder"
        reading.fault(f"{name}.src", line, message, "put the picture beside the text")
        return None
    return Picture(
        path=path,
        alt="" if is_decorative else alt,
        caption=values.get("caption", ""),
        credit=values.get("credit", ""),
        focus=_focus(values.get("focus", "")),
        is_decorative=is_decorative,
        line=line,
    )


def _focus(written: str) -> tuple[int, int]:
    if not written:
        return MIDDLE
    left, top = written.replace("%", "").split()
    return int(left), int(top)


_HAS_ALT = {"required": ["alt"], "properties": {"alt": {"type": "string", "pattern": r"\S"}}}
_IS_DECORATIVE = {
    "required": ["decorative"],
    "properties": {"decorative": {"enum": [True, "true", "yes"]}},
}
PICTURE = Group(
    PICTURE_FIELDS,
    _build,
    "a mapping with `src` and `alt`",
    conditions={"anyOf": [_HAS_ALT, _IS_DECORATIVE]},
)
