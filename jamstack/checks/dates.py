"""Moments that a published story tells readers must have come, and in their order."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import Article, Moment


def check_dates(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each update or notice of a visible story that lies ahead of this edition.

    And for each `updated` before the story's own date. Drafts and embargoed stories may plan.
    """
    return tuple(
        finding
        for article in edition.articles
        # Most stories tell of no moment but their date.
        if article.updated or article.corrections or article.updates
        for finding in _untimely(article, edition)
    )


def _untimely(article: Article, edition: Edition) -> Iterator[Finding]:
    moments: list[tuple[str, Moment]] = []
    if article.updated:
        moments.append(("updated", article.updated))
    for name, notices in (("corrections", article.corrections), ("updates", article.updates)):
        moments += [
            (f"{name}[{number}].date", notice.date) for number, notice in enumerate(notices)
        ]
    for field, moment in moments:
        if moment.at > edition.now and not edition.is_preview:
            yield Finding(
                path=article.path,
                line=_line(article, field),
                field=field,
                message=f"is {_shown(moment)}, which has not come yet",
                hint="readers would be told of it too early; correct the time",
            )
    if article.updated and article.updated.at < article.date.at:
        yield Finding(
            path=article.path,
            line=_line(article, "updated"),
            field="updated",
            message=f"is {_shown(article.updated)}, before `date`, {_shown(article.date)}",
            hint="correct one of the two",
        )


def _line(article: Article, field: str) -> int:
    return article.lines.get(field.partition("[")[0], 0)


def _shown(moment: Moment) -> str:
    form = moment.at.isoformat(" ", "minutes") if moment.has_time else moment.at.date().isoformat()
    return f"`{form}`"
