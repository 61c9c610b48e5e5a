"""Authors as they were: the role and the bio that were true on the day of a story."""

from __future__ import annotations

from datetime import datetime, timedelta

from jamstack.model import Author, Moment
from jamstack.values import replace


def as_of(author: Author, date: Moment | None) -> Author:
    """The author as they were on a day; as they are now where nothing else is known."""
    if date is None:
        return author
    for past in author.past:
        if date.at < _end(past.until):
            return replace(author, role=past.role or author.role, bio=past.bio or author.bio)
    return author


def _end(until: Moment) -> datetime:
    """The first instant that does not count any more: after a whole day, or a given time."""
    return until.at if until.has_time else until.at + timedelta(days=1)
