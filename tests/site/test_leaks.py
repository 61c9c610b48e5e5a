"""Nothing of a story that readers may not see is in any published byte, until they may."""

import html
import zoneinfo

import pytest

from jamstack.edition import hidden_because
from jamstack.pelican_plugin.configuration import clock, project_of, read_configuration
from jamstack.press.progress import Silence
from jamstack.press.reading import read_content

from .builders import NOW, PROJECT, make_site, picture, snapshot, story

WORDS = (
    "xylograph",  # the slug and the picture's name
    "Zephyrine",  # the title
    "quixotic",  # the standfirst
    "vermilion",  # the text
    "wyvern",  # the tag
    "yonder",  # the alias
    "Umbra Vale",  # the author
    "umbra-vale",
)
HIDDEN = {
    "draft": {"status": "draft"},
    "embargoed": {"embargo": "2026-12-24T18:00"},
    "dated in the future": {"date": "2026-12-24T18:00"},
}
LATER = ["--now", "2026-12-24T18:00"]

every_reason = pytest.mark.parametrize("reason", HIDDEN)


def make_secretive(folder, **options):
    """A newsroom with a story that shares a section, a tag and a byline with another."""
    fields = {
        "title": "Zephyrine",
        "dek": "A quixotic matter",
        "authors": "[ana-dias, umbra-vale]",
        "tags": "[wyvern, harbour]",
        "aliases": "[yonder/]",
        "image": "{src: xylograph.png, alt: Zephyrine alone}",
        **options.pop("fields"),
    }
    files = {
        "articles/2026/xylograph/index.md": story("A vermilion paragraph.\n", **fields),
        "articles/2026/xylograph/xylograph.png": picture(),
        "articles/2026/ferry.md": story(title="The ferry sails again", tags="[harbour]"),
        "authors/umbra-vale.md": "---\nname: Umbra Vale\n---\n",
    }
    return make_site(folder, files, **options)


def leaks(site):
    found = snapshot(site.output)
    return [
        (path, word)
        for path, data in found.items()
        for word in WORDS
        if word.encode().lower() in data.lower() or word in path
    ]


@every_reason
def test_nothing_of_a_hidden_story_is_published(tmp_path, reason):
    site = make_secretive(tmp_path, fields=HIDDEN[reason])

    ran = site.build()

    assert (0, "") == (ran.code, ran.errors)
    assert [] == leaks(site)


@every_reason
def test_nothing_of_a_hidden_story_is_published_by_a_stock_theme(tmp_path, reason):
    site = make_secretive(tmp_path, fields=HIDDEN[reason], pelican={"THEME": "simple"})

    ran = site.run("invoke", "build", "--now", NOW)

    assert (0, "") == (ran.code, ran.errors)
    assert [] == leaks(site)


def test_a_story_is_published_when_its_embargo_ends(tmp_path):
    site = make_secretive(tmp_path, fields=HIDDEN["embargoed"])

    ran = site.invoke("build", *LATER)

    assert 0 == ran.code
    assert {word for _, word in leaks(site)} == set(WORDS)
    assert "A vermilion paragraph." in site.read("stories/xylograph/index.html")


def test_a_minute_before_its_embargo_ends_it_is_not(tmp_path):
    site = make_secretive(tmp_path, fields=HIDDEN["embargoed"])

    site.invoke("build", "--now", "2026-12-24T17:59")

    assert [] == leaks(site)


def test_a_story_that_is_withdrawn_leaves_no_trace(tmp_path):
    site = make_secretive(tmp_path, fields={})
    site.build()
    assert leaks(site)
    text = (site.content / "articles/2026/xylograph/index.md").read_text(encoding="utf-8")
    site.write("articles/2026/xylograph/index.md", text.replace("---\n", "---\nstatus: draft\n", 1))

    ran = site.build()

    assert 0 == ran.code
    assert [] == leaks(site)


def test_the_hidden_stories_are_counted_for_the_editor(tmp_path):
    site = make_secretive(tmp_path, fields=HIDDEN["draft"])

    ran = site.build()

    assert "1 story, 1 not published; " == ran.output[: len("1 story, 1 not published; ")]


def test_nothing_of_the_sample_newsrooms_hidden_stories_is_published(sample):
    settings = project_of(
        read_configuration(PROJECT / "pelican-app" / "pelicanconf.py", {})
    ).settings
    articles = read_content(sample.content, settings=settings, progress=Silence()).articles
    now = clock(NOW, zoneinfo.ZoneInfo("UTC"))
    hidden = [article for article in articles if hidden_because(article, now)]
    published = b"".join(snapshot(sample.output).values())

    assert hidden
    for article in hidden:
        assert f"/{article.slug}/".encode() not in published
        assert html.escape(article.title, quote=False).encode() not in published


def test_pictures_carry_nothing_of_the_camera(tmp_path):
    import io

    from PIL import Image

    data = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Spiegelmann Cameras"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 42.0, 17.0)
    Image.new("RGB", (900, 600), "teal").save(data, "JPEG", exif=exif, comment=b"serial 8817")
    files = {
        "articles/2026/pier/index.md": story(image="{src: photo.jpg, alt: The pier}"),
        "articles/2026/pier/photo.jpg": data.getvalue(),
    }
    site = make_site(tmp_path, files)

    site.build()

    made = {path: data for path, data in snapshot(site.output).items() if "images/" in path}
    assert made
    for path, data in made.items():
        assert b"Spiegelmann" not in data, path
        assert b"serial 8817" not in data, path
        assert not Image.open(io.BytesIO(data)).getexif(), path
