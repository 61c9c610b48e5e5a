"""An author's card: a portrait, a name and a role, what they write about, where to follow them."""

from __future__ import annotations

from jamstack.cards.board import Board
from jamstack.cards.card import HEIGHT_PX, AuthorCard
from jamstack.cards.fonts import Fonts, Voice
from jamstack.cards.frame import BOTTOM_PX, Frame, double_rule, hairline, masthead
from jamstack.cards.lines import Block, fit, one_line
from jamstack.cards.palette import on_paper
from jamstack.cards.people import paint_disc
from jamstack.cards.portraits import Read
from jamstack.cards.words import clean, is_right_to_left

PORTRAIT_PX = 196.0
PORTRAIT_TOP_PX = 142.0
GAP_PX = 32.0
NAME_SIZES_PX = (64, 58, 52, 46, 42, 38, 34, 30)
NAME_LINES = 3
ROLE_SIZES_PX = (25, 22, 19)
BIO_TOP_PX = 366.0
BIO_SIZES_PX = (29, 27, 25)
BIO_LINES = 4
HANDLE_SIZES_PX = (22, 20)
HANDLE_ROW_PX = 34.0
BETWEEN_HANDLES = "   ·   "
MOST_HANDLES = 6
HANDLE_CHARACTERS = 60


def draw_author(card: AuthorCard, fonts: Fonts, read: Read) -> Board:
    """Paint the card.

    Raises:
        CardPictureError: the portrait cannot be read.
    """
    said = clean(card.person.name)
    frame = Frame(
        fonts=fonts,
        palette=on_paper(card.colours),
        lang=card.lang,
        is_mirrored=is_right_to_left(said, card.lang),
    )
    board = Board(ground=frame.palette.paper, is_mirrored=frame.is_mirrored)
    masthead(board, frame, card.newsroom)
    double_rule(board, frame)
    centre = (frame.start_px + PORTRAIT_PX / 2, PORTRAIT_TOP_PX + PORTRAIT_PX / 2)
    paint_disc(board, frame, card.person, centre, PORTRAIT_PX, read)
    _paint_name(board, frame, said, clean(card.role))
    handles = _handles(card, frame)
    bottom = HEIGHT_PX - BOTTOM_PX - (HANDLE_ROW_PX + 40 if handles else 0)
    _paint_bio(board, frame, clean(card.bio), bottom - BIO_TOP_PX)
    if handles:
        row = HEIGHT_PX - BOTTOM_PX - HANDLE_ROW_PX
        hairline(board, frame, row - 20)
        top = row + (HANDLE_ROW_PX - handles.height_px) / 2
        board.write(handles, frame.start_px, top, frame.column_px)
    return board


def _paint_name(board: Board, frame: Frame, name: str, role: str) -> None:
    """Name and role beside the portrait, level with its middle."""
    start = frame.start_px + PORTRAIT_PX + GAP_PX
    width = frame.column_px - PORTRAIT_PX - GAP_PX
    blocks: list[Block] = []
    if name:
        style = frame.style(Voice.HEADLINE, frame.palette.ink)
        room = (width, PORTRAIT_PX - 44)
        blocks.append(
            fit(
                frame.fonts,
                name,
                style,
                sizes_px=NAME_SIZES_PX,
                room_px=room,
                most_lines=NAME_LINES,
            )
        )
    if role:
        style = frame.style(Voice.STRONG, frame.palette.accent)
        blocks.append(
            fit(frame.fonts, role, style, sizes_px=ROLE_SIZES_PX, room_px=(width, 66), most_lines=2)
        )
    top = PORTRAIT_TOP_PX + (PORTRAIT_PX - sum(block.height_px + 8 for block in blocks)) / 2
    for block in blocks:
        board.write(block, start, top, width)
        top += block.height_px + 8


def _paint_bio(board: Board, frame: Frame, bio: str, height: float) -> None:
    if bio:
        style = frame.style(Voice.PLAIN, frame.palette.ink)
        room = (frame.column_px, height)
        block = fit(
            frame.fonts, bio, style, sizes_px=BIO_SIZES_PX, room_px=room, most_lines=BIO_LINES
        )
        board.write(block, frame.start_px, BIO_TOP_PX, frame.column_px)


def _handles(card: AuthorCard, frame: Frame) -> Block | None:
    """As many of the handles as fit on one line; the first in any case."""
    handles = [clean(handle, at_most=HANDLE_CHARACTERS) for handle in card.handles[:MOST_HANDLES]]
    handles = [handle for handle in handles if handle]
    style = frame.style(Voice.STRONG, frame.palette.soft)
    for count in range(len(handles), 0, -1):
        line = BETWEEN_HANDLES.join(handles[:count])
        block = one_line(
            frame.fonts, line, style, sizes_px=HANDLE_SIZES_PX, width_px=frame.column_px
        )
        if not block.is_cut or count == 1:
            return block
    return None
