import os
import time
from io import BytesIO

import pytest
from PIL import Image

from jamstack.cards.card import CardPicture
from jamstack.errors import OutputError, SettingsError, SourceError
from jamstack.layout.cards import PlannedCard
from jamstack.press.cards import draw_cards, fonts_here, undrawable
from jamstack.press.progress import Silence
from jamstack.press.workers import OneWorker, Processes
from tests.cards.builders import make_person, make_story
from tests.copies import replace

from ..builders import make_settings

NOBODY_HAS = "\ue123"


def planned(name="cards/0000000000000001.jpg", **values):
    return PlannedCard(name=name, card=make_story(**values), source="articles/2026/ferry.md")


def drawn(folder, *items, workers=None):
    return draw_cards(items, folder, (), workers=workers or OneWorker(), progress=Silence())


def test_what_is_missing_is_drawn_and_the_rest_is_not(tmp_path):
    item = planned()

    assert (1, 0) == (drawn(tmp_path, item), drawn(tmp_path, item))
    with Image.open(tmp_path / item.name) as image:
        assert ((1200, 630), "JPEG") == (image.size, image.format)


def test_one_that_lost_its_bytes_is_drawn_again(tmp_path):
    item = planned()
    drawn(tmp_path, item)
    (tmp_path / item.name).write_bytes(b"")

    assert 1 == drawn(tmp_path, item)
    assert (tmp_path / item.name).stat().st_size > 10_000


def test_workers_draw_the_same_bytes(tmp_path):
    items = [planned(f"cards/{n:016x}.jpg", headline=f"Story number {n}") for n in range(20)]

    assert 20 == drawn(tmp_path / "one", *items)
    assert 20 == drawn(tmp_path / "many", *items, workers=Processes(2, tell=print))

    for item in items:
        one, many = ((tmp_path / who / item.name).read_bytes() for who in ("one", "many"))
        assert one == many


def test_portraits_come_from_the_made_pictures(tmp_path):
    stream = BytesIO()
    Image.new("RGB", (200, 200), "red").save(stream, "JPEG")
    (tmp_path / "mira.jpg").write_bytes(stream.getvalue())
    portrait = CardPicture(path="mira.jpg", digest="mira")
    item = planned(people=(make_person(portrait=portrait),))

    drawn(tmp_path, item)

    with Image.open(tmp_path / item.name) as image:
        counted = image.quantize(64).convert("RGB").getcolors()
    reds = sum(count for count, (red, *others) in counted if red > 200 and max(others) < 60)
    assert reds > 1_000


def test_a_sign_that_no_font_has_is_a_fault_and_nothing_is_drawn_of_it(tmp_path):
    item = planned(headline=f"The {NOBODY_HAS} ferry")

    with pytest.raises(SourceError) as caught:
        drawn(tmp_path, item, planned("cards/0000000000000002.jpg"))

    assert str(caught.value).startswith(
        "articles/2026/ferry.md: the headline on its share card needs U+E123 "
    )
    assert not (tmp_path / item.name).exists()
    assert (tmp_path / "cards/0000000000000002.jpg").exists()
    (finding,) = undrawable([item], ())
    assert str(finding) == str(caught.value)


def test_a_portrait_that_cannot_be_read_is_a_fault(tmp_path):
    (tmp_path / "mira.jpg").write_bytes(b"no picture")
    portrait = CardPicture(path="mira.jpg", digest="broken")

    with pytest.raises(SourceError) as caught:
        drawn(tmp_path, planned(people=(make_person(portrait=portrait),)))

    assert (
        "articles/2026/ferry.md: `mira.jpg` cannot stand on a share image: its pixels cannot be "
        "read\nhint: correct the text, or install the font as docs/cards.md tells"
    ) == str(caught.value)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "cards").write_bytes(b"")

    with pytest.raises(OutputError) as caught:
        drawn(tmp_path, planned())

    assert (
        "cannot write `cards/0000000000000001.jpg`: Not a directory\n"
        "hint: check the free space and the permissions of the cache folder"
    ) == str(caught.value)


class TestFontsOfTheNewsroom:
    def fault(self, tmp_path, *paths):
        with pytest.raises(SettingsError) as caught:
            fonts_here(make_settings(card_fonts=paths), tmp_path / "content")
        return str(caught.value)

    def test_a_newsroom_without_cards_has_none(self, tmp_path):
        assert None is fonts_here(make_settings(share_cards=False), tmp_path)

    def test_they_decide_the_digest(self, tmp_path):
        (tmp_path / "fonts").mkdir()
        (tmp_path / "fonts" / "own.ttf").write_bytes(b"font")

        usual = fonts_here(make_settings(), tmp_path)
        own = fonts_here(make_settings(card_fonts=("fonts",)), tmp_path)

        assert usual.own != own.own

    def test_a_path_without_a_font_is_a_fault(self, tmp_path):
        assert (
            "pelicanconf.py: `JAMSTACK.card_fonts`: names `fonts`, where there is no font file\n"
            "hint: name font files (`.ttf`, `.otf`) or folders of them inside the content folder"
        ) == self.fault(tmp_path, "fonts")

    def test_a_path_that_leaves_the_content_is_a_fault(self, tmp_path):
        assert (
            "pelicanconf.py: `JAMSTACK.card_fonts`: names `../own.ttf`, which leaves the content "
            "folder\nhint: name font files (`.ttf`, `.otf`) or folders of them inside the content "
            "folder"
        ) == self.fault(tmp_path, "../own.ttf")


def test_cards_have_the_names_that_were_planned(tmp_path):
    first, second = planned(), replace(planned(), name="cards/00000000000000ff.jpg")

    assert 2 == drawn(tmp_path, first, second)
    assert (tmp_path / first.name).read_bytes() == (tmp_path / second.name).read_bytes()


def aged(path, days):
    then = time.time() - days * 86_400
    os.utime(path, (then, then))


def test_a_card_that_nobody_asks_for_any_more_is_removed_after_a_month(tmp_path):
    old = replace(planned(), name="cards/00000000000000aa.jpg")
    drawn(tmp_path, old)
    aged(tmp_path / old.name, 31)

    drawn(tmp_path, planned())

    assert not (tmp_path / old.name).exists()
    assert (tmp_path / planned().name).exists()


def test_what_another_output_asked_for_lately_stays(tmp_path):
    other = replace(planned(), name="cards/00000000000000aa.jpg")
    drawn(tmp_path, other)
    aged(tmp_path / other.name, 29)

    drawn(tmp_path, planned())

    assert (tmp_path / other.name).exists()


def test_a_card_in_use_is_never_old(tmp_path):
    drawn(tmp_path, planned())
    aged(tmp_path / planned().name, 400)

    assert 0 == drawn(tmp_path, planned())
    assert (tmp_path / planned().name).exists()
