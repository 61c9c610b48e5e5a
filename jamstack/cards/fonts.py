"""Which typefaces write a text: ours, then the newsroom's, then the system's.

A text is matched sign by sign as readers see signs: a letter with its marks, or a family of emoji,
comes from one typeface or is missing. What no typeface has is told and never drawn as a square.
"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import skia

from jamstack.cards.broken import CardFontError
from jamstack.cards.faces import Face, faces_of
from jamstack.cards.files import bundled_files, digest_of, named_files, system_files
from jamstack.cards.portraits import Portraits
from jamstack.cards.words import boundaries, clean

EMOJI_SELECTOR = "\ufe0f"
SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
INVISIBLE = frozenset({0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x3164})
"""Signs that shape others or keep a place, and show nothing, though their category is another."""
KEPT_TEXTS = 500
"""For which typefaces were chosen: a text is set a few times in a row."""
REGIONS: Mapping[str, str] = {
    "ja": "JP",
    "ko": "KR",
    "zh-hk": "HK",
    "zh-mo": "HK",
    "zh-tw": "TC",
    "zh-hant": "TC",
    "zh": "SC",
}
"""How typefaces of ideographs end, by language: the same sign has other strokes elsewhere."""


class Voice(enum.Enum):
    """In which tone something is said."""

    HEADLINE = "headline"
    STRONG = "strong"
    PLAIN = "plain"


LATIN: Mapping[Voice, tuple[str, ...]] = {
    Voice.HEADLINE: ("newsreader-semibold", "newsreader-semibold-ext"),
    Voice.STRONG: ("libre-franklin-semibold", "libre-franklin-semibold-ext"),
    Voice.PLAIN: ("libre-franklin-regular", "libre-franklin-regular-ext"),
}
"""The faces of the theme."""
WORLD: Mapping[Voice, tuple[str, ...]] = {
    Voice.HEADLINE: (
        "noto-serif-bold",
        "noto-naskh-arabic-bold",
        "noto-serif-hebrew-bold",
        "noto-serif-devanagari-bold",
        "noto-serif-thai-bold",
    ),
    Voice.STRONG: (
        "noto-sans-bold",
        "noto-naskh-arabic-bold",
        "noto-serif-hebrew-bold",
        "noto-serif-devanagari-bold",
        "noto-serif-thai-bold",
    ),
    Voice.PLAIN: (
        "noto-sans-regular",
        "noto-naskh-arabic-regular",
        "noto-sans-hebrew-regular",
        "noto-sans-devanagari-regular",
        "noto-sans-thai-regular",
    ),
}
"""The faces of other scripts, and of Latin letters that the theme's lack."""


class Fonts:
    """The typefaces of a newsroom's cards; made by `load_fonts`. Holds what drawing keeps."""

    def __init__(
        self,
        bundled: Mapping[str, Face],
        extra: tuple[Face, ...],
        system: tuple[Path, ...],
        digest: str,
    ) -> None:
        self.digest = digest
        self.portraits = Portraits()
        self.collection = skia.textlayout.FontCollection()
        self.unicode = skia.Unicodes.ICU.Make()
        self._provider = skia.textlayout.TypefaceFontProvider()
        self.collection.setDefaultFontManager(self._provider)
        self._bundled = bundled
        self._extra = extra
        self._system = system
        self._opened: dict[Path, tuple[Face, ...]] = {}
        self._registered: dict[str, str] = {}
        self._runs: dict[tuple[str, Voice, str], tuple[tuple[str, str], ...]] = {}
        self._ranked: dict[Voice, list[Path]] = {}
        self._found: dict[tuple[Voice, str, str], Face | None] = {}

    def runs(self, text: str, voice: Voice, lang: str) -> tuple[tuple[str, str], ...]:
        """The text in parts, each with the typeface that writes it; together they are the text.

        Skia can find a typeface for each part itself, yet loses letters with joiners between.
        """
        key = (text, voice, lang)
        if key not in self._runs:
            if len(self._runs) > KEPT_TEXTS:
                self._runs.clear()
            self._runs[key] = tuple(self._divided(text, voice, lang))
        return self._runs[key]

    def _divided(self, text: str, voice: Voice, lang: str) -> Iterator[tuple[str, str]]:
        faces = self._chosen(text, voice, lang)
        current, start, end = faces[0], 0, 0
        for here in boundaries(text):
            sign = text[end:here]
            face = _writer(sign, faces, current)
            if face is not current:
                if end > start:
                    yield text[start:end], current.family
                current, start = face, end
            end = here
        yield text[start:], current.family

    def _chosen(self, text: str, voice: Voice, lang: str) -> tuple[Face, ...]:
        """The typefaces that the text needs, the one that has most of its letters first."""
        chain = dict.fromkeys(self._chain(text, voice))
        found = (self._find(sign, voice, lang) for sign in _strange(text, chain))
        faces = tuple(dict.fromkeys((*chain, *(face for face in found if face is not None))))
        for face in faces:
            if face.family not in self._registered:
                self._registered[face.family] = face.native
                self._provider.registerTypeface(face.typeface, face.family)
        letters = [sign for sign in text if sign.isalpha()]
        # A word looks best with the digits and stops of its own typeface.
        lead = max(faces, key=lambda face: sum(face.covers((ord(sign),)) for sign in letters))
        return tuple(dict.fromkeys((lead, *faces)))

    def native_name(self, family: str) -> str:
        """What a typeface that was handed out calls itself."""
        return self._registered[family]

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files of the system that may be looked into."""
        return self._system

    def missing(self, text: str, lang: str) -> tuple[str, ...]:
        """The signs of `text` that nobody here has a glyph for, each once, in order."""
        line = clean(text)
        faces = tuple(self._chain(line, Voice.HEADLINE))
        lacking = (
            sign
            for sign in _strange(line, faces)
            if not _have(faces, sign) and self._find(sign, Voice.HEADLINE, lang) is None
        )
        return tuple(dict.fromkeys(lacking))

    def _chain(self, text: str, voice: Voice) -> Iterator[Face]:
        latin = [self._bundled[name] for name in LATIN[voice]]
        letters = {sign for sign in text if unicodedata.name(sign, "").startswith("LATIN ")}
        # A word that takes half its letters from another typeface looks like a ransom note.
        if all(any(face.covers((ord(sign),)) for face in latin) for sign in letters):
            yield from latin
        yield from (self._bundled[name] for name in WORLD[voice])
        yield from self._extra

    def _find(self, sign: str, voice: Voice, lang: str) -> Face | None:
        region = _region(sign, lang)
        key = (voice, sign, region)
        if key not in self._found:
            self._found[key] = self._search(sign, voice, region)
        return self._found[key]

    def _search(self, sign: str, voice: Voice, region: str) -> Face | None:
        points = _points(sign)
        if voice not in self._ranked:
            self._ranked[voice] = sorted(self._system, key=lambda file: _rank(file, voice))
        for file in self._ranked[voice]:
            faces = self._open(file)
            # A collection holds one typeface for each region.
            for face in sorted(faces, key=lambda face: not face.native.endswith(region)):
                if face.covers(points):
                    return face
        return None

    def _open(self, file: Path) -> tuple[Face, ...]:
        if file not in self._opened:
            self._opened[file] = faces_of(file)
        return self._opened[file]


def load_fonts(extra: Sequence[Path] = ()) -> Fonts:
    """Make the chain of typefaces: ours, the files and folders of `extra`, the system's.

    Raises:
        CardFontError: a path of `extra` leads to no font.
    """
    files = bundled_files()
    bundled = {file.stem: faces_of(file)[0] for file in files}
    named = named_files(extra)
    system = system_files()
    return Fonts(
        bundled,
        tuple(face for file in named for face in _own(file)),
        system,
        digest_of((*files, *named), system),
    )


def _own(file: Path) -> tuple[Face, ...]:
    faces = faces_of(file)
    if not faces:
        raise CardFontError(file.as_posix())
    return faces


def _strange(text: str, faces: Sequence[Face] | Mapping[Face, None]) -> Iterator[str]:
    """What readers see as one sign, wherever none of `faces` has it all."""
    start = 0
    for end in boundaries(text):
        sign = text[start:end]
        start = end
        if sign.isascii():
            continue
        if _points(sign) and (EMOJI_SELECTOR in sign or not _have(faces, sign)):
            yield sign


def _writer(sign: str, faces: Sequence[Face], current: Face) -> Face:
    """The typeface for one sign: emoji in colour where they are asked for, else the first."""
    points = _points(sign)
    if not points:
        # Spaces are as wide as the text's own; those between emoji are huge.
        return faces[0] if sign.isspace() else current
    if EMOJI_SELECTOR in sign:
        faces = sorted(faces, key=lambda face: "Emoji" not in face.native)
    return next((face for face in faces if face.covers(points)), faces[0])


def _have(faces: Iterable[Face], sign: str) -> bool:
    points = _points(sign)
    return any(face.covers(points) for face in faces)


def _points(sign: str) -> tuple[int, ...]:
    """The code points that need a glyph."""
    return tuple(ord(part) for part in sign if not _is_invisible(part))


def _is_invisible(part: str) -> bool:
    number = ord(part)
    return (
        part.isspace()
        or number in INVISIBLE
        or any(number in selectors for selectors in SELECTORS)
        or unicodedata.category(part) == "Cf"
    )


def _region(sign: str, lang: str) -> str:
    name = unicodedata.name(sign[0], "")
    if name.startswith(("HIRAGANA", "KATAKANA")):
        return "JP"
    if name.startswith("HANGUL"):
        return "KR"
    tag = lang.lower()
    return next((region for start, region in REGIONS.items() if tag.startswith(start)), "SC")


def _rank(file: Path, voice: Voice) -> tuple[bool, ...]:
    """False comes first: emoji in colour, Noto, the wanted weight, with or without serifs."""
    name = file.name.lower()
    weight = "regular" if voice is Voice.PLAIN else "bold"
    style = "serif" if voice is Voice.HEADLINE else "sans"
    return (
        "coloremoji" not in name,
        "noto" not in name,
        "cjk" not in name,
        "italic" in name or "mono" in name,
        weight not in name,
        style not in name,
    )
