import pytest

from jamstack.errors import OutputError
from jamstack.images.plan import VariantFormat
from jamstack.model import Block, BlockKind, Body, Picture, Status
from jamstack.press.gallery import (
    article_pictures,
    collect,
    make,
    pictures_of,
)

from ..builders import make_article, make_author, make_edition, make_page, make_settings
from .builders import Here, Recorder, photo, snapshot, write_files

PIER = "articles/2026/pier.jpg"
SMALL = make_settings(image_widths=(60, 120))


def make_picture(path=PIER, **values):
    return Picture(**({"path": path, "alt": "The pier", "line": 7} | values))


def figure(picture):
    return Body(blocks=(Block(kind=BlockKind.FIGURE, picture=picture),))


def collected(folder, files, *articles, **values):
    write_files(folder, files)
    settings = values.pop("settings", SMALL)
    return collect(make_edition(*articles, settings=settings, **values), folder)


def texts(findings):
    return [str(finding) for finding in findings]


class TestPicturesOf:
    def test_every_picture_of_every_file_is_found_with_its_field(self):
        lead, shown, small = (make_picture(f"{name}.jpg") for name in "abc")
        face, desk, map_ = (make_picture(f"{name}.jpg") for name in "def")
        body = Body(blocks=figure(shown).blocks, pictures=(small,))
        article = make_article(image=lead, body=body, status=Status.DRAFT)
        author = make_author(portrait=face, biography=figure(desk))
        plain = make_author("plain")
        edition = make_edition(
            article, authors=(author, plain), pages=(make_page(body=figure(map_)),)
        )

        found = [(path, field, picture.path) for path, field, picture in pictures_of(edition)]

        assert [
            ("articles/2026/bridge.md", "image.src", "a.jpg"),
            ("articles/2026/bridge.md", "", "b.jpg"),
            ("articles/2026/bridge.md", "", "c.jpg"),
            ("authors/mira.md", "portrait.src", "d.jpg"),
            ("authors/mira.md", "", "e.jpg"),
            ("pages/about.md", "", "f.jpg"),
        ] == found

    def test_a_story_without_pictures_has_none(self):
        assert [] == list(article_pictures(make_article()))


class TestCollect:
    def test_a_picture_is_planned_in_the_sizes_of_the_settings(self, tmp_path):
        picture = make_picture()

        gallery = collected(tmp_path, {PIER: photo()}, make_article(image=picture))

        assert () == gallery.findings
        assert [60, 120] == [variant.width_px for variant in gallery.plan(picture).variants]
        assert {PIER: tmp_path / PIER} == gallery.files
        assert gallery.plan(picture).fallback.name.startswith("images/pier-")

    def test_one_picture_with_two_focuses_has_two_plans(self, tmp_path):
        top = make_picture(focus=(50, 0))
        articles = (make_article("a", image=make_picture()), make_article("b", image=top))

        gallery = collected(tmp_path, {PIER: photo()}, *articles)

        assert {(PIER, (50, 50)), (PIER, (50, 0))} == set(gallery.plans)

    def test_a_missing_picture_is_told_with_the_nearest(self, tmp_path):
        files = {"articles/2026/peir.jpg": photo(), "articles/2026/peer.txt": "text"}

        gallery = collected(tmp_path, files, make_article(image=make_picture()))

        assert texts(gallery.findings) == [
            "articles/2026/bridge.md:7: `image.src`: names `articles/2026/pier.jpg`, but there is"
            " no such file\nhint: did you mean `peir.jpg`?"
        ]
        assert {} == gallery.plans

    def test_a_missing_picture_may_have_no_likeness(self, tmp_path):
        gallery = collected(tmp_path, {}, make_article(body=figure(make_picture())))

        assert texts(gallery.findings) == [
            "articles/2026/bridge.md:7: names `articles/2026/pier.jpg`, but there is no such file"
            "\nhint: put the picture there, or correct the name"
        ]

    def test_a_name_that_no_system_takes_is_told(self, tmp_path):
        name = "a" * 300 + ".jpg"

        gallery = collected(tmp_path, {}, make_article(image=make_picture(name)))

        assert texts(gallery.findings) == [
            f"articles/2026/bridge.md:7: `image.src`: `{name}` cannot be read (File name too long)"
            "\nhint: check that the file is there and that you may read it"
        ]

    def test_each_story_that_names_a_bad_picture_is_told(self, tmp_path):
        articles = [make_article(slug, image=make_picture()) for slug in ("a", "b")]

        gallery = collected(tmp_path, {PIER: "text"}, *articles)

        assert texts(gallery.findings) == [
            f"articles/2026/{slug}.md:7: `image.src`: `pier.jpg` is not a picture (found text),"
            " expected JPEG, PNG, WebP, AVIF or GIF\nhint: put the picture itself there"
            for slug in ("a", "b")
        ]

    def test_a_picture_over_the_limit_is_told(self, tmp_path):
        settings = make_settings(maximum_picture_pixels=29_999)

        gallery = collected(
            tmp_path, {PIER: photo()}, make_article(image=make_picture()), settings=settings
        )

        assert texts(gallery.findings) == [
            "articles/2026/bridge.md:7: `image.src`: `pier.jpg` has 30,000 pixels (200 × 150),"
            " expected at most 29,999"
            "\nhint: save a smaller copy; 4,000 pixels on the long side are plenty"
        ]

    def test_a_link_that_leaves_the_folder_is_told_and_not_followed(self, tmp_path):
        write_files(tmp_path, {"outside.jpg": photo(), "content/articles/2026/a.jpg": photo()})
        content = tmp_path / "content"
        (content / PIER).symlink_to(tmp_path / "outside.jpg")

        gallery = collected(content, {}, make_article(image=make_picture()))

        assert texts(gallery.findings) == [
            "articles/2026/bridge.md:7: `image.src`: names `articles/2026/pier.jpg`, a symbolic"
            " link that leaves the content folder\nhint: copy the picture here"
        ]

    def test_a_link_within_the_folder_is_followed(self, tmp_path):
        write_files(tmp_path, {"shared/pier.jpg": photo()})
        (tmp_path / "articles" / "2026").mkdir(parents=True)
        (tmp_path / PIER).symlink_to("../../shared/pier.jpg")

        assert () == collected(tmp_path, {}, make_article(image=make_picture())).findings

    def test_a_link_to_nothing_is_a_missing_file(self, tmp_path):
        (tmp_path / "articles" / "2026").mkdir(parents=True)
        (tmp_path / PIER).symlink_to("gone.jpg")

        (text,) = texts(collected(tmp_path, {}, make_article(image=make_picture())).findings)

        assert "but there is no such file" in text

    def test_a_picture_with_transparency_falls_back_to_png(self, tmp_path):
        from PIL import Image

        (tmp_path / "articles" / "2026").mkdir(parents=True)
        Image.new("RGBA", (80, 60), (1, 2, 3, 4)).save(tmp_path / "articles" / "2026" / "a.png")
        picture = make_picture("articles/2026/a.png")

        gallery = collected(tmp_path, {}, make_article(image=picture))

        assert VariantFormat.PNG is gallery.plan(picture).fallback.format


