"""What a paper has beside its stories: sections, standing pages, the home front."""

from __future__ import annotations

from collections.abc import Mapping

from jamstack.model.bodies import Body
from jamstack.values import Value


class StandingPage(Value, frozen=True, kw_only=True):
    """A page that is not a story: about, corrections policy, contact."""

    path: str
    slug: str
    title: str
    body: Body
    dek: str = ""
    lines: Mapping[str, int] = {}


class Section(Value, frozen=True, kw_only=True):
    """A declared section of the paper."""

    slug: str
    name: str
    description: str = ""


class HomeFront(Value, frozen=True, kw_only=True):
    """The editor's order for the home page; empty parts are filled by the platform.

    `sections` maps a section's slug to the stories pinned at the top of its front, best first.
    """

    path: str = ""
    lead: str = ""
    top: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = {}
    lines: Mapping[str, int] = {}
