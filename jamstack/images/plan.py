"""Which sizes to make of a picture, and what to call them. Pure.

A name holds everything that decides the file's bytes (the picture's digest, the quality, the
recipe, the library's version, the size, the focus of a crop), so a file that exists under its name
is never made again, and a changed picture never hides behind a browser's cache.
"""

from __future__ import annotations

import enum
import hashlib

import PIL
from slugify import slugify

from jamstack.images.inspect import PictureFacts
from jamstack.settings import Settings
from jamstack.values import Value

RECIPE = 1
"""Raised whenever `encode` would make other bytes of the same plan."""
FOLDER = "images"
FALLBACK_WIDTH_PX = 1200
SHARE_SIZE_PX = (1200, 630)
MAXIMUM_SIDE_PX = 16_383
"""The longest side a WebP file can have."""
STEM_LENGTH = 60
DIGEST_LENGTH = 12
CENTRE = (50, 50)


class VariantFormat(enum.StrEnum):
    """A format that is made; the value is the file's suffix."""

    WEBP = "webp"
    JPEG = "jpg"
    PNG = "png"


class Variant(Value, frozen=True, kw_only=True):
    """One file to make. `name` is its URL path, and its path below the cache and output folders.

    With a `focus` (percent from the left and top) the picture is cropped to the variant's shape
    around that point; without one it is shown whole.
    """

    width_px: int
    height_px: int
    format: VariantFormat
    name: str
    focus: tuple[int, int] | None = None


class PicturePlan(Value, frozen=True, kw_only=True):
    """All files to make of one picture, whose content has `digest`.

    `variants` are WebP, narrowest first. `fallback` is for programs that do not read WebP: JPEG,
    or PNG where something shines through. `share` is a crop for share cards.
    """

    digest: str
    quality: int
    variants: tuple[Variant, ...]
    fallback: Variant
    share: Variant | None

    @property
    def files(self) -> tuple[Variant, ...]:
        """Every file to make."""
        share = (self.share,) if self.share else ()
        return (*self.variants, self.fallback, *share)


def plan(
    facts: PictureFacts,
    *,
    settings: Settings,
    stem: str,
    focus: tuple[int, int] = CENTRE,
    has_share: bool = True,
) -> PicturePlan:
    """Plan the files to make of one picture; none is larger than the original.

    `stem` begins the names, slugified. `focus` matters to the share crop alone, which is planned
    where `has_share`.
    """
    quality = settings.image_quality
    base = f"{FOLDER}/{_stem(stem)}-{_key(facts, quality)}"
    # A picture narrower than the widest size asked for is also made at its own width.
    widths = sorted({min(width, _widest(facts)) for width in settings.image_widths})
    fallback_format = VariantFormat.PNG if facts.has_alpha else VariantFormat.JPEG
    fallback_width = min(FALLBACK_WIDTH_PX, _widest(facts))
    return PicturePlan(
        digest=facts.digest,
        quality=quality,
        variants=tuple(_whole(facts, base, width, VariantFormat.WEBP) for width in widths),
        fallback=_whole(facts, base, fallback_width, fallback_format),
        share=_share(facts, base, focus) if has_share else None,
    )


def crop_box(
    size: tuple[int, int], shape: tuple[int, int], focus: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The largest part of `size` with the proportions of `shape`, as near to `focus` as can be.

    Left, top, right, bottom, within the picture; `focus` is in percent of `size`.
    """
    width = min(size[0], size[1] * shape[0] / shape[1])
    height = min(size[1], size[0] * shape[1] / shape[0])
    left = min(max(size[0] * focus[0] / 100 - width / 2, 0.0), size[0] - width)
    top = min(max(size[1] * focus[1] / 100 - height / 2, 0.0), size[1] - height)
    return left, top, min(left + width, float(size[0])), min(top + height, float(size[1]))


def _stem(stem: str) -> str:
    return slugify(stem, max_length=STEM_LENGTH) or "picture"


def _key(facts: PictureFacts, quality: int) -> str:
    made_of = f"{facts.digest} {quality} {RECIPE} {PIL.__version__}"
    return hashlib.sha256(made_of.encode()).hexdigest()[:DIGEST_LENGTH]


def _widest(facts: PictureFacts) -> int:
    """The width at which the height, too, fits into a WebP file."""
    return max(1, min(facts.width, MAXIMUM_SIDE_PX, facts.width * MAXIMUM_SIDE_PX // facts.height))


def _whole(facts: PictureFacts, base: str, width: int, variant_format: VariantFormat) -> Variant:
    height = min(max(1, round(facts.height * width / facts.width)), MAXIMUM_SIDE_PX)
    return Variant(
        width_px=width,
        height_px=height,
        format=variant_format,
        name=f"{base}-{width}.{variant_format}",
    )


def _share(facts: PictureFacts, base: str, focus: tuple[int, int]) -> Variant:
    left, top, right, bottom = crop_box((facts.width, facts.height), SHARE_SIZE_PX, focus)
    return Variant(
        width_px=max(1, min(SHARE_SIZE_PX[0], round(right - left))),
        height_px=max(1, min(SHARE_SIZE_PX[1], round(bottom - top))),
        format=VariantFormat.JPEG,
        name=f"{base}-share-{focus[0]}x{focus[1]}.{VariantFormat.JPEG}",
        focus=focus,
    )
