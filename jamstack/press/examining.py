"""Reading and checking everything, for builds and for those who only want to know what is wrong."""

from __future__ import annotations

from jamstack.bylines.resolving import resolve
from jamstack.checks import check
from jamstack.edition import Edition, gather
from jamstack.errors import Finding
from jamstack.naming import settle
from jamstack.press import gallery
from jamstack.press.looking import Sources
from jamstack.press.project import Project, Shop
from jamstack.press.reading import Content, read_content


def examine(
    project: Project, shop: Shop, seen: Sources | None = None
) -> tuple[Content, Edition, gallery.Gallery, tuple[Finding, ...]]:
    """Read and check everything; all findings come back, faults and warnings.

    `seen` is what a look at the content just now has found.
    """
    memory, profile = shop.memory, shop.profile
    with profile.stage("read"):
        content = read_content(
            project.content,
            settings=project.settings,
            progress=shop.progress,
            workers=shop.workers,
            known=memory.sources,
            keep=memory.keep_texts if memory.is_open else None,
            seen=seen,
        )
    with profile.stage("gather"):
        name = project.settings.name
        articles, unresolved = resolve(content.articles, content.authors, newsroom=name)
        edition = gather(
            settle(articles, project.settings),
            content.authors,
            content.pages,
            content.front,
            settings=project.settings,
            now=project.now,
            is_preview=project.is_preview,
            unread=content.unread,
        )
    with profile.stage("look at pictures"):
        pictures = gallery.collect(edition, project.content, memory.pictures)
    with profile.stage("check"):
        findings = sorted({*content.findings, *unresolved, *check(edition), *pictures.findings})
    return content, edition, pictures, tuple(findings)
