"""From a card to the bytes of its JPEG. The same card and fonts always give the same bytes."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from jamstack.cards.author import draw_author
from jamstack.cards.board import Board
from jamstack.cards.card import HEIGHT_PX, WIDTH_PX, AuthorCard, Card
from jamstack.cards.fonts import Fonts
from jamstack.cards.portraits import Read
from jamstack.cards.story import draw_story
from jamstack.model import CardLayout

MAXIMUM_BYTES = 300_000
"""What every network takes for a share picture."""
QUALITY = 86
QUALITY_STEP = 8
LEAST_QUALITY = 30
FINE_COLOUR = 1
"""Colour at half of light's width and full height, so that type in colour is clean."""
COARSE_COLOUR = 2
"""On a photo nothing is written in colour, so that colour may be coarser than light."""


def draw(card: Card, fonts: Fonts, read: Read) -> bytes:
    """The card as a progressive JPEG without metadata, of at most `MAXIMUM_BYTES`.

    `read` hands out the bytes of a picture when one is needed: once for each photo, and for a
    portrait as often as `fonts` has forgotten it.

    Raises:
        CardPictureError: the photo or a portrait cannot be read.
    """
    if isinstance(card, AuthorCard):
        return compressed(draw_author(card, fonts, read), FINE_COLOUR)
    is_photo = card.layout is CardLayout.PHOTO and card.photo is not None
    return compressed(draw_story(card, fonts, read), COARSE_COLOUR if is_photo else FINE_COLOUR)


def compressed(board: Board, subsampling: int, quality: int = QUALITY) -> bytes:
    """A board as a JPEG; its quality falls in steps until it is light enough."""
    picture = board_picture(board)
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=quality, progressive=True, subsampling=subsampling)
    if stream.tell() > MAXIMUM_BYTES and quality > LEAST_QUALITY:
        lower = max(LEAST_QUALITY, quality - QUALITY_STEP)
        return compressed(board, subsampling, lower)
    return stream.getvalue()


def board_picture(board: Board) -> Image.Image:
    """A board as a picture in RGB."""
    return Image.frombuffer("RGB", (WIDTH_PX, HEIGHT_PX), board.pixels, "raw", "RGBX", 0, 1)
