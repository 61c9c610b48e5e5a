"""Darkening a photo just as much as white text on it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy
from PIL import Image

from jamstack.cards.colours import Colour, luminance

WEIGHED_MOST = 65_000
"""The luminance of white in the tables below: whole numbers of 16 bits are the fastest to add."""


def brightest(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[Colour, float]:
    """The colour of the brightest pixel in a box, and its luminance above the mean there.

    `box` is left, top, right, bottom in pixels.
    """
    part = numpy.asarray(picture.crop(box))
    weighed = numpy.take(_REDS, part[:, :, 0])
    weighed += numpy.take(_GREENS, part[:, :, 1])
    weighed += numpy.take(_BLUES, part[:, :, 2])
    place = int(weighed.argmax())
    red, green, blue = part[divmod(place, part.shape[1])]
    unrest = (int(weighed.flat[place]) - float(weighed.mean())) / WEIGHED_MOST
    return (int(red), int(green), int(blue)), unrest


def bands(stops: Sequence[tuple[float, float]], height: int) -> Iterator[tuple[int, int, int]]:
    """Rows that are darkened alike: the first row, how many, and how much black of 255.

    `stops` are heights in pixels, from top to bottom, and how much black (0 to 1) lies there.
    """
    heights = [stop for stop, _ in stops]
    parts = numpy.interp(numpy.arange(height), heights, [part for _, part in stops])
    top = 0
    # Rounded up: never too light.
    for part, rows in groupby(numpy.ceil(255 * parts).astype(int).tolist()):
        count = len(list(rows))
        yield top, count, part
        top += count


def _table(part: int) -> numpy.typing.NDArray[numpy.uint16]:
    """What each level of red (0), green (1) or blue (2) adds to a pixel's luminance."""
    levels = [[0, 0, 0] for _ in range(256)]
    for level in range(256):
        levels[level][part] = level
    found = [round(WEIGHED_MOST * luminance((red, green, blue))) for red, green, blue in levels]
    return numpy.array(found, dtype=numpy.uint16)


_REDS, _GREENS, _BLUES = _table(0), _table(1), _table(2)
