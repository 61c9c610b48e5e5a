"""Related lines: `RELATED: slug` on a line of its own, with or without blank lines around it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from jamstack.markdown.markup import is_balanced

_WHOLE = re.compile(r"<p>[ \t]*RELATED:[ \t]*([^\n<]*)</p>")
_LINE = re.compile(r"(?:\A<p>|\n)[ \t]*RELATED:[ \t]*([^\n<]*)(?:<br ?/?>)?(?=\n|</p>\Z)")
_BREAKS = re.compile(r"(?:\s|<br ?/?>)*\Z")


def target(piece: str) -> str | None:
    """The slug that a paragraph names as a related line, empty where it names none.

    None when the paragraph is no related line.
    """
    match = _WHOLE.fullmatch(piece) if "RELATED:" in piece else None
    return html.unescape(match[1]).strip() if match else None


def apart(piece: str) -> Iterator[str]:
    """Part a paragraph at each related line in it; the parts are paragraphs.

    One with attributes was typed as HTML and stays whole.
    """
    if not piece.startswith("<p>"):
        yield piece
        return
    start = 0
    for match in _LINE.finditer(piece):
        before = piece[start : match.start()].removeprefix("<p>")
        # Inside emphasis or a link the line is text: to cut there would tear the element apart.
        if is_balanced(before):
            yield from _paragraph(before)
            yield f"<p>RELATED: {match[1].strip()}</p>"
            start = match.end()
    yield from _paragraph(piece[start:].removeprefix("<p>").removesuffix("</p>"))


def _paragraph(text: str) -> Iterator[str]:
    text = _BREAKS.sub("", text).strip()
    if text:
        yield f"<p>{text}</p>"
