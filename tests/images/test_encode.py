import struct
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from jamstack.errors import OutputError
from jamstack.images.encode import PictureJob, PictureResult, encode, encode_all
from jamstack.images.inspect import PictureProblem

from ..copies import replace
from .builders import make_settings, plan_of, quarters, save

SMALL = make_settings(image_widths=(60, 120))
SECRETS = (b"Exif", b"EXIF", b"exif", b"http://ns.adobe.com", b"XMP ", b"ICC_PROFILE", b"ICCP")
SECRETS_OF_PNG = (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"iCCP", b"pHYs")


def made(file, folder, **options):
    """All planned files of a picture, made: name's end to the opened picture."""
    picture_plan = plan_of(file, settings=options.pop("settings", SMALL), **options)
    names = encode(file, picture_plan, folder)
    assert tuple(variant.name for variant in picture_plan.files) == names
    return [Image.open(BytesIO((folder / name).read_bytes())) for name in names]


def near(expected, actual, *, by=12):
    return all(abs(a - b) <= by for a, b in zip(expected, actual, strict=True))


def colours(picture):
    """The colours in the middle of the four quarters, row by row."""
    width, height = picture.size
    plain = picture.convert("RGB")
    return [
        plain.getpixel((width * x // 4, height * y // 4))
        for x, y in ((1, 1), (3, 1), (1, 3), (3, 3))
    ]


RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def assert_colours(expected, picture, *, by=12):
    actual = colours(picture)
    assert all(near(a, b, by=by) for a, b in zip(expected, actual, strict=True)), actual


class TestMetadata:
    def private_exif(self):
        exif = Image.Exif()
        exif[0x010F] = "SecretCamera"
        exif[0xA431] = "SERIAL-4711"
        exif.get_ifd(0x8825)[2] = (41.0, 9.0, 3.0)
        return exif

    def test_nothing_of_a_photographs_metadata_is_left(self, tmp_path):
        file = save(
            tmp_path,
            "photo.jpg",
            quarters(),
            exif=self.private_exif(),
            icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
            xmp=b"<x:xmpmeta>SERIAL-4711</x:xmpmeta>",
            comment=b"SERIAL-4711",
            dpi=(300, 300),
        )
        assert file.read_bytes().count(b"SERIAL-4711") >= 2

        for picture in made(file, tmp_path / "cache"):
            data = picture.fp.getvalue()
            assert not [secret for secret in (*SECRETS, b"SERIAL", b"Secret") if secret in data]

    def test_a_made_jpeg_holds_no_application_segment_but_jfif(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters(), exif=self.private_exif(), comment=b"x")
        *_, fallback, share = made(file, tmp_path / "cache")

        assert {0xE0} == {
            marker
            for picture in (fallback, share)
            for marker in jpeg_markers(picture.fp.getvalue())
            if 0xE0 <= marker <= 0xEF or marker == 0xFE
        }

    def test_a_made_webp_holds_nothing_but_pixels(self, tmp_path):
        file = save(tmp_path, "photo.webp", quarters(), exif=self.private_exif(), xmp=b"<x/>")
        first, *_ = made(file, tmp_path / "cache")

        assert [b"VP8 "] == webp_chunks(first.fp.getvalue())

    def test_a_made_png_holds_no_text(self, tmp_path):
        notes = PngInfo()
        notes.add_text("Author", "SERIAL-4711")
        picture = Image.new("RGBA", (90, 60), (200, 0, 0, 90))
        file = save(tmp_path, "logo.png", picture, pnginfo=notes, dpi=(300, 300))
        fallback = made(file, tmp_path / "cache")[-2].fp.getvalue()

        assert fallback.startswith(b"\x89PNG")
        assert not [secret for secret in (*SECRETS_OF_PNG, b"SERIAL") if secret in fallback]


def jpeg_markers(data):
    """The segment markers before the pixels."""
    at = 2
    while data[at + 1] != 0xDA:
        yield data[at + 1]
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]


def webp_chunks(data):
    chunks, at = [], 12
    while at < len(data):
        size = struct.unpack("<I", data[at + 4 : at + 8])[0]
        chunks.append(data[at : at + 4])
        at += 8 + size + size % 2
    return chunks


class TestPixels:
    @pytest.mark.parametrize(
        ("orientation", "expected"),
        [
            (1, [RED, GREEN, BLUE, WHITE]),
            (2, [GREEN, RED, WHITE, BLUE]),
            (3, [WHITE, BLUE, GREEN, RED]),
            (4, [BLUE, WHITE, RED, GREEN]),
            (5, [RED, BLUE, GREEN, WHITE]),
            (6, [BLUE, RED, WHITE, GREEN]),
            (7, [WHITE, GREEN, BLUE, RED]),
            (8, [GREEN, WHITE, RED, BLUE]),
        ],
    )
    def test_a_picture_is_turned_upright(self, tmp_path, orientation, expected):
        exif = Image.Exif()
        exif[0x0112] = orientation
        file = save(tmp_path, "photo.jpg", quarters((400, 200)), exif=exif, quality=95)

        for picture in made(file, tmp_path / "cache"):
            assert_colours(expected, picture)

    def test_a_sideways_picture_has_upright_sizes(self, tmp_path):
        exif = Image.Exif()
        exif[0x0112] = 6
        file = save(tmp_path, "photo.jpg", quarters((400, 200)), exif=exif)

        assert [
            (60, 120),
            (120, 240),
            (200, 400),
            (200, 105),
        ] == [picture.size for picture in made(file, tmp_path / "cache")]

    def test_inks_become_light(self, tmp_path):
        file = save(tmp_path, "print.jpg", quarters().convert("CMYK"), quality=95)

        for picture in made(file, tmp_path / "cache"):
            assert "RGB" == picture.mode
            assert_colours([RED, GREEN, BLUE, WHITE], picture)

    def test_colours_are_converted_from_the_pictures_own_profile(self, tmp_path):
        rgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        swapped = swapped_profile(rgb.tobytes())
        file = save(tmp_path, "swapped.png", quarters(), icc_profile=swapped)

        first, *_ = made(file, tmp_path / "cache")

        assert_colours([BLUE, GREEN, RED, WHITE], first, by=40)

    @pytest.mark.parametrize("profile", [b"broken", b"\0" * 200])
    def test_a_broken_profile_counts_as_none(self, tmp_path, profile):
        file = save(tmp_path, "photo.png", quarters(), icc_profile=profile)

        assert_colours([RED, GREEN, BLUE, WHITE], made(file, tmp_path / "cache")[0])

    def test_a_profile_for_other_colours_counts_as_none(self, tmp_path):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        renamed = profile.replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
        file = save(tmp_path, "grey.png", quarters().convert("L"), icc_profile=renamed)

        assert near((76, 76, 76), colours(made(file, tmp_path / "cache")[0])[0])

    @pytest.mark.parametrize("options", [{}, {"transparency": 7}])
    def test_16_bits_a_pixel_become_8(self, tmp_path, options):
        file = save(tmp_path, "scan.png", Image.new("I;16", (80, 40), 0x8000), **options)

        assert_colours([(128, 128, 128)] * 4, made(file, tmp_path / "cache")[0])

    @pytest.mark.parametrize("mode", ["1", "L", "P"])
    def test_few_colours_become_true_colours(self, tmp_path, mode):
        file = save(tmp_path, "small.png", Image.new(mode, (80, 40)))

        assert_colours([(0, 0, 0)] * 4, made(file, tmp_path / "cache")[0])

    def test_a_transparent_palette_stays_transparent(self, tmp_path):
        picture = quarters().quantize(4)
        file = save(tmp_path, "map.png", picture, transparency=picture.getpixel((10, 10)))

        *webp, fallback, _ = made(file, tmp_path / "cache")

        for made_picture in (*webp, fallback):
            assert 0 == made_picture.convert("RGBA").getpixel((5, 5))[3]

    def test_grey_with_transparency_stays_transparent(self, tmp_path):
        file = save(tmp_path, "grey.png", Image.new("LA", (80, 40), (100, 60)))

        fallback = made(file, tmp_path / "cache")[-2]

        assert (100, 100, 100, 60) == fallback.convert("RGBA").getpixel((5, 5))

    def test_the_share_crop_of_a_transparent_picture_is_on_white(self, tmp_path):
        file = save(tmp_path, "logo.png", Image.new("RGBA", (90, 60), (255, 0, 0, 0)))

        assert_colours([WHITE] * 4, made(file, tmp_path / "cache")[-1])

    @pytest.mark.parametrize("suffix", ["gif", "webp"])
    def test_an_animation_becomes_its_first_frame(self, tmp_path, suffix):
        frames = [Image.new("RGB", (90, 60), colour) for colour in (RED, BLUE, GREEN)]
        file = save(
            tmp_path, f"moving.{suffix}", frames[0], save_all=True, append_images=frames[1:]
        )

        for picture in made(file, tmp_path / "cache"):
            assert 1 == getattr(picture, "n_frames", 1)
            assert_colours([RED] * 4, picture)

    @pytest.mark.parametrize("size", [(1, 1), (3000, 2), (2, 3000), (37, 23)])
    def test_odd_shapes_are_made(self, tmp_path, size):
        file = save(tmp_path, "odd.png", Image.new("RGB", size, RED))

        for picture in made(file, tmp_path / "cache"):
            assert_colours([RED] * 4, picture)

    @pytest.mark.parametrize("suffix", ["jpg", "png"])
    def test_a_picture_much_larger_than_its_files_is_made_whole(self, tmp_path, suffix):
        file = save(tmp_path, f"large.{suffix}", quarters((2400, 1600)), quality=95)
        narrow = make_settings(image_widths=(60,))

        for picture in made(file, tmp_path / "cache", settings=narrow, has_share=False)[:1]:
            assert_colours([RED, GREEN, BLUE, WHITE], picture)


def swapped_profile(profile):
    """The sRGB profile with the red and blue primaries changed for each other, and no name."""
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))


