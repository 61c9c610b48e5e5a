"""Darkening a photo just as much as white text on it needs, and only where text stands."""

from __future__ import annotations

from functools import lru_cache

import numpy
from PIL import Image, ImageChops

from jamstack.cards.colours import Colour, dimmed

STRIP_PX = 30
SPARSE = 8
"""Of so many rows one is looked at, to see how restless a picture is."""


def darken(photo: Image.Image, top: int, *, columns: tuple[int, int], fade_px: int) -> None:
    """Darken the photo, in RGB, from `top` down, until white reads on its brightest part there.

    `columns` are those that text may reach, from the first to before the last. Above `top` the
    dark fades out.
    """
    left, right = columns
    levels = list(dimmed(*brightest(photo.crop((left, top, right, photo.height)))))
    if levels == list(range(256)):
        return
    first = max(0, top - fade_px)
    # In strips: memory for large pictures takes longer to get than they take to dim.
    for start in range(first, photo.height, STRIP_PX):
        box = (0, start, photo.width, min(photo.height, start + STRIP_PX))
        bright = photo.crop(box)
        dark = bright.point(levels * 3)
        if start < top:
            fade = _fade(photo.width, top - first)
            place = (0, start - first, photo.width, box[3] - first)
            dark.paste(bright, mask=fade.crop(place))
        photo.paste(dark, box)


def brightest(part: Image.Image) -> tuple[Colour, float]:
    """The highest red, green and blue in a part of a picture, and how restless it is.

    The second is the mean difference of neighbours, of 1: a third in pure noise, 0 where all is
    one colour.
    """
    pixels = numpy.asarray(part)
    # Row against row first: numbers that lie side by side are compared many at a time.
    highest = pixels.max(axis=0).max(axis=0).tolist()
    greens = pixels[::SPARSE, :, 1].astype(numpy.int16)
    unrest = float(numpy.abs(numpy.diff(greens, axis=1)).mean()) / 255
    return (highest[0], highest[1], highest[2]), unrest


@lru_cache(maxsize=64)
def _fade(width: int, height: int) -> Image.Image:
    """How much of the bright photo is seen, row by row: from all to nothing, and then a strip."""
    gradient = ImageChops.invert(Image.linear_gradient("L").resize((width, height)))
    fade = Image.new("L", (width, height + STRIP_PX))
    fade.paste(gradient)
    return fade
