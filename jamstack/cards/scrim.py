"""Darkening a photo just as much as white text on it needs, and only where text stands."""

from __future__ import annotations

from functools import lru_cache

import numpy
from PIL import Image, ImageChops

from jamstack.cards.colours import Colour, dimmed

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
    bright = photo.crop((0, first, photo.width, photo.height))
    dark = bright.point(levels * 3)
    if top > first:
        fading = (0, 0, photo.width, top - first)
        dark.paste(bright.crop(fading), fading, _fade(photo.width, top - first))
    photo.paste(dark, (0, first))


def brightest(part: Image.Image) -> tuple[Colour, float]:
    """The highest red, green and blue in a part of a picture, and how restless it is.

    The second is the mean difference of neighbours, of 1: a third in pure noise, 0 where all is
    one colour.
    """
    red, green, blue = (numpy.asarray(part.getchannel(band)) for band in "RGB")
    few = green[::SPARSE].astype(numpy.int16)
    unrest = float(numpy.abs(numpy.diff(few, axis=1)).mean()) / 255
    return (int(red.max()), int(green.max()), int(blue.max())), unrest


@lru_cache(maxsize=64)
def _fade(width: int, height: int) -> Image.Image:
    """How much of the bright photo is seen, row by row: from all to nothing."""
    return ImageChops.invert(Image.linear_gradient("L").resize((width, height)))
