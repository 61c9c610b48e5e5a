"""Colours that can be read on each other. Pure.

Source: WCAG 2.2, relative luminance and contrast ratio; 7 to 1 is success criterion 1.4.6.
"""

from __future__ import annotations

LEAST_CONTRAST = 7.0
AIM = 7.6
"""What is aimed at: compression moves every pixel a little."""
RESTLESS_AIM = 5.0
"""What is aimed at beyond that over the most restless picture: pure noise."""
RESTLESS = 0.33
"""The mean difference of neighbours in it."""
STEPS = 40
SOFTNESS = 0.7
"""How evenly levels are dimmed: at 1 all by the same part, below it bright ones by more."""

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


def parsed(colour: str) -> Colour:
    """The three parts of a colour written as `#rrggbb`, of 255."""
    number = int(colour.removeprefix("#"), 16)
    return number >> 16 & 255, number >> 8 & 255, number & 255


def luminance(colour: Colour) -> float:
    """The relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio, 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: Colour, other: Colour, part: float) -> Colour:
    """The colour with `part` (0 to 1) of another in it."""
    red, green, blue = (
        round(mine + (theirs - mine) * part) for mine, theirs in zip(colour, other, strict=True)
    )
    return red, green, blue


def legible(colour: Colour, ground: Colour) -> Colour:
    """The colour, moved towards black or white as little as its contrast on `ground` needs."""
    end = max((BLACK, WHITE), key=lambda pole: contrast(pole, ground))
    steps = (mixed(colour, end, step / STEPS) for step in range(STEPS + 1))
    return next((found for found in steps if contrast(found, ground) >= AIM), end)


def readable_ground(ground: Colour) -> Colour:
    """The ground, moved away from the middle until black or white reads on it."""
    pole = WHITE if luminance(ground) > luminance((118, 118, 118)) else BLACK
    steps = (mixed(ground, pole, step / STEPS) for step in range(STEPS + 1))
    return next(
        found for found in steps if max(contrast(found, BLACK), contrast(found, WHITE)) >= AIM
    )


def dimmed(brightest: Colour, unrest: float = 0.0) -> tuple[int, ...]:
    """For each level of 256 the one to paint instead, so that white reads on the brightest colour.

    No darker than that needs, and levels that read are kept as they are. Bright levels come closer
    together than dark ones, so that a photo keeps what is in its shadows. `unrest` is the mean
    difference of neighbours, of 1: compression makes single pixels of a restless picture brighter
    still.
    """
    aim = AIM + RESTLESS_AIM * min(1.0, unrest / RESTLESS)
    peak = max(brightest)
    low, high = 0, peak
    while low < high:
        middle = (low + high + 1) // 2
        red, green, blue = (_dimmed(level, peak, middle) for level in brightest)
        reads = contrast((red, green, blue), WHITE) >= aim
        low, high = (middle, high) if reads else (low, middle - 1)
    return tuple(_dimmed(level, peak, low) for level in range(256))


def _dimmed(level: int, peak: int, most: int) -> int:
    """A level of a picture whose highest is `peak`, where `most` becomes the highest."""
    if level == 0 or peak == most:
        return level
    part: float = (min(level, peak) / peak) ** SOFTNESS
    return min(level, round(most * part))


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
