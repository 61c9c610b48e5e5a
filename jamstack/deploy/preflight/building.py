"""Is it the right build: production, the right address, a clean commit, of today, not older."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from jamstack.deploy.preflight.case import Case, few
from jamstack.errors import Finding

SKEW = datetime.timedelta(minutes=5)
"""By how much two machines' clocks may differ."""
_BUILD = "run `invoke build --production`"


def check(case: Case) -> Iterator[Finding]:
    """Faults of where the output came from."""
    yield from _kind(case)
    yield from _clock(case)
    if not case.allows_dirty:
        yield from few((_dirty(path) for path in case.changed_sources), what="changed sources")
    yield from _age(case)


def _kind(case: Case) -> Iterator[Finding]:
    build = case.build
    if not build.digests:
        yield Finding(path="output", message="holds nothing that a build made", hint=_BUILD)
        return
    if build.is_preview:
        message = "is a preview, which shows drafts, expected a production build"
        yield Finding(path="output", message=message, hint=_BUILD)
    if build.site_url != case.site_url:
        message = f"was built for `{build.site_url}`, expected `{case.site_url}`"
        yield Finding(path="output", field="SITEURL", message=message, hint=_BUILD)
    elif build.outdated:
        yield Finding(path="output", message=build.outdated, hint=_BUILD)


def _clock(case: Case) -> Iterator[Finding]:
    if case.build.made_at > case.now + SKEW:
        message = f"was built for {_time(case.build.made_at)}, and now it is {_time(case.now)}"
        hint = "stories may be in it before their time: build without `--now`"
        yield Finding(path="output", message=message, hint=hint)
    if case.live_at and case.live_at > case.now + SKEW:
        message = (
            f"this machine says it is {_time(case.now)}, but the last deploy was at"
            f" {_time(case.live_at)}"
        )
        yield Finding(path="clock", message=message, hint="set the clock of this machine")


def _age(case: Case) -> Iterator[Finding]:
    lineage = case.lineage
    if lineage.is_older:
        message = f"is older than what is live, which was made from {lineage.live_commit[:12]}"
        hint = "pull, build and deploy again; to go back on purpose use `invoke rollback`"
        yield Finding(path="source", message=message, hint=hint)
    elif lineage.is_unknown and not case.is_sure:
        message = (
            f"does not hold commit {lineage.live_commit[:12]}, which the live site is made from"
        )
        hint = "pull, build and deploy again; `--yes` where that commit is not wanted any more"
        yield Finding(path="source", message=message, hint=hint)


def _dirty(path: str) -> Finding:
    message = "is not committed as it is"
    return Finding(path=path, message=message, hint="commit it, or deploy with `--allow-dirty`")


def _time(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
