import enum
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from jamstack.model import Moment
from jamstack.sources.kinds import Address, Boolean, Choice, Matching, Slug, Text, Time
from tests.sources.builders import convert, hinted

SLUG_WORDS = "a slug: lower-case letters, digits and single hyphens"
LISBON = ZoneInfo("Europe/Lisbon")
TIME_WORDS = "a date such as `2026-11-22` or a time such as `2026-11-22T14:05`"
ADDRESS_WORDS = "a full address such as `https://example.org/page`"


class Colour(enum.StrEnum):
    RED = "red"
    DEEP_BLUE = "deep blue"
    GREEN = "green"


class TestText:
    @pytest.mark.parametrize(
        ("written", "text"),
        [
            ("The bridge", "The bridge"),
            ('"  two   spaces\\n and lines "', "two spaces and lines"),
            ("2024", "2024"),
            ("true", "true"),
            ("\ufeffThe bridge", "The bridge"),
            ('"\\ufeffThe\\ufeff bridge"', "The bridge"),
            ("Map::Tube::<*>", "Map::Tube::<*>"),
            ("<del>f***ed</del>", "<del>f***ed</del>"),
            ('"a\\x08b\\0c"', "abc"),
            ("|\n  one\n  two", "one two"),
            ("x" * 2000, "x" * 2000),
            ("ab\u202ecd\u200fef", "ab\u202ecd\u200fef"),
        ],
    )
    def test_white_space_is_evened_out_and_the_rest_stays(self, written, text):
        assert (text, []) == convert(Text(), written)

    @pytest.mark.parametrize(
        ("written", "finding"),
        [
            ('""', "is empty, expected text"),
            ('" \\t"', "is empty, expected text"),
            ("[a]", "is a list, expected text\nhint: put the text between quotes"),
            ("{a: b}", "is a mapping, expected text\nhint: put the text between quotes"),
            ("x" * 2001, "has 2,001 characters, expected at most 2,000\nhint: shorten it"),
        ],
    )
    def test_what_is_no_text_is_a_fault(self, written, finding):
        assert (None, [hinted(f"a.md:1: `field`: {finding}")]) == convert(Text(), written)

    def test_empty_text_may_be_allowed(self):
        assert ("", []) == convert(Text(may_be_empty=True), '""')


class TestSlug:
    @pytest.mark.parametrize("slug", ["a", "harbour-bridge", "2024", "a-1-b", "x" * 200])
    def test_a_slug_is_kept(self, slug):
        assert (slug, []) == convert(Slug(), slug)

    def test_equal_slugs_are_one_text_in_memory(self):
        first, _ = convert(Slug(), "harbour-bridge")
        second, _ = convert(Slug(), "harbour-bridge")

        assert first is second

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("Bridge", "`Bridge`"),
            ("a--b", "`a--b`"),
            ("-a", "`-a`"),
            ("a-", "`a-`"),
            ("a_b", "`a_b`"),
            ("a/b", "`a/b`"),
            ('"../../etc"', "`../../etc`"),
            ('"."', "`.`"),
            ("caf%C3%A9", "`caf%C3%A9`"),
            ("café", "`café`"),
            ("cafe\u0301", "`cafe\u0301`"),
            ("🎉", "`🎉`"),
            ("а", "`а`"),
            ("١", "`١`"),
            ('""', "empty"),
            ("[a]", "a list"),
            ("{a: b}", "a mapping"),
        ],
    )
    def test_anything_else_is_a_fault(self, written, found):
        assert (None, [hinted(f"a.md:1: `field`: is {found}, expected {SLUG_WORDS}")]) == convert(
            Slug(), written
        )

    def test_a_slug_too_long_for_a_file_system_is_a_fault(self):
        assert (
            None,
            ["a.md:1: `field`: has 201 characters, expected at most 200\nhint: shorten it"],
        ) == convert(Slug(), "x" * 201)


class TestChoice:
    @pytest.mark.parametrize("written", ["deep blue", "Deep  Blue", '"DEEP BLUE "'])
    def test_case_and_white_space_do_not_matter(self, written):
        assert (Colour.DEEP_BLUE, []) == convert(Choice(Colour), written)

    @pytest.mark.parametrize(
        ("written", "finding"),
        [
            (
                "gren",
                "is `gren`, expected `red`, `deep blue` or `green`\nhint: did you mean `green`?",
            ),
            ("xyz", "is `xyz`, expected `red`, `deep blue` or `green`"),
            ("[red]", "is a list, expected `red`, `deep blue` or `green`"),
        ],
    )
    def test_another_word_is_a_fault_with_the_nearest(self, written, finding):
        assert (None, [hinted(f"a.md:1: `field`: {finding}")]) == convert(Choice(Colour), written)


