"""Which files the content folder holds, and which of them must not be read.

Nothing outside the content folder is ever reached: symbolic links are followed only to files that
stay inside it.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from jamstack.errors import Finding

TEMPORARY_SUFFIXES = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig")

# Bytes of a name that are not UTF-8 come from the system as lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The files under a folder: relative paths with forward slashes, sorted, and what was wrong."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def scan(folder: Path) -> Scan:
    """List every file under `folder` that may be read.

    Hidden files and editors' temporary files are passed over. A fault for each: a missing folder,
    a link that leaves the folder or leads nowhere, a linked folder, a folder that cannot be listed,
    a name that is not UTF-8, a pipe or device, two paths that differ only in case or in Unicode
    form (one would overwrite the other on macOS and Windows).
    """
    if not folder.is_dir():
        hint = "create it, or set `PATH` in pelicanconf.py"
        return Scan(
            files=(),
            findings=(Finding(path=folder.name, message="there is no such folder", hint=hint),),
        )
    files: list[str] = []
    findings: list[Finding] = []
    root = folder.resolve()
    waiting = [(os.fspath(folder), "")]
    while waiting:
        here, prefix = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = list(entries)
        except OSError as error:
            findings.append(_unreadable(prefix.rstrip("/") or ".", error))
            continue
        for entry in listed:
            path = prefix + entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{path}/"))
            elif entry.is_symlink() and _leads_to_folder(entry):
                findings.append(_linked_folder(path))
            elif not entry.name.endswith(TEMPORARY_SUFFIXES):
                finding = _file_fault(entry, root, path)
                if finding:
                    findings.append(finding)
                else:
                    files.append(path)
    files.sort()
    findings.extend(_collisions(files))
    return Scan(files=tuple(files), findings=tuple(findings))


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # it leads to itself


def _linked_folder(path: str) -> Finding:
    return Finding(
        path=path,
        message="is a symbolic link to a folder, expected a folder",
        hint="linked folders are not followed; move the folder here",
    )


def _unreadable(path: str, error: OSError) -> Finding:
    return Finding(
        path=path,
        message=f"cannot be listed: {error.strerror}",
        hint="check that you may read the folder",
    )


def _file_fault(entry: os.DirEntry[str], root: Path, path: str) -> Finding | None:
    if _UNPRINTABLE.search(path):
        message = "has a name with a control character, or one that is not UTF-8"
        return Finding(path=_UNPRINTABLE.sub("�", path), message=message, hint="rename it")
    # What is gone since the folder was listed is no fault here: whoever reads it will tell.
    if entry.is_file(follow_symlinks=False):
        return None
    if not entry.is_symlink():
        message = "is a pipe, socket or device, expected a file"
        return Finding(path=path, message=message, hint="remove it")
    target = Path(os.path.realpath(entry.path))
    if not target.is_relative_to(root):
        message = "is a symbolic link that leaves the content folder, expected a file inside it"
        return Finding(path=path, message=message, hint="copy the file here")
    if not target.is_file():
        message = "is a symbolic link to nothing, expected a file"
        return Finding(path=path, message=message, hint="remove the link, or restore its target")
    return None


def _collisions(files: list[str]) -> list[Finding]:
    seen: dict[str, str] = {}
    findings = []
    for path in files:
        key = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            findings.append(
                Finding(
                    path=path,
                    message=f"differs from `{seen[key]}` only in case or in Unicode form",
                    hint="rename one: on macOS and Windows they are the same file",
                )
            )
        seen.setdefault(key, path)
    return findings
