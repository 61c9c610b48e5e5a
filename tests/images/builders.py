"""Real pictures, made in a folder of the test."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

from jamstack.images.formats import PictureFormat
from jamstack.images.inspect import PictureFacts, inspect
from jamstack.images.plan import PicturePlan, plan
from jamstack.model import Section
from jamstack.settings import Settings

MAXIMUM_PIXELS = 50_000_000


def make_settings(**changes) -> Settings:
    values = {
        "site_url": "https://harbour.example/paper",
        "name": "The Harbour Paper",
        "sections": (Section(slug="town", name="Town"),),
    }
    return Settings(**(values | changes))


def make_facts(**changes) -> PictureFacts:
    values = {"width": 3000, "height": 2000, "format": PictureFormat.JPEG, "digest": "ab" * 32}
    return PictureFacts(**(values | changes))


def quarters(size=(400, 200)) -> Image.Image:
    """Red and green above, blue and white below: shows which way is up."""
    picture = Image.new("RGB", size, (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    middle_x, middle_y = size[0] // 2, size[1] // 2
    draw.rectangle((0, 0, middle_x - 1, middle_y - 1), fill=(255, 0, 0))
    draw.rectangle((middle_x, 0, size[0], middle_y - 1), fill=(0, 255, 0))
    draw.rectangle((0, middle_y, middle_x - 1, size[1]), fill=(0, 0, 255))
    return picture


def save(folder: Path, name: str, picture: Image.Image, **options) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    picture.save(file, **options)
    return file


def facts_of(file: Path) -> PictureFacts:
    facts = inspect(file, maximum_pixels=MAXIMUM_PIXELS)
    assert isinstance(facts, PictureFacts), facts
    return facts


def plan_of(file: Path, **options) -> PicturePlan:
    settings = options.pop("settings", None) or make_settings()
    return plan(facts_of(file), settings=settings, stem=file.stem, **options)


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_claiming(width: int, height: int) -> bytes:
    """A PNG header and nearly nothing after it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 64)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + png_chunk(b"IDAT", pixels)
        + png_chunk(b"IEND", b"")
    )