class TestBoolean:
    @pytest.mark.parametrize(
        ("written", "value"),
        [("true", True), ("Yes", True), ('"TRUE"', True), ("false", False), ("no", False)],
    )
    def test_words_for_true_and_false_are_read(self, written, value):
        assert (value, []) == convert(Boolean(), written)

    @pytest.mark.parametrize(
        ("written", "found"), [("1", "`1`"), ("on", "`on`"), ('""', "empty"), ("[true]", "a list")]
    )
    def test_anything_else_is_a_fault(self, written, found):
        assert (
            None,
            [hinted(f"a.md:1: `field`: is {found}, expected `true` or `false`")],
        ) == convert(Boolean(), written)


class TestTime:
    @pytest.mark.parametrize(
        ("written", "at", "has_time"),
        [
            ("2026-11-22", datetime(2026, 11, 22, tzinfo=LISBON), False),
            ('"2026-11-22"', datetime(2026, 11, 22, tzinfo=LISBON), False),
            ("2026-07-01T14:05", datetime(2026, 7, 1, 14, 5, tzinfo=LISBON), True),
            ("2026-07-01 14:05:09", datetime(2026, 7, 1, 14, 5, 9, tzinfo=LISBON), True),
            ("2026-11-22T14:05Z", datetime(2026, 11, 22, 14, 5, tzinfo=UTC), True),
            (
                "2026-11-22T14:05:00.123+05:30",
                datetime(
                    2026, 11, 22, 14, 5, 0, 123000, tzinfo=timezone(timedelta(hours=5, minutes=30))
                ),
                True,
            ),
            (
                "2018-02-12 15:00:00 -0400",
                datetime(2018, 2, 12, 15, tzinfo=timezone(timedelta(hours=-4))),
                True,
            ),
            ("1600-01-01", datetime(1600, 1, 1, tzinfo=LISBON), False),
            ("2199-12-31", datetime(2199, 12, 31, tzinfo=LISBON), False),
        ],
    )
    def test_dates_and_times_are_aware(self, written, at, has_time):
        assert (Moment(at=at, has_time=has_time), []) == convert(Time(), written)

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("2019-XX-YY", "`2019-XX-YY`"),
            ("2026-02-30", "`2026-02-30`"),
            ("22/11/2026", "`22/11/2026`"),
            ("20261122", "`20261122`"),
            ("2026-W47-1", "`2026-W47-1`"),
            ("2026-11-22T14", "`2026-11-22T14`"),
            ("2026-11-22_14:05", "`2026-11-22_14:05`"),
            ("2026-11-22T25:00", "`2026-11-22T25:00`"),
            ("2026-11-22T14:05+99:00", "`2026-11-22T14:05+99:00`"),
            ("12:30", "`12:30`"),
            ("2026-11-22Z", "`2026-11-22Z`"),
            ("2026-11-22 +01:00", "`2026-11-22 +01:00`"),
            ("2026-11-22T14:05  Z", "`2026-11-22T14:05 Z`"),
            ("yesterday", "`yesterday`"),
            ('""', "empty"),
            ("[2026-11-22]", "a list"),
        ],
    )
    def test_what_is_no_date_is_a_fault(self, written, found):
        assert (None, [hinted(f"a.md:1: `field`: is {found}, expected {TIME_WORDS}")]) == convert(
            Time(), written
        )

    @pytest.mark.parametrize("written", ["0001-01-01", "1599-12-31", "2200-01-01", "9999-12-31"])
    def test_a_year_far_away_is_a_fault(self, written):
        assert (
            None,
            [hinted(f"a.md:1: `field`: is `{written}`, expected a year from 1600 to 2199")],
        ) == convert(Time(), written)


class TestAddress:
    @pytest.mark.parametrize(
        "address",
        ["https://example.org", "http://example.org/a?b=c#d", "HTTPS://münchen.example/%20"],
    )
    def test_a_full_address_is_kept(self, address):
        assert (address, []) == convert(Address(), address)

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("example.org", "`example.org`"),
            ("//example.org", "`//example.org`"),
            ("ftp://example.org", "`ftp://example.org`"),
            ("javascript:alert(1)", "`javascript:alert(1)`"),
            ("http://[server", "`http://[server`"),
            ("https://", "`https://`"),
            ("https://a b.example", "`https://a b.example`"),
            ('""', "empty"),
            ("[a]", "a list"),
        ],
    )
    def test_anything_else_is_a_fault(self, written, found):
        assert (
            None,
            [hinted(f"a.md:1: `field`: is {found}, expected {ADDRESS_WORDS}")],
        ) == convert(Address(), written)


class TestMatching:
    def test_text_of_the_form_is_kept(self):
        assert ("ab", []) == convert(Matching("[a-c]+", "letters"), '" ab "')

    @pytest.mark.parametrize(
        ("written", "found"), [("abd", "`abd`"), ('""', "empty"), ("{a: b}", "a mapping")]
    )
    def test_other_text_is_a_fault(self, written, found):
        assert (None, [hinted(f"a.md:1: `field`: is {found}, expected letters")]) == convert(
            Matching("[a-c]+", "letters"), written
        )
