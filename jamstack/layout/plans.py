"""What the layout hands to the press: pages to lay out, and files to make, each by itself.

A plan holds names and numbers alone, so that another process can carry it out on its copy of the
paper. `lay_out` and `make` are pure functions of the paper (`functools.partial` of a function of
this package).

Its `place` is that of the newest story it shows, in the paper from the newest on. What has
neighbouring places shows much the same, and is best made together.
"""

from __future__ import annotations

from collections.abc import Callable

from jamstack.layout.paper import Paper
from jamstack.values import Value
from jamstack.views import HeadView, PageView


class Views(Value, frozen=True, kw_only=True):
    """What a template gets of one page, besides the site."""

    head: HeadView
    page: PageView


class PagePlan(Value, frozen=True, kw_only=True):
    """A page: where it goes (a path in the output), by which template, made how.

    `source` is the content file the page shows, empty for lists. `texts` are the source paths of
    the stories whose text it shows.
    """

    path: str
    template: str
    lay_out: Callable[[Paper], Views]
    source: str = ""
    texts: tuple[str, ...] = ()
    place: int = 0


class FilePlan(Value, frozen=True, kw_only=True):
    """A file without a template; `texts` as for a page."""

    path: str
    make: Callable[[Paper], bytes]
    texts: tuple[str, ...] = ()
    place: int = 0


Plan = PagePlan | FilePlan
