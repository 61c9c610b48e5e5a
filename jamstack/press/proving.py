"""The proof that a build which remembers makes what a build from nothing makes: every byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jamstack.errors import CommandError
from jamstack.images.plan import FOLDER
from jamstack.press.looking import look

SHOWN = 20
"""How many differences are named."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Difference:
    """One file that is not as it should be; `what` says how."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


def differences(output: Path, made: Iterable[str], proof: Path) -> tuple[Difference, ...]:
    """How the files `made` in `output` differ from all files in `proof`, by path."""
    ours, theirs = set(made), look(proof).paths
    found = [Difference(path=path, what="is missing") for path in theirs - ours]
    found += [Difference(path=path, what="should not be there") for path in ours - theirs]
    found += [
        Difference(path=path, what="has other bytes")
        for path in ours & theirs
        if not _is_same(output / path, proof / path)
    ]
    return tuple(sorted(found))


def demand_same(output: Path, made: Iterable[str], proof: Path) -> int:
    """The number of files compared.

    Raises:
        CommandError: some differ; names them.
    """
    found = differences(output, made, proof)
    if not found:
        return len(look(proof).paths)
    count = f"{len(found):,} file{'s' if len(found) > 1 else ''}"
    lines = [
        f"the output is not what a build from nothing makes: {count}",
        *map(str, found[:SHOWN]),
    ]
    if len(found) > SHOWN:
        lines.append(f"… and {len(found) - SHOWN:,} more")
    raise CommandError("\n".join(lines), _hint(found))


def _hint(found: Iterable[Difference]) -> str:
    has_picture = any(item.path.startswith(f"{FOLDER}/") for item in found)
    # A picture comes from the pictures made, which would be taken for good again.
    clean = "invoke clean --pictures" if has_picture else "invoke clean"
    return f"this is a fault of the platform: keep the cache, report it, and run `{clean}`"


def _is_same(file: Path, other: Path) -> bool:
    try:
        return file.read_bytes() == other.read_bytes()
    except OSError:
        return False
