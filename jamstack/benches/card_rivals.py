"""The same cards by other means: Pillow's own text, and an SVG drawn by resvg.

Both say and show the same in the same places, in the same fonts, and are compressed alike. Neither
balances lines, finds a font for each script, or measures contrast: they are given the easy half.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from jamstack.cards.card import HEIGHT_PX, WIDTH_PX, CardPicture, StoryCard
from jamstack.cards.draw import COARSE_COLOUR, FINE_COLOUR, QUALITY
from jamstack.cards.files import BUNDLED

HEADLINE = BUNDLED / "newsreader-semibold.ttf"
LABEL = BUNDLED / "libre-franklin-semibold.ttf"
SIZES_PX = (86, 76, 66, 58, 50, 42)
LEFT_PX = 304
ROOM_PX = 592
LINES = 4
HEADLINE_PX = 270
DISC_PX = 80
ROW_PX = 502
TOP_PX = 180
SCRIM = 0.68

Read = Callable[[CardPicture], bytes]


def pillow_card(card: StoryCard, read: Read) -> bytes:
    """Draw a card with Pillow alone, whose text is shaped by Raqm."""
    picture = _photo(card, read) or Image.new("RGB", (WIDTH_PX, HEIGHT_PX), card.colours.paper)
    if card.photo:
        picture = picture.point([int(level * (1 - SCRIM)) for level in range(256)] * 3)
    ink = "#ffffff" if card.photo else card.colours.ink
    draw = ImageDraw.Draw(picture)
    draw.text((LEFT_PX, 50), card.newsroom, ink, _font(HEADLINE, 30))
    draw.rectangle((64, 96, 1136, 101), ink)
    kicker_ink = ink if card.photo else card.colours.accent
    draw.text((LEFT_PX, 144), card.kicker.upper(), kicker_ink, _font(LABEL, 21))
    size, lines = wrapped(card.headline)
    for place, line in enumerate(lines):
        at = (LEFT_PX, TOP_PX + place * size * 1.06)
        draw.text(at, line, ink, _font(HEADLINE, size))
    for place, person in enumerate(card.people):
        if person.portrait:
            disc = _disc(read(person.portrait))
            picture.paste(disc, (LEFT_PX + place * 68, ROW_PX), disc)
    draw.text((LEFT_PX + 170, ROW_PX + 26), card.byline, ink, _font(LABEL, 23))
    return _jpeg(picture, card)


def resvg_card(card: StoryCard, read: Read) -> bytes:
    """Write a card as SVG, draw it with resvg, and compress it with Pillow."""
    ink = "#ffffff" if card.photo else card.colours.ink
    accent = ink if card.photo else card.colours.accent
    size, lines = wrapped(card.headline)
    parts = [f'<rect width="{WIDTH_PX}" height="{HEIGHT_PX}" fill="{card.colours.paper}"/>']
    photo = _photo(card, read)
    if photo:
        parts.append(f'<image width="1200" height="630" href="{_address(photo)}"/>')
        parts.append(f'<rect width="1200" height="630" fill-opacity="{SCRIM}"/>')
    parts.append(_text(LEFT_PX, 80, "Newsreader", 30, ink, card.newsroom))
    parts.append(f'<rect x="64" y="96" width="1072" height="5" fill="{ink}"/>')
    parts.append(_text(LEFT_PX, 162, "Libre Franklin", 21, accent, card.kicker.upper()))
    for place, line in enumerate(lines):
        top = TOP_PX + size * 0.8 + place * size * 1.06
        parts.append(_text(LEFT_PX, top, "Newsreader", size, ink, line))
    for place, person in enumerate(card.people):
        if person.portrait:
            left = LEFT_PX + place * 68
            middle = f'cx="{left + 40}" cy="{ROW_PX + 40}" r="40"'
            parts.append(f'<clipPath id="c{place}"><circle {middle}/></clipPath>')
            address = _portrait_address(read(person.portrait))
            where = f'x="{left}" y="{ROW_PX}" width="{DISC_PX}" height="{DISC_PX}"'
            parts.append(f'<image {where} clip-path="url(#c{place})" href="{address}"/>')
    parts.append(_text(LEFT_PX + 170, ROW_PX + 50, "Libre Franklin", 23, ink, card.byline))
    start = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH_PX}" height="{HEIGHT_PX}">'
    drawn = resvg_py.svg_to_bytes(
        svg_string=f"{start}{''.join(parts)}</svg>",
        skip_system_fonts=True,
        font_files=[str(HEADLINE), str(LABEL)],
    )
    return _jpeg(Image.open(BytesIO(bytes(drawn))).convert("RGB"), card)


def wrapped(text: str) -> tuple[int, list[str]]:
    """The largest size at which the text fits, and its lines, each as full as can be."""
    for size in SIZES_PX:
        lines = _lines(text, _font(HEADLINE, size))
        if len(lines) <= LINES and len(lines) * size <= HEADLINE_PX:
            break
    return size, lines[:LINES]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= ROOM_PX:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=32)
def _font(path: object, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.RAQM)


def _photo(card: StoryCard, read: Read) -> Image.Image | None:
    if card.photo is None:
        return None
    picture = Image.open(BytesIO(read(card.photo)))
    picture.draft("RGB", (WIDTH_PX, HEIGHT_PX))
    height = picture.width * HEIGHT_PX / WIDTH_PX
    top = (picture.height - height) / 2
    box = (0, top, picture.width, top + height)
    return picture.convert("RGB").resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.BILINEAR, box)


@lru_cache(maxsize=256)
def _disc(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data)).convert("RGB").resize((DISC_PX, DISC_PX))
    mask = Image.new("L", (DISC_PX * 4, DISC_PX * 4))
    ImageDraw.Draw(mask).ellipse((0, 0, DISC_PX * 4, DISC_PX * 4), 255)
    picture.putalpha(mask.resize((DISC_PX, DISC_PX)))
    return picture


@lru_cache(maxsize=256)
def _portrait_address(data: bytes) -> str:
    return _address(Image.open(BytesIO(data)).convert("RGB").resize((DISC_PX, DISC_PX)))


def _address(picture: Image.Image) -> str:
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=90)
    return f"data:image/jpeg;base64,{base64.b64encode(stream.getvalue()).decode()}"


def _text(left: float, baseline: float, family: str, size: float, ink: str, text: str) -> str:
    style = f'font-family="{family}" font-weight="600" font-size="{size}" fill="{ink}"'
    return f'<text x="{left}" y="{baseline:.1f}" {style}>{html.escape(text)}</text>'


def _jpeg(picture: Image.Image, card: StoryCard) -> bytes:
    stream = BytesIO()
    subsampling = COARSE_COLOUR if card.photo else FINE_COLOUR
    picture.save(stream, "JPEG", quality=QUALITY, progressive=True, subsampling=subsampling)
    return stream.getvalue()