class TestShare:
    @pytest.mark.parametrize("focus", [(10, 50), (90, 50), (50, 50)])
    def test_a_wide_picture_keeps_what_is_at_its_focus(self, tmp_path, focus):
        share = made(dotted(tmp_path, (4000, 700), focus), tmp_path / "cache", focus=focus)[-1]

        assert (1200, 630) == share.size
        assert red_pixels(share) > 200

    @pytest.mark.parametrize("focus", [(50, 5), (50, 95)])
    def test_a_tall_picture_keeps_what_is_at_its_focus(self, tmp_path, focus):
        share = made(dotted(tmp_path, (1300, 4000), focus), tmp_path / "cache", focus=focus)[-1]

        assert (1200, 630) == share.size
        assert red_pixels(share) > 200

    def test_a_dot_away_from_the_focus_is_cropped_away(self, tmp_path):
        file = dotted(tmp_path, (4000, 700), (10, 50))

        assert 0 == red_pixels(made(file, tmp_path / "cache", focus=(90, 50))[-1])

    def test_a_share_picture_weighs_at_most_300_kilobytes(self, tmp_path):
        noise = Image.merge("RGB", [Image.effect_noise((1300, 700), 200)] * 3)
        file = save(tmp_path, "noise.png", noise)
        settings = make_settings(image_widths=(60,), image_quality=100)

        share = made(file, tmp_path / "cache", settings=settings)[-1]

        assert len(share.fp.getvalue()) <= 300_000 < file.stat().st_size


