"""Text made safe to set: cut, cleaned, isolated; and where it may be cut again. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

MAXIMUM_CHARACTERS = 600
"""More than any card can show; the rest is cut before anything is measured."""
LOOKED_AT_CHARACTERS = 4 * MAXIMUM_CHARACTERS
"""Of these the cleaned text is made, so that a text of megabytes costs nothing."""
ELLIPSIS = "…"
NO_BREAK_SPACE = "\u00a0"
SHORT_WORD_CHARACTERS = 9
"""A last line of one word up to this long is a widow."""
MOST_JOINED_CHARACTERS = 24
"""Two words longer than this together are not held together: they could not move."""

LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
END_OF_ISOLATE = "\u2069"
JOINER = "\u200d"
KEPT_FORMATS = frozenset({"\u200c", JOINER} | {chr(sign) for sign in range(0xE0020, 0xE0080)})
"""Signs of the category Cf that shape what stands around them; tags are in flags of regions."""
RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "syr", "ug", "ur", "yi"}
)
WORD_JOINER = "\u2060"
_LITTLE_WORD = re.compile(r"(?<!\S)([^\W\d_]{1,3}) (\S+)")
"""An article, a conjunction and the like. Of two in a row the first alone is found."""
_KOREAN_WORD = re.compile(r"(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{2,10}(?![\uac00-\ud7a3])")
"""Longer ones must be allowed to break."""
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
LONGEST_PHRASE = 8
"""Signs of a phrase that is held together; a longer one could leave a line half empty."""
VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2")
MODIFIERS = range(0x1F3FB, 0x1F400)
REGIONALS = range(0x1F1E6, 0x1F200)
THAI_AM = frozenset("\u0e33\u0eb3")


def clean(text: str, *, at_most: int = MAXIMUM_CHARACTERS) -> str:
    """The text on one line, composed, without control signs or orders of direction.

    Cut to `at_most` characters, between two that readers see as one never.
    """
    looked_at = text[:LOOKED_AT_CHARACTERS]
    composed = unicodedata.normalize("NFC", looked_at)
    kept = (" " if sign.isspace() else sign for sign in composed if _is_kept(sign))
    line = " ".join("".join(kept).split())
    if len(line) <= at_most and len(text) <= LOOKED_AT_CHARACTERS:
        return line
    return _cut(line, at_most) + ELLIPSIS


def _is_kept(sign: str) -> bool:
    if sign.isspace() or sign in KEPT_FORMATS:
        return True
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs")


def _cut(line: str, at_most: int) -> str:
    cut = 0
    for end in boundaries(line[: at_most + 40]):
        if end > at_most:
            break
        cut = end
    return line[:cut].rstrip()


def is_right_to_left(text: str, lang: str) -> bool:
    """Whether the text is read from the right.

    In a language that is, unless no letter runs to the left: `Wi-Fi` may begin a headline in
    Hebrew. In others, where the first letter with a direction does.
    """
    found = [unicodedata.bidirectional(sign) for sign in text]
    directions = [direction for direction in found if direction in ("L", "R", "AL")]
    if lang.lower().split("-")[0] in RIGHT_TO_LEFT_LANGUAGES:
        return not directions or set(directions) != {"L"}
    return bool(directions) and directions[0] != "L"


def isolation(*, rightward: bool) -> tuple[str, str]:
    """The marks before and after a text that keep its direction to itself."""
    return LEFT_TO_RIGHT_ISOLATE if rightward else RIGHT_TO_LEFT_ISOLATE, END_OF_ISOLATE


def has_case(text: str) -> bool:
    """Whether any letter has capitals, so that setting in capitals means something."""
    return any(sign.upper() != sign.lower() for sign in text)


def capitals(text: str, lang: str) -> str:
    """The text in capitals, as its language writes them."""
    base = lang.lower().split("-")[0]
    if base in ("tr", "az"):
        text = text.replace("i", "İ")
    if base == "el":
        # Greek capitals carry no accent.
        bare = (sign for sign in unicodedata.normalize("NFD", text) if sign != "\u0301")
        text = unicodedata.normalize("NFC", "".join(bare))
    return text.upper()


def without_widow(text: str) -> str:
    """The text with its last two words held together, where the last one is short."""
    words = text.rsplit(" ", 2)
    if len(words) < 3:
        return text
    *_, before, last = words
    if len(last) > SHORT_WORD_CHARACTERS or len(before) + len(last) > MOST_JOINED_CHARACTERS:
        return text
    return text[: -len(last) - 1] + NO_BREAK_SPACE + last


def without_stragglers(text: str) -> str:
    """The text with each little word held to the next one: none ends a line, or stands alone."""
    return _LITTLE_WORD.sub(f"\\1{NO_BREAK_SPACE}\\2", text)


def whole_words(text: str) -> str:
    """The text with marks that keep Korean words together, as readers of newspapers expect."""
    return _KOREAN_WORD.sub(lambda word: WORD_JOINER.join(word[0]), text)


def whole_phrases(text: str, lang: str) -> str:
    """Chinese or Japanese text with marks that keep its phrases together; any other as it is.

    No line then ends inside a word. A phrase longer than `LONGEST_PHRASE` signs may be broken.

    Source: BudouX, a small model of where phrases end, trained for each of the two.
    """
    parser = _phrases(lang) if _IDEOGRAPHS.search(text) else None
    if parser is None:
        return text
    return "".join(map(_held, parser.parse(text)))


def _held(phrase: str) -> str:
    # Letters are kept together as words anyway, and marks between them would part what they share.
    if len(phrase) > LONGEST_PHRASE or any(sign.isascii() for sign in phrase):
        return phrase
    ends = boundaries(phrase)
    return WORD_JOINER.join(phrase[start:end] for start, end in zip((0, *ends), ends, strict=False))


@lru_cache(maxsize=8)
def _phrases(lang: str) -> Any:  # noqa: ANN401 - another type by language
    # Most newsrooms never need it.
    import budoux

    tag = lang.lower()
    if tag.startswith("ja"):
        return budoux.load_default_japanese_parser()
    if not tag.startswith("zh"):
        return None
    is_traditional = any(part in tag.split("-") for part in ("hant", "tw", "hk", "mo"))
    if is_traditional:
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()


def shortened(text: str, cuts: tuple[int, ...], keep: int) -> str:
    """The first `keep` signs of the text with an ellipsis, ending at a word where one is near.

    `cuts` are the text's `boundaries`. Scripts without spaces end at a sign.
    """
    start = text[: cuts[keep - 1]] if keep else ""
    if text[len(start) : len(start) + 1] not in ("", " "):
        word_end = start.rfind(" ")
        # A word so long that little else would remain is cut inside.
        if word_end * 2 > len(start):
            start = start[:word_end]
    return start.rstrip(" ,;:.–—-،؛、，·") + ELLIPSIS


def boundaries(text: str) -> tuple[int, ...]:
    """Where the text may be cut: the ends of what a reader sees as one sign, in order.

    Source: Unicode Standard Annex 29, the rules of extended grapheme clusters, in short: marks,
    joiners, emoji modifiers, pairs of regional indicators, conjuncts and Hangul syllables hold.
    """
    return tuple(_boundaries(text))


def _boundaries(text: str) -> Iterator[int]:
    flags = 0
    for index in range(1, len(text)):
        before, here = text[index - 1], text[index]
        flags = flags + 1 if ord(before) in REGIONALS else 0
        if not _holds(before, here, flags):
            yield index
    if text:
        yield len(text)


def _holds(before: str, here: str, flags: int) -> bool:
    """Whether no cut may come between two signs."""
    number = ord(here)
    if number < 0x300 and before != JOINER:
        return False
    return (
        unicodedata.category(here) in ("Mn", "Me", "Mc", "Cf")
        or before == JOINER
        or here == JOINER
        or number in MODIFIERS
        or here in THAI_AM
        or (before in VIRAMAS and here.isalpha())
        or (number in REGIONALS and flags % 2 == 1)
        or (0x1160 <= number <= 0x11FF)
    )
