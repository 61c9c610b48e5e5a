"""Reading well-formed HTML as tokens: the one regular expression that the other modules share.

Only for HTML that the Markdown parser or the sanitizer wrote: attribute values are always in double
quotes and hold no double quote and no angle bracket. It is not a parser of HTML as people write it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

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
    if not text:
        return {}
    return {match[1]: html.unescape(match[2] or "") for match in _ATTRIBUTE.finditer(text)}


def opening_tag(name: str, values: Mapping[str, str]) -> str:
    """The opening tag of an element with these attributes, unescaped."""
    written = "".join(f' {key}="{html.escape(value)}"' for key, value in values.items())
    return f"<{name}{written}>"


def plain_text(markup: str) -> str:
    """What readers read of `markup`: no tags or footnote numbers, white space evened out."""
    if is_bare_paragraph(markup):
        markup = markup[3:-4]
    if "\x02" in markup or "footnote-reference" in markup:
        markup = _NOT_TEXT.sub("", markup)
    if "<" in markup:
        markup = _ANY_TAG.sub("", markup.replace("<br", " <br"))
    if "&" in markup:
        markup = html.unescape(markup)
    elif _is_even(markup):
        return markup
    return " ".join(markup.split())


def is_bare_paragraph(markup: str) -> bool:
    """True when `markup` is a paragraph without attributes in which no other element stands."""
    return markup.startswith("<p>") and markup.find("<", 3) == len(markup) - len("</p>")


def count_words(markup: str) -> int:
    """How many words readers read of `markup`, near enough."""
    return len(_ANY_TAG.sub(" ", markup).split())


def text_words(text: str) -> int:
    """How many words `text` holds, in which no tag stands; it is not empty."""
    return text.count(" ") + 1 if _is_even(text) else len(text.split())


def _is_even(text: str) -> bool:
    """True when single spaces part the words of `text` and nothing else does; False is unsure.

    Most paragraphs pass, and to part them into words would take three times as long.
    """
    is_spaced = text.isascii() and "\n" not in text and "\t" not in text and "\r" not in text
    return is_spaced and "  " not in text and text[:1] != " " and text[-1:] != " "


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
