import hashlib
import os
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jamstack.images.formats import PictureFormat
from jamstack.images.inspect import PictureFacts, PictureProblem, inspect, verify

from .builders import (
    MAXIMUM_PIXELS,
    facts_of,
    png_chunk,
    png_claiming,
    quarters,
    save,
)

DAMAGED_HINT = "export or download it again; the file may have been cut short"
SMALLER_HINT = "save a smaller copy; 4,000 pixels on the long side are plenty"


def problem_of(file, maximum_pixels=MAXIMUM_PIXELS):
    problem = inspect(file, maximum_pixels=maximum_pixels)
    assert isinstance(problem, PictureProblem), problem
    return problem


class TestFacts:
    def test_the_facts_of_a_photograph(self, tmp_path):
        file = save(tmp_path, "bridge.jpg", quarters((400, 200)))

        assert PictureFacts(
            width=400,
            height=200,
            format=PictureFormat.JPEG,
            digest=hashlib.sha256(file.read_bytes()).hexdigest(),
        ) == facts_of(file)

    @pytest.mark.parametrize("suffix", ["png", "webp", "avif", "gif", "jpg"])
    def test_the_content_decides_the_format_and_not_the_suffix(self, tmp_path, suffix):
        made = save(tmp_path, f"picture.{suffix}", quarters())
        file = made.rename(tmp_path / "picture.dat")

        assert {"jpg": "jpeg"}.get(suffix, suffix) == facts_of(file).format.value.lower()

    @pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif"])
    def test_a_picture_taken_sideways_is_measured_upright(self, tmp_path, suffix):
        exif = Image.Exif()
        exif[0x0112] = 6
        file = save(tmp_path, f"sideways.{suffix}", quarters((400, 200)), exif=exif)

        facts = facts_of(file)

        assert (200, 400) == (facts.width, facts.height)

    def test_transparency_that_is_declared_and_never_used_does_not_count(self, tmp_path):
        file = save(tmp_path, "screen.png", Image.new("RGBA", (20, 20), (1, 2, 3, 255)))

        assert not facts_of(file).has_alpha

    def test_one_pixel_that_shines_through_is_transparency(self, tmp_path):
        picture = Image.new("RGBA", (20, 20), (1, 2, 3, 255))
        picture.putpixel((3, 3), (1, 2, 3, 254))
        file = save(tmp_path, "logo.png", picture)

        assert facts_of(file).has_alpha

    def test_a_palette_can_hold_a_transparent_colour(self, tmp_path):
        picture = quarters((40, 20)).quantize(4)
        file = save(tmp_path, "palette.png", picture, transparency=0)

        assert facts_of(file).has_alpha

    @pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
    def test_an_animation_is_known_as_one(self, tmp_path, suffix):
        frames = [Image.new("RGB", (20, 20), (shade, 0, 0)) for shade in (0, 120, 240)]
        file = save(
            tmp_path, f"moving.{suffix}", frames[0], save_all=True, append_images=frames[1:]
        )

        assert facts_of(file).is_animated

    def test_a_still_picture_is_no_animation(self, tmp_path):
        assert not facts_of(save(tmp_path, "still.gif", quarters())).is_animated

    def test_a_picture_of_one_pixel_is_a_picture(self, tmp_path):
        facts = facts_of(save(tmp_path, "dot.png", Image.new("RGB", (1, 1))))

        assert (1, 1) == (facts.width, facts.height)

    def test_a_picture_of_just_the_limit_is_accepted(self, tmp_path):
        file = save(tmp_path, "even.png", Image.new("RGB", (100, 100)))

        assert isinstance(inspect(file, maximum_pixels=10_000), PictureFacts)


