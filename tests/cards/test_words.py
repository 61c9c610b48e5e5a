from __future__ import annotations

import time
from itertools import pairwise

import pytest

from jamstack.cards.words import (
    MAXIMUM_CHARACTERS,
    boundaries,
    capitals,
    clean,
    has_case,
    is_right_to_left,
    shortened,
    whole_phrases,
    whole_words,
    without_stragglers,
    without_widow,
)


def signs(text: str) -> list[str]:
    ends = (0, *boundaries(text))
    return [text[start:end] for start, end in pairwise(ends)]


class TestClean:
    def test_one_line_without_control_signs(self):
        assert "Two words" == clean("  Two\r\n\twords\x00\x1b ")

    @pytest.mark.parametrize(
        "order", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069\u200f"
    )
    def test_orders_of_direction_are_left_out(self, order):
        assert "paid" == clean(f"pa{order}id")

    def test_composed(self):
        assert "é" == clean("e\u0301")

    def test_joiners_of_scripts_and_emoji_stay(self):
        assert "👩\u200d💻 می\u200cخواهم" == clean("👩\u200d💻 می\u200cخواهم")

    def test_a_text_of_half_a_million_signs_is_cut_at_once(self):
        start = time.perf_counter()
        line = clean("Ferries stop. " * 40_000)

        assert time.perf_counter() - start < 0.1
        assert MAXIMUM_CHARACTERS + 1 >= len(line)
        assert line.endswith("…")

    def test_a_cut_never_splits_a_sign(self):
        assert "a…" == clean("a👩🏽\u200d💻b", at_most=3)

    def test_blank_megabytes_are_cut_too(self):
        assert "…" == clean(" " * 500_000 + "late")


class TestDirection:
    @pytest.mark.parametrize("text", ["مرحبا", "שלום", "123 مرحبا", "“שלום”"])
    def test_the_first_letter_decides(self, text):
        assert is_right_to_left(text, "en")

    def test_a_latin_word_first_runs_to_the_right(self):
        assert not is_right_to_left("NATO مرحبا", "en")
        assert not is_right_to_left("NATO", "ar")

    def test_a_word_of_another_direction_does_not_turn_a_language_round(self):
        assert is_right_to_left("NATO مرحبا", "ar")
        assert is_right_to_left("Wi-Fi בכל כיתה", "he")

    def test_the_language_decides_without_letters(self):
        assert is_right_to_left("2024", "fa-IR")
        assert not is_right_to_left("2024", "en")


class TestBoundaries:
    @pytest.mark.parametrize(
        "sign",
        [
            "é",
            "e\u0301",
            "👩🏽\u200d💻",
            "🇫🇷",
            "1\ufe0f\u20e3",
            "क्ष",
            "กำ",
            "👨\u200d👩\u200d👧",
            "한",
        ],
    )
    def test_one_sign_stays_one(self, sign):
        assert ["a", sign, "b"] == signs(f"a{sign}b")

    def test_flags_are_pairs(self):
        assert ["🇫🇷", "🇩🇪"] == signs("🇫🇷🇩🇪")

    def test_nothing_has_none(self):
        assert () == boundaries("")


class TestShortened:
    def test_ends_at_a_word(self):
        text = "The council stopped"

        assert "The council…" == shortened(text, boundaries(text), 14)

    def test_loses_the_comma_before_the_ellipsis(self):
        text = "Stop, they said"

        assert "Stop…" == shortened(text, boundaries(text), 7)

    def test_one_huge_word_ends_at_a_sign(self):
        text = "👩🏽\u200d💻" * 5

        assert "👩🏽\u200d💻" * 2 + "…" == shortened(text, boundaries(text), 2)

    def test_may_keep_nothing(self):
        assert "…" == shortened("word", boundaries("word"), 0)


class TestWidow:
    def test_a_short_last_word_is_held_by_the_one_before(self):
        assert "No more ferries to\u00a0us" == without_widow("No more ferries to us")

    @pytest.mark.parametrize("text", ["Two words", "Ferries and trams unconstitutional"])
    def test_others_are_left_alone(self, text):
        assert text == without_widow(text)


class TestCapitals:
    def test_as_each_language_writes_them(self):
        assert "İZMİR" == capitals("İzmir", "tr")
        assert "ΚΟΣΜΟΣ" == capitals("Κόσμος", "el")
        assert "TOWN" == capitals("Town", "en")

    def test_scripts_without_them_are_known(self):
        assert has_case("Город")
        assert not has_case("मुख्य 2024")


def test_korean_words_are_held_together_unless_long():
    assert "여\u2060객\u2060선 요\u2060금" == whole_words("여객선 요금")
    assert "가" * 20 == whole_words("가" * 20)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The night oven", "The\u00a0night oven"),
        ("Forty voices and one foghorn", "Forty voices and\u00a0one foghorn"),
        ("A crack as long as a hand", "A\u00a0crack as\u00a0long as\u00a0a hand"),
        ("Leave it", "Leave it"),
        ("No", "No"),
        ("Route 7 is late", "Route 7 is\u00a0late"),
    ],
)
def test_little_words_stay_with_what_follows(text, held):
    assert held == without_stragglers(text)


class TestPhrases:
    """No line of a Chinese or Japanese headline ends inside a word."""

    @pytest.mark.parametrize(
        ("lang", "phrases"),
        [
            ("ja", ["最終フェリーは", "六時に", "出る、", "乗客は", "誰も", "いない"]),
            ("zh-Hans", ["末班渡轮", "六点", "离港，", "船上", "空无", "一", "人"]),
            ("zh-TW", ["守塔人", "說", "他", "從", "未", "離開"]),
        ],
    )
    def test_each_is_held_together(self, lang, phrases):
        held = "".join("\u2060".join(phrase) for phrase in phrases)

        assert held == whole_phrases("".join(phrases), lang)

    @pytest.mark.parametrize(
        ("text", "lang"),
        [("The last ferry", "ja"), ("最終フェリー", "en"), ("여객선 요금", "ko")],
    )
    def test_other_text_is_left_as_it_is(self, text, lang):
        assert text == whole_phrases(text, lang)

    def test_a_long_one_may_be_broken(self):
        text = "スーパーコンピューター"

        assert text == whole_phrases(text, "ja")

    def test_marks_stay_with_their_signs(self):
        held = whole_phrases("葛\U000e0100飾区は", "ja")

        assert "葛\U000e0100" in held
