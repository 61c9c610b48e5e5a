"""Editorial checks: an edition in, findings out. One module a check; none of them reads a file."""

from __future__ import annotations

from collections.abc import Callable

from jamstack.checks.addresses import check_addresses
from jamstack.checks.dates import check_dates
from jamstack.checks.fronts import check_fronts
from jamstack.checks.links import check_links
from jamstack.checks.pages import check_pages
from jamstack.checks.references import check_references
from jamstack.checks.related import check_related
from jamstack.checks.series import check_series
from jamstack.checks.withdrawn import check_withdrawn
from jamstack.edition import Edition
from jamstack.errors import Finding

CHECKS: tuple[Callable[[Edition], tuple[Finding, ...]], ...] = (
    check_addresses,
    check_references,
    check_related,
    check_withdrawn,
    check_series,
    check_links,
    check_fronts,
    check_dates,
    check_pages,
)


def check(edition: Edition) -> tuple[Finding, ...]:
    """Everything that is wrong between the files of `edition`."""
    return tuple(finding for one in CHECKS for finding in one(edition))
