"""Moments as other programs want them written."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

_LENGTH = len("2025-11-03T09:00:00+00:00")


def w3c(at: datetime) -> str:
    """A moment with its zone to the second, as in `2025-11-03T09:00:00+00:00` (RFC 3339)."""
    text = at.isoformat(timespec="seconds")
    return text if len(text) == _LENGTH else _in_whole_minutes(at).isoformat(timespec="seconds")


def rfc_822(at: datetime) -> str:
    """A moment as mail and RSS write it: `Mon, 03 Nov 2025 09:00:00 +0000`."""
    return format_datetime(_in_whole_minutes(at))


def _in_whole_minutes(at: datetime) -> datetime:
    """The same moment, its zone rounded up to a minute: neither form can write the seconds.

    Zones had seconds before standard time, so an archive of old stories meets them.
    """
    offset = at.utcoffset() or timedelta()
    rounded = timedelta(minutes=-(-offset // timedelta(minutes=1)))
    # By hand: `astimezone` goes by way of universal time, where the first day of year 1 is none.
    return at if rounded == offset else (at + (rounded - offset)).replace(tzinfo=timezone(rounded))
