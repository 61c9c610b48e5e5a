from __future__ import annotations

import re
import shutil

import pytest

from jamstack.cards.broken import CardFontError
from jamstack.cards.faces import faces_of
from jamstack.cards.files import BUNDLED, COVERED, font_digests
from jamstack.cards.fonts import Voice, load_fonts
from tests.cards.builders import EMOJI, HEADLINES

NOBODY_HAS = "\u0378"
"""Not a character, and never to be one in any font."""
ONE_MEGABYTE = 1_000_000
BUNDLED_SCRIPTS = ("en", "el", "ru", "vi", "ar", "he", "hi", "th")


class TestMissing:
    @pytest.mark.parametrize("lang", HEADLINES)
    def test_nothing_of_eleven_languages(self, system_fonts, lang):
        assert () == system_fonts.missing(HEADLINES[lang], lang)

    def test_nothing_of_emoji_in_sequences(self, system_fonts):
        assert () == system_fonts.missing(EMOJI, "en")

    @pytest.mark.parametrize(
        "text", ["e\u0301\u0323", "a\u0308", "क्\u200dष", "☺\ufe0e", "co\u00adop", "\u200f"]
    )
    def test_nothing_of_marks_joiners_and_selectors(self, system_fonts, text):
        assert () == system_fonts.missing(text, "en")

    def test_what_nobody_has_is_told_once_in_order(self, fonts):
        assert (NOBODY_HAS, "\uffff") == fonts.missing(f"a{NOBODY_HAS}b\uffff{NOBODY_HAS}", "en")

    @pytest.mark.parametrize("lang", BUNDLED_SCRIPTS)
    def test_eight_languages_need_no_font_of_the_system(self, monkeypatch, lang):
        monkeypatch.setattr("jamstack.cards.fonts.system_files", lambda: ())

        assert () == load_fonts().missing(HEADLINES[lang], lang)

    def test_without_fonts_of_the_system_ideographs_are_missing(self, monkeypatch):
        monkeypatch.setattr("jamstack.cards.fonts.system_files", lambda: ())

        assert ("漢", "😀") == load_fonts().missing("漢a😀", "ja")


class TestRuns:
    @pytest.mark.parametrize(
        ("lang", "native"),
        [
            ("ja", "JP"),
            ("ko", "KR"),
            ("zh", "SC"),
            ("zh-TW", "TC"),
            ("zh-Hant", "TC"),
            ("en", "SC"),
        ],
    )
    def test_ideographs_are_drawn_as_the_language_does(self, system_fonts, lang, native):
        ((_, family),) = system_fonts.runs("直", Voice.PLAIN, lang)

        assert native in system_fonts.native_name(family)

    def test_emoji_come_in_colour(self, system_fonts):
        ((_, family),) = system_fonts.runs("❤\ufe0f", Voice.PLAIN, "en")

        assert "Color Emoji" in system_fonts.native_name(family)

    def test_vietnamese_does_not_mix_two_typefaces_in_a_word(self, fonts):
        (run,) = fonts.runs("Giá vé phà tăng gấp", Voice.HEADLINE, "vi")

        assert "noto-serif" in run[1]
        assert "newsreader" in fonts.runs("Gia ve", Voice.HEADLINE, "en")[0][1]

    def test_digits_and_stops_are_of_the_typeface_of_the_letters(self, fonts):
        assert 1 == len(fonts.runs("Цена 12, 13.", Voice.HEADLINE, "ru"))

    def test_parts_make_up_the_text(self, system_fonts):
        text = f"Ferries {EMOJI} مرحبا 漢字 می\u200cخواهم\u2060."
        runs = system_fonts.runs(text, Voice.STRONG, "en")

        assert text == "".join(part for part, _ in runs)
        assert 4 == len({family for _, family in runs})

    def test_a_letter_and_its_joiner_are_not_parted(self, fonts):
        (run,) = fonts.runs("ب\u200cي\u200cت", Voice.HEADLINE, "ar")

        assert "arabic" in run[1]


class TestLoading:
    def test_a_newsrooms_own_font_comes_before_the_systems(self, tmp_path, system_fonts):
        cjk = next(file for file in system_fonts.files if "NotoSansCJK-Regular" in file.name)
        shutil.copy(cjk, tmp_path / "own.ttc")
        ((_, family),) = load_fonts((tmp_path,)).runs("直", Voice.HEADLINE, "ja")

        assert str(tmp_path) in family

    @pytest.mark.parametrize("name", ["absent.ttf", "broken.ttf", "empty-folder"])
    def test_what_is_no_font_is_told(self, tmp_path, name):
        (tmp_path / "broken.ttf").write_bytes(b"not a font")
        (tmp_path / "empty-folder").mkdir()
        path = tmp_path / name

        with pytest.raises(CardFontError) as caught:
            load_fonts((path,))

        expected = (
            f"`{path.as_posix()}` holds no font that can be read, expected TrueType or OpenType"
        )
        assert expected == str(caught.value)

    def test_the_digest_is_of_what_fonts_hold(self, tmp_path, fonts):
        one, other = tmp_path / "a" / "own.ttf", tmp_path / "b" / "own.ttf"
        for place in (one, other):
            place.parent.mkdir()
            shutil.copy(BUNDLED / "newsreader-semibold.ttf", place)

        assert fonts.digest == load_fonts().digest
        assert fonts.digest != load_fonts((one,)).digest
        assert load_fonts((one,)).digest == load_fonts((other,)).digest

    def test_a_changed_font_changes_the_digest(self, tmp_path):
        own = tmp_path / "own.ttf"
        shutil.copy(BUNDLED / "newsreader-semibold.ttf", own)
        before = load_fonts((own,)).digest
        shutil.copy(BUNDLED / "libre-franklin-regular.ttf", own)

        assert before != load_fonts((own,)).digest


class TestBundled:
    def test_small_enough_to_ship(self):
        assert ONE_MEGABYTE >= sum(file.stat().st_size for file in BUNDLED.glob("*.ttf"))

    def test_each_is_a_font_with_its_licence_beside_it(self):
        licences = {file.stem.removeprefix("LICENSE-") for file in BUNDLED.glob("LICENSE-*.txt")}

        for file in BUNDLED.glob("*.ttf"):
            assert 1 == len(faces_of(file))
            assert any(file.stem.startswith(licence) for licence in licences)


class TestDigests:
    @pytest.mark.parametrize(
        "text", ["The bridge", "Ελλάδα", "Україна", "עברית", "العربية", "हिन्दी", "ไทย"]
    )
    def test_what_we_can_write_ourselves_does_not_depend_on_the_system(self, text):
        digests = font_digests()

        assert digests.own == digests.of([text])

    @pytest.mark.parametrize("text", ["漢字", "한국", "\u2764\ufe0f", "a\u0332"])
    def test_what_the_system_writes_does(self, text):
        digests = font_digests()

        assert digests.own != digests.all == digests.of(["The bridge", text])

    def test_every_sign_said_to_be_covered_is_so_in_every_voice(self):
        fonts = load_fonts()
        signs = [sign for sign in map(chr, range(0x3000)) if re.fullmatch(f"[{COVERED}]", sign)]
        bundled = {str(file) for file in BUNDLED.glob("*.ttf")}

        assert len(signs) > 1_400
        for voice in Voice:
            for sign in signs:
                runs = fonts.runs(sign, voice, "en")
                assert all(family.partition("#")[0] in bundled for _, family in runs)
                assert () == fonts.missing(sign, "en")
