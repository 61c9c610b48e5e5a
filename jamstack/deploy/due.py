"""Which stories should be out by now and are not, and which come out next. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from jamstack.addresses import article_url, output_path
from jamstack.edition import release_time
from jamstack.model import Article, Status
from jamstack.settings import Settings
from jamstack.values import Value


class DueStory(Value, frozen=True, kw_only=True):
    """A story with a time at which it comes out; `page` is its file in the published tree."""

    at: datetime.datetime
    page: str
    url: str
    path: str
    title: str


class Due(Value, frozen=True, kw_only=True):
    """Stories that should be out and are not, and those whose time will come; earliest first."""

    overdue: tuple[DueStory, ...]
    upcoming: tuple[DueStory, ...]

    @property
    def is_deploy_needed(self) -> bool:
        """True when readers wait for something."""
        return bool(self.overdue)

    @property
    def next_at(self) -> datetime.datetime | None:
        """When the next embargo ends; None where there is none."""
        return self.upcoming[0].at if self.upcoming else None


def due(
    articles: Iterable[Article],
    *,
    settings: Settings,
    now: datetime.datetime,
    since: datetime.datetime | None,
    is_out: Callable[[str], bool],
) -> Due:
    """What is due at `now`. `is_out` says whether a page is published.

    Asked only of stories whose time has come after `since`, when what is published was made;
    before that time a story was out already. None asks of every story.
    """
    stories = sorted(
        (_story(article, settings) for article in articles if article.status is not Status.DRAFT),
        key=lambda story: (story.at, story.page),
    )
    passed = (story for story in stories if story.at <= now and (since is None or story.at > since))
    return Due(
        overdue=tuple(story for story in passed if not is_out(story.page)),
        upcoming=tuple(story for story in stories if story.at > now),
    )


def _story(article: Article, settings: Settings) -> DueStory:
    url = article_url(article, settings)
    return DueStory(
        at=release_time(article),
        page=output_path(url),
        url=settings.absolute(url),
        path=article.path,
        title=article.title,
    )
