"""Authors and sections that a story names must exist."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import Article
from jamstack.nearest import nearest_hint


def check_references(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each unknown author or section."""
    return tuple(
        finding for article in edition.all_articles for finding in _unknown(article, edition)
    )


def _unknown(article: Article, edition: Edition) -> Iterator[Finding]:
    sections = [section.slug for section in edition.settings.sections]
    if article.section not in sections:
        hint = nearest_hint(article.section, sections)
        yield Finding(
            path=article.path,
            line=article.lines.get("section", 0),
            field="section",
            message=f"is `{article.section}`, expected a declared section",
            hint=hint or f"declared in pelicanconf.py: {', '.join(f'`{s}`' for s in sections)}",
        )
    unread = edition.unread_slugs
    for credit in article.credits:
        if credit.author not in edition.authors and credit.author not in unread:
            create = f"create `authors/{credit.author}.md`, or correct the slug"
            hint = nearest_hint(credit.author, edition.authors)
            yield Finding(
                path=article.path,
                line=credit.line,
                field="authors",
                message=f"names `{credit.author}`, who is not in `authors/`",
                hint=f"{create}; {hint}" if hint else create,
            )
