"""A story's card: the newsroom, a headline, and who wrote it; on paper or on the lead photo.

What must be read stands in the middle 840 pixels, which a 4:3 crop keeps; where the headline is
short enough to be large there, in the middle 630, which a square keeps.
"""

from __future__ import annotations

from collections.abc import Sequence

from jamstack.cards.board import Board
from jamstack.cards.card import HEIGHT_PX, WIDTH_PX, StoryCard
from jamstack.cards.colours import legible, parsed
from jamstack.cards.fonts import Fonts, Voice
from jamstack.cards.frame import (
    BOTTOM_PX,
    NARROW_PX,
    WIDE_PX,
    Frame,
    double_rule,
    hairline,
    masthead,
    newsroom_name,
)
from jamstack.cards.lines import Block, fit, one_line
from jamstack.cards.palette import on_paper, on_photo
from jamstack.cards.people import DISC_PX, names, paint_row
from jamstack.cards.portraits import Read, cut
from jamstack.cards.scrim import darken
from jamstack.cards.words import capitals, clean, has_case, is_right_to_left
from jamstack.model import CardLayout
from jamstack.values import replace

NARROW_ENOUGH_PX = 54
"""The size below which a headline in the narrow column is set in the wide one."""
PHOTO_SIZES_PX = (81, 76, 70, 66, 62, 58, 54, 50, 48, 46, 44, 42, 40, 38)
HEADLINE_SIZES_PX = (144, 128, 112, 100, 92, 86, *PHOTO_SIZES_PX)
PHOTO_HEADLINE_PX = 196.0
"""How much of a photo a headline may cover: the rest is there to be seen."""
PHOTO_TALLEST_PX = 260.0
"""How much it may cover where a square crop would else cut it."""
HEADLINE_LINES = 5
PHOTO_LINES = 5
HEADLINE_SPACING = -0.012
"""Large type is set a little closer."""
KICKER_SIZES_PX = (21, 18)
KICKER_SIZES_WITHOUT_CAPITALS_PX = (25, 21)
KICKER_SPACING = 0.12
KICKER_PX = 144.0
"""How far from the top the kicker is."""
AFTER_KICKER_PX = 16.0
ROW_MARGIN_PX = 26.0
"""Between the hairline and the portraits."""
FADE_PX = 150
"""How far the dark takes to fade out above the text."""
EDGE_PX = 24
"""What stays as bright as it is at the upper edge."""
CLEAR_PX = 16
"""How far the dark reaches beyond the text."""
DROP = 0.4
"""How far down type stands in its room on paper, as a part of what it leaves free."""
BAR_PX = (56.0, 6.0)
AROUND_BAR_PX = 12.0


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
    drop = max(0.0, DROP * (bottom - top - (headline.height_px if headline else 0)))
    masthead(board, frame, card.newsroom)
    double_rule(board, frame)
    if kicker:
        _write_kicker(board, frame, kicker, KICKER_PX + drop)
    if headline:
        board.write(headline, frame.start_px, top + drop, frame.column_px)
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
    heights = PHOTO_HEADLINE_PX, PHOTO_TALLEST_PX
    frame, headline = _headline(card, frame, PHOTO_SIZES_PX, PHOTO_LINES, *heights)
    name = newsroom_name(frame, card.newsroom)
    top = bottom - (headline.height_px if headline else 0)
    kicker_top = top - (kicker.height_px + AFTER_KICKER_PX if kicker else 0)
    bar_top = kicker_top - BAR_PX[1] - AROUND_BAR_PX
    name_top = bar_top - (name.height_px + AROUND_BAR_PX if name else 0)
    # Names of many reach beyond the column, to the end of the wide one.
    columns = int((WIDTH_PX - WIDE_PX) / 2), int((WIDTH_PX + WIDE_PX) / 2)
    dark_top = int(name_top) - CLEAR_PX
    darken(photo, dark_top, columns=columns, fade_px=max(1, min(FADE_PX, dark_top - EDGE_PX)))
    board.lay(photo)
    if name:
        board.write(name, frame.start_px, name_top, frame.column_px)
    accent = legible(parsed(card.colours.accent), frame.palette.paper)
    board.fill(frame.start_px, bar_top, BAR_PX, accent)
    if kicker:
        _write_kicker(board, frame, kicker, kicker_top)
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
    card: StoryCard, frame: Frame, sizes: Sequence[int], lines: int, *heights: float
) -> tuple[Frame, Block | None]:
    """The headline, and the frame with the column that suits it.

    `heights` are what it may take, in pixels: more than the first only for the narrow column.
    """
    text = clean(card.headline)
    if not text:
        return frame, None
    spacing = HEADLINE_SPACING if has_case(text) else 0.0
    style = frame.style(Voice.HEADLINE, frame.palette.ink, spacing)
    wide = replace(frame, column_px=WIDE_PX)
    narrow_sizes = [size for size in sizes if size >= NARROW_ENOUGH_PX]
    for height in heights:
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
    room = (WIDE_PX, heights[0])
    return wide, fit(frame.fonts, text, style, sizes_px=sizes, room_px=room, most_lines=lines)
