"""`invoke cards`: the contact sheet that an editor looks at."""

import html
import re

import pytest
from PIL import Image

from jamstack.cards.sheet import NETWORKS
from jamstack.cards.specimens import SPECIMENS

from ..site.builders import NOW, make_site, story

FILES = {"articles/2026/quay.md": story(title="The quay is shut", date="2026-11-19")}


def sheet(site, *words):
    return site.invoke("cards", "--now", NOW, *words)


@pytest.fixture
def site(tmp_path):
    return make_site(tmp_path, FILES)


def test_the_newest_stories_and_all_authors_are_shown_as_each_network_crops_them(site):
    ran = sheet(site)

    folder = site.folder / ".cache" / "cards"
    assert (0, "3 cards: .cache/cards/index.html, .cache/cards/sheet.png\n", "") == (
        ran.code,
        ran.output,
        ran.errors,
    )
    page = (folder / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'src="(cards/[0-9a-f]{16}\.jpg)"', page)
    assert 3 * len(NETWORKS) == len(names)
    assert all((folder / name).is_file() for name in names)
    assert "The quay is shut" in page
    with Image.open(folder / "sheet.png") as image:
        assert image.width > 2_000


def test_chosen_ones_alone_can_be_shown(site):
    ran = sheet(site, "--story", "quay", "--story", "ana-dias", "--output", "there")

    assert "2 cards: there/index.html, there/sheet.png\n" == ran.output


def test_fewer_can_be_shown(site):
    assert sheet(site, "--newest", "1").output.startswith("2 cards: ")


def test_samples_of_many_scripts_can_be_shown(site):
    ran = sheet(site, "--scripts", "--output", "there")

    assert "35 cards: there/index.html, there/sheet.png\n" == ran.output
    page = (site.folder / "there" / "index.html").read_text(encoding="utf-8")
    assert "The quay is shut" not in page
    assert all(text.headline in html.unescape(page) for text in SPECIMENS)


def test_nothing_is_published(site):
    sheet(site)

    assert not site.output.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--story", "qay"),
            "there is no story or author `qay`\nhint: did you mean `quay`?\n",
        ),
        (("--newest", "few"), "`newest` is `few`, expected a whole number\nhint: such as 30\n"),
        (
            ("--output", "pelican-app"),
            "`pelican-app` holds something that is no contact sheet\n"
            "hint: name a new folder with `--output`\n",
        ),
    ],
)
def test_what_cannot_be_is_told(site, words, told):
    ran = sheet(site, *words)

    assert (1, "", told) == (ran.code, ran.output, ran.errors)


def test_a_newsroom_without_cards_is_told(tmp_path):
    site = make_site(tmp_path, newsroom={"share_cards": False})

    assert (
        "the newsroom draws no share cards\nhint: set `share_cards` to `True` in pelicanconf.py\n"
    ) == sheet(site).errors


def test_a_story_with_a_picture_of_its_own_has_no_card(site):
    Image.new("RGB", (1300, 700), "navy").save(site.content / "articles" / "2026" / "own.png")
    site.write(
        "articles/2026/own.md",
        story(title="Own", share_image="{src: own.png, alt: Blue}"),
    )

    assert ("`own` has no card\nhint: its `share_image` stands in the place of one\n") == sheet(
        site, "--story", "own"
    ).errors


def test_check_tells_what_no_font_can_write(tmp_path):
    site = make_site(tmp_path, {"articles/2026/odd.md": story(title="The \ue123 ferry")})

    ran = site.invoke("check", "--now", NOW)

    assert 1 == ran.code
    assert ran.errors.startswith(
        "articles/2026/odd.md: the headline on its share card needs U+E123 "
    )


def test_a_build_tells_it_and_publishes_nothing(tmp_path):
    site = make_site(tmp_path, {"articles/2026/odd.md": story(title="The \ue123 ferry")})

    ran = site.build()

    assert 1 == ran.code
    assert "which no font here can draw" in ran.errors
    assert not site.output.exists()
