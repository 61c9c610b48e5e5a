"""Standing pages: the ones the settings name must exist, and none holds what only stories can."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.model import BlockKind
from jamstack.nearest import nearest_hint

SETTINGS_PATH = "pelicanconf.py"


def check_pages(edition: Edition) -> tuple[Finding, ...]:
    """A fault for each policy page that is not there, and each related line outside a story."""
    return (*_policies(edition), *_related_lines(edition))


def _policies(edition: Edition) -> Iterator[Finding]:
    settings = edition.settings
    slugs = {page.slug for page in edition.pages}
    for field, slug in (
        ("principles_page", settings.principles_page),
        ("corrections_page", settings.corrections_page),
        ("ethics_page", settings.ethics_page),
    ):
        if slug and slug not in slugs and slug not in edition.unread_slugs:
            hint = nearest_hint(slug, slugs)
            create = f"create `pages/{slug}.md`, or correct the slug"
            yield Finding(
                path=SETTINGS_PATH,
                field=f"JAMSTACK.{field}",
                message=f"names `{slug}`, which is no standing page",
                hint=f"{create}; {hint}" if hint else create,
            )


def _related_lines(edition: Edition) -> Iterator[Finding]:
    bodies = [(page.path, page.body) for page in edition.pages]
    bodies += [(author.path, author.biography) for author in edition.authors.values()]
    for path, body in sorted(bodies, key=lambda item: item[0]):
        for block in body.blocks:
            if block.kind is BlockKind.RELATED:
                yield Finding(
                    path=path,
                    line=block.line,
                    message="holds a `RELATED:` line, which only stories can have",
                    hint="link to the story's file instead",
                )
