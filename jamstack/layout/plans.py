"""What the layout hands to the press: pages to render, and files that are ready."""

from __future__ import annotations

from dataclasses import dataclass

from jamstack.views import HeadView, PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A page to render: where it goes (a path in the output), by which template, from what.

    `source` is the content file the page shows, empty for lists.
    """

    path: str
    template: str
    head: HeadView
    page: PageView
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlan:
    """A file whose bytes are ready."""

    path: str
    data: bytes
