"""What would be lost: published addresses, many files at once, the domain, somebody's changes."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator

from jamstack.deploy.manifest import is_manifest_path
from jamstack.deploy.plan import CNAME
from jamstack.deploy.preflight.case import Case, few
from jamstack.deploy.release import ManifestFile, build_id
from jamstack.errors import Finding

MANY_FILES = 256
MANY_SHARE = 0.1
_ADDRESSES = (".html", ".xml", ".json", ".txt", ".webmanifest", ".pdf")
"""Files that people and programs come back to; pictures and assets are only parts of pages."""


def check(case: Case) -> Iterator[Finding]:
    """Faults of what would be removed or replaced."""
    yield from _addresses(case)
    yield from _domain(case)
    if not case.is_sure:
        yield from _mass(case)
        yield from _foreign(case)


def _addresses(case: Case) -> Iterator[Finding]:
    if case.live.index is None:
        return
    lost = (path for path in case.plan.pages_removed if path.endswith(_ADDRESSES))
    found = (_lost(path) for path in lost if not _may_go(_address(path), case.gone))
    yield from few(found, what="addresses that would vanish")


def _lost(path: str) -> Finding:
    message = f"the published address `/{_address(path)}` would vanish"
    hint = "add it to the `aliases` of the page that takes its place, or to `gone` in the settings"
    return Finding(path=path, message=message, hint=hint)


def _may_go(address: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(address, pattern.removeprefix("/")) for pattern in patterns)


def _address(path: str) -> str:
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def _domain(case: Case) -> Iterator[Finding]:
    ours, live = case.cname, case.live.cname
    if ours and live and ours != live and not case.is_sure:
        message = f"is `{live}` on the live site, and would become `{ours}`"
        hint = "correct `cname` in the settings, or deploy with `--yes`"
        yield Finding(path=CNAME, message=message, hint=hint)
    if not (ours or live) and CNAME in case.live.files:
        message = "on the live site holds no domain"
        hint = "write the domain into `cname` in the settings"
        yield Finding(path=CNAME, message=message, hint=hint)


def _mass(case: Case) -> Iterator[Finding]:
    removed = len(case.plan.pages_removed)
    standing = len(case.live.pages) if removed else 0
    if removed > MANY_FILES or removed > MANY_SHARE * standing:
        message = f"{removed:,} of {standing:,} published files would be removed"
        hint = "look at `invoke deploy --dry-run`; where that is right, deploy with `--yes`"
        yield Finding(path="output", message=message, hint=hint)


def _foreign(case: Case) -> Iterator[Finding]:
    """The tree was changed by something else than a deploy of ours."""
    index = case.live.index
    if index is None:
        return
    rows = [
        ManifestFile(path=path, digest=digest, size=0) for path, digest in case.live.pages.items()
    ]
    tampered = build_id(rows) != index.build or any(
        case.live.files.get(f"deploy/files/{name}.json") != digest
        for name, digest in index.shards.items()
    )
    extra = [path for path in case.live.oddities if not is_manifest_path(path)]
    if tampered or extra:
        message = "the live site was changed by something else since the last deploy"
        hint = "see what was done there; to put this build in its place, deploy with `--yes`"
        yield Finding(path="live", message=message, hint=hint)
