"""Stories that a story points to: pinned ones, and `RELATED:` lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jamstack.checks.targets import Targets
from jamstack.edition import Edition
from jamstack.errors import Finding, Severity
from jamstack.model import Article, BlockKind
from jamstack.series import Series, all_series, series_key


def check_related(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each target that is unknown, ambiguous, not published, or the story itself.

    A warning for each that the page shows elsewhere: nothing is linked twice on one page.
    """
    targets = Targets(edition)
    series = all_series(edition.articles)
    return tuple(
        finding
        for article in edition.all_articles
        for finding in (*_wrong_targets(article, edition, targets, series), *_lines(article))
    )


def _wrong_targets(
    article: Article, edition: Edition, targets: Targets, series: Mapping[str, Series]
) -> Iterator[Finding]:
    if not any(_targets(article)):
        return
    seen = dict.fromkeys(targets.linked(article), "the text links to already")
    own = series.get(series_key(article.series)) if article.series else None
    if own and article in own.parts:
        parts = (part.slug for part in own.parts)
        seen |= dict.fromkeys(parts, "the list of the series shows already")
    # Lines come first: where a story stands in the text, the block at the end leaves it out.
    for target, line, field in _targets(article):
        what = "" if field else "`RELATED:` "
        found = edition.by_slug.get(target)
        if found is article:
            message = f"{what}names the story itself"
            yield _finding(article, line, field, message, "name another story")
        elif found and target in seen:
            message = f"{what}names `{target}`, which {seen[target]}; it is shown once"
            warning = Severity.WARNING
            yield _finding(article, line, field, message, "remove one of the two", warning)
        else:
            finding = targets.judge(
                target,
                path=article.path,
                line=line,
                field=field,
                is_public=edition.is_visible(article),
            )
            if finding:
                yield finding
            seen[target] = "is pinned already" if field else "another line names already"


def _lines(article: Article) -> Iterator[Finding]:
    """A warning where lines that stand in the text meet a field about placing some."""
    if article.related_inline is None:
        return
    if any(block.kind is BlockKind.RELATED for block in article.body.blocks):
        line = article.lines.get("related_inline", 0)
        message = "has no effect, as `RELATED:` lines stand in the text"
        hint = "remove the field, or the lines"
        yield _finding(article, line, "related_inline", message, hint, Severity.WARNING)


def _targets(article: Article) -> Iterator[tuple[str, int, str]]:
    for block in article.body.blocks:
        if block.target:
            yield block.target, block.line, ""
    for target in article.related:
        yield target, article.lines.get("related", 0), "related"


def _finding(
    article: Article,
    line: int,
    field: str,
    message: str,
    hint: str,
    severity: Severity = Severity.FAULT,
) -> Finding:
    return Finding(
        path=article.path, line=line, field=field, message=message, hint=hint, severity=severity
    )
