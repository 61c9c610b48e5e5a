"""Authors and sections that a story names must exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import Article, Credit
from jamstack.nearest import nearest_hint


def check_references(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each unknown author or section."""
    return tuple(_unknown(edition))


def _unknown(edition: Edition) -> Iterator[Finding]:
    sections = [section.slug for section in edition.settings.sections]
    known = edition.authors.keys() | edition.unread_slugs
    for article in edition.all_articles:
        if article.section not in sections:
            yield _section(article, sections)
        for credit in article.credits:
            if credit.author not in known:
                yield _author(article, credit, edition)


def _section(article: Article, sections: Sequence[str]) -> Finding:
    hint = nearest_hint(article.section, sections)
    return Finding(
        path=article.path,
        line=article.lines.get("section", 0),
        field="section",
        message=f"is `{article.section}`, expected a declared section",
        hint=hint or f"declared in pelicanconf.py: {', '.join(f'`{s}`' for s in sections)}",
    )


def _author(article: Article, credit: Credit, edition: Edition) -> Finding:
    create = f"create `authors/{credit.author}.md`, or correct the slug"
    hint = nearest_hint(credit.author, edition.authors)
    return Finding(
        path=article.path,
        line=credit.line,
        field="authors",
        message=f"names `{credit.author}`, who is not in `authors/`",
        hint=f"{create}; {hint}" if hint else create,
    )
