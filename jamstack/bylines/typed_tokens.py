"""A typed line in tokens, and the finding of known words among them.

Tokens are words and single signs. They are compared by a key that is the same in capitals, with
typographic and with straight apostrophes, hyphens and quotation marks, and in every Unicode form.
Reads each sign once, and no pattern that could go back over the line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from jamstack.bylines.typed_words import ABBREVIATIONS

_LINE_ENDS = frozenset("\n\r\x85\u2028\u2029")
_KEYS = {
    **dict.fromkeys("’‘ʼʻ´＇", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("،", ","),
    **dict.fromkeys("؛", ";"),
}
_SEPARATORS = frozenset(";|/—―·•\n")
_INNER = frozenset("-'")
_TATWEEL = "\u0640"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one sign; `start` and `end` are where it lies in the composed (NFC) line.

    `is_glued`: nothing stands between it and the token before. `is_separator`: it ends a part.
    """

    key: str
    start: int
    end: int
    is_word: bool
    is_glued: bool
    is_separator: bool = False


@dataclass(slots=True)
class Phrases:
    """Sequences of keys and what each of them means, to find the longest at a place.

    Several meanings of one sequence are kept, in the order in which they were added.
    """

    branches: dict[str, Phrases] = field(default_factory=dict)
    meanings: list[str] = field(default_factory=list)

    def add(self, keys: Sequence[str], meaning: str) -> None:
        """Let `keys` mean `meaning` too; without keys nothing is added."""
        branch = self
        for key in keys:
            branch = branch.branches.setdefault(key, Phrases())
        if keys and meaning not in branch.meanings:
            branch.meanings.append(meaning)

    def has(self, keys: Sequence[str]) -> bool:
        """True when `keys` mean something."""
        branch: Phrases | None = self
        for key in keys:
            branch = branch.branches.get(key) if branch else None
        return bool(branch and branch.meanings)

    def every(self, tokens: Sequence[Token], start: int) -> list[Match]:
        """All sequences that begin at `start` and do not end within a word, the shortest first."""
        branch, found = self, []
        for number in range(start, len(tokens)):
            following = branch.branches.get(tokens[number].key)
            if following is None:
                break
            branch = following
            if branch.meanings and _is_whole(tokens, number + 1):
                found.append(Match(tuple(branch.meanings), start, number + 1))
        return found

    def longest(self, tokens: Sequence[Token], start: int) -> Match | None:
        """The longest sequence that begins at `start` and does not end within a word."""
        found = self.every(tokens, start)
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Match:
    """What the tokens from `start` to before `end` mean."""

    meanings: tuple[str, ...]
    start: int
    end: int


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of the tokens of `text`."""
    return tuple(token.key for token in tokens_of(unicodedata.normalize("NFC", text)))


def tokens_of(line: str) -> list[Token]:
    """The tokens of a composed line; white space other than line ends, and invisible signs, go."""
    tokens: list[Token] = []
    position, is_glued = 0, False
    while position < len(line):
        end = _word_end(line, position)
        sign = line[position]
        key = _word_key(line[position:end])
        is_invisible = not key and (sign == _TATWEEL or unicodedata.category(sign) == "Cf")
        if key:
            tokens.append(Token(key, position, end, True, is_glued))
        elif sign in _LINE_ENDS:
            tokens.append(Token("\n", position, position + 1, False, False, True))
        elif not sign.isspace() and not is_invisible:
            tokens.append(_sign(line, position, tokens, is_glued=is_glued))
        if not is_invisible:
            is_glued = not sign.isspace()
        position = max(end, position + 1)
    return tokens


def is_joined(tokens: Sequence[Token], number: int) -> bool:
    """True when nothing but this sign stands between two words, as in `D.C` or `Al-Said`."""
    return (
        0 < number < len(tokens) - 1
        and tokens[number].is_glued
        and tokens[number + 1].is_glued
        and tokens[number + 1].is_word
    )


def _is_whole(tokens: Sequence[Token], end: int) -> bool:
    """False when the word before `end` goes on, as `Ana` does in `Ana-Maria` and in `Ana's`."""
    if end >= len(tokens):
        return True
    joins = tokens[end].key in _INNER or tokens[end].key == "."
    return not (joins and is_joined(tokens, end))


def _word_end(line: str, start: int) -> int:
    """Where the word that starts here ends; `start` itself when none does."""
    end = start
    # A word starts with a letter or digit: marks alone are not walked again from each of them.
    while end < len(line) and (line[end].isalnum() or (end > start and _continues(line[end]))):
        end += 1
    return end


def _continues(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Mc", "Cf")


def _word_key(word: str) -> str:
    kept = "".join(sign for sign in word if unicodedata.category(sign) != "Cf" and sign != _TATWEEL)
    return unicodedata.normalize("NFC", kept.casefold())


def _sign(line: str, position: int, tokens: list[Token], *, is_glued: bool) -> Token:
    sign = line[position]
    key = _KEYS.get(sign, sign)
    following = line[position + 1 : position + 2]
    is_separator = key in _SEPARATORS
    if key == "-":
        # Free-standing it is a dash between parts, otherwise a hyphen within a name.
        is_separator = not is_glued and not following.strip()
    elif key == ".":
        within = is_glued and following.isalnum()
        is_separator = not within and not (is_glued and _is_abbreviation(tokens))
    return Token(key, position, position + 1, False, is_glued, is_separator)


def _is_abbreviation(tokens: list[Token]) -> bool:
    return bool(tokens) and (len(tokens[-1].key) == 1 or tokens[-1].key in ABBREVIATIONS)
