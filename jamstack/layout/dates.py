"""Moments as people read them, in the site's language."""

from __future__ import annotations

import datetime
import functools
import zoneinfo

from babel import Locale
from babel.dates import format_date, format_datetime

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


@functools.lru_cache(maxsize=65536)
def _date_view(at: datetime.datetime, has_time: bool, timezone: str, language: str) -> DateView:
    local = at.astimezone(zoneinfo.ZoneInfo(timezone))
    locale = _locale(language)
    if not has_time:
        text = format_date(local.date(), "long", locale=locale)
        return DateView(iso=local.date().isoformat(), text=text)
    date = format_date(local.date(), "long", locale=locale)
    time = format_datetime(local, "HH:mm", locale=locale)
    return DateView(iso=w3c(local), text=f"{date}, {time}")


@functools.cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
