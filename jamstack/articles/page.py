"""A standing page's file to a `StandingPage`: about, corrections policy, contact."""

from __future__ import annotations

from jamstack.errors import Finding
from jamstack.markdown.parse import parse
from jamstack.model import StandingPage
from jamstack.settings import Settings
from jamstack.sources.fields import Field, Table, read
from jamstack.sources.kinds import Slug, Text
from jamstack.sources.opening import open_source, slug_of_path

PAGE_FIELDS = Table(
    Field(name="title", kind=Text(), meaning="The page's headline.", is_required=True),
    Field(name="dek", kind=Text(), meaning="One sentence under it; also its description."),
    Field(name="slug", kind=Slug(), meaning="The page's address; the file's name if absent."),
)


def read_page(
    data: bytes, *, path: str, settings: Settings
) -> tuple[StandingPage | None, tuple[Finding, ...]]:
    """Read the standing page in `data`, the bytes of the content file `path`."""
    head, reading = open_source(data, path=path, settings=settings)
    if head is None:
        return None, tuple(reading.findings)
    values = read(head.fields, PAGE_FIELDS, reading)
    slug = values.get("slug") if "slug" in values.lines else slug_of_path(path, reading)
    body, found = parse(head.body, path=path, first_line=head.body_line)
    reading.findings.extend(found)
    if not head.body.strip():
        reading.fault("", head.body_line, "has no text after the front matter", "write the page")
    page = None
    if slug and values.get("title"):
        page = StandingPage(
            path=path,
            slug=slug,
            title=values.get("title"),
            dek=values.get("dek", ""),
            body=body,
            lines=values.lines,
        )
    return page, tuple(reading.findings)
