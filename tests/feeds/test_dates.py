from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from jamstack.feeds.dates import rfc_822, w3c

from .builders import NOON


def test_machines_read_the_moment_with_its_zone():
    assert w3c(NOON) == "2025-11-03T12:00:00+00:00"


def test_parts_of_a_second_are_left_out():
    assert w3c(NOON.replace(microsecond=5)) == "2025-11-03T12:00:00+00:00"


def test_feeds_read_the_moment_as_mail_writes_it():
    lisbon = datetime(2025, 7, 3, 9, 5, tzinfo=ZoneInfo("Europe/Lisbon"))

    assert rfc_822(lisbon) == "Thu, 03 Jul 2025 09:05:00 +0100"


def test_a_zone_with_seconds_is_rounded_and_the_moment_kept():
    before_standard_time = datetime(1890, 5, 1, 12, tzinfo=ZoneInfo("Europe/Lisbon"))

    assert w3c(before_standard_time) == "1890-05-01T12:00:45-00:36"


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("seconds", [-20_000 - 5, 0, 33_539])
def test_no_year_is_too_far(year, seconds):
    at = datetime(year, 6, 1, tzinfo=timezone(timedelta(seconds=seconds)))

    assert datetime.fromisoformat(w3c(at)) == at


def test_the_first_day_in_an_old_zone_can_be_written():
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=9, seconds=18)))

    assert w3c(first) == "0001-01-01T00:00:42+09:01"


def test_a_moment_in_universal_time_ends_in_zeros():
    assert rfc_822(datetime(2025, 1, 1, tzinfo=UTC)) == "Wed, 01 Jan 2025 00:00:00 +0000"
