"""Opening a picture with exactly the decoder its first bytes call for.

The decoders are constructed directly rather than through `Image.open`, which would try formats
nobody asked for and compare sizes with a limit that is one global for the whole process.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageFile
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from jamstack.images.formats import PictureFormat

BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    Image.DecompressionBombError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    UnicodeError,
    ValueError,
    Warning,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise on broken input: they have no root of their own but `Exception`.
`Warning` is raised only where somebody made warnings errors."""

ORIENTATION_TAG = 0x0112
UPRIGHT = 1
SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations that swap width and height."""
LONG = 4
"""The EXIF type of a 4-byte number; an orientation is normally a 2-byte one."""


class _Jpeg(JpegImageFile):
    """A JPEG whose EXIF Pillow never parses: it would warn of faults, on the whole process."""

    def getexif(self) -> Image.Exif:
        return Image.Exif()


_DECODERS: Mapping[PictureFormat, type[ImageFile.ImageFile]] = {
    PictureFormat.JPEG: _Jpeg,
    PictureFormat.PNG: PngImageFile,
    PictureFormat.WEBP: WebPImageFile,
    PictureFormat.AVIF: AvifImageFile,
    PictureFormat.GIF: GifImageFile,
}


def opened(source: BinaryIO | bytes, picture_format: PictureFormat) -> ImageFile.ImageFile:
    """Read a picture's header; the pixels are read on first use.

    Raises:
        BROKEN: any of them, when the header cannot be read.
    """
    stream = BytesIO(source) if isinstance(source, bytes) else source
    return _DECODERS[picture_format](stream)


def orientation(image: Image.Image) -> int:
    """How the picture must be turned, 1 (upright) to 8, as browsers read it.

    Ask before the pixels are read: a PNG may hold a second opinion after them, which is ignored.
    """
    exif = image.info.get("exif")
    return exif_orientation(exif) if isinstance(exif, bytes) else UPRIGHT


def exif_orientation(exif: bytes) -> int:
    """Find the orientation in EXIF data; 1 where there is none or the data are broken.

    Read here because Pillow's reader takes the whole block and warns of faults in parts nobody
    needs. A slice past the end is empty and reads as 0, so nothing can fail.

    Source: TIFF 6.0, section 2 (image file directory); EXIF 2.32, 4.6.4.
    """
    data = exif.removeprefix(b"Exif\0\0")
    if data[:2] not in (b"II", b"MM"):
        return UPRIGHT

    def number(at: int, size: int) -> int:
        return int.from_bytes(data[at : at + size], "little" if data[:2] == b"II" else "big")

    start = number(4, 4)
    for entry in range(start + 2, min(start + 2 + 12 * number(start, 2), len(data)), 12):
        if number(entry, 2) == ORIENTATION_TAG:
            value = number(entry + 8, 4 if number(entry + 2, 2) == LONG else 2)
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT
