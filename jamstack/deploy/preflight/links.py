"""No link is broken, and nothing that stays points to what goes."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.deploy.links import served
from jamstack.deploy.preflight.case import Case, few
from jamstack.errors import Finding


def check(case: Case) -> Iterator[Finding]:
    """Links of pages that are to be sent and lead to nothing on this site.

    Pages that stay as they are were checked when they were sent.
    """
    present = set(case.scan.files) | set(case.plan.kept) | set(case.plan.made)
    broken = sorted(
        (page, link)
        for link, page in case.scan.links.items()
        if not any(file in present for file in served(link))
    )
    yield from few((_broken(page, link) for page, link in broken), what="broken links")


def _broken(page: str, link: str) -> Finding:
    if link.startswith("/"):
        message = f"points to `{link}`, which is outside the site's base path"
        return Finding(path=page, message=message, hint="begin it with the site's address")
    message = f"points to `/{link}`, where nothing is published"
    return Finding(
        path=page, message=message, hint="correct the link, or publish what it points to"
    )
