"""The target for Pages' own deployments: one tar, as `actions/deploy-pages` takes it.

It holds folders and regular files, no links, named from `./` on, as GNU tar writes them. The same
release gives the same bytes on every machine: names sorted, no owner, no time. It stands at its
place whole or not at all.
"""

from __future__ import annotations

import contextlib
import io
import os
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from jamstack.deploy.release import Release, digest_of
from jamstack.errors import OutputError

NAME = "artifact.tar"
"""The name that the tar has within the artifact `github-pages`."""
FILE_MODE, FOLDER_MODE = 0o644, 0o755


def write_artifact(
    release: Release, manifest: Mapping[str, bytes], *, output: Path, tar: Path
) -> int:
    """Write the release's files, read from `output`, and the manifest's into `tar`; its bytes.

    Raises:
        OutputError: a file is gone or is not what it was when the release was made, or the tar
            cannot be written; what stood in its place still does.
    """
    unfinished = tar.with_name(f"{tar.name}.unfinished")
    paths = sorted({*release.files, *manifest})
    try:
        tar.parent.mkdir(parents=True, exist_ok=True)
        with (
            _removed_at_a_fault(unfinished),
            tarfile.open(unfinished, "w", format=tarfile.GNU_FORMAT) as writing,
        ):
            for folder in _folders(paths):
                writing.addfile(_folder(folder))
            for path in paths:
                data = manifest[path] if path in manifest else _read(release, output, path)
                writing.addfile(_file(path, len(data)), io.BytesIO(data))
        size = unfinished.stat().st_size
        os.replace(unfinished, tar)  # noqa: PTH105 - one step, over what is there
    except OSError as error:
        message = f"cannot write `{tar.name}`: {error.strerror}"
        raise OutputError(message, "check the free space and the permissions") from error
    return size


def _read(release: Release, output: Path, path: str) -> bytes:
    file = output / path
    try:
        # A link that took a file's place would be followed.
        data = b"" if file.is_symlink() else file.read_bytes()
    except OSError as error:
        raise _changed(path, f"cannot be read: {error.strerror}") from error
    if digest_of(data) != release.files[path].digest:
        raise _changed(path, "has changed since it was looked at")
    return data


def _changed(path: str, what: str) -> OutputError:
    return OutputError(f"`{path}` in the output {what}", "build again, then deploy again")


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """Every folder that holds something, outer ones first; the root is `.`."""
    found = {parent.as_posix() for path in paths for parent in PurePosixPath(path).parents}
    return iter(sorted(found | {"."}))


def _folder(path: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo("./" if path == "." else f"./{path}")
    info.type, info.mode = tarfile.DIRTYPE, FOLDER_MODE
    return info


def _file(path: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(f"./{path}")
    info.size, info.mode = size, FILE_MODE
    return info


@contextlib.contextmanager
def _removed_at_a_fault(file: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        file.unlink(missing_ok=True)
        raise
