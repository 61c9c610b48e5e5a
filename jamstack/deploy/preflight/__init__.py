"""Everything that must be right before anything is sent; all faults come in one list."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.deploy.preflight import (
    building,
    limits,
    links,
    listing,
    names,
    sightings,
    vanishing,
)
from jamstack.deploy.preflight.case import Case
from jamstack.errors import Finding

CHECKS = (
    building.check,
    listing.check,
    names.check,
    limits.check,
    sightings.check,
    links.check,
    vanishing.check,
)


def check(case: Case) -> tuple[Finding, ...]:
    """Every fault of a deploy, sorted by place."""
    return tuple(sorted(finding for found in _all(case) for finding in found))


def _all(case: Case) -> Iterator[Iterator[Finding]]:
    return (one(case) for one in CHECKS)
