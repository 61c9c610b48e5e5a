from __future__ import annotations

import pytest

from jamstack.cards.fonts import Voice
from jamstack.cards.lines import Style, fit, leading, one_line
from tests.cards.builders import HEADLINES

SIZES = (80, 60, 40)
STYLE = Style(voice=Voice.HEADLINE, colour=(0, 0, 0), lang="en")
LONG = "The council that promised to rebuild the harbour has spent most of the money " * 4


def fitted(fonts, text, **changes):
    options = {"sizes_px": SIZES, "room_px": (592.0, 300.0), "most_lines": 5}
    return fit(fonts, text, changes.pop("style", STYLE), **(options | changes))


def test_short_text_is_large(fonts):
    assert 80 == fitted(fonts, "Harbour wins").size_px


def test_longer_text_is_smaller(fonts):
    block = fitted(fonts, HEADLINES["en"])

    assert 80 > block.size_px
    assert not block.is_cut
    assert 300 >= block.height_px


def test_at_the_floor_the_rest_is_cut_at_a_word(fonts):
    block = fitted(fonts, LONG)
    kept = block.text.replace("\u00a0", " ")

    assert 40 == block.size_px
    assert block.is_cut
    assert kept.endswith("…")
    assert LONG.startswith(kept[:-1])
    assert " " == LONG[len(kept) - 1]
    assert 5 >= block.lines


def test_a_cut_text_fills_its_lines(fonts):
    block = fitted(fonts, LONG)

    assert int(300 / (40 * leading(LONG, Voice.HEADLINE))) == block.lines or 5 == block.lines


@pytest.mark.parametrize("lang", HEADLINES)
def test_lines_are_even(system_fonts, lang):
    """In any narrower column the text would need one line more, or break a word."""
    style = Style(voice=Voice.HEADLINE, colour=(0, 0, 0), lang=lang)
    block = fitted(system_fonts, HEADLINES[lang], style=style)
    narrower = block.width_px - 8
    block.paragraph.layout(narrower)

    widest_word = block.paragraph.MinIntrinsicWidth
    assert block.paragraph.Height > block.height_px or widest_word + 12 > narrower


@pytest.mark.parametrize("text", ["Harbour wins", "Unconstitutional ferries stop"])
@pytest.mark.parametrize("size", [112, 100, 90, 80, 70])
def test_no_word_is_broken(fonts, text, size):
    block = fitted(fonts, text, sizes_px=(size, 60, 50, 40))
    block.paragraph.layout(10_000)

    assert block.paragraph.MinIntrinsicWidth <= block.width_px


def test_a_word_wider_than_the_room_is_broken_rather_than_lost(fonts):
    block = fitted(fonts, "W" * 60)

    assert block.is_cut or 1 < block.lines
    assert 592 >= block.paragraph.LongestLine


def test_no_short_word_ends_alone(fonts):
    text = "Ferry fares will double in spring and nobody knows what it is for"

    assert "is\u00a0for" in fitted(fonts, text).text


def test_type_gets_smaller_rather_than_leave_a_short_word_alone(fonts):
    text = "Бібліотека на колесах доїхала до останнього хутора"
    large = fitted(fonts, text, sizes_px=(66,))
    block = fitted(fonts, text, sizes_px=(66, 62, 58, 54))

    assert large.has_widow
    assert not block.has_widow
    assert "останнього\u00a0хутора" in block.text
    assert 54 <= block.size_px < 66


def test_a_widow_is_better_than_a_line_more(fonts):
    """Where holding two words together needs another line, they part."""
    for width in range(200, 400, 10):
        block = fitted(fonts, "aaaa bbbb cccccc dd", sizes_px=(40,), room_px=(float(width), 300.0))
        plain = fitted(fonts, "aaaa bbbb cccccc", sizes_px=(40,), room_px=(float(width), 300.0))

        assert block.lines <= plain.lines + 1


def test_text_runs_to_its_side(fonts):
    style = Style(voice=Voice.HEADLINE, colour=(0, 0, 0), lang="ar", is_rightmost=True)

    assert fitted(fonts, HEADLINES["ar"], style=style).is_rightmost


def test_one_line_stays_one(fonts):
    block = one_line(fonts, LONG, STYLE, sizes_px=(30, 20), width_px=300)

    assert 1 == block.lines
    assert block.is_cut


def test_scripts_with_marks_above_and_below_get_room():
    assert leading("abc", Voice.HEADLINE) < leading(HEADLINES["th"], Voice.HEADLINE)
    assert leading("abc", Voice.HEADLINE) < leading("abc", Voice.PLAIN)
