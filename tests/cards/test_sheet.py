from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from jamstack.cards.sheet import NETWORKS, SheetCard, crop, sheet_html, sheet_png
from tests.cards.builders import encoded, plain


def test_eight_networks():
    assert 8 == len({network.name for network in NETWORKS})


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ((1200, 630), (0, 0, 1200, 630)),
        ((4, 3), (180, 0, 1020, 630)),
        ((1, 1), (285, 0, 915, 630)),
        ((16, 9), (40, 0, 1160, 630)),
        ((2, 1), (0, 15, 1200, 615)),
    ],
)
def test_a_crop_keeps_the_middle(shape, box):
    assert box == crop(shape)


def test_the_page_shows_each_card_to_each_network_and_asks_for_nothing_else():
    page = sheet_html([SheetCard(name="cards/a.jpg", alt='Ferries "stop" <now>')], title="A & B")

    assert 8 == page.count('src="cards/a.jpg" alt="Ferries &quot;stop&quot; &lt;now&gt;"')
    assert "<title>A &amp; B</title>" in page
    assert "http" not in page


def test_the_picture_has_a_row_for_each_card():
    card = encoded(plain("red"), "JPEG")
    one, two = (
        Image.open(BytesIO(sheet_png(dict.fromkeys(labels, card)))) for labels in ("a", "ab")
    )

    assert one.width == two.width
    assert one.height < two.height
    assert (254, 0, 0) == two.getpixel((60, two.height - 260))
