"""Pictures for cards: decoded no larger than needed, cut to their place; portraits are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from jamstack.cards.broken import CardPictureError
from jamstack.cards.card import CardPicture

MAXIMUM_PIXELS = 50_000_000
KEPT_PORTRAITS = 256
"""Of a few hundred kilobytes at most each."""
FORMATS = ("JPEG", "PNG", "WEBP")
REDUCING_GAP = 1.5
"""How much larger than wanted a picture is before the last, fine step of making it smaller."""
BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    Image.DecompressionBombError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    Warning,
)
"""What Pillow raises on broken pictures; they have no root of their own."""

Read = Callable[[CardPicture], bytes]


class Portraits:
    """The portraits that cards asked for last, ready to draw."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, tuple[int, int], int], Image.Image] = OrderedDict()

    def forget(self) -> None:
        """Keep nothing any more."""
        self._kept.clear()

    def portrait(self, picture: CardPicture, side_px: int, read: Read) -> Image.Image:
        """The picture as a square of RGB; decoded once, as long as it is kept.

        Raises:
            CardPictureError: the picture cannot be read.
        """
        key = (picture.digest, picture.focus, side_px)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = cut(picture, (side_px, side_px), read)
        if len(self._kept) > KEPT_PORTRAITS:
            self._kept.popitem(last=False)
        return made


def cut(picture: CardPicture, size: tuple[int, int], read: Read) -> Image.Image:
    """The picture in RGB, filling `size` (in pixels) around its focus.

    Raises:
        CardPictureError: it cannot be read, or has more than `MAXIMUM_PIXELS`.
    """
    try:
        with Image.open(BytesIO(read(picture)), formats=FORMATS) as image:
            if image.width * image.height > MAXIMUM_PIXELS:
                why = f"it has {image.width * image.height:,} pixels, of {MAXIMUM_PIXELS:,} allowed"
                raise CardPictureError(picture.path, why)
            return _filled(image, size, picture.focus)
    except BROKEN as error:
        raise CardPictureError(picture.path) from error


def _filled(image: Image.Image, size: tuple[int, int], focus: tuple[int, int]) -> Image.Image:
    turned = image.getexif().get(0x0112, 1)
    scale = max(size[0] / image.width, size[1] / image.height)
    if turned > 4:
        scale = max(size[1] / image.width, size[0] / image.height)
    image.draft("RGB", (round(image.width * scale) + 1, round(image.height * scale) + 1))
    plain = _on_white(image)
    if turned in _TURNS:
        plain = plain.transpose(_TURNS[turned])
    if plain.size == size:
        # As the photos of cards are, which are cut to a card's size for readers.
        return plain
    box = _box(plain.size, size, focus)
    return plain.resize(size, Image.Resampling.BILINEAR, box, REDUCING_GAP)


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By EXIF orientation; 1 is upright."""


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        # Not converted where it is in RGB: that would copy it.
        image.load()
        return image if image.mode == "RGB" else image.convert("RGB")
    clear = image.convert("RGBA")
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    return flat


def _box(
    size: tuple[int, int], shape: tuple[int, int], focus: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The largest part of `size` with the proportions of `shape`, as near to `focus` as can be."""
    width = min(size[0], size[1] * shape[0] / shape[1])
    height = min(size[1], size[0] * shape[1] / shape[0])
    left = min(max(size[0] * focus[0] / 100 - width / 2, 0.0), size[0] - width)
    top = min(max(size[1] * focus[1] / 100 - height / 2, 0.0), size[1] - height)
    return left, top, min(left + width, float(size[0])), min(top + height, float(size[1]))
