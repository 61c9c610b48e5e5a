"""What pre-flight checks look at, all of it read before they begin."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from jamstack.deploy.plan import Live, Plan
from jamstack.deploy.release import Build
from jamstack.deploy.scan import Names, Scan
from jamstack.errors import Finding
from jamstack.values import Value

SHOWN = 20
"""Findings of one kind that are told; the rest are counted."""


class Lineage(Value, frozen=True, kw_only=True):
    """How the commit of this build stands to that of the live one, as far as it is known.

    `is_older` is True where the live site was made from a later state of the same history,
    `is_unknown` where the live commit is not in this repository.
    """

    live_commit: str = ""
    is_older: bool = False
    is_unknown: bool = False


class Case(Value, frozen=True, kw_only=True):
    """One deploy before it is sent.

    `site_url` is the one that production settings say. `changed_sources` are files of the site
    that differ from the commit. `live_at` is when the live commit was made, None where it is
    unknown. `is_sure` is the editor's `--yes`, `allows_dirty` the editor's `--allow-dirty`.
    """

    build: Build
    site_url: str
    names: Names
    scan: Scan
    live: Live
    plan: Plan
    now: datetime.datetime
    lineage: Lineage = Lineage()
    live_at: datetime.datetime | None = None
    changed_sources: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    cname: str = ""
    is_sure: bool = False
    allows_dirty: bool = False


def few(findings: Iterable[Finding], *, what: str) -> Iterator[Finding]:
    """The first findings, and one that counts the others; `what` they are is in the plural."""
    found = list(findings)
    yield from found[:SHOWN]
    if len(found) > SHOWN:
        yield Finding(path="output", message=f"and {len(found) - SHOWN:,} more {what}")
