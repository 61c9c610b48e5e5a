"""The row of those who wrote a story: their portraits, and their names."""

from __future__ import annotations

from collections.abc import Sequence

from jamstack.cards.board import Board
from jamstack.cards.card import WIDTH_PX, CardPerson
from jamstack.cards.fonts import Voice
from jamstack.cards.frame import WIDE_PX, Frame
from jamstack.cards.lines import Block, fit
from jamstack.cards.portraits import Read
from jamstack.cards.words import NO_BREAK_SPACE, clean

DISC_PX = 80.0
RING_PX = 4.0
STEP_PX = 68.0
"""From one portrait to the next: they overlap, as people in a group do."""
GAP_PX = 22.0
MOST_DISCS = 4
"""With more people, the last disc says how many more."""
SIZES_PX = (25, 23, 21, 19)
LINES = 3
MANY = 3
MOST_NAMES = 12
"""More never fit, so more are not tried."""
NAME_CHARACTERS = 80
HELD_CHARACTERS = 22
"""A name up to this long stands on one line."""


def row_width(count: int) -> float:
    """The width of the discs of so many people, with the gap after them; 0 without people."""
    discs = min(count, MOST_DISCS)
    return DISC_PX + (discs - 1) * STEP_PX + GAP_PX if discs else 0.0


def names(frame: Frame, people: Sequence[CardPerson], byline: str) -> Block | None:
    """The byline beside the portraits; with fewer names where it is too long. None where empty."""
    width = _room(frame, len(people))
    line = _with_whole_names(clean(byline), people) or _listed(people, len(people), frame.lang)
    if not line:
        return None
    block = _set(frame, line, width)
    if not block.is_cut or len(people) < 2:
        return block
    for count in range(min(len(people) - 1, MOST_NAMES), 0, -1):
        shorter = _set(frame, _listed(people, count, frame.lang), width)
        if not shorter.is_cut:
            return shorter
    return shorter


def paint_row(
    board: Board,
    frame: Frame,
    people: Sequence[CardPerson],
    block: Block | None,
    top: float,
    read: Read,
) -> None:
    """Paint portraits and names side by side, their middles level.

    Raises:
        CardPictureError: a portrait cannot be read.
    """
    middle = top + DISC_PX / 2
    shown = people if len(people) <= MOST_DISCS else people[: MOST_DISCS - 1]
    discs = [(person.initials, person) for person in shown]
    count = len(discs) + (len(people) > len(shown))
    # From the last to the first, so that the first author is in front.
    for place in reversed(range(count)):
        centre = (frame.start_px + DISC_PX / 2 + place * STEP_PX, middle)
        if place < len(shown):
            paint_disc(board, frame, shown[place], centre, DISC_PX, read)
        else:
            _paint_more(board, frame, len(people) - len(shown), centre)
    if block:
        start = frame.start_px + row_width(len(people))
        board.write(block, start, middle - block.height_px / 2, _room(frame, len(people)))


def paint_disc(
    board: Board,
    frame: Frame,
    person: CardPerson,
    centre: tuple[float, float],
    side: float,
    read: Read,
) -> None:
    """Paint a portrait in a ring of the ground, or the person's initials.

    Raises:
        CardPictureError: the portrait cannot be read.
    """
    board.ring(centre, side / 2 + RING_PX, frame.palette.paper)
    if person.portrait:
        picture = frame.fonts.portraits.portrait(person.portrait, round(side), read)
        board.portrait(picture, centre)
        return
    board.ring(centre, side / 2, frame.palette.tint)
    style = frame.style(Voice.STRONG, frame.palette.on_tint)
    board.initials(person.initials, frame.fonts, style, centre, side)


def _room(frame: Frame, count: int) -> float:
    """The width of the names of so many people: of many, beyond the column, as far as 4:3 keeps."""
    end = frame.start_px + frame.column_px if count < MANY else (WIDTH_PX + WIDE_PX) / 2
    return end - frame.start_px - row_width(count)


def _paint_more(board: Board, frame: Frame, count: int, centre: tuple[float, float]) -> None:
    board.ring(centre, DISC_PX / 2 + RING_PX, frame.palette.paper)
    board.ring(centre, DISC_PX / 2, frame.palette.tint)
    style = frame.style(Voice.STRONG, frame.palette.on_tint)
    board.initials(f"+{count}", frame.fonts, style, centre, DISC_PX)


def _set(frame: Frame, line: str, width: float) -> Block:
    style = frame.style(Voice.STRONG, frame.palette.ink)
    room = (width, DISC_PX + GAP_PX)
    return fit(frame.fonts, line, style, sizes_px=SIZES_PX, room_px=room, most_lines=LINES)


def _listed(people: Sequence[CardPerson], count: int, lang: str) -> str:
    """The first `count` names, and how many more there are: a sign where words need translating."""
    listed = ", ".join(
        _whole(clean(person.name, at_most=NAME_CHARACTERS)) for person in people[:count]
    )
    more = len(people) - count
    if not more:
        return listed
    return f"{listed} and {more} more" if lang.lower().startswith("en") else f"{listed} +{more}"


def _with_whole_names(line: str, people: Sequence[CardPerson]) -> str:
    """The byline, in which no line ends inside a name."""
    for person in people:
        name = clean(person.name)
        line = line.replace(name, _whole(name)) if name else line
    return line


def _whole(name: str) -> str:
    return name if len(name) > HELD_CHARACTERS else name.replace(" ", NO_BREAK_SPACE)
