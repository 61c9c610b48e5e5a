"""Stories that a story points to by slug: pinned ones, and `RELATED:` lines."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.edition import Edition, hidden_because
from jamstack.errors import Finding
from jamstack.model import Article, BlockKind
from jamstack.nearest import nearest_hint


def check_related(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each target that is unknown, not published, or the story itself."""
    return tuple(
        finding
        for article in edition.all_articles
        for target, line, field in _targets(article)
        for finding in judge_target(article, target, line, field, edition)
    )


def judge_target(
    article: Article, target: str, line: int, field: str, edition: Edition
) -> Iterator[Finding]:
    """What is wrong with `article` pointing to the story `target`."""
    what = "" if field else "`RELATED:` "
    found = edition.by_slug.get(target)
    if found is None and target in edition.unread_slugs:
        return
    if found is None:
        yield Finding(
            path=article.path,
            line=line,
            field=field,
            message=f"{what}names `{target}`, which is no story's slug",
            hint=nearest_hint(target, edition.by_slug) or "the slug is the story's file name",
        )
    elif found is article:
        yield Finding(
            path=article.path,
            line=line,
            field=field,
            message=f"{what}names the story itself",
            hint="name another story",
        )
    elif edition.is_visible(article) and not edition.is_visible(found):
        why = hidden_because(found, edition.now)
        yield Finding(
            path=article.path,
            line=line,
            field=field,
            message=f"{what}names `{target}`, which is {why} (`{found.path}`)",
            hint="publish that story first, or point to another",
        )


def _targets(article: Article) -> Iterator[tuple[str, int, str]]:
    for target in article.related:
        yield target, article.lines.get("related", 0), "related"
    for block in article.body.blocks:
        if block.kind is BlockKind.RELATED and block.target:
            yield block.target, block.line, ""
