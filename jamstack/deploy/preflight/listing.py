"""Is the output what the build made: these files, these bytes, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.deploy.manifest import is_manifest_path
from jamstack.deploy.preflight.case import Case, few
from jamstack.errors import Finding

_BUILD = "run `invoke build --production` again"


def check(case: Case) -> Iterator[Finding]:
    """Files that nobody made, that are not as they were made, or that are not there."""
    made = case.build.digests
    if not made:
        return
    present = set(case.names.files)
    yield from few(map(_stranger, sorted(present - made.keys())), what="files that no build made")
    yield from few(map(_link, case.names.others), what="things that are no files")
    yield from few(map(_missing, sorted(made.keys() - present)), what="missing files")
    yield from (
        Finding(path=path, message=f"cannot be read: {reason}", hint="mend its permissions")
        for path, reason in case.scan.unreadable.items()
    )
    changed = (path for path, mark in case.scan.marks.items() if made.get(path, mark) != mark)
    yield from few(map(_changed, sorted(changed)), what="changed files")
    yield from (_reserved(path) for path in sorted(made) if is_manifest_path(path))


def _stranger(path: str) -> Finding:
    shown = path.encode("utf-8", "backslashreplace").decode()
    message = "stands in the output, but the build did not make it"
    return Finding(path=shown, message=message, hint="remove it, or run `invoke clean` and build")


def _link(path: str) -> Finding:
    message = "is a link or a device, expected a file"
    return Finding(path=path, message=message, hint="GitHub Pages serves files only: remove it")


def _missing(path: str) -> Finding:
    return Finding(path=path, message="was made by the build and is not there", hint=_BUILD)


def _changed(path: str) -> Finding:
    return Finding(path=path, message="is not as the build made it", hint=_BUILD)


def _reserved(path: str) -> Finding:
    message = "is where the deploy's own manifest goes"
    return Finding(path=path, message=message, hint="give it another address")
