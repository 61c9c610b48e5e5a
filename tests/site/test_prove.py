"""`invoke build --prove` on the sample newsroom after one edit upon another, as CI runs it."""

import io
import shutil

import pytest
from PIL import Image

from .builders import NOW, PROJECT, Site, make_site, snapshot, write_settings

LATER = "2027-03-02T12:00"
SIDE_PX = 48
NEW_STORY = """---
title: The cat of the slipway
date: 2026-11-21T09:00
section: harbour
authors: [tomas-quill]
tags: [animals]
---

She has [the ferry](electric-ferry-guillemot/index.md) to herself.
"""


def rewrite(site, path, old, new):
    file = site.folder / "pelican-app" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def write_a_new_story(site):
    site.write("articles/2026/slipway-cat.md", NEW_STORY)


def retitle(site):
    path = "content/articles/2026/walking-football.md"
    rewrite(site, path, "title: No running", "title: No diving")


def move(site):
    story = site.content / "articles" / "2026" / "walking-football.md"
    story.rename(site.content / "articles" / "2025" / "football-at-a-walk.md")


def delete(site):
    (site.content / "articles/2026/council-microphones.md").unlink()


def rename_an_author(site):
    rewrite(site, "content/authors/tomas-quill.md", "name: Tomás Quill", "name: Tom Quill")


def change_a_section(site):
    path = "content/articles/2025/football-at-a-walk.md"
    rewrite(site, path, "section: sport", "section: culture")


def edit_a_template(site):
    rewrite(site, "theme/templates/partials/teaser.html", 'class="', 'class="edited ')


def edit_a_setting(site):
    rewrite(site, "pelicanconf.py", '"tagline": "News', '"tagline": "All the news')


COURSE = (
    (
        write_a_new_story,
        retitle,
        move,
        delete,
        rename_an_author,
        change_a_section,
    ),
    (edit_a_template,),
    (edit_a_setting,),
)
"""Edits, each followed by a build; a proof ends each part, before all pages are made anew."""


@pytest.fixture
def newsroom(tmp_path):
    """The sample newsroom with the smallest of pictures: all of them are made again each time."""
    site = Site(tmp_path)
    shutil.copy(PROJECT / "tasks.py", site.folder)
    shutil.copytree(
        PROJECT / "pelican-app",
        site.folder / "pelican-app",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for file in site.content.rglob("*"):
        if file.suffix in (".jpg", ".png"):
            file.write_bytes(_smaller(file.read_bytes()))
    return site


def _smaller(data):
    with Image.open(io.BytesIO(data)) as picture:
        kind = picture.format
        picture.thumbnail((SIDE_PX, SIDE_PX))
        made = io.BytesIO()
        picture.save(made, kind)
    return made.getvalue()


def proof(site, now=NOW):
    """The code and last line of a proof, and the lines that a proof of this output has."""
    ran = site.invoke("build", "--now", now, "--prove")
    files = len(snapshot(site.output))
    line = f"proved: a build from nothing makes the same {files:,} files"
    return (ran.code, ran.output.splitlines()[-1:]), (0, [line])


def test_edits_make_what_a_build_from_nothing_makes(newsroom):
    newsroom.build()
    for edits in COURSE:
        for edit in edits:
            before = snapshot(newsroom.output)
            edit(newsroom)
            assert (edit, 0) == (edit, newsroom.build().code)
            assert (edit, before) != (edit, snapshot(newsroom.output))

        found, proved = proof(newsroom)

        assert proved == found


def test_the_clock_that_passes_an_embargo_makes_what_a_build_from_nothing_makes(newsroom):
    newsroom.build()
    page = newsroom.output / "stories" / "budget-2027-results" / "index.html"
    assert not page.exists()

    found, proved = proof(newsroom, LATER)

    assert proved == found
    assert page.is_file()


def test_a_page_that_is_not_as_from_nothing_is_named(tmp_path):
    """A theme that reads what no build can know of."""
    site = make_site(tmp_path)
    shutil.copytree(PROJECT / "pelican-app" / "theme", tmp_path / "theme")
    said = tmp_path / "said.txt"
    said.write_text("one", encoding="utf-8")
    write_settings(site, pelican={"THEME": "../theme"})
    with (site.folder / "pelican-app" / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"JINJA_GLOBALS = {{'said': __import__('pathlib').Path({str(said)!r})}}\n")
    rewrite(site, "../theme/templates/404.html", "content %}", "content %}{{ said.read_text() }}")
    assert 0 == site.build().code
    said.write_text("two", encoding="utf-8")

    ran = site.build("--prove")

    expected = (
        "the output is not what a build from nothing makes: 1 file\n"
        "404.html: has other bytes\n"
        "hint: this is a fault of the platform: keep the cache, report it,"
        " and run `invoke clean`\n"
    )
    assert (1, expected) == (ran.code, ran.errors)
