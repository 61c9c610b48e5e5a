"""What a file holds, told by its first bytes whatever the file is called. Pure."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

SNIFFED_BYTES = 512
"""How much of a file's start is enough to tell what it holds."""
EXPECTED = "JPEG, PNG, WebP, AVIF or GIF"

AVIF_BRANDS = frozenset({b"avif", b"avis"})
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


class PictureFormat(enum.StrEnum):
    """A format that can be read; the value is its printed name."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    AVIF = "AVIF"
    GIF = "GIF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """What a file holds that is none of ours: `found` is worded with an article, to be printed."""

    found: str
    hint: str
    is_picture: bool = True


_PICTURES: tuple[tuple[re.Pattern[bytes], PictureFormat], ...] = (
    (re.compile(rb"\xff\xd8\xff"), PictureFormat.JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PictureFormat.PNG),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), PictureFormat.WEBP),
    (re.compile(rb"GIF8[79]a"), PictureFormat.GIF),
)

_EXPORT = "export it as JPEG for a photograph, or as PNG for a drawing"
_FETCH = "put the picture itself there"
_OTHERS: tuple[tuple[re.Pattern[bytes], Unusable], ...] = (
    (
        re.compile(rb"version https://git-lfs"),
        Unusable(
            found="a Git LFS pointer", hint="run `git lfs pull` to fetch it", is_picture=False
        ),
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:svg\b|\?xml.*<svg\b|!--.*<svg\b)", re.I | re.S),
        Unusable(found="an SVG drawing", hint="export it as PNG, at least 1,200 pixels wide"),
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html\b)", re.IGNORECASE),
        Unusable(
            found="a web page",
            hint="save the picture itself, not the page that shows it",
            is_picture=False,
        ),
    ),
    (re.compile(rb"II\*\0|MM\0\*"), Unusable(found="a TIFF picture", hint=_EXPORT)),
    (re.compile(rb"8BPS"), Unusable(found="a Photoshop document", hint=_EXPORT)),
    (re.compile(rb"BM.{4}\0{4}", re.DOTALL), Unusable(found="a BMP picture", hint=_EXPORT)),
    (re.compile(rb"%PDF-"), Unusable(found="a PDF document", hint=_EXPORT, is_picture=False)),
    (re.compile(rb"PK\x03\x04"), Unusable(found="a ZIP archive", hint=_FETCH, is_picture=False)),
)
_HEIC = Unusable(found="a HEIC photograph", hint="export it as JPEG")
_TEXT = Unusable(found="text", hint=_FETCH, is_picture=False)
_UNKNOWN = Unusable(found="unknown data", hint=_FETCH, is_picture=False)


def sniff(head: bytes) -> PictureFormat | Unusable:
    """Tell what a file holds from its first `SNIFFED_BYTES` bytes."""
    for pattern, picture in _PICTURES:
        if pattern.match(head):
            return picture
    brands = _brands(head)
    if brands & AVIF_BRANDS:
        return PictureFormat.AVIF
    if brands & HEIC_BRANDS:
        return _HEIC
    for pattern, other in _OTHERS:
        if pattern.match(head):
            return other
    return _TEXT if _is_text(head) else _UNKNOWN


def _brands(head: bytes) -> frozenset[bytes]:
    """The brands an ISO base media file names in its first box; empty for any other file."""
    if head[4:8] != b"ftyp":
        return frozenset()
    box = head[: int.from_bytes(head[:4], "big")]
    return frozenset(box[at : at + 4] for at in (8, *range(16, len(box), 4)))


def _is_text(head: bytes) -> bool:
    # A character cut in two at the end of the head is still text.
    text = head.decode("utf-8", errors="replace").removesuffix("\N{REPLACEMENT CHARACTER}")
    return (
        all(character.isprintable() or character.isspace() for character in text)
        and "\N{REPLACEMENT CHARACTER}" not in text
    )
