"""The pictures that all stories share: drawn, yet as hard to compress as photographs."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from jamstack.benches.prose import chance_of

WIDTH_PX = 800
HEIGHT_PX = 533
QUALITY = 90


def picture(number: int, *, seed: int) -> bytes:
    """One picture as a JPEG file: sky, hills and houses, out of focus and with grain."""
    chance = chance_of(f"picture {number}", seed=seed)
    image = _clouds(chance)
    draw = ImageDraw.Draw(image)
    for _ in range(24):
        left, top = chance.randrange(WIDTH_PX), chance.randrange(HEIGHT_PX // 3, HEIGHT_PX)
        width, height = chance.randrange(20, 160), chance.randrange(20, 200)
        colour = tuple(chance.randrange(30, 226) for _ in range(3))
        draw.rectangle((left, top, left + width, top + height), fill=colour)
    soft = image.filter(ImageFilter.GaussianBlur(1.5))
    file = io.BytesIO()
    _grained(soft, chance).save(file, "JPEG", quality=QUALITY)
    return file.getvalue()


def _clouds(chance: Random) -> Image.Image:
    """Colours that run into each other over the whole picture."""
    small = Image.frombytes("RGB", (10, 7), chance.randbytes(10 * 7 * 3))
    return small.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.BICUBIC)


def _grained(image: Image.Image, chance: Random) -> Image.Image:
    noise = Image.frombytes("L", image.size, chance.randbytes(WIDTH_PX * HEIGHT_PX))
    faint = noise.point([level // 24 for level in range(256)])
    return ImageChops.add(image, Image.merge("RGB", (faint, faint, faint)))
