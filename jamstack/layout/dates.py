"""Moments as people read them, in the site's language."""

from __future__ import annotations

import datetime
import functools
import zoneinfo

from babel import Locale
from babel.dates import format_date, format_time

from jamstack.feeds.dates import w3c
from jamstack.model import Moment
from jamstack.views import DateView


def date_view(moment: Moment, *, timezone: str, language: str) -> DateView:
    """The date, with the time where one was given, in the newsroom's zone."""
    return _date_view(moment.at, moment.has_time, timezone, language)


def month_name(year: int, month: int, *, language: str) -> str:
    """A month with its year: `November 2026`."""
    day = datetime.date(year, month, 1)
    return format_date(day, "LLLL y", locale=_locale(language))


def short_month_name(month: int, *, language: str) -> str:
    """A month alone: `November`."""
    return format_date(datetime.date(2000, month, 1), "LLLL", locale=_locale(language))


def text_direction(language: str) -> str:
    """Which way a language is written: `ltr` or `rtl`."""
    return str(_locale(language).text_direction)


@functools.lru_cache(maxsize=65536)
def _date_view(at: datetime.datetime, has_time: bool, timezone: str, language: str) -> DateView:
    local = at.astimezone(zoneinfo.ZoneInfo(timezone))
    day = _day(local.date(), language)
    if not has_time:
        return DateView(iso=local.date().isoformat(), text=day)
    return DateView(iso=w3c(local), text=f"{day}, {_time(local.hour, local.minute, language)}")


@functools.lru_cache(maxsize=65536)
def _day(day: datetime.date, language: str) -> str:
    return format_date(day, "long", locale=_locale(language))


@functools.lru_cache(maxsize=24 * 60)
def _time(hour: int, minute: int, language: str) -> str:
    return format_time(datetime.time(hour, minute), "HH:mm", locale=_locale(language))


@functools.cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
