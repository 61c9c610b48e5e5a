"""Related lines: `RELATED: a story` on a line of its own, with or without blank lines around it.

The story is named in the writer's words, as they stand in the HTML; which story that is, is settled
when all files have been read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from jamstack.markdown.markup import is_balanced

# What Markdown makes of a headline or an address: emphasis, code, a link.
_NAME = r"((?:[^\n<]|</?(?:em|strong|b|i|code|del)>|<a href=\"[^\"<>]*\"[^<>]*>|</a>)*?)"
_WHOLE = re.compile(rf"<p>[ \t]*RELATED:[ \t]*{_NAME}</p>")
_LINE = re.compile(rf"(?:\A<p>|\n)[ \t]*RELATED:[ \t]*{_NAME}(?:<br ?/?>)?(?=\n|</p>\Z)")
_LINK = re.compile(r'<a href="([^"]*)"[^<>]*>.*</a>')
_TAGS = re.compile(r"<[^<>]*>")
_BREAKS = re.compile(r"(?:\s|<br ?/?>)*\Z")


def target(piece: str) -> str | None:
    """The story that a paragraph names as a related line, empty where it names none.

    A link names the story that it leads to. None when the paragraph is no related line.
    """
    match = _WHOLE.fullmatch(piece) if "RELATED:" in piece else None
    if match is None or not is_balanced(match[1]):
        return None
    link = _LINK.fullmatch(match[1].strip())
    return html.unescape(link[1] if link else _TAGS.sub("", match[1])).strip()


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
        if is_balanced(before) and is_balanced(match[1]):
            yield from _paragraph(before)
            yield f"<p>RELATED: {match[1].strip()}</p>"
            start = match.end()
    yield from _paragraph(piece[start:].removeprefix("<p>").removesuffix("</p>"))


def _paragraph(text: str) -> Iterator[str]:
    text = _BREAKS.sub("", text).strip()
    if text:
        yield f"<p>{text}</p>"
