"""What all cards share: the column, its styles, the newsroom's name over a rule."""

from __future__ import annotations

from jamstack.cards.board import Board
from jamstack.cards.card import WIDTH_PX
from jamstack.cards.colours import Colour
from jamstack.cards.fonts import Fonts, Voice
from jamstack.cards.lines import Block, Style, one_line
from jamstack.cards.palette import Palette
from jamstack.cards.words import clean
from jamstack.values import Value

NARROW_PX = 592.0
"""A column that a square crop keeps."""
WIDE_PX = 792.0
"""A column that a 4:3 crop keeps."""
BOTTOM_PX = 48.0
NEWSROOM_SIZES_PX = (30, 26, 22, 18)
RULE_PX = 96.0
"""How far from the top the rule under the newsroom's name is."""
RULE_MARGIN_PX = 64.0
THICK_PX = 5.0
THIN_PX = 1.5
BETWEEN_PX = 4.0


class Frame(Value, frozen=True, kw_only=True):
    """The column of one card, and how things are set in it."""

    fonts: Fonts
    palette: Palette
    lang: str
    is_mirrored: bool
    column_px: float = NARROW_PX

    @property
    def start_px(self) -> float:
        """Where the column begins, from the reading side."""
        return (WIDTH_PX - self.column_px) / 2

    def style(self, voice: Voice, colour: Colour, spacing: float = 0.0) -> Style:
        """The style of a text in this column."""
        return Style(
            voice=voice,
            colour=colour,
            lang=self.lang,
            is_rightmost=self.is_mirrored,
            spacing=spacing,
        )


def newsroom_name(frame: Frame, newsroom: str) -> Block | None:
    """The newsroom's name in the column's width; None where it has none."""
    name = clean(newsroom)
    if not name:
        return None
    style = frame.style(Voice.HEADLINE, frame.palette.ink)
    sizes = NEWSROOM_SIZES_PX
    return one_line(frame.fonts, name, style, sizes_px=sizes, width_px=frame.column_px)


def masthead(board: Board, frame: Frame, newsroom: str) -> None:
    """Write the newsroom's name where the column begins."""
    block = newsroom_name(frame, newsroom)
    if block:
        # The last line stands on the rule, whatever the script's height.
        board.write(block, frame.start_px, RULE_PX - 8 - block.height_px, frame.column_px)


def double_rule(board: Board, frame: Frame) -> None:
    """Draw the thick and the thin line that newspapers put under their names."""
    width = WIDTH_PX - 2 * RULE_MARGIN_PX
    board.fill(RULE_MARGIN_PX, RULE_PX, (width, THICK_PX), frame.palette.ink)
    thin = RULE_PX + THICK_PX + BETWEEN_PX
    board.fill(RULE_MARGIN_PX, thin, (width, THIN_PX), frame.palette.ink)


def hairline(board: Board, frame: Frame, top: float) -> None:
    """Draw a line of a hair's breadth across the card."""
    width = WIDTH_PX - 2 * RULE_MARGIN_PX
    board.fill(RULE_MARGIN_PX, top, (width, THIN_PX), frame.palette.hairline)
