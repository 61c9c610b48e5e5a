"""A story's card: the newsroom, a headline, and who wrote it; on paper or on the lead photo.

What must be read stands in the middle 840 pixels, which a 4:3 crop keeps; where the headline is
short enough to be large there, in the middle 630, which a square keeps.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from jamstack.cards.board import Board
from jamstack.cards.card import HEIGHT_PX, WIDTH_PX, StoryCard
from jamstack.cards.colours import legible, parsed, scrim
from jamstack.cards.fonts import Fonts, Voice
from jamstack.cards.frame import (
    BOTTOM_PX,
    NARROW_PX,
    RULE_PX,
    TOP_PX,
    WIDE_PX,
    Frame,
    double_rule,
    hairline,
    masthead,
)
from jamstack.cards.lines import Block, fit, one_line
from jamstack.cards.palette import on_paper, on_photo
from jamstack.cards.people import DISC_PX, names, paint_row
from jamstack.cards.portraits import Read, cut
from jamstack.cards.scrim import bands, brightest
from jamstack.cards.words import capitals, clean, has_case, is_right_to_left
from jamstack.model import CardLayout
from jamstack.values import replace

NARROW_ENOUGH_PX = 54
"""The size below which a headline in the narrow column is set in the wide one."""
HEADLINE_SIZES_PX = (112, 100, 92, 86, 81, 76, 70, 66, 62, 58, 54, 50, 46, 42, 38)
PHOTO_SIZES_PX = HEADLINE_SIZES_PX[2:]
HEADLINE_LINES = 5
PHOTO_LINES = 5
HEADLINE_SPACING = -0.012
"""Large type is set a little closer."""
KICKER_SIZES_PX = (21, 18)
KICKER_SIZES_WITHOUT_CAPITALS_PX = (25, 21)
KICKER_SPACING = 0.12
KICKER_PX = 144.0
"""How far from the top the kicker is."""
AFTER_KICKER_PX = 12.0
ROW_MARGIN_PX = 26.0
"""Between the hairline and the portraits."""
FADE_PX = 110
"""How far a scrim takes to fade out."""
CLEAR_PX = 16
"""How far a scrim reaches beyond the text."""
LEAST_SCRIM = 0.5
VEIL = 0.1
"""How dark the part of a photo is that no text stands on."""
BAR_PX = (56.0, 6.0)


def draw_story(card: StoryCard, fonts: Fonts, read: Read) -> Board:
    """Paint the card.

    Raises:
        CardPictureError: the photo or a portrait cannot be read.
    """
    is_on_photo = card.layout is CardLayout.PHOTO and card.photo is not None
    palette = on_photo() if is_on_photo else on_paper(card.colours)
    frame = Frame(
        fonts=fonts,
        palette=palette,
        lang=card.lang,
        is_mirrored=is_right_to_left(clean(card.headline), card.lang),
    )
    return _on_photo(card, frame, read) if is_on_photo else _on_paper(card, frame, read)


def _on_paper(card: StoryCard, frame: Frame, read: Read) -> Board:
    board = Board(ground=frame.palette.paper, is_mirrored=frame.is_mirrored)
    kicker = _kicker(card, frame)
    top = KICKER_PX + (kicker.height_px + AFTER_KICKER_PX if kicker else 0)
    row = HEIGHT_PX - BOTTOM_PX - DISC_PX
    has_row = bool(card.people or card.byline)
    bottom = row - ROW_MARGIN_PX - 20 if has_row else HEIGHT_PX - BOTTOM_PX
    frame, headline = _headline(card, frame, HEADLINE_SIZES_PX, HEADLINE_LINES, bottom - top)
    masthead(board, frame, card.newsroom)
    double_rule(board, frame)
    if kicker:
        _write_kicker(board, frame, kicker, KICKER_PX)
    if headline:
        board.write(headline, frame.start_px, top, frame.column_px)
    if has_row:
        hairline(board, frame, row - ROW_MARGIN_PX)
        block = names(frame, card.people, card.byline)
        paint_row(board, frame, card.people, block, row, read)
    return board


def _on_photo(card: StoryCard, frame: Frame, read: Read) -> Board:
    assert card.photo is not None  # noqa: S101 - the caller looked; this tells the type checker
    board = Board(ground=frame.palette.paper, is_mirrored=frame.is_mirrored)
    photo = cut(card.photo, (WIDTH_PX, HEIGHT_PX), read)
    kicker = _kicker(card, frame)
    has_row = bool(card.people or card.byline)
    bottom = HEIGHT_PX - BOTTOM_PX - (DISC_PX + ROW_MARGIN_PX if has_row else 0)
    above = kicker.height_px + AFTER_KICKER_PX if kicker else 0
    most = bottom - RULE_PX - 3 * CLEAR_PX - above - BAR_PX[1]
    frame, headline = _headline(card, frame, PHOTO_SIZES_PX, PHOTO_LINES, most)
    top = bottom - (headline.height_px if headline else 0)
    text_top = int(top - above - BAR_PX[1])
    board.lay(photo)
    _darken(board, photo, text_top, has_masthead=bool(clean(card.newsroom)))
    masthead(board, frame, card.newsroom)
    if kicker:
        kicker_top = top - above
        _write_kicker(board, frame, kicker, kicker_top)
        accent = legible(parsed(card.colours.accent), frame.palette.paper)
        board.fill(frame.start_px, kicker_top - BAR_PX[1] - 8, BAR_PX, accent)
    if headline:
        board.write(headline, frame.start_px, top, frame.column_px)
    if has_row:
        block = names(frame, card.people, card.byline)
        row = HEIGHT_PX - BOTTOM_PX - DISC_PX
        paint_row(board, frame, card.people, block, row, read)
    return board


def _kicker(card: StoryCard, frame: Frame) -> Block | None:
    text = clean(card.kicker)
    if not text:
        return None
    # Letters that join would fall apart, and scripts without capitals gain nothing.
    spacing = KICKER_SPACING if has_case(text) else 0.0
    style = frame.style(Voice.STRONG, frame.palette.accent, spacing)
    return one_line(
        frame.fonts,
        capitals(text, card.lang),
        style,
        sizes_px=KICKER_SIZES_PX if has_case(text) else KICKER_SIZES_WITHOUT_CAPITALS_PX,
        width_px=frame.column_px,
    )


def _write_kicker(board: Board, frame: Frame, kicker: Block, top: float) -> None:
    # Half of the space between letters stands before the first.
    outdent = kicker.size_px * KICKER_SPACING / 2 if has_case(kicker.text) else 0.0
    board.write(kicker, frame.start_px - outdent, top, frame.column_px)


def _headline(
    card: StoryCard, frame: Frame, sizes: Sequence[int], lines: int, height: float
) -> tuple[Frame, Block | None]:
    """The headline, and the frame with the column that suits it."""
    text = clean(card.headline)
    if not text:
        return frame, None
    spacing = HEADLINE_SPACING if has_case(text) else 0.0
    style = frame.style(Voice.HEADLINE, frame.palette.ink, spacing)
    wide = replace(frame, column_px=WIDE_PX)
    narrow_sizes = [size for size in sizes if size >= NARROW_ENOUGH_PX]
    found = fit(
        frame.fonts,
        text,
        style,
        sizes_px=narrow_sizes,
        room_px=(NARROW_PX, height),
        most_lines=lines,
    )
    if not found.is_cut and found.width_px <= NARROW_PX:
        return frame, found
    room = (WIDE_PX, height)
    return wide, fit(frame.fonts, text, style, sizes_px=sizes, room_px=room, most_lines=lines)


def _darken(board: Board, photo: Image.Image, text_top: int, *, has_masthead: bool) -> None:
    """Lay black over the photo, no more than white text needs on its brightest pixel."""
    # Names of many reach beyond the column, to the end of the wide one.
    first, last = int((WIDTH_PX - WIDE_PX) / 2), int((WIDTH_PX + WIDE_PX) / 2)
    masthead_bottom = int(RULE_PX) + CLEAR_PX
    low = scrim(*brightest(photo, (first, text_top - CLEAR_PX, last, HEIGHT_PX)))
    high = scrim(*brightest(photo, (first, int(TOP_PX) - CLEAR_PX, last, masthead_bottom)))
    low = max(LEAST_SCRIM, low)
    high = max(LEAST_SCRIM / 2, high) if has_masthead else 0.0
    start, end = masthead_bottom, max(masthead_bottom + 1, text_top - CLEAR_PX)
    stops = [(0, high), (start, high), (end, low), (HEIGHT_PX, low)]
    if end - start > 2 * FADE_PX:
        stops[2:2] = [(start + FADE_PX, VEIL), (end - FADE_PX, VEIL)]
    board.shade(bands(stops, HEIGHT_PX))
