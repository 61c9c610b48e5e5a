"""What a picture file holds: its facts, or why it cannot be used. Trusts nothing but the bytes.

`inspect` reads headers only, except where a picture declares transparency; whoever calls it often
remembers the facts by the file's digest. `verify` reads every pixel.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image, ImageFile

from jamstack.images.decoders import BROKEN, SIDEWAYS, opened, orientation
from jamstack.images.formats import EXPECTED, SNIFFED_BYTES, PictureFormat, Unusable, sniff
from jamstack.values import Value

OPENABLE_PIXELS = 2 * 89_478_485
"""Pixels above which Pillow itself refuses some formats before telling their size."""
SMALLEST_DRAFT = (1, 1)
"""Asks the JPEG decoder for its smallest scale, which still reads all the data."""


class PictureFacts(Value, frozen=True, kw_only=True):
    """What is known of a usable picture.

    `width` and `height` are in pixels, as seen: after the camera's orientation is applied.
    `digest` is the SHA-256 of the file in hexadecimal. `has_alpha` is True only where some pixel
    of the first frame lets the background through.
    """

    width: int
    height: int
    format: PictureFormat
    digest: str
    is_animated: bool = False
    has_alpha: bool = False


class PictureProblem(Value, frozen=True, kw_only=True):
    """Why a file cannot be used; `message` begins with the file's name, to follow a field's."""

    message: str
    hint: str


def inspect(file: Path, *, maximum_pixels: int) -> PictureFacts | PictureProblem:
    """Read the facts of one picture; its size is judged before any pixel is decoded."""
    picture_format = _format(file)
    if isinstance(picture_format, PictureProblem):
        return picture_format
    try:
        with file.open("rb") as stream:
            image = opened(stream, picture_format)
            turned = orientation(image)
            width, height = image.size
            if width * height > maximum_pixels:
                return _too_large(file, width, height, maximum_pixels)
            return PictureFacts(
                width=height if turned in SIDEWAYS else width,
                height=width if turned in SIDEWAYS else height,
                format=picture_format,
                digest=_digest(file),
                is_animated=_is_animated(image, picture_format),
                has_alpha=_has_alpha(image),
            )
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _far_too_large(file, maximum_pixels)
    except BROKEN:
        return damaged(file, picture_format)


def verify(file: Path) -> PictureProblem | None:
    """Read every pixel of a picture that `inspect` found usable; None when all are there."""
    picture_format = _format(file)
    if isinstance(picture_format, PictureProblem):
        return picture_format
    try:
        with file.open("rb") as stream:
            image = opened(stream, picture_format)
            image.draft(image.mode, SMALLEST_DRAFT)
            image.load()
    except BROKEN:
        return damaged(file, picture_format)
    return None


def damaged(file: Path, picture_format: PictureFormat) -> PictureProblem:
    """Word the problem of a picture whose data are broken or cut short."""
    return PictureProblem(
        message=f"`{file.name}` is a damaged {picture_format}, its pixels cannot be read",
        hint="export or download it again; the file may have been cut short",
    )


def unreadable(file: Path, error: OSError) -> PictureProblem:
    """Word the problem of a file the system does not hand out."""
    return PictureProblem(
        message=f"`{file.name}` cannot be read ({error.strerror})",
        hint="check that the file is there and that you may read it",
    )


def _format(file: Path) -> PictureFormat | PictureProblem:
    try:
        if file.exists() and not file.is_file():
            # Opening a named pipe would wait for ever.
            return PictureProblem(
                message=f"`{file.name}` is not a file, expected {EXPECTED}",
                hint="name the picture itself",
            )
        with file.open("rb") as stream:
            head = stream.read(SNIFFED_BYTES)
    except OSError as error:
        return unreadable(file, error)
    if not head:
        return PictureProblem(
            message=f"`{file.name}` is empty (0 bytes), expected {EXPECTED}",
            hint="export or download it again",
        )
    found = sniff(head)
    return _unusable(file, found) if isinstance(found, Unusable) else found


def _unusable(file: Path, found: Unusable) -> PictureProblem:
    what = found.found if found.is_picture else f"not a picture (found {found.found})"
    return PictureProblem(message=f"`{file.name}` is {what}, expected {EXPECTED}", hint=found.hint)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _is_animated(image: ImageFile.ImageFile, picture_format: PictureFormat) -> bool:
    if picture_format is PictureFormat.JPEG:
        return False
    is_animated = bool(getattr(image, "is_animated", False))
    image.seek(0)
    return is_animated


def _has_alpha(image: ImageFile.ImageFile) -> bool:
    """Whether some pixel is not opaque: most PNG screenshots declare alpha and never use it."""
    if not image.has_transparency_data:
        return False
    return image.convert("RGBA").getchannel("A").getextrema() != (255, 255)


def _too_large(file: Path, width: int, height: int, maximum_pixels: int) -> PictureProblem:
    return PictureProblem(
        message=(
            f"`{file.name}` has {width * height:,} pixels ({width:,} × {height:,}),"
            f" expected at most {maximum_pixels:,}"
        ),
        hint="save a smaller copy; 4,000 pixels on the long side are plenty",
    )


def _far_too_large(file: Path, maximum_pixels: int) -> PictureProblem:
    return PictureProblem(
        message=(
            f"`{file.name}` has more than {OPENABLE_PIXELS:,} pixels,"
            f" expected at most {min(maximum_pixels, OPENABLE_PIXELS):,}"
        ),
        hint="save a smaller copy; 4,000 pixels on the long side are plenty",
    )
