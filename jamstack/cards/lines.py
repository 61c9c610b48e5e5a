"""Setting text in lines: as large as fits, evenly broken, cut with an ellipsis where it must be.

Skia shapes and breaks; it cannot tell where lines end, so lines are counted by their height, which
is the same for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import skia

from jamstack.cards.colours import Colour
from jamstack.cards.fonts import Fonts, Voice
from jamstack.cards.words import (
    boundaries,
    is_right_to_left,
    isolation,
    shortened,
    whole_phrases,
    whole_words,
    without_stragglers,
    without_widow,
)

LEADINGS: tuple[tuple[range, float], ...] = (
    (range(0x0590, 0x0600), 1.16),
    (range(0x0600, 0x0780), 1.42),
    (range(0x0900, 0x0E00), 1.36),
    (range(0x0E00, 0x0F00), 1.34),
    (range(0x0F00, 0x1000), 1.5),
    (range(0x1000, 0x1100), 1.5),
    (range(0x1100, 0x1200), 1.26),
    (range(0x1780, 0x1800), 1.5),
    (range(0x2600, 0x27C0), 1.22),
    (range(0x3040, 0xD800), 1.26),
    (range(0xF900, 0xFB00), 1.26),
    (range(0x1F000, 0x20000), 1.22),
)
"""The height of a line in sizes, by script: where marks stand above and below, lines need room."""
LATIN_LEADING = 1.06
PLAIN_LEADING = 0.26
"""What small text needs more."""
SLACK = 0.05
"""In sizes: a word measured before a space is a little narrower than one that ends a line."""
RAGGED = 0.8
"""The part of its width that a text of several lines fills, below which it looks torn."""
LEAST_SHRINKING = 0.85
"""How much smaller a text may be set to fill its lines better."""
STEPS = 9
"""Of halving the width when lines are made even: to within a pixel or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set. `is_rightmost` aligns it to the right.

    `spacing` is between letters, in sizes.
    """

    voice: Voice
    colour: Colour
    lang: str
    is_rightmost: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Text in lines, ready to paint: measures in pixels. `text` is what is left of it.

    `is_cut` says that it ends with an ellipsis of ours, `has_widow` that a short word may stand
    alone on the last line.
    """

    paragraph: Any
    text: str
    size_px: float
    width_px: float
    height_px: float
    lines: int
    is_rightmost: bool
    is_cut: bool = False
    has_widow: bool = False

    def paint(self, canvas: Any, start: float, top: float, room_px: float) -> None:  # noqa: ANN401
        """Paint it into a column of `room_px` that begins at `start`, on the side it reads from."""
        left = start + room_px - self.width_px if self.is_rightmost else start
        self.paragraph.paint(canvas, left, top)


def fit(
    fonts: Fonts,
    text: str,
    style: Style,
    *,
    sizes_px: Sequence[float],
    room_px: tuple[float, float],
    most_lines: int,
) -> Block:
    """Set `text` at the first of `sizes_px` (largest first) at which it fits into `room_px`.

    `room_px` is a width and a height. At the last size, what does not fit is cut. Words are never
    broken, unless one alone is wider than the room at the last size. The lines are as even as
    their number allows, and no short word stands alone on the last one where that can be helped.
    Where they are ragged even so, or end in such a word, the text is set a little smaller, if that
    helps.
    """
    width = room_px[0]
    measure = _Measure(fonts, text, style, sizes_px[0])
    for place, size in enumerate(sizes_px):
        lines = measure.lines(size, width)
        fits = lines <= _lines_within(measure, size, room_px[1], most_lines)
        if fits and measure.widest_word(size) <= width:
            block = _even(fonts, text, style, size, width, lines)
            found = [block]
            smaller = [one for one in sizes_px[place + 1 :] if one >= size * LEAST_SHRINKING]
            while smaller and not _is_good(found[-1]):
                one = smaller.pop(0)
                fewer = min(block.lines, measure.lines(one, width))
                other = _even(fonts, text, style, one, width, fewer)
                if other.lines < block.lines or other.has_widow < block.has_widow:
                    found.append(other)
            return max(found, key=_beauty)
    return _cut(
        fonts,
        text,
        style,
        sizes_px[-1],
        width,
        _lines_within(measure, sizes_px[-1], room_px[1], most_lines),
    )


def one_line(
    fonts: Fonts, text: str, style: Style, *, sizes_px: Sequence[float], width_px: float
) -> Block:
    """Set `text` on one line."""
    return fit(fonts, text, style, sizes_px=sizes_px, room_px=(width_px, 1_000.0), most_lines=1)


@lru_cache(maxsize=1_024)
def leading(text: str, voice: Voice) -> float:
    """The height of a line, in sizes, that every script in the text has room in."""
    numbers = {ord(sign) >> 4 << 4 for sign in text if not sign.isascii()}
    factors = [factor for script, factor in LEADINGS if any(number in script for number in numbers)]
    most = max(factors, default=LATIN_LEADING)
    return most if voice is Voice.HEADLINE else max(most, LATIN_LEADING + PLAIN_LEADING)


