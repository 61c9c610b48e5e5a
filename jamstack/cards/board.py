"""The ground that a card is painted on, from the side its language reads from."""

from __future__ import annotations

import numpy
import numpy.typing
import skia
from PIL import Image

from jamstack.cards.card import HEIGHT_PX, WIDTH_PX
from jamstack.cards.colours import Colour
from jamstack.cards.fonts import Fonts
from jamstack.cards.lines import Block, Style, one_line
from jamstack.cards.words import clean

OPAQUE = numpy.uint32(0xFF000000)
STRIP_PX = 90
INITIALS = 3
INITIALS_PART = 0.33
"""The size of initials, as a part of the circle they stand in."""


class Board:
    """A surface of a card's size. Distances are in pixels, from the top and the reading side."""

    def __init__(self, *, ground: Colour, is_mirrored: bool) -> None:
        self.is_mirrored = is_mirrored
        self.pixels = numpy.empty((HEIGHT_PX, WIDTH_PX, 4), dtype=numpy.uint8)
        self._surface = skia.Surface(self.pixels, colorType=skia.kRGBA_8888_ColorType)
        self.canvas = self._surface.getCanvas()
        self.canvas.clear(skia.Color(*ground))

    def left(self, start: float, width: float) -> float:
        """The left edge of what begins at `start`."""
        return WIDTH_PX - start - width if self.is_mirrored else start

    def fill(
        self, start: float, top: float, size: tuple[float, float], colour: Colour, part: float = 1.0
    ) -> None:
        """Paint a rectangle; `part` is how much of the ground it hides."""
        paint = skia.Paint(Color=skia.Color(*colour, round(255 * part)))
        self.canvas.drawRect(skia.Rect.MakeXYWH(self.left(start, size[0]), top, *size), paint)

    def lay(self, picture: Image.Image) -> None:
        """Cover the ground with a picture of the card's size."""
        ground = self.pixels.view("<u4")
        # In strips, each of which stays near the processor: twice as fast as all at once.
        for top in range(0, HEIGHT_PX, STRIP_PX):
            bottom = min(HEIGHT_PX, top + STRIP_PX)
            words = _rows(picture.crop((0, top, WIDTH_PX, bottom))).view("<u4")
            numpy.bitwise_or(words, OPAQUE, out=ground[top:bottom])

    def write(self, block: Block, start: float, top: float, room_px: float) -> None:
        """Paint text into a column."""
        block.paint(self.canvas, self.left(start, room_px), top, room_px)

    def ring(self, centre: tuple[float, float], radius: float, colour: Colour) -> None:
        """Paint a disc."""
        paint = skia.Paint(Color=skia.Color(*colour), AntiAlias=True)
        self.canvas.drawCircle(self.left(centre[0], 0), centre[1], radius, paint)

    def portrait(self, picture: Image.Image, centre: tuple[float, float]) -> None:
        """Paint a square picture as a disc."""
        side = picture.width
        rows = _rows(picture.convert("RGBA"))
        image = skia.Image.fromarray(rows, colorType=skia.kRGBA_8888_ColorType)
        x, y = self.left(centre[0], 0), centre[1]
        place = skia.Matrix.Translate(x - side / 2, y - side / 2)
        clamp = skia.TileMode.kClamp
        shader = image.makeShader(clamp, clamp, skia.SamplingOptions(), place)
        self.canvas.drawCircle(x, y, side / 2, skia.Paint(Shader=shader, AntiAlias=True))

    def initials(
        self, text: str, fonts: Fonts, style: Style, centre: tuple[float, float], side: float
    ) -> None:
        """Write a few letters in the middle of a disc of that side."""
        letters = clean(text, at_most=INITIALS + 1)
        if not letters:
            return
        sizes = [side * INITIALS_PART, side * INITIALS_PART * 0.8, side * INITIALS_PART * 0.6]
        block = one_line(fonts, letters, style, sizes_px=sizes, width_px=side * 0.8)
        x = self.left(centre[0], 0) - block.paragraph.LongestLine / 2
        # The line's middle stands a little above the middle of capitals.
        block.paragraph.layout(side)
        left = x - (side - block.paragraph.LongestLine if block.is_rightmost else 0)
        block.paragraph.paint(self.canvas, left, centre[1] - block.height_px / 2)


def _rows(picture: Image.Image) -> numpy.typing.NDArray[numpy.uint8]:
    """The pixels of a picture, four bytes each; the last says nothing where it is in RGB."""
    flat = numpy.frombuffer(
        picture.tobytes("raw", "RGBX" if picture.mode == "RGB" else "RGBA"), dtype=numpy.uint8
    )
    return flat.reshape((picture.height, picture.width, 4))
