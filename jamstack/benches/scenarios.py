"""What happens to a site before it is built: nothing, an edit, a new headline; or it is served."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches.contenders import Contender
from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint

COLD = "cold"
SERVE = "serve"

_TITLE = re.compile(r"^(title: *)(.*)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A kind of build. `change` is done to the contender's site in a folder, before it is built."""

    name: str
    title: str
    change: Callable[[Contender, Path], None]


def scenarios(names: Sequence[str]) -> tuple[Scenario, ...]:
    """The scenarios of those names, in the order in which they follow each other.

    Raises:
        CommandError: a name is not known.
    """
    known = [scenario.name for scenario in SCENARIOS]
    for name in names:
        if name not in known:
            expected = ", ".join(f"`{word}`" for word in known)
            hint = nearest_hint(name, known) or "see `invoke --help bench`"
            raise CommandError(f"there is no scenario `{name}`, expected some of {expected}", hint)
    return tuple(scenario for scenario in SCENARIOS if scenario.name in names)


def _leave(contender: Contender, folder: Path) -> None:
    """Change nothing."""


def _edit(contender: Contender, folder: Path) -> None:
    """Write one more paragraph."""
    file = find_story(folder, contender.edited)
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nOne more paragraph was written.\n", encoding="utf-8", newline="\n")


def _retitle(contender: Contender, folder: Path) -> None:
    """Put a word before the headline."""
    file = find_story(folder, contender.retitled)
    text = file.read_text(encoding="utf-8")
    changed = _TITLE.sub(r"\g<1>Corrected \2", text, count=1)
    file.write_text(changed, encoding="utf-8", newline="\n")


def find_story(folder: Path, pattern: str) -> Path:
    """The first file of the site that matches a pattern.

    Raises:
        CommandError: there is none.
    """
    found = sorted(folder.glob(pattern))
    if not found:
        raise CommandError(f"no story of the site matches `{pattern}`")
    return found[0]


SCENARIOS = (
    # Cold stands first: the others go on with what it made.
    Scenario(name=COLD, title="cold", change=_leave),
    Scenario(name="unchanged", title="nothing changed", change=_leave),
    Scenario(name="edit", title="one story's body edited", change=_edit),
    Scenario(name="retitle", title="newest story retitled", change=_retitle),
    Scenario(name=SERVE, title="edit to bytes on disk, served", change=_leave),
)
"""All scenarios, in the order in which a site goes through them."""
