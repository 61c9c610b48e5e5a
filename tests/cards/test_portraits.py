from __future__ import annotations

import pytest
from PIL import Image

from jamstack.cards import portraits as module
from jamstack.cards.broken import CardPictureError
from jamstack.cards.portraits import Portraits, cut
from tests.cards.builders import encoded, make_picture, no_picture, plain, reader


def halves(size=(400, 200)) -> Image.Image:
    picture = plain("red", size)
    picture.paste("blue", (size[0] // 2, 0, *size))
    return picture


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_three_formats_are_read(image_format):
    made = cut(make_picture("a"), (50, 50), reader(plain("white", (90, 60)), image_format))

    assert ("RGB", (50, 50), (255, 255, 255)) == (made.mode, made.size, made.getpixel((25, 25)))


def test_the_focus_decides_what_is_kept():
    left = cut(make_picture("a", focus=(0, 50)), (100, 100), reader(halves()))
    right = cut(make_picture("a", focus=(100, 50)), (100, 100), reader(halves()))

    assert (255, 0, 0) == left.getpixel((50, 50))
    assert (0, 0, 255) == right.getpixel((50, 50))


def test_what_shines_through_is_white():
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))

    assert (255, 255, 255) == cut(make_picture("a"), (50, 50), reader(clear)).getpixel((9, 9))


def test_a_picture_is_turned_as_its_camera_was():
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = cut(make_picture("a"), (40, 80), reader(halves(), "JPEG", exif=exif, quality=95))

    red, blue = upright.getpixel((20, 10)), upright.getpixel((20, 70))
    assert red[0] > 200 > 60 > red[2]
    assert blue[2] > 200 > 60 > blue[0]


@pytest.mark.parametrize(
    "data", [b"", b"text", encoded(plain("red"), "JPEG")[:900], encoded(plain("red"), "GIF")]
)
def test_what_cannot_be_read_is_one_error(data):
    with pytest.raises(CardPictureError) as caught:
        cut(make_picture("ana"), (50, 50), lambda _: data)

    assert "ana.jpg" == caught.value.path
    expected = "`ana.jpg` cannot stand on a share image: its pixels cannot be read"
    assert expected == str(caught.value)


def test_a_file_that_is_gone_is_the_same_error():
    def gone(picture):
        raise FileNotFoundError(picture.path)

    with pytest.raises(CardPictureError):
        cut(make_picture("ana"), (50, 50), gone)


def test_too_many_pixels_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(module, "MAXIMUM_PIXELS", 99)

    with pytest.raises(CardPictureError) as caught:
        cut(make_picture("ana"), (5, 5), reader(plain("red", (10, 10))))

    expected = "`ana.jpg` cannot stand on a share image: it has 100 pixels, of 99 allowed"
    assert expected == str(caught.value)


class TestKept:
    def test_a_portrait_is_read_once(self):
        kept = Portraits()
        first = kept.portrait(make_picture("a"), 80, reader(halves()))

        assert first is kept.portrait(make_picture("a", path="moved.jpg"), 80, no_picture)

    @pytest.mark.parametrize("change", [{"digest": "b"}, {"focus": (1, 2)}])
    def test_another_one_is_not_mistaken_for_it(self, change):
        kept = Portraits()
        first = kept.portrait(make_picture("a"), 80, reader(halves()))

        assert first is not kept.portrait(make_picture("a", **change), 80, reader(halves()))
        assert 96 == kept.portrait(make_picture("a"), 96, reader(halves())).width

    def test_only_so_many_are_kept(self, monkeypatch):
        monkeypatch.setattr(module, "KEPT_PORTRAITS", 2)
        kept = Portraits()
        for name in "abac":
            kept.portrait(make_picture(name), 8, reader(halves()))

        kept.portrait(make_picture("a"), 8, no_picture)
        with pytest.raises(AssertionError):
            kept.portrait(make_picture("b"), 8, no_picture)
