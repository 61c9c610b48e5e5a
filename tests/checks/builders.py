"""Builders for the tests of this room."""

from jamstack.model import Block, BlockKind, Body, InternalLink, Status
from tests.builders import make_article


def printed(findings):
    return [str(finding) for finding in findings]


def make_draft(slug="draft", **values):
    return make_article(slug, status=Status.DRAFT, **values)


def make_related_body(*targets):
    """A body of related lines, on lines 11, 12 and so on."""
    return Body(
        blocks=tuple(
            Block(kind=BlockKind.RELATED, target=target, line=line)
            for line, target in enumerate(targets, start=11)
        )
    )


def make_linking_body(path, fragment="", anchors=(), line=9):
    written = path + (f"#{fragment}" if fragment else "")
    link = InternalLink(path=path, fragment=fragment, written=written, line=line)
    return Body(links=(link,), anchors=tuple(anchors))