class TestProblems:
    def test_text_is_not_a_picture(self, tmp_path):
        file = tmp_path / "photo.jpg"
        file.write_text("The bridge opened on Monday.\n", encoding="utf-8")

        assert PictureProblem(
            message=(
                "`photo.jpg` is not a picture (found text), expected JPEG, PNG, WebP, AVIF or GIF"
            ),
            hint="put the picture itself there",
        ) == problem_of(file)

    def test_an_svg_drawing_is_refused(self, tmp_path):
        file = tmp_path / "map.svg"
        file.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")

        assert PictureProblem(
            message="`map.svg` is an SVG drawing, expected JPEG, PNG, WebP, AVIF or GIF",
            hint="export it as PNG, at least 1,200 pixels wide",
        ) == problem_of(file)

    def test_an_empty_file_is_refused(self, tmp_path):
        file = tmp_path / "photo.jpg"
        file.touch()

        assert PictureProblem(
            message="`photo.jpg` is empty (0 bytes), expected JPEG, PNG, WebP, AVIF or GIF",
            hint="export or download it again",
        ) == problem_of(file)

    def test_a_missing_file_is_told(self, tmp_path):
        assert PictureProblem(
            message="`photo.jpg` cannot be read (No such file or directory)",
            hint="check that the file is there and that you may read it",
        ) == problem_of(tmp_path / "photo.jpg")

    def test_a_folder_is_refused(self, tmp_path):
        (tmp_path / "photo.jpg").mkdir()

        assert PictureProblem(
            message="`photo.jpg` is not a file, expected JPEG, PNG, WebP, AVIF or GIF",
            hint="name the picture itself",
        ) == problem_of(tmp_path / "photo.jpg")

    def test_a_named_pipe_is_refused_without_waiting_for_it(self, tmp_path):
        os.mkfifo(tmp_path / "photo.jpg")

        expected = "`photo.jpg` is not a file, expected JPEG, PNG, WebP, AVIF or GIF"
        assert expected == problem_of(tmp_path / "photo.jpg").message

    def test_a_picture_over_the_limit_is_refused(self, tmp_path):
        file = save(tmp_path, "wide.png", Image.new("1", (4000, 300)))

        assert PictureProblem(
            message=("`wide.png` has 1,200,000 pixels (4,000 × 300), expected at most 1,000,000"),
            hint=SMALLER_HINT,
        ) == problem_of(file, maximum_pixels=1_000_000)

    def test_a_decompression_bomb_is_refused_by_its_header(self, tmp_path):
        file = tmp_path / "bomb.png"
        file.write_bytes(png_claiming(60_000, 60_000))

        assert PictureProblem(
            message=(
                "`bomb.png` has 3,600,000,000 pixels (60,000 × 60,000), expected at most 50,000,000"
            ),
            hint=SMALLER_HINT,
        ) == problem_of(file)

    def test_a_bomb_pillow_refuses_first_is_told_as_too_large(self, tmp_path):
        file = save(tmp_path, "bomb.gif", quarters((20, 20)))
        data = bytearray(file.read_bytes())
        frame = data.index(b",\0\0\0\0\x14\0\x14\0")
        data[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
        file.write_bytes(data)

        assert PictureProblem(
            message="`bomb.gif` has more than 178,956,970 pixels, expected at most 50,000,000",
            hint=SMALLER_HINT,
        ) == problem_of(file)

    def test_a_header_cut_short_is_damage(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        file.write_bytes(file.read_bytes()[:100])

        assert PictureProblem(
            message="`photo.jpg` is a damaged JPEG, its pixels cannot be read",
            hint=DAMAGED_HINT,
        ) == problem_of(file)

    def test_a_transparent_picture_cut_short_is_damage(self, tmp_path):
        file = save(tmp_path, "logo.png", Image.effect_noise((99, 99), 90).convert("RGBA"))
        file.write_bytes(file.read_bytes()[:2000])

        expected = "`logo.png` is a damaged PNG, its pixels cannot be read"
        assert expected == problem_of(file).message

    def test_text_in_a_picture_that_unpacks_without_end_is_damage(self, tmp_path):
        bomb = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 9_000_000))
        data = png_claiming(10, 10)
        file = tmp_path / "text.png"
        file.write_bytes(data[:33] + bomb + data[33:])

        expected = "`text.png` is a damaged PNG, its pixels cannot be read"
        assert expected == problem_of(file).message


class TestVerify:
    def test_a_whole_picture_has_no_problem(self, tmp_path):
        assert verify(save(tmp_path, "photo.jpg", quarters())) is None

    @pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "gif"])
    def test_a_picture_cut_short_is_damage(self, tmp_path, suffix):
        noise = Image.effect_noise((300, 200), 90).convert("RGB")
        file = save(tmp_path, f"photo.{suffix}", noise)
        file.write_bytes(file.read_bytes()[:-3000])
        printed = {"jpg": "JPEG", "webp": "WebP"}.get(suffix, suffix.upper())

        assert PictureProblem(
            message=f"`photo.{suffix}` is a damaged {printed}, its pixels cannot be read",
            hint=DAMAGED_HINT,
        ) == verify(file)

    def test_text_is_no_picture(self, tmp_path):
        file = tmp_path / "photo.jpg"
        file.write_text("words", encoding="utf-8")

        assert PictureProblem(
            message=(
                "`photo.jpg` is not a picture (found text), expected JPEG, PNG, WebP, AVIF or GIF"
            ),
            hint="put the picture itself there",
        ) == verify(file)


SEEDS = ("jpg", "png", "webp", "avif", "gif")


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8),
    st.integers(0, 2000),
)
def test_a_picture_with_any_bytes_changed_gives_facts_or_a_problem(
    tmp_path_factory, suffix, changes, length
):
    folder = tmp_path_factory.getbasetemp() / "changed"
    exif = Image.Exif()
    exif[0x0112] = 3
    file = save(
        folder,
        f"picture.{suffix}",
        quarters((30, 20)),
        **({"exif": exif} if suffix != "gif" else {}),
    )
    data = bytearray(file.read_bytes())
    for at, value in changes:
        data[at % len(data)] = value
    file.write_bytes(data[:length])

    outcome = inspect(file, maximum_pixels=MAXIMUM_PIXELS)

    assert isinstance(outcome, PictureFacts | PictureProblem)
    assert isinstance(verify(file), PictureProblem | None)
