"""What a story is about, as numbers: its terms, each with the weight that its place gives it.

Depends on the story alone, so it is computed where the story is read, and remembered. A term is a
number made from a stem, a pair of characters, a tag or an author; no list of all terms is kept.
"""

from __future__ import annotations

import functools
import html
import itertools
import re
import sys
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import chain
from operator import itemgetter
from pathlib import Path
from zlib import crc32

import msgspec
import Stemmer

from jamstack.model import Article, BlockKind

TERM_BITS = 22
"""A term is a number of so many bits; of 100,000 terms one in forty shares its number."""
MOST_TERMS = 256
"""Terms kept of one story; of the weakest, some are left out of a long one."""
TITLE, DEK, BODY, TAG, AUTHOR = 3, 2, 1, 3, 3
"""How often a word counts, by its place."""
REMEMBERED = 1 << 17
"""Words of which the terms are held."""

LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
    "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
"""The stemmer of each language that has one."""

ELIDING = frozenset({"ca", "fr", "ga", "it"})
"""Languages that put little words, shortened, before an apostrophe."""

# Written without spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
# Vowel signs and points, which Python does not count among the letters.
_MARKS = r"\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_WORDS = re.compile(
    rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}](?:[^\W{_UNSPACED}]|[{_MARKS}])*"
    rf"(?:['’](?:[^\W_{_UNSPACED}]|[{_MARKS}])+)*"
)
# All signs of ASCII but the apostrophe are spaces.
_SPACED = bytes(
    byte if byte > 127 or chr(byte).isalnum() or chr(byte) == "'" else 32 for byte in range(256)
)
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]")
_MARKUP = re.compile(r"<[^>]*>|https?://\S+")
_WORDLESS = (BlockKind.RELATED, BlockKind.EMBED)


def profile(article: Article, *, language: str) -> bytes:
    """The terms of a story, and how often each counts: `vectors.unpacked` reads it.

    `language` is the site's, for a story that names none.
    """
    words = vocabulary((article.lang or language).partition("-")[0].lower())
    tokens: list[bytes] = []
    for times, text in _texts(article):
        tokens += _tokens(text) * times
    counts = Counter(chain.from_iterable(map(words.__getitem__, tokens)))
    for tag in article.tags:
        counts[term_of("#" + tag.casefold())] += TAG
    for author in article.credited:
        counts[term_of("@" + author)] += AUTHOR
    return _packed(counts)


def term_of(word: str) -> int:
    """The number of a stem, or of a tag (`#sea`) or an author (`@mira`)."""
    return crc32(word.encode("utf-8", "surrogatepass")) >> (32 - TERM_BITS)


@functools.lru_cache(maxsize=64)
def vocabulary(language: str) -> Vocabulary:
    """The words of one language, by its two or three letters."""
    return Vocabulary(language)


@functools.cache
def _stop_lists() -> dict[str, msgspec.Raw]:
    """The lists of `stopwordsiso` by language, each undecoded.

    Read past the package's own module, which takes a tenth of a second to import.
    """
    found = find_spec("stopwordsiso")
    folder = Path(found.origin if found and found.origin else "").parent
    data = (folder / "stopwords-iso.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, msgspec.Raw])


def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing of what a text is about."""
    listed = _stop_lists().get("no" if language in ("nb", "nn") else language)
    return msgspec.json.decode(listed, type=frozenset[str]) if listed else frozenset()


class Vocabulary(dict[bytes, tuple[int, ...]]):
    """The terms of each token of one language, found when they are first asked for.

    A token is what stands between spaces and signs of ASCII: one word mostly, several where signs
    of other scripts part them, none that counts where a word says nothing.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        name = LANGUAGES.get(language)
        self._stem = Stemmer.Stemmer(name).stemWord if name else str
        self._stop = stop_words(language)
        self._elides = language in ELIDING

    def __missing__(self, token: bytes) -> tuple[int, ...]:
        """The terms of a token that was not asked for before."""
        if len(self) > REMEMBERED:
            self.clear()
        stems: Iterator[str] = chain.from_iterable(map(self._stems, _words(token.decode())))
        self[token] = found = tuple(map(term_of, stems))
        return found

    def _stems(self, word: str) -> Iterable[str]:
        if _UNSPACED_RUN.match(word):
            return _pairs(word)
        parts = word.replace("’", "'").split("'")
        # The sense stands after the apostrophe in `l'école`, and before it in `Mira's`.
        plain = parts[-1] if self._elides else parts[0]
        is_dull = len(plain) < 2 or (plain.isdecimal() and len(plain) < 3)
        return () if is_dull or {plain, word} & self._stop else (self._stem(plain),)


def _tokens(text: str) -> list[bytes]:
    """What stands in a text between spaces and signs of ASCII, in small letters."""
    return text.lower().encode("utf-8", "replace").translate(_SPACED).split()


def _words(token: str) -> list[str]:
    """The words in a token, and its runs of characters without spaces."""
    return _WORDS.findall(unicodedata.normalize("NFKC", token).lower())


def _pairs(run: str) -> Iterable[str]:
    """Each two neighbours of a run of characters between which no spaces show the words."""
    return map("".join, itertools.pairwise(run)) if len(run) > 1 else (run,)


def _texts(article: Article) -> Iterator[tuple[int, str]]:
    """Each text of a story, after how often its words count."""
    yield TITLE, article.title
    yield DEK, article.dek
    for tag in article.tags:
        yield BODY, tag.replace("-", " ").replace("_", " ")
    blocks = (block.html for block in article.body.blocks if block.kind not in _WORDLESS)
    yield BODY, html.unescape(_MARKUP.sub(" ", "\n".join(blocks)))


def _packed(counts: Counter[int]) -> bytes:
    if len(counts) > MOST_TERMS:
        # Of equals those that stand first: a story begins with what matters.
        strongest = sorted(counts.items(), key=itemgetter(1), reverse=True)
        counts = Counter(dict(strongest[:MOST_TERMS]))
    terms, times = array("I", counts), counts.values()
    if sys.byteorder == "big":
        terms.byteswap()
    few = times if max(times, default=0) < 256 else [min(count, 255) for count in times]
    return terms.tobytes() + bytes(few)
