from __future__ import annotations

import hashlib
import subprocess
import sys
from io import BytesIO

import numpy
import pytest
from PIL import Image, JpegImagePlugin

from jamstack.cards import lines
from jamstack.cards.board import Board
from jamstack.cards.broken import CardPictureError
from jamstack.cards.card import CardColours
from jamstack.cards.colours import WHITE, contrast
from jamstack.cards.draw import MAXIMUM_BYTES, draw
from jamstack.cards.fonts import Voice
from jamstack.cards.words import MAXIMUM_CHARACTERS
from jamstack.values import replace
from tests.cards.builders import (
    EMOJI,
    FOUR_BY_THREE,
    HEADLINES,
    SIZE,
    SQUARE,
    columns_of,
    differing,
    make_author,
    make_person,
    make_photo_story,
    make_picture,
    make_story,
    no_picture,
    noise,
    pixels,
    plain,
    reader,
    stripes,
)

LONG = "The council that promised to rebuild the old harbour has spent most of the money " * 9
FOUR_LINES = "The council asks a second engineer whether the first one counted"
PHOTOS = {
    "white": plain("white"),
    "black": plain("black"),
    "noise": noise(),
    "stripes": stripes(),
    "red": plain("#ff0000"),
    "half": plain("#808080"),
}
RIGHT_TO_LEFT = ("ar", "he")


def drawn(card, fonts, read=no_picture) -> bytes:
    return draw(card, fonts, read)


