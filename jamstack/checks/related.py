"""Stories that a story points to by slug: pinned ones, and `RELATED:` lines."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.checks.targets import judge_target
from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import Article


def check_related(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each target that is unknown, not published, or the story itself."""
    return tuple(
        finding for article in edition.all_articles for finding in _wrong_targets(article, edition)
    )


def _wrong_targets(article: Article, edition: Edition) -> Iterator[Finding]:
    for target, line, field in _targets(article):
        if edition.by_slug.get(target) is article:
            what = "" if field else "`RELATED:` "
            yield Finding(
                path=article.path,
                line=line,
                field=field,
                message=f"{what}names the story itself",
                hint="name another story",
            )
            continue
        finding = judge_target(
            target,
            edition,
            path=article.path,
            line=line,
            field=field,
            is_public=edition.is_visible(article),
        )
        if finding:
            yield finding


def _targets(article: Article) -> Iterator[tuple[str, int, str]]:
    for target in article.related:
        yield target, article.lines.get("related", 0), "related"
    for block in article.body.blocks:
        if block.target:
            yield block.target, block.line, ""