def dotted(folder, size, focus):
    picture = Image.new("RGB", size, (40, 90, 160))
    x, y = size[0] * focus[0] // 100, size[1] * focus[1] // 100
    picture.paste(RED, (x - 20, y - 20, x + 20, y + 20))
    return save(folder, "dotted.png", picture)


def red_pixels(picture):
    pixels = picture.convert("RGB").resize((picture.width // 2, picture.height // 2))
    red, green, _ = pixels.split()
    return sum(
        is_red and is_not_green
        for is_red, is_not_green in zip(
            red.point(lambda value: value > 200).tobytes(),
            green.point(lambda value: value < 60).tobytes(),
            strict=True,
        )
    )


class TestCache:
    def test_what_is_there_is_not_made_again(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        made(file, tmp_path / "cache")

        assert () == encode(file, plan_of(file, settings=SMALL), tmp_path / "cache")

    def test_what_is_there_needs_no_original(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        picture_plan = plan_of(file, settings=SMALL)
        encode(file, picture_plan, tmp_path / "cache")
        file.unlink()

        assert () == encode(file, picture_plan, tmp_path / "cache")

    def test_an_empty_file_counts_as_missing(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        picture_plan = plan_of(file, settings=SMALL)
        encode(file, picture_plan, tmp_path / "cache")
        (tmp_path / "cache" / picture_plan.fallback.name).write_bytes(b"")

        assert (picture_plan.fallback.name,) == encode(file, picture_plan, tmp_path / "cache")

    @pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
    def test_a_file_made_alone_has_the_bytes_it_has_among_others(self, tmp_path, suffix):
        noise = Image.effect_noise((900, 600), 90).convert("RGB")
        file = save(tmp_path, f"photo.{suffix}", noise)
        picture_plan = plan_of(file, settings=SMALL)
        encode(file, picture_plan, tmp_path / "one")
        encode(file, picture_plan, tmp_path / "two")
        narrow = picture_plan.variants[0].name
        (tmp_path / "two" / narrow).unlink()
        encode(file, picture_plan, tmp_path / "two")

        for variant in picture_plan.files:
            first = (tmp_path / "one" / variant.name).read_bytes()
            assert first == (tmp_path / "two" / variant.name).read_bytes()

    def test_nothing_but_the_planned_files_is_left_in_the_folder(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        picture_plan = plan_of(file, settings=SMALL)
        encode(file, picture_plan, tmp_path / "cache")

        left = {path.name for path in (tmp_path / "cache" / "images").iterdir()}
        assert {variant.name.removeprefix("images/") for variant in picture_plan.files} == left


class TestProblems:
    def test_a_picture_cut_short_is_told(self, tmp_path):
        file = save(tmp_path, "photo.jpg", Image.effect_noise((300, 200), 90))
        file.write_bytes(file.read_bytes()[:-4000])

        assert PictureProblem(
            message="`photo.jpg` is a damaged JPEG, its pixels cannot be read",
            hint="export or download it again; the file may have been cut short",
        ) == encode(file, plan_of(file, settings=SMALL), tmp_path / "cache")

    @pytest.mark.parametrize("content", [b"words", None])
    def test_a_picture_changed_after_it_was_inspected_is_told(self, tmp_path, content):
        file = save(tmp_path, "photo.jpg", quarters())
        picture_plan = plan_of(file, settings=SMALL)
        if content:
            file.write_bytes(content)
        else:
            save(tmp_path, "photo.jpg", quarters((300, 300)))

        assert PictureProblem(
            message="`photo.jpg` changed while it was being read", hint="build again"
        ) == encode(file, picture_plan, tmp_path / "cache")

    def test_a_picture_removed_after_it_was_inspected_is_told(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        picture_plan = plan_of(file, settings=SMALL)
        file.unlink()

        assert PictureProblem(
            message="`photo.jpg` cannot be read (No such file or directory)",
            hint="check that the file is there and that you may read it",
        ) == encode(file, picture_plan, tmp_path / "cache")

    def test_a_folder_that_cannot_be_written_is_an_error(self, tmp_path):
        file = save(tmp_path, "photo.jpg", quarters())
        picture_plan = plan_of(file, settings=SMALL)
        (tmp_path / "cache").write_text("in the way", encoding="utf-8")
        path = tmp_path / "cache" / picture_plan.files[0].name

        with pytest.raises(OutputError) as caught:
            encode(file, picture_plan, tmp_path / "cache")

        assert (
            f"cannot write `{path}`: Not a directory\n"
            "hint: check the free space and the permissions of the folder" == str(caught.value)
        )


def in_threads(jobs, folder, told=None):
    with ThreadPoolExecutor(2) as executor:
        progress = told.append if told is not None else lambda _done: None
        return encode_all(jobs, folder, executor=executor, progress=progress)


def make_job(folder, name="photo.jpg", size=(90, 60), **options):
    file = save(folder, name, quarters(size))
    return PictureJob(file=file, plan=plan_of(file, settings=SMALL, **options))


class TestEncodeAll:
    def test_results_come_in_the_order_of_the_jobs(self, tmp_path):
        jobs = [make_job(tmp_path, f"photo{number}.png", (90, number)) for number in range(20, 26)]

        results = in_threads(jobs, tmp_path / "cache")

        assert [
            PictureResult(job=job, made=tuple(file.name for file in job.plan.files)) for job in jobs
        ] == list(results)

    def test_processes_make_the_same_bytes_as_threads(self, tmp_path):
        jobs = [make_job(tmp_path)]
        in_threads(jobs, tmp_path / "threads")
        with ProcessPoolExecutor(1) as executor:
            encode_all(jobs, tmp_path / "processes", executor=executor, progress=lambda _done: None)

        for file in jobs[0].plan.files:
            threads = (tmp_path / "threads" / file.name).read_bytes()
            assert threads == (tmp_path / "processes" / file.name).read_bytes()

    def test_progress_counts_every_job(self, tmp_path):
        jobs = [make_job(tmp_path, f"photo{number}.png", (90, number)) for number in range(20, 23)]
        encode(jobs[0].file, jobs[0].plan, tmp_path / "cache")
        told = []

        in_threads(jobs, tmp_path / "cache", told)

        assert [1, 2, 3] == told

    def test_a_picture_used_twice_is_made_once_and_counted_twice(self, tmp_path):
        job = make_job(tmp_path)
        told = []

        first, second = in_threads([job, replace(job)], tmp_path / "cache", told)

        assert first == second
        assert [0, 2] == told

    def test_a_damaged_picture_does_not_stop_the_others(self, tmp_path):
        damaged = make_job(tmp_path, "damaged.png")
        damaged.file.write_bytes(damaged.file.read_bytes()[:60])
        whole = make_job(tmp_path, "whole.png", (120, 80))
        changed = PictureProblem(
            message="`damaged.png` changed while it was being read", hint="build again"
        )

        results = in_threads([damaged, whole], tmp_path / "cache")

        assert [changed, None] == [result.problem for result in results]

    def test_without_jobs_there_are_no_results(self, tmp_path):
        assert () == in_threads([], tmp_path / "cache")

    def test_a_folder_that_cannot_be_written_stops_all(self, tmp_path):
        (tmp_path / "cache").write_text("in the way", encoding="utf-8")

        with pytest.raises(OutputError, match="cannot write"):
            in_threads([make_job(tmp_path)], tmp_path / "cache")
