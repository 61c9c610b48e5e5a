"""How many cards a build draws that has drawn them before: the whole newsroom's, then none.

The made-up newsroom with share cards is built by the command that everybody has: from nothing,
after no change, after an edit that no card shows, and after one headline was changed. Which cards
a build drew is told by the files it wrote.
"""

from __future__ import annotations

import functools
import os
import platform
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jamstack.benches import our_site
from jamstack.benches.contenders import Contender, contenders
from jamstack.benches.measure import measure
from jamstack.benches.newsroom import newsroom
from jamstack.benches.runs import OURS
from jamstack.benches.scenarios import SCENARIOS, SERVE

CACHE = ".cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """One build: what was done before it, its time, the cards that it drew and those there are."""

    title: str
    wall_s: float
    drawn: int
    cards: int


def measure_kept(
    *, stories: int, seed: int, theme: Path, announce: Callable[[str], None]
) -> tuple[KeptRun, ...]:
    """Build a newsroom of `stories` in each scenario, in turn.

    Raises:
        CommandError: a build fails.
    """
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as name:
        contender = _contender(stories, seed, theme)
        announce("writing the site")
        contender.write(Path(name))
        return tuple(_builds(contender, Path(name), announce))


def kept_table(runs: tuple[KeptRun, ...], *, stories: int, seed: int) -> str:
    """The circumstances and one line for each build."""
    lines = [
        f"{stories:,} stories of seed {seed}; {os.cpu_count() or 1} cores, {platform.system()}"
        f" {platform.machine()}.",
        "",
        "| build | seconds | cards drawn | cards there are |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {run.title} | {run.wall_s:.2f} | {run.drawn:,} | {run.cards:,} |" for run in runs),
    ]
    return "\n".join(lines) + "\n"


def _contender(stories: int, seed: int, theme: Path) -> Contender:
    room = newsroom(stories=stories, seed=seed)
    (ours,) = contenders((OURS,), room, theme=theme)
    write = functools.partial(our_site.write_ours, room, theme=theme, share_cards=True)
    return replace(ours, write=write)


def _builds(contender: Contender, folder: Path, announce: Callable[[str], None]) -> list[KeptRun]:
    runs: list[KeptRun] = []
    before: Mapping[str, int] = {}
    for scenario in SCENARIOS:
        if scenario.name == SERVE:
            continue
        announce(f"building: {scenario.title}")
        scenario.change(contender, folder)
        cost = measure(contender.command, folder)
        cards = _cards(folder)
        drawn = sum(before.get(name) != written for name, written in cards.items())
        run = KeptRun(title=scenario.title, wall_s=cost.wall_s, drawn=drawn, cards=len(cards))
        runs, before = [*runs, run], cards
    return runs


def _cards(folder: Path) -> dict[str, int]:
    """When each card in the cache was written, in nanoseconds, by its path."""
    found = (folder / CACHE).glob("**/cards/*.jpg")
    return {path.as_posix(): path.stat().st_mtime_ns for path in found}
