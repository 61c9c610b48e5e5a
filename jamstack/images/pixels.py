"""From a picture's bytes to the bytes of one planned file, in memory.

`master` decodes once: upright, in sRGB, no larger than the plan needs, without metadata.
`content` makes each file of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from math import ceil

from PIL import Image

from jamstack.images.decoders import SIDEWAYS, opened, orientation
from jamstack.images.formats import PictureFormat
from jamstack.images.plan import Variant, VariantFormat, crop_box

MARGIN = 1.5
"""How much larger than the largest file the master is at least, so that resizing stays sharp."""
REDUCING_GAP = 2.0
WEBP_METHOD = 4
"""Of 0 (fast) to 6 (small): 6 takes twice as long for 3 percent."""
SHARE_MAXIMUM_BYTES = 300_000
"""What every network takes for a share picture."""
QUALITY_STEP = 8
LEAST_QUALITY = 30
WHITE = (255, 255, 255)

_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By EXIF orientation; 1 is upright."""


def master(data: bytes, picture_format: PictureFormat, files: Iterable[Variant]) -> Image.Image:
    """Decode the first frame, upright and in sRGB, large enough for all of `files`.

    The mode is RGB, or RGBA where the picture declares transparency.

    Raises:
        BROKEN: any of `decoders.BROKEN`, when the pixels cannot be read.
    """
    image = opened(data, picture_format)
    turned = orientation(image)
    profile = image.info.get("icc_profile")
    width, height = image.size
    upright = (height, width) if turned in SIDEWAYS else (width, height)
    scale = min(1.0, MARGIN * max(_scale(upright, variant) for variant in files))
    # Only JPEG decodes at a smaller scale; the others ignore the wish.
    image.draft(image.mode, (ceil(width * scale), ceil(height * scale)))
    image.load()
    plain = _plain(image)
    factor = int(plain.width / (width * scale))
    if factor > 1:
        plain = plain.reduce(factor)
    plain = _in_srgb(plain, profile if isinstance(profile, bytes) else b"")
    if turned in _TURNS:
        plain = plain.transpose(_TURNS[turned])
    # Pillow writes some of these (comments, profiles) into whatever is saved.
    plain.info.clear()
    return plain


def content(picture: Image.Image, variant: Variant, quality: int) -> bytes:
    """Make one planned file of a master."""
    size = (variant.width_px, variant.height_px)
    box = crop_box(picture.size, size, variant.focus) if variant.focus else None
    resized = picture.resize(size, Image.Resampling.LANCZOS, box, REDUCING_GAP)
    match variant.format:
        case VariantFormat.WEBP:
            return _saved(resized, "WEBP", quality=quality, method=WEBP_METHOD)
        case VariantFormat.PNG:
            return _saved(resized, "PNG", optimize=True)
        case VariantFormat.JPEG:
            return _jpeg(_on_white(resized), quality, is_share=variant.focus is not None)


def _scale(upright: tuple[int, int], variant: Variant) -> float:
    """How large, as a part of the original, the picture must be to fill the variant."""
    return max(variant.width_px / upright[0], variant.height_px / upright[1])


def _plain(image: Image.Image) -> Image.Image:
    """The same picture in one of the modes L, RGB, RGBA and CMYK."""
    if image.mode.startswith("I;16"):
        # Converting at once would clip every value above 255 to white.
        image.info.pop("transparency", None)
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture's colours as sRGB, in mode RGB or RGBA; a broken profile counts as none."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        # Few pictures have one, and loading it takes a while.
        from PIL import ImageCms

        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if not ImageCms.getProfileDescription(source).startswith("sRGB"):
                target = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(image, source, target, outputMode=mode)
                return converted or image.convert(mode)
        except (OSError, ValueError, ImageCms.PyCMSError):
            return image.convert(mode)
    return image.convert(mode)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    flat = Image.new("RGB", image.size, WHITE)
    flat.paste(image, mask=image.getchannel("A"))
    return flat


def _jpeg(image: Image.Image, quality: int, *, is_share: bool) -> bytes:
    """A JPEG at `quality`, lowered in steps where a share picture would weigh too much."""
    data = _saved(image, "JPEG", quality=quality, optimize=True, progressive=True)
    if is_share and len(data) > SHARE_MAXIMUM_BYTES and quality > LEAST_QUALITY:
        return _jpeg(image, max(LEAST_QUALITY, quality - QUALITY_STEP), is_share=True)
    return data


def _saved(image: Image.Image, image_format: str, **options: int) -> bytes:
    stream = BytesIO()
    image.save(stream, image_format, **options)
    return stream.getvalue()
