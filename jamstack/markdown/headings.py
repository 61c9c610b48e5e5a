"""Headings with anchors, in an outline that begins under the headline and skips no level."""

from __future__ import annotations

import re

from slugify import slugify

from jamstack.markdown.markup import ATTRIBUTES, attributes, opening_tag, plain_text

_TAG = re.compile(rf"<(/?)h([1-6]){ATTRIBUTES}>")

_NOT_IN_ANCHOR = re.compile("[^a-z0-9]+")
_TYPOGRAPHY = str.maketrans({"’": "", "‘": "", "“": "-", "”": "-", "–": "-", "—": "-", "…": "-"})
_LONGEST_ANCHOR = 80
"""Characters."""

# The form other Markdown tools know: `## What happens next {#next}`, `{#next .wide}`. Classes go.
_WRITTEN_ANCHOR = re.compile(r"\s*\{#([A-Za-z][\w-]*)(?:\s+[.#][\w-]+)*\s*\}\s*\Z")


def text_anchor(text: str) -> str:
    """The anchor that a heading's plain text makes: Latin letters, digits and single hyphens.

    Empty where the text has none of these.
    """
    # What slugify makes, in a fifth of its time, where no letter must be rewritten as another.
    plain = text if text.isascii() else text.translate(_TYPOGRAPHY)
    if plain.isascii() and "&" not in plain and "," not in plain:
        anchor = _NOT_IN_ANCHOR.sub("-", plain.lower()).strip("-")
        if len(anchor) < _LONGEST_ANCHOR:
            return anchor
    return slugify(text, max_length=_LONGEST_ANCHOR, word_boundary=True)


class Outline:
    """Gives each heading of one body its level and its anchor; keeps what was given."""

    def __init__(self) -> None:
        self._level = 1
        self._top = 0
        self.anchors: set[str] = set()

    def anchor(self, wanted: str) -> str:
        """`wanted`, or with a number when it was given before."""
        candidate, number = wanted, 1
        while candidate in self.anchors:
            number += 1
            candidate = f"{wanted}-{number}"
        self.anchors.add(candidate)
        return candidate

    def rewrite(self, markup: str) -> str:
        """Rewrite every heading in `markup`, in order; a heading inside a heading is none."""
        parts: list[str] = []
        start = 0
        depth = 0
        opening: re.Match[str] | None = None
        for match in _TAG.finditer(markup):
            depth += -1 if match[1] else 1
            if depth == 1 and not match[1]:
                parts.append(markup[start : match.start()])
                start, opening = match.end(), match
            elif depth == 0 and opening:
                inner = markup[start : match.start()]
                inner = _TAG.sub("", inner) if "<" in inner else inner
                parts.append(self._heading(int(opening[2]), attributes(opening[3]), inner))
                start = match.end()
        return "".join((*parts, markup[start:]))

    def _heading(self, written: int, found: dict[str, str], inner: str) -> str:
        written_anchor = _WRITTEN_ANCHOR.search(inner) if "{#" in inner else None
        if written_anchor:
            inner = inner[: written_anchor.start()]
            found.setdefault("id", written_anchor[1])
        text = plain_text(inner)
        if not text:
            return f"<p>{inner}</p>" if inner.strip() else ""
        # The first heading of a body is a level 2 whatever was typed; others keep their distance.
        self._top = self._top or written
        self._level = max(2, min(2 + written - self._top, self._level + 1, 6))
        wanted = " ".join(found.pop("id", "").split())
        if not wanted or " " in wanted:
            wanted = text_anchor(text)
        identity = {"id": self.anchor(wanted or "section")}
        return f"{opening_tag(f'h{self._level}', {**identity, **found})}{inner}</h{self._level}>"
