"""Reading well-formed HTML as tokens: the one regular expression that the other modules share.

Only for HTML that the Markdown parser or the sanitizer wrote: attribute values are always in double
quotes and hold no double quote and no angle bracket. It is not a parser of HTML as people write it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

ATTRIBUTES = r"((?:\s[^<>]*)?)"
"""The attributes of a tag as one group of a regular expression."""
TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*){ATTRIBUTES}>")
_ANY_TAG = re.compile("<[^>]*>")
_PLAIN_LETTER = re.compile(r">\s*[^<&\s\x02]")
_ATTRIBUTE = re.compile(r'\s+([^\s"=<>/]+)(?:="([^"]*)")?')
_NOT_TEXT = re.compile(
    "\x02[^\x03]*\x03" + r'|<sup class="footnote-reference">.*?</sup>', re.DOTALL
)

VOID = frozenset({"br", "col", "hr", "img", "wbr"})
INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i",
        "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strong", "sub", "sup", "time", "u", "var", "wbr",
    }
)  # fmt: skip


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag as {name: unescaped value}."""
    return {match[1]: html.unescape(match[2] or "") for match in _ATTRIBUTE.finditer(text)}


def opening_tag(name: str, values: Mapping[str, str]) -> str:
    """The opening tag of an element with these attributes, unescaped."""
    written = "".join(f' {key}="{html.escape(value)}"' for key, value in values.items())
    return f"<{name}{written}>"


def plain_text(markup: str) -> str:
    """What readers read of `markup`: no tags or footnote numbers, white space evened out."""
    if "\x02" in markup or "footnote-reference" in markup:
        markup = _NOT_TEXT.sub("", markup)
    return " ".join(html.unescape(_ANY_TAG.sub("", markup.replace("<br", " <br"))).split())


def count_words(markup: str) -> int:
    """How many words readers read of `markup`, near enough."""
    return len(_ANY_TAG.sub(" ", markup).split())


def is_shown(markup: str) -> bool:
    """True when readers see something of `markup`: text, or a picture's marker."""
    if _PLAIN_LETTER.search(markup):
        return True
    return "\x02picture:" in markup or plain_text(markup) != ""


def is_balanced(markup: str) -> bool:
    """True when `markup` closes every element it opens, in order, and no other."""
    opened: list[str] = []
    for match in TAG.finditer(markup):
        if match[1]:
            if not opened or opened.pop() != match[2]:
                return False
        elif match[2] not in VOID:
            opened.append(match[2])
    return not opened


def top_level(markup: str) -> Iterator[tuple[str, str]]:
    """Cut `markup` into its outermost pieces, as (element name, whole piece).

    Text and inline elements that stand between block elements come as one piece named `p`,
    wrapped in a paragraph; or named `div` and wrapped in one, where they hold a block element.
    """
    depth = 0
    start = 0
    name = ""
    wrapper = "p"
    for match in TAG.finditer(markup):
        tag = match[2]
        if tag not in INLINE:
            if depth == 0:
                yield from _loose(markup[start : match.start()], wrapper)
                start, name, wrapper = match.start(), tag, "p"
            elif not name:
                wrapper = "div"
        if match[1]:
            depth -= 1
        elif tag not in VOID:
            depth += 1
        if depth == 0 and name:
            yield name, markup[start : match.end()]
            start, name = match.end(), ""
    yield from _loose(markup[start:], wrapper)


def _loose(text: str, wrapper: str) -> Iterator[tuple[str, str]]:
    text = text.strip()
    if text:
        yield wrapper, f"<{wrapper}>{text}</{wrapper}>"
