"""Series: numbers of parts that leave no doubt, and names that are no slips of the pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jamstack.edition import Edition
from jamstack.errors import Finding, Severity
from jamstack.model import Article
from jamstack.nearest import nearest
from jamstack.series import all_series, series_key


def check_series(edition: Edition) -> tuple[Finding, ...]:
    """A fault for a part number that two stories have; warnings for what may be forgotten."""
    return tuple(_found(edition))


def _found(edition: Edition) -> Iterator[Finding]:
    named = [article for article in edition.all_articles if article.series]
    series = all_series(named)
    for one in series.values():
        yield from _numbers(one.parts)
    known = {key: one.name for key, one in series.items()}
    for article in edition.all_articles:
        if article.part and not article.series:
            message = "stands without `series`"
            yield _told(article, "part", message, "name the series that it is a part of")
        if article.series and series_key(article.series) not in known:
            # The first part of a series stands alone, too: only a near name is worth a word.
            near = nearest(series_key(article.series), known)
            if near:
                message = f"is `{article.series}`, which no other story has"
                yield _told(article, "series", message, f"did you mean `{known[near[0]]}`?")


def _numbers(parts: Sequence[Article]) -> Iterator[Finding]:
    first: dict[int, Article] = {}
    has_numbers = any(article.part for article in parts)
    for article in parts:
        if not article.part and has_numbers:
            message = "is missing, though other parts of the series have a number"
            yield _told(article, "part", message, "number all parts, or none to go by their dates")
        elif article.part in first:
            yield Finding(
                path=article.path,
                line=article.lines.get("part", 0),
                field="part",
                message=f"is `{article.part}`, which `{first[article.part].path}` is, too",
                hint="give each part of a series a number of its own",
            )
        elif article.part:
            first[article.part] = article


def _told(article: Article, field: str, message: str, hint: str) -> Finding:
    return Finding(
        path=article.path,
        line=article.lines.get(field, article.lines.get("series", 0)),
        field=field,
        message=message,
        hint=hint,
        severity=Severity.WARNING,
    )
