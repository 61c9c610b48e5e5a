"""What a paper has beside its stories: sections, standing pages, the home front."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jamstack.model.bodies import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page that is not a story: about, corrections policy, contact."""

    path: str
    slug: str
    title: str
    body: Body
    dek: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A declared section of the paper."""

    slug: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFront:
    """The editor's order for the home page; empty parts are filled by the platform.

    `sections` maps a section's slug to the stories pinned at the top of its front, best first.
    """

    path: str = ""
    lead: str = ""
    top: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
