import io

from PIL import Image

from jamstack.benches.pictures import picture


def test_a_picture_is_a_jpeg_of_the_agreed_size():
    image = Image.open(io.BytesIO(picture(0, seed=7)))

    assert ("JPEG", (800, 533)) == (image.format, image.size)


def test_the_same_seed_draws_the_same_picture():
    assert picture(3, seed=7) == picture(3, seed=7)


def test_each_number_and_each_seed_draws_another():
    assert 3 == len({picture(0, seed=7), picture(1, seed=7), picture(0, seed=8)})


def test_a_picture_is_as_heavy_as_a_photograph():
    assert 40_000 < len(picture(0, seed=7)) < 200_000
