from __future__ import annotations

import unicodedata

from jamstack.cards.colours import WHITE
from jamstack.cards.fonts import Voice
from jamstack.cards.lines import Style, fit
from jamstack.cards.specimens import SPECIMENS


def script_of(text):
    letters = [sign for sign in text if sign.isalpha()]
    return unicodedata.name(letters[0]).split()[0]


def test_there_are_thirty_samples_in_six_scripts_at_least_half_of_them_on_photos():
    assert 30 <= len(SPECIMENS)
    assert 6 <= len({script_of(text.kicker) for text in SPECIMENS})
    assert 15 <= sum(text.is_photo for text in SPECIMENS)


def test_ragged_lines_are_set_a_little_smaller(fonts):
    text = "Είκοσι μαθητές γράφουν τον χάρτη του χωριού τους"
    style = Style(voice=Voice.HEADLINE, colour=WHITE, lang="el")

    def lines(*sizes):
        return fit(fonts, text, style, sizes_px=sizes, room_px=(592, 330), most_lines=5).lines

    assert 4 == lines(70)
    assert 3 == lines(70, 60)
    assert 4 == lines(70, 58)
