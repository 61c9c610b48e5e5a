from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from jamstack.benches import cards as module
from jamstack.benches.card_rivals import wrapped
from jamstack.benches.cards import CardRun, made_up, measure, table


def test_the_same_seed_makes_the_same_cards():
    assert list(made_up(9, seed=7)) == list(made_up(9, seed=7))
    assert list(made_up(9, seed=7)) != list(made_up(9, seed=8))


def test_one_in_three_stands_on_a_photo():
    assert 3 == sum(card.photo is not None for card in made_up(9, seed=7))


@pytest.mark.parametrize("name", module.WAYS)
def test_every_way_draws_a_card_of_the_right_size(name):
    for card in made_up(2, seed=7):
        picture = Image.open(BytesIO(module.WAYS[name](card)))

        assert ((1200, 630), "JPEG") == (picture.size, picture.format)
        assert 40 < max(high - low for low, high in picture.getextrema())


def test_rivals_wrap_at_words():
    text = "Quiet harbour council approved a broad northern bridge beside the market"
    _, lines = wrapped(text)

    assert text == " ".join(lines)


def test_the_whole_text(monkeypatch):
    monkeypatch.setattr(module.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module.platform, "system", lambda: "Linux")
    monkeypatch.setattr(module.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(module, "version", lambda _: "1.0")
    run = CardRun(
        contender="ours", type_ms=12.34, photo_ms=20.0, cards_a_second=1234.5, size_bytes=56_789
    )

    expected = """\
90 cards of seed 7, one in 3 on a photo; 3 rounds, medians; 2 cores, Linux x86_64; \
skia-python 1.0, pillow 1.0, resvg-py 1.0.

| by | ms a card, type | ms a card, photo | cards a second, all cores | bytes a card |
| --- | ---: | ---: | ---: | ---: |
| ours | 12.3 | 20.0 | 1,234 | 56,789 |
"""
    assert expected == table([run], cards=90, rounds=3, seed=7)


def test_a_small_measurement_has_a_line_for_each_way():
    text = measure(cards=3, rounds=1)

    assert ["ours", "Pillow", "resvg"] == [
        line.split("|")[1].strip() for line in text.splitlines()[4:]
    ]
