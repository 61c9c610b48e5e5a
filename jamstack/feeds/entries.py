"""What feeds are made of: plain values. All addresses are whole (`https://…`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from jamstack.values import Value

BEFORE_EVERYTHING = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was last changed: a fixed day, so that its bytes stay the same."""


class FeedAuthor(Value, frozen=True, kw_only=True):
    """One author of an entry; `url` is empty for one without a page."""

    name: str
    url: str = ""


class FeedImage(Value, frozen=True, kw_only=True):
    """A picture for other programs, with its true size in pixels."""

    url: str
    width: int
    height: int
    media_type: str = "image/jpeg"
    alt: str = ""
    caption: str = ""
    credit: str = ""


class FeedEntry(Value, frozen=True, kw_only=True):
    """One story in a feed.

    `id` is permanent: independent of title, date and slug. `title` and `summary` are plain text,
    `html` is the full text with whole addresses. `contributors` did something else for the story
    than its `authors`.
    """

    id: str
    url: str
    title: str
    published: datetime
    updated: datetime
    summary: str = ""
    html: str = ""
    authors: tuple[FeedAuthor, ...] = ()
    contributors: tuple[FeedAuthor, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    image: FeedImage | None = None
    lang: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """The section and the tags, each once in any case."""
        names = (self.section, *self.tags)
        found = {name.casefold(): name for name in reversed(names) if name}
        return tuple(reversed(found.values()))


class Feed(Value, frozen=True, kw_only=True):
    """One feed. `home_url` is the page it follows, `self_url` its own address.

    `updated` is that of the newest entry where it is None: never the time of the build.
    """

    title: str
    description: str
    home_url: str
    self_url: str
    language: str
    entries: tuple[FeedEntry, ...] = ()
    updated: datetime | None = None

    @property
    def changed(self) -> datetime:
        """When the feed last changed."""
        latest = max((entry.updated for entry in self.entries), default=BEFORE_EVERYTHING)
        return self.updated or latest


def newest_first(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """The entries by publication, newest first; ties go to the smaller id."""
    by_id = sorted(entries, key=lambda entry: entry.id)
    return tuple(sorted(by_id, key=lambda entry: entry.published, reverse=True))