class TestMake:
    def made(self, folder, files, *pictures, executor=None, progress=None):
        articles = [make_article(f"s{n}", image=picture) for n, picture in enumerate(pictures)]
        gallery = collected(folder / "content", files, *articles)
        assert () == gallery.findings
        return make(
            gallery,
            set(gallery.plans),
            folder / "made",
            executor=executor or Here(),
            progress=progress or Recorder(),
        )

    def test_every_planned_file_is_made_and_told(self, tmp_path):
        progress = Recorder()

        made = self.made(tmp_path, {PIER: photo()}, make_picture(), progress=progress)

        assert (4, ()) == made
        assert [".jpg", ".jpg", ".webp", ".webp"] == sorted(
            f".{name.rpartition('.')[2]}" for name in snapshot(tmp_path / "made")
        )
        assert [("Pictures", 1), 0, 1, "end"] == progress.told

    def test_a_picture_that_stands_in_two_stories_is_made_once(self, tmp_path):
        executor = Here()

        self.made(tmp_path, {PIER: photo()}, make_picture(), make_picture(), executor=executor)

        assert 1 == executor.count

    def test_what_is_made_already_is_not_made_again(self, tmp_path):
        executor, progress = Here(), Recorder()
        self.made(tmp_path, {PIER: photo()}, make_picture())

        made = self.made(
            tmp_path, {PIER: photo()}, make_picture(), executor=executor, progress=progress
        )

        assert ((0, ()), 0) == (made, executor.count)
        assert [("Pictures", 1), 1, "end"] == progress.told

    def test_pictures_that_no_page_shows_are_not_made(self, tmp_path):
        gallery = collected(
            tmp_path / "content", {PIER: photo()}, make_article(image=make_picture())
        )

        made = make(gallery, set(), tmp_path / "made", executor=Here(), progress=Recorder())

        assert (0, ()) == made
        assert not (tmp_path / "made").exists()

    def test_damaged_pixels_are_told(self, tmp_path):
        _, findings = self.made(tmp_path, {PIER: photo((400, 300))[:2000]}, make_picture())

        assert texts(findings) == [
            "articles/2026/pier.jpg: `pier.jpg` is a damaged JPEG, its pixels cannot be read"
            "\nhint: export or download it again; the file may have been cut short"
        ]

    def test_the_end_is_told_on_a_fault_too(self, tmp_path):
        progress = Recorder()
        (tmp_path / "made").write_bytes(b"in the way")

        with pytest.raises(OutputError, match="cannot write"):
            self.made(tmp_path, {PIER: photo()}, make_picture(), progress=progress)

        assert "end" == progress.told[-1]


class TestDamaged:
    def test_each_damaged_picture_is_told_once(self, tmp_path):
        broken = {PIER: photo((400, 300))[:2000], "articles/2026/good.jpg": photo()}
        pictures = (
            make_picture(),
            make_picture(focus=(1, 2)),
            make_picture("articles/2026/good.jpg"),
        )
        articles = [make_article(f"s{n}", image=picture) for n, picture in enumerate(pictures)]

        gallery = collected(tmp_path, broken, *articles)

        assert texts(gallery.damaged()) == [
            "articles/2026/pier.jpg: `pier.jpg` is a damaged JPEG, its pixels cannot be read"
            "\nhint: export or download it again; the file may have been cut short"
        ]
