import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jamstack.images.decoders import exif_orientation


def exif(order: str, value: int, *, kind: int = 3, tag: int = 0x0112) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    number = struct.pack(
        order + ("HH" if kind == 3 else "I"), *((value, 0) if kind == 3 else (value,))
    )
    entry = struct.pack(order + "HHI", tag, kind, 1) + number
    return mark + struct.pack(order + "HI", 42, 8) + struct.pack(order + "H", 1) + entry + b"\0" * 4


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", [3, 4])
def test_the_orientation_is_read_in_both_byte_orders_and_number_sizes(order, kind):
    assert 6 == exif_orientation(exif(order, 6, kind=kind))


def test_the_orientation_is_the_one_pillow_wrote():
    written = Image.Exif()
    written[0x010F] = "Camera"
    written[0x0112] = 8

    assert 8 == exif_orientation(written.tobytes())


def test_an_orientation_out_of_range_counts_as_upright():
    assert 1 == exif_orientation(exif(">", 9))


def test_exif_without_an_orientation_counts_as_upright():
    assert 1 == exif_orientation(exif(">", 6, tag=0x010F))


def test_exif_without_a_byte_order_counts_as_upright():
    assert 1 == exif_orientation(b"Exif\0\0nonsense")


@given(st.binary(max_size=200))
def test_any_bytes_give_an_orientation(data):
    assert exif_orientation(b"MM\0*" + data) in range(1, 9)
