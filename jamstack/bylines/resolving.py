"""Credits against the registry: typed lines read, and former slugs replaced by present ones.

A story's file says who made it in the writer's words. Who that is depends on the registry, so it
is settled when all files have been read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jamstack.bylines.typed_line import Registry, read_typed_line
from jamstack.errors import Finding
from jamstack.model import Article, Author, Credit, Role
from jamstack.values import replace


def resolve(
    articles: Iterable[Article], authors: Sequence[Author], *, newsroom: str
) -> tuple[list[Article], tuple[Finding, ...]]:
    """The articles with credits by present slugs, and all that is seen only now to be wrong.

    That is what typed lines say, and who is named by a present slug and a former one in one role.
    An article whose line cannot be read keeps no credits. Those with nothing to settle come back as
    they are. `newsroom` is its printed name.
    """
    present = {alias: author.slug for author in authors for alias in author.aliases}
    for author in authors:
        present.pop(author.slug, None)
    registry: Registry | None = None
    resolved, findings = [], []
    for article in articles:
        credits_ = article.credits
        if article.byline and not credits_:
            registry = registry or Registry(authors, newsroom=newsroom)
            line = article.lines.get("byline", 0)
            credits_, faults = read_typed_line(article.byline, registry, line=line)
            findings += [
                Finding(
                    path=article.path,
                    line=line,
                    field="byline",
                    message=fault.message,
                    hint=fault.hint,
                )
                for fault in faults
            ]
        if present:
            credits_ = tuple(_present(credit, present) for credit in credits_)
            findings += _twice(article, credits_)
        is_same = credits_ == article.credits
        resolved.append(article if is_same else replace(article, credits=credits_))
    return resolved, tuple(findings)


def _present(credit: Credit, present: Mapping[str, str]) -> Credit:
    author = present.get(credit.author, credit.author)
    agency = present.get(credit.agency, credit.agency)
    if (author, agency) == (credit.author, credit.agency):
        return credit
    return replace(credit, author=author, agency=agency)


def _twice(article: Article, present: Sequence[Credit]) -> Iterator[Finding]:
    """A fault for each author who is written in two ways in one role; `present` as it is now."""
    first: dict[tuple[str, Role], str] = {}
    for written, credit in zip(article.credits, present, strict=False):
        other = first.setdefault((credit.author, credit.role), written.author)
        if credit.author and written.author != other:
            former = other if written.author == credit.author else written.author
            yield Finding(
                path=article.path,
                line=written.line,
                field="authors",
                message=f"names `{credit.author}` twice as {credit.role}, by the former slug"
                f" `{former}`, too",
                hint="keep one of the two",
            )
