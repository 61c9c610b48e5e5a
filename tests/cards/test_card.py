from __future__ import annotations

import pytest

from jamstack.cards import card as module
from jamstack.cards.card import CardColours, CardLayout, card_alt, card_name
from jamstack.values import replace
from tests.cards.builders import make_author, make_person, make_picture, make_story

FULL = make_story(
    people=(make_person(portrait=make_picture("ana")), make_person("Tomas Reiniger")),
    photo=make_picture("ferry"),
)
CHANGES = {
    "headline": "Another",
    "kicker": "Town",
    "people": (make_person(),),
    "byline": "By nobody",
    "newsroom": "The Hill Paper",
    "layout": CardLayout.PHOTO,
    "colours": CardColours(paper="#ffffff", ink="#15191a", accent="#0b5d4b"),
    "photo": None,
    "lang": "nl",
}


class TestName:
    def test_sixteen_digits_in_the_folder_of_cards(self):
        name = card_name(FULL, "fonts")

        assert name.startswith("cards/")
        assert name.endswith(".jpg")
        assert 16 == len(name.removeprefix("cards/").removesuffix(".jpg"))
        assert int(name[6:22], 16) >= 0

    @pytest.mark.parametrize("field", CHANGES)
    def test_every_field_decides_it(self, field):
        changed = replace(FULL, **{field: CHANGES[field]})

        assert card_name(FULL, "fonts") != card_name(changed, "fonts")

    def test_no_field_is_forgotten_here(self):
        assert set(CHANGES) == set(FULL.__struct_fields__)

    def test_fonts_decide_it(self):
        assert card_name(FULL, "fonts") != card_name(FULL, "other fonts")

    def test_the_recipe_decides_it(self, monkeypatch):
        before = card_name(FULL, "fonts")
        monkeypatch.setattr(module, "RECIPE", module.RECIPE + 1)

        assert before != card_name(FULL, "fonts")

    def test_the_libraries_decide_it(self, monkeypatch):
        before = card_name(FULL, "fonts")
        monkeypatch.setattr(module, "_versions", lambda: ("0.0", "0.0"))

        assert before != card_name(FULL, "fonts")

    def test_where_pictures_stand_does_not(self):
        ana, tomas = FULL.people
        moved = replace(
            FULL,
            people=(replace(ana, portrait=replace(ana.portrait, path="elsewhere.png")), tomas),
            photo=replace(FULL.photo, path="elsewhere.png"),
        )

        assert card_name(FULL, "fonts") == card_name(moved, "fonts")

    @pytest.mark.parametrize("change", [{"digest": "other"}, {"focus": (10, 90)}])
    def test_what_pictures_hold_does(self, change):
        changed = replace(FULL, photo=replace(FULL.photo, **change))

        assert card_name(FULL, "fonts") != card_name(changed, "fonts")

    def test_an_author_is_not_named_like_a_story(self):
        author = make_author(person=make_person(portrait=make_picture("ana")))
        moved = replace(author, person=make_person(portrait=make_picture("ana", path="b.jpg")))

        assert card_name(author, "fonts") == card_name(moved, "fonts")
        assert card_name(author, "fonts") != card_name(replace(author, bio=""), "fonts")


class TestAlt:
    def test_a_story_says_all_its_card_says(self):
        card = make_story(headline="Ferries  stop", kicker="Town")

        assert "Town · Ferries stop · By Ana Duarte · The Harbour Paper" == card_alt(card)

    def test_what_is_empty_leaves_no_trace(self):
        card = make_story(headline="Ferries stop", kicker="", byline="", people=())

        assert "Ferries stop · The Harbour Paper" == card_alt(card)

    def test_an_author_is_named_with_the_role(self):
        expected = "Ana Duarte, Transport correspondent · The Harbour Paper"

        assert expected == card_alt(make_author())
        assert "Ana Duarte · The Harbour Paper" == card_alt(make_author(role=""))
