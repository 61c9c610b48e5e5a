import pytest

from jamstack.images.formats import PictureFormat, Unusable, sniff


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\xff\xd8\xff\xe0", PictureFormat.JPEG),
        (b"\x89PNG\r\n\x1a\n", PictureFormat.PNG),
        (b"RIFF\n\0\0\0WEBPVP8 ", PictureFormat.WEBP),
        (b"GIF89a", PictureFormat.GIF),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf", PictureFormat.AVIF),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", PictureFormat.AVIF),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(head, expected):
    assert expected == sniff(head)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC photograph"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "an SVG drawing"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<svg>', "an SVG drawing"),
        (b"\n<!DOCTYPE html><title>Not found</title>", "a web page"),
        (b"II*\0\x08\0\0\0", "a TIFF picture"),
        (b"8BPS\0\x01", "a Photoshop document"),
        (b"BM\x36\0\0\0\0\0\0\0", "a BMP picture"),
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"version https://git-lfs.github.com/spec/v1", "a Git LFS pointer"),
        ("The bridge – opened ".encode() * 30, "text"),
        (b"\0\x01\x02\x03", "unknown data"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "unknown data"),
    ],
)
def test_what_is_no_picture_of_ours_is_named(head, expected):
    found = sniff(head[:512])

    assert isinstance(found, Unusable)
    assert expected == found.found


def test_a_letter_cut_in_two_at_the_end_is_still_text():
    found = sniff("aé".encode()[:2])

    assert isinstance(found, Unusable)
    assert "text" == found.found
