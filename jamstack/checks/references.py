"""Authors and sections that a story names must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jamstack.edition import Edition
from jamstack.errors import Finding, Severity
from jamstack.model import Article, Author, AuthorKind, Credit
from jamstack.nearest import nearest_hint


def check_references(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each unknown author, agency or section, and for a wrong agency."""
    return tuple(_unknown(edition))


def _unknown(edition: Edition) -> Iterator[Finding]:
    sections = [section.slug for section in edition.settings.sections]
    known = edition.authors.keys() | edition.unread_slugs
    by_name = {author.name.casefold(): author for author in edition.authors.values()}
    for article in edition.all_articles:
        if article.section not in sections:
            yield _section(article, sections)
        for credit in article.credits:
            for slug in filter(None, (credit.author, credit.agency)):
                if slug not in known:
                    yield _author(article, credit, slug, edition)
            yield from _agency(article, credit, edition)
            yield from _guest(article, credit, by_name)


def _section(article: Article, sections: Sequence[str]) -> Finding:
    hint = nearest_hint(article.section, sections)
    return Finding(
        path=article.path,
        line=article.lines.get("section", 0),
        field="section",
        message=f"is `{article.section}`, expected a declared section",
        hint=hint or f"declared in pelicanconf.py: {', '.join(f'`{s}`' for s in sections)}",
    )


def _author(article: Article, credit: Credit, slug: str, edition: Edition) -> Finding:
    create = f"create `authors/{slug}.md`, or correct the slug"
    hint = nearest_hint(slug, edition.authors)
    return Finding(
        path=article.path,
        line=credit.line,
        field="authors",
        message=f"names `{slug}`, who is not in `authors/`",
        hint=f"{create}; {hint}" if hint else create,
    )


def _agency(article: Article, credit: Credit, edition: Edition) -> Iterator[Finding]:
    """A fault where somebody is said to work for a person."""
    agency = edition.authors.get(credit.agency)
    if agency and agency.kind is not AuthorKind.ORGANIZATION:
        yield Finding(
            path=article.path,
            line=credit.line,
            field="authors",
            message=f"has the agency `{agency.slug}`, who is a person",
            hint=f"write `kind: organization` in `{agency.path}`, or name an organization",
        )


def _guest(article: Article, credit: Credit, by_name: Mapping[str, Author]) -> Iterator[Finding]:
    """A warning where somebody without a page has the name of one who has a page."""
    author = by_name.get(credit.name.casefold()) if credit.name else None
    if author:
        yield Finding(
            path=article.path,
            line=credit.line,
            field="authors",
            message=f"names `{credit.name}` as a guest, who has a page",
            hint=f"write `author: {author.slug}`, unless it is another person",
            severity=Severity.WARNING,
        )
