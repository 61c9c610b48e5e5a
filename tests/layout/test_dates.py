from datetime import UTC, datetime

import pytest

from jamstack.layout.dates import date_view, month_name, short_month_name
from jamstack.views import DateView

from .builders import at

NOON = at(datetime(2026, 11, 22, 12, 5, tzinfo=UTC))
DAY = at(datetime(2026, 11, 22, tzinfo=UTC), has_time=False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "November 22, 2026, 12:05"),
        ("en-GB", "22 November 2026, 12:05"),
        ("es", "22 de noviembre de 2026, 12:05"),
        ("pt-BR", "22 de novembro de 2026, 12:05"),
    ],
)
def test_a_moment_is_told_in_the_language_of_the_site(language, text):
    assert text == date_view(NOON, timezone="UTC", language=language).text


def test_a_date_alone_has_no_time():
    expected = DateView(iso="2026-11-22", text="22 November 2026")

    assert expected == date_view(DAY, timezone="UTC", language="en-GB")


def test_a_moment_is_told_in_the_zone_of_the_newsroom():
    late = at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    expected = DateView(iso="2027-01-01T08:30:00+09:00", text="1 January 2027, 08:30")

    assert expected == date_view(late, timezone="Asia/Tokyo", language="en-GB")


def test_a_zone_with_seconds_is_rounded_to_what_machines_can_read():
    old = at(datetime(1870, 5, 1, 12, tzinfo=UTC))

    actual = date_view(old, timezone="Europe/Dublin", language="en-GB")

    assert "1870-05-01T11:35:00-00:25" == actual.iso


@pytest.mark.parametrize(
    ("language", "with_year", "alone"),
    [("en-GB", "November 2026", "November"), ("es", "noviembre 2026", "noviembre")],
)
def test_months_are_named_in_the_language_of_the_site(language, with_year, alone):
    assert with_year == month_name(2026, 11, language=language)
    assert alone == short_month_name(11, language=language)