class _Measure:
    """The text shaped once, and measured as at any size: outlines grow evenly."""

    def __init__(self, fonts: Fonts, text: str, style: Style, size: float) -> None:
        self.leading = leading(text, style.voice)
        self._size = size
        self._paragraph = _paragraph(fonts, text, style, size)

    def lines(self, size: float, width: float) -> int:
        self._paragraph.layout(width * self._size / size)
        return max(1, round(float(self._paragraph.Height) / (self._size * self.leading)))

    def widest_word(self, size: float) -> float:
        return float(self._paragraph.MinIntrinsicWidth) * size / self._size + SLACK * size


def _lines_within(measure: _Measure, size: float, height: float, most_lines: int) -> int:
    return max(1, min(most_lines, int(height / (size * measure.leading))))


def _even(fonts: Fonts, text: str, style: Style, size: float, width: float, lines: int) -> Block:
    """The text in that many lines, all as nearly the same width as can be."""
    held = without_stragglers(text)
    without = (without_widow(held), without_widow(text))
    for words in dict.fromkeys((*without, held, text)):
        paragraph = _paragraph(fonts, words, style, size)
        block = _narrowest(paragraph, words, style, size, width)
        # What is held together and yet too wide would be broken anywhere.
        is_whole = paragraph.MinIntrinsicWidth + SLACK * size <= width
        if block.lines <= lines and (is_whole or words == text):
            return replace(block, has_widow=words not in without)
    return replace(block, has_widow=True)


def _is_good(block: Block) -> bool:
    return _fill(block) >= RAGGED and not block.has_widow


def _beauty(block: Block) -> float:
    """A short word alone on a line is as ugly as a quarter of all lines left empty."""
    return _fill(block) - 0.25 * block.has_widow


def _fill(block: Block) -> float:
    """The part of the lines' width that is text; 1 for a single line."""
    if block.lines == 1:
        return 1.0
    return float(block.paragraph.MaxIntrinsicWidth) / (block.lines * block.width_px)


def _narrowest(paragraph: Any, text: str, style: Style, size: float, width: float) -> Block:  # noqa: ANN401
    line = size * leading(text, style.voice)
    paragraph.layout(width)
    height = paragraph.Height
    low, high = min(width, paragraph.MinIntrinsicWidth + SLACK * size), width
    if round(height / line) > 1:
        for _ in range(STEPS):
            middle = (low + high) / 2
            paragraph.layout(middle)
            low, high = (low, middle) if paragraph.Height <= height else (middle, high)
    paragraph.layout(high)
    return Block(
        paragraph=paragraph,
        text=text,
        size_px=size,
        width_px=high,
        height_px=paragraph.Height,
        lines=max(1, round(paragraph.Height / line)),
        is_rightmost=style.is_rightmost,
    )


def _cut(fonts: Fonts, text: str, style: Style, size: float, width: float, lines: int) -> Block:
    """As much of the text as fits into that many lines, with an ellipsis."""
    cuts = boundaries(text)
    low, high = 0, len(cuts)
    while high - low > 1:
        middle = (low + high) // 2
        found = _Measure(fonts, shortened(text, cuts, middle), style, size)
        low, high = (middle, high) if found.lines(size, width) <= lines else (low, middle)
    return replace(_even(fonts, shortened(text, cuts, low), style, size, width, lines), is_cut=True)


def _paragraph(fonts: Fonts, text: str, style: Style, size: float) -> Any:  # noqa: ANN401 - untyped
    layout = skia.textlayout
    words = whole_phrases(whole_words(text), style.lang)
    runs = fonts.runs(words, style.voice, style.lang)
    text_style = _text_style(runs[0][1], style, size)
    strut = layout.StrutStyle()
    strut.setFontFamilies([runs[0][1]])
    strut.setFontSize(size)
    strut.setHeight(leading(text, style.voice))
    strut.setHeightOverride(True)
    strut.setHalfLeading(True)
    strut.setStrutEnabled(True)
    strut.setForceStrutHeight(True)
    paragraph_style = layout.ParagraphStyle()
    paragraph_style.setTextStyle(text_style)
    paragraph_style.setStrutStyle(strut)
    paragraph_style.setTextAlign(
        layout.TextAlign.kRight if style.is_rightmost else layout.TextAlign.kLeft
    )
    builder = layout.ParagraphBuilder.make(paragraph_style, fonts.collection, fonts.unicode)
    before, after = isolation(rightward=not is_right_to_left(text, style.lang))
    builder.addText(before)
    for part, family in runs:
        builder.pushStyle(_text_style(family, style, size))
        builder.addText(part)
        builder.pop()
    builder.addText(after)
    return builder.Build()


def _text_style(family: str, style: Style, size: float) -> Any:  # noqa: ANN401 - untyped
    text_style = skia.textlayout.TextStyle()
    text_style.setFontFamilies([family])
    text_style.setFontSize(size)
    text_style.setLocale(style.lang)
    text_style.setColor(skia.Color(*style.colour))
    text_style.setLetterSpacing(style.spacing * size)
    return text_style
