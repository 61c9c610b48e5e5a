"""The colours of a card's parts, each of which can be read on what it stands on. Pure."""

from __future__ import annotations

from jamstack.cards.card import CardColours
from jamstack.cards.colours import WHITE, Colour, legible, mixed, parsed, readable_ground
from jamstack.values import Value

TINT = 0.06
"""How much ink is in the ground beside the sheet, and in the disc that initials stand on."""
HAIRLINE = 0.22
SOFT = 0.2
NIGHT: Colour = (12, 14, 15)
DUSK: Colour = (58, 62, 64)
"""The ring around a disc on a photo, and the disc of initials."""


class Palette(Value, frozen=True, kw_only=True):
    """What a card is painted with. `soft` is for what is said second, `tint` for discs."""

    paper: Colour
    ink: Colour
    soft: Colour
    accent: Colour
    hairline: Colour
    tint: Colour
    on_tint: Colour


def on_paper(colours: CardColours) -> Palette:
    """The palette of type on paper."""
    paper = readable_ground(parsed(colours.paper))
    ink = legible(parsed(colours.ink), paper)
    tint = readable_ground(mixed(paper, ink, TINT))
    return Palette(
        paper=paper,
        ink=ink,
        soft=legible(mixed(ink, paper, SOFT), paper),
        accent=legible(parsed(colours.accent), paper),
        hairline=mixed(paper, ink, HAIRLINE),
        tint=tint,
        on_tint=legible(ink, tint),
    )


def on_photo() -> Palette:
    """The palette of type on a darkened photo, whatever the photo: only white is sure to read."""
    return Palette(
        paper=NIGHT,
        ink=WHITE,
        soft=WHITE,
        accent=WHITE,
        hairline=(170, 170, 170),
        tint=DUSK,
        on_tint=WHITE,
    )
