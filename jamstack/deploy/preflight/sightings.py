"""What must not be seen: hidden stories in any byte, and what looks like a secret."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.deploy.preflight.case import Case, few
from jamstack.errors import Finding


def check(case: Case) -> Iterator[Finding]:
    """One fault for each file and story, and for each secret; a secret itself is not repeated."""
    leaks: dict[tuple[str, str], str] = {}
    secrets = []
    for sighting in case.scan.sightings:
        if sighting.source:
            leaks.setdefault((sighting.path, sighting.source), sighting.what)
        else:
            secrets.append(_secret(sighting.path, sighting.what))
    found = (_leak(path, source, text) for (path, source), text in leaks.items())
    yield from few(found, what="leaks of hidden stories")
    yield from few(secrets, what="secrets")


def _leak(path: str, source: str, text: str) -> Finding:
    message = f"holds text of `{source}`, which is not published: `{text[:60]}`"
    hint = "take it out, or publish the story; where both say it on purpose, reword one"
    return Finding(path=path, message=message, hint=hint)


def _secret(path: str, what: str) -> Finding:
    message = f"holds what looks like {what}"
    return Finding(path=path, message=message, hint="take it out, and make it invalid: it is known")
