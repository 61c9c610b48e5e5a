from __future__ import annotations

import pytest

from jamstack.cards.card import CardColours
from jamstack.cards.colours import (
    BLACK,
    WHITE,
    contrast,
    dimmed,
    legible,
    luminance,
    parsed,
    readable_ground,
)
from jamstack.cards.palette import on_paper, on_photo

GREYS = [(level, level, level) for level in range(0, 256, 5)]


def test_contrast_is_as_the_guidelines_say():
    assert 21.0 == pytest.approx(contrast(BLACK, WHITE))
    assert 1.0 == contrast(WHITE, WHITE)
    assert 4.54 == pytest.approx(contrast(parsed("#767676"), WHITE), abs=0.01)
    assert 0.2126 == pytest.approx(luminance((255, 0, 0)))


def test_a_colour_that_reads_is_kept():
    assert parsed("#0b5d4b") == legible(parsed("#0b5d4b"), WHITE)


@pytest.mark.parametrize("ground", GREYS)
def test_every_ground_can_be_read_on(ground):
    paper = readable_ground(ground)

    assert 7 <= contrast(legible((200, 40, 40), paper), paper)


def test_a_pale_accent_darkens_and_keeps_its_hue():
    red, green, blue = legible((255, 120, 120), WHITE)

    assert red > green == blue
    assert 7 <= contrast((red, green, blue), WHITE)


class TestDimmed:
    @pytest.mark.parametrize("brightest", [*GREYS, (255, 255, 0), (0, 255, 255), (255, 0, 0)])
    def test_as_dark_as_white_needs_and_no_darker(self, brightest):
        levels = dimmed(brightest)
        red, green, blue = (levels[level] for level in brightest)

        assert 7 <= contrast((red, green, blue), WHITE)
        assert (red, green, blue) == brightest or 8 > contrast((red, green, blue), WHITE)

    def test_what_reads_is_kept(self):
        assert tuple(range(256)) == dimmed((80, 70, 60))

    def test_no_level_gets_brighter_or_changes_places_with_another(self):
        levels = dimmed(WHITE)

        assert list(levels) == sorted(levels)
        assert all(new <= old for old, new in enumerate(levels))

    def test_shadows_keep_more_than_lights(self):
        levels = dimmed(WHITE)

        assert levels[64] / 64 > 1.4 * levels[255] / 255

    def test_a_restless_picture_is_dimmed_further(self):
        assert dimmed(WHITE, unrest=0.8)[255] < dimmed(WHITE)[255]


@pytest.mark.parametrize("paper", ["#fbfbf8", "#808080", "#000000", "#ffee00"])
@pytest.mark.parametrize("ink", ["#15191a", "#808080", "#ffffff"])
@pytest.mark.parametrize("accent", ["#0b5d4b", "#ff8888", "#808080"])
def test_everything_written_on_paper_reads(paper, ink, accent):
    palette = on_paper(CardColours(paper=paper, ink=ink, accent=accent))

    for colour in (palette.ink, palette.soft, palette.accent):
        assert 7 <= contrast(colour, palette.paper)
    assert 7 <= contrast(palette.on_tint, palette.tint)


def test_initials_on_a_photo_read():
    palette = on_photo()

    assert 7 <= contrast(palette.on_tint, palette.tint)