class TestFile:
    def test_a_progressive_jpeg_of_the_right_size_without_metadata(self, fonts):
        picture = Image.open(BytesIO(drawn(make_story(), fonts)))

        assert ("JPEG", SIZE, "RGB") == (picture.format, picture.size, picture.mode)
        assert picture.info["progressive"]
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(picture.info)

    def test_type_in_colour_is_not_smeared_over_lines(self, fonts):
        picture = Image.open(BytesIO(drawn(make_story(), fonts)))

        assert 1 == JpegImagePlugin.get_sampling(picture)

    @pytest.mark.parametrize("name", PHOTOS)
    def test_light_enough_for_every_network(self, fonts, name):
        assert MAXIMUM_BYTES >= len(drawn(make_photo_story(), fonts, reader(PHOTOS[name])))

    def test_quality_falls_until_it_is_light_enough(self, fonts, monkeypatch):
        whole = drawn(make_story(), fonts)
        monkeypatch.setattr("jamstack.cards.draw.MAXIMUM_BYTES", len(whole) - 1)

        assert len(whole) > len(drawn(make_story(), fonts))

    def test_the_same_in_another_process_and_order(self, system_fonts):
        script = (
            "import hashlib, json, sys\n"
            "from jamstack.cards.draw import draw\n"
            "from jamstack.cards.fonts import load_fonts\n"
            "from tests.cards.builders import *\n"
            "fonts = load_fonts()\n"
            "cards = [make_story(headline=text, lang=lang) for lang, text in HEADLINES.items()]\n"
            "cards += [make_author(), make_photo_story()]\n"
            "read = reader(stripes())\n"
            "for card in reversed(cards):\n"
            "    print(hashlib.sha256(draw(card, fonts, read)).hexdigest())\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        )
        cards = [make_story(headline=text, lang=lang) for lang, text in HEADLINES.items()]
        cards += [make_author(), make_photo_story()]
        read = reader(stripes())
        ours = [hashlib.sha256(draw(card, system_fonts, read)).hexdigest() for card in cards]

        assert run.stdout.split() == ours[::-1]
        assert "" == run.stderr


class TestCrops:
    @pytest.mark.parametrize("headline", [HEADLINES["en"], "Harbour wins", LONG, "W" * 70])
    @pytest.mark.parametrize("make", [make_story, make_photo_story])
    def test_the_headline_survives_four_by_three(self, fonts, headline, make):
        read = reader(plain("#303030"))
        with_it = drawn(make(headline=headline), fonts, read)
        first, last = columns_of(differing(with_it, drawn(make(headline="·"), fonts, read)))

        assert first in FOUR_BY_THREE
        assert last in FOUR_BY_THREE

    @pytest.mark.parametrize(
        ("make", "headline"), [(make_story, HEADLINES["en"]), (make_photo_story, FOUR_LINES)]
    )
    def test_an_ordinary_headline_survives_a_square(self, fonts, make, headline):
        """On a photo, too, where lines in the wide column would leave more of it to be seen."""
        read = reader(plain("#303030"))
        one = drawn(make(headline=headline), fonts, read)
        first, last = columns_of(differing(one, drawn(make(headline="·"), fonts, read)))

        assert first in SQUARE
        assert last in SQUARE

    @pytest.mark.parametrize("count", [1, 2, 5, 12, 30])
    def test_names_and_portraits_survive_four_by_three(self, fonts, count):
        people = tuple(make_person(f"Anastasia Duartenburg{place}") for place in range(count))
        card = make_story(people=people, byline="By " + ", ".join(who.name for who in people))
        nobody = make_story(people=(), byline="·")
        first, last = columns_of(differing(drawn(card, fonts), drawn(nobody, fonts)))

        assert first in FOUR_BY_THREE
        assert last in FOUR_BY_THREE

    def test_one_author_and_the_newsroom_survive_a_square(self, fonts):
        bare = make_story(people=(), byline="·", newsroom="·")
        first, last = columns_of(differing(drawn(make_story(), fonts), drawn(bare, fonts)))

        assert first in SQUARE
        assert last in SQUARE

    def test_all_of_an_authors_card_survives_a_square(self, fonts):
        bare = make_author(person=make_person("·"), role="", bio="", handles=("·",))
        first, last = columns_of(differing(drawn(make_author(), fonts), drawn(bare, fonts)))

        assert first in SQUARE
        assert last in SQUARE


class TestContrast:
    @pytest.mark.parametrize("name", PHOTOS)
    @pytest.mark.parametrize("headline", [HEADLINES["en"], "Harbour wins", LONG])
    def test_white_reads_on_any_photo(self, fonts, monkeypatch, name, headline):
        """Measured on the finished JPEG, with everything but the text."""
        boxes = []

        def note(_, block, start, top, room_px):
            boxes.append((int(top), int(top + block.height_px), int(start), int(start + room_px)))

        monkeypatch.setattr(Board, "write", note)
        card = make_photo_story(headline=headline, people=(), byline="By Ana Duarte")
        bare = pixels(drawn(card, fonts, reader(PHOTOS[name])))
        behind = [bare[top:bottom, left:right].reshape(-1, 3) for top, bottom, left, right in boxes]
        colours = numpy.unique(numpy.concatenate(behind), axis=0)

        assert 4 == len(boxes)
        assert 7 <= min(contrast(tuple(colour), WHITE) for colour in colours.tolist())

    def test_names_of_many_read_beyond_the_column(self, fonts, monkeypatch):
        """A white strip stands where only a long line of names reaches."""
        photo = plain("black")
        photo.paste("white", (920, 0, 990, 630))
        boxes = []

        def note(_, block, start, top, room_px):
            boxes.append((int(top), int(top + block.height_px), int(start + room_px)))

        monkeypatch.setattr(Board, "write", note)
        people = tuple(make_person(f"Ana Duarte {place}") for place in range(12))
        data = pixels(drawn(make_photo_story(people=people, byline=""), fonts, reader(photo)))
        top, bottom, end = boxes[-1]

        assert 940 < end
        assert 7 <= contrast(tuple(data[(top + bottom) // 2, 950].tolist()), WHITE)

    def test_the_part_of_a_photo_without_text_stays_light(self, fonts):
        card = make_photo_story(headline="Harbour wins", newsroom="")

        assert 200 < pixels(drawn(card, fonts, reader(PHOTOS["white"])))[150, 20].min()

    @pytest.mark.parametrize("headline", [HEADLINES["en"], "Harbour wins", LONG])
    def test_the_upper_edge_of_a_photo_is_never_darkened(self, fonts, headline):
        card = make_photo_story(headline=headline)

        assert 250 < pixels(drawn(card, fonts, reader(PHOTOS["white"])))[:24].min()

    @pytest.mark.parametrize(("photo", "level"), [("#404040", 64), ("#606060", 80)])
    def test_a_dark_photo_is_darkened_little_or_not_at_all(self, fonts, photo, level):
        data = pixels(drawn(make_photo_story(), fonts, reader(plain(photo))))

        assert level == pytest.approx(data[600, 20].min(), abs=4)

    def test_a_pale_accent_is_darkened_on_paper(self, fonts):
        pale = make_story(colours=CardColours(paper="#ffffff", ink="#000000", accent="#ffd0d0"))
        kicker = pixels(drawn(pale, fonts))[146:172, 300:420].reshape(-1, 3)
        darkest = min(kicker.tolist(), key=sum)

        assert 6.5 <= contrast(tuple(darkest), WHITE)


class TestDirection:
    @pytest.mark.parametrize("lang", HEADLINES)
    def test_ink_stands_on_the_side_the_language_reads_from(self, system_fonts, lang):
        text = HEADLINES[lang].split()[0][:9]
        card = make_story(headline=text, lang=lang, kicker="", byline="", newsroom="·")
        ink = pixels(drawn(card, system_fonts))[120:460].min(axis=2) < 90
        middle = numpy.flatnonzero(ink.any(axis=0)).mean()

        assert (middle > 600) == (lang in RIGHT_TO_LEFT)

    def test_a_card_that_reads_to_the_left_is_mirrored(self, fonts):
        """A portrait stands right of the middle, and left of it on other cards."""
        portrait = make_picture("face")
        sides = []
        for lang in ("en", "ar"):
            people = (make_person(HEADLINES[lang][:9], portrait=portrait),)
            card = make_story(headline=HEADLINES[lang], people=people, byline="", lang=lang)
            data = drawn(card, fonts, reader(plain("#ff0000", (90, 90))))
            red = pixels(data)
            columns = numpy.flatnonzero(((red[:, :, 0] > 200) & (red[:, :, 1] < 60)).any(axis=0))
            sides.append(columns.mean())
            fonts.portraits.forget()

        assert sides[0] < 600 < sides[1]
        assert 1200 == pytest.approx(sum(sides), abs=4)

    def test_orders_of_direction_in_one_field_do_not_reach_another(self, fonts):
        one = make_story(kicker="Town\u202e\u2067", headline="Ferry\u202e")

        assert drawn(one, fonts) == drawn(make_story(kicker="Town", headline="Ferry"), fonts)


class TestScripts:
    @pytest.mark.parametrize("lang", [*HEADLINES, "emoji"])
    def test_signs_are_drawn_and_are_no_squares(self, system_fonts, monkeypatch, lang):
        text = HEADLINES.get(lang, EMOJI)
        card = make_story(headline=text, lang="en" if lang == "emoji" else lang)
        real = drawn(card, system_fonts)
        ((_, family),) = system_fonts.runs("abc", Voice.HEADLINE, "en")
        monkeypatch.setattr(type(system_fonts), "runs", lambda _, text, *__: ((text, family),))
        squares = drawn(card, system_fonts)
        empty = drawn(make_story(headline="", lang="en"), system_fonts)

        assert 2_000 < differing(real, empty).sum()
        assert lang == "en" or 2_000 < differing(real, squares).sum()

    def test_emoji_have_colour(self, system_fonts):
        data = pixels(drawn(make_story(headline="❤️ 🇫🇷", kicker=""), system_fonts))[140:460]

        assert 3_000 < (numpy.ptp(data, axis=2) > 120).sum()

    def test_arabic_letters_join(self, fonts):
        """Joined letters are narrower than the same letters kept apart."""
        joined = drawn(make_story(headline="بيت", lang="ar", kicker=""), fonts)
        apart = drawn(make_story(headline="ب\u200cي\u200cت", lang="ar", kicker=""), fonts)
        widths = []
        for data in (joined, apart):
            first, last = columns_of(pixels(data)[140:460].min(axis=2) < 90)
            widths.append(last - first)

        assert widths[0] < widths[1]


class TestPeople:
    @pytest.mark.parametrize(("count", "portraits"), [(1, 1), (2, 2), (4, 4), (5, 3), (30, 3)])
    def test_so_many_portraits_are_shown(self, fonts, count, portraits):
        hues = [(255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 0, 255), (0, 200, 200)] * 6
        people = tuple(
            make_person(f"Ana {place}", portrait=make_picture(f"{count} {place}"))
            for place in range(count)
        )
        faces = {f"{count} {place}": hues[place] for place in range(count)}
        data = drawn(
            make_story(people=people),
            fonts,
            lambda picture: reader(plain(faces[picture.digest], (90, 90)))(picture),
        )
        row = pixels(data)[480:600]
        shown = [hue for hue in hues[:5] if (numpy.abs(row - hue).max(axis=2) < 40).sum() > 300]

        assert portraits == len(shown)

    def test_initials_stand_where_no_portrait_is(self, fonts):
        one = drawn(make_story(), fonts)
        other = drawn(make_story(people=(make_person(initials=""),)), fonts)

        assert 100 < differing(one, other)[480:600].sum()

    def test_what_a_headline_leaves_free_is_above_and_below_it(self, fonts):
        headline = "Straßenbahnhaltestellenumbenennung ärgert"
        below_the_rule = pixels(drawn(make_story(headline=headline, kicker=""), fonts))[120:450]
        rows = numpy.flatnonzero((below_the_rule.min(axis=2) < 90).any(axis=1))

        assert 60 < rows[0]
        assert 300 > rows[-1]

    def test_nobody_leaves_no_row(self, fonts):
        data = pixels(drawn(make_story(headline="Fog", people=(), byline=""), fonts))

        assert 240 < data[470:].min()

    def test_an_author_without_anything_else_is_drawn(self, fonts):
        assert drawn(make_author(role="", bio="", handles=(), newsroom=""), fonts)

    def test_a_story_without_any_word_is_drawn(self, fonts):
        empty = {"headline": "", "kicker": "", "byline": "", "people": (), "newsroom": ""}

        assert drawn(make_story(**empty), fonts)
        assert drawn(make_photo_story(**empty), fonts, reader(noise()))


class TestWhatComesFromOutside:
    def test_half_a_million_signs_are_never_shaped(self, fonts, monkeypatch):
        shaped = []
        real = lines._paragraph  # noqa: SLF001 - where text is shaped

        def counted(fonts, text, style, size):
            shaped.append(len(text))
            return real(fonts, text, style, size)

        def work(repeats):
            shaped.clear()
            huge = "The ferry, " * repeats
            person = make_person(huge, initials=huge)
            people = (person,) * 30
            drawn(make_story(headline=huge, kicker=huge, byline=huge, people=people), fonts)
            return tuple(shaped)

        monkeypatch.setattr(lines, "_paragraph", counted)

        assert 2 * MAXIMUM_CHARACTERS >= max(work(45_000))
        assert work(450) == work(45_000)

    @pytest.mark.parametrize("sign", ["\x00", "\ud7ff", "\uffff", "\U0010fffd", "\u200d", "\u0301"])
    def test_odd_signs_stop_nothing(self, fonts, sign):
        text = sign * 3 + "a" + sign * 3

        assert drawn(make_story(headline=text, kicker=text, byline=text, newsroom=text), fonts)

    @pytest.mark.parametrize("make", [make_author, make_story])
    def test_a_broken_portrait_is_told(self, fonts, make):
        person = make_person(portrait=make_picture("broken"))
        card = make(person=person) if make is make_author else make(people=(person,))

        with pytest.raises(CardPictureError, match=r"`broken\.jpg` cannot stand"):
            drawn(card, fonts, lambda _: b"broken")

    def test_a_broken_photo_is_told(self, fonts):
        with pytest.raises(CardPictureError):
            drawn(make_photo_story(), fonts, lambda _: b"broken")

    def test_a_photo_layout_without_a_photo_is_type_on_paper(self, fonts):
        card = make_photo_story(photo=None)

        assert drawn(make_story(), fonts) == drawn(card, fonts)
        assert drawn(make_story(), fonts) == drawn(
            replace(make_story(), photo=make_picture("x")), fonts
        )
