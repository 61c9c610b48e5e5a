"""Rounds in which all contenders take turns, so that a machine's moods touch them alike.

An output folder is never emptied and filled again: some file systems then write many times more
slowly. Each cold build has a fresh copy of its site; all copies are deleted by whoever owns the
folder, at the very end.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamstack.benches.contenders import Contender
from jamstack.benches.editing import measure_edits
from jamstack.benches.folders import contents
from jamstack.benches.measure import measure
from jamstack.benches.runs import Run
from jamstack.benches.scenarios import COLD, SCENARIOS, SERVE, Scenario, find_story


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One build of the race. `number` is its round, from 0; without `is_asked` nobody counts it."""

    number: int
    scenario: Scenario
    contender: Contender
    is_asked: bool = True


def plan(
    contenders: Sequence[Contender], scenarios: Sequence[Scenario], *, rounds: int
) -> tuple[Step, ...]:
    """The builds in their order: round by round, scenario by scenario, the contenders in turn.

    Every second round turns the contenders' order round. Each round begins cold, asked or not.
    """
    asked = {scenario.name for scenario in scenarios}
    return tuple(
        Step(
            number=number,
            scenario=scenario,
            contender=contender,
            is_asked=scenario.name in asked,
        )
        for number in range(rounds)
        for scenario in SCENARIOS
        if scenario.name in asked or scenario.name == COLD
        for contender in (contenders[::-1] if number % 2 else contenders)
        if scenario.name in contender.scenarios
    )


def race(
    steps: Sequence[Step], folder: Path, *, announce: Callable[[str], None]
) -> tuple[Run, ...]:
    """Write the sites into `folder`, build them step by step, and give what was asked for.

    Raises:
        CommandError: a build failed.
    """
    for contender in {step.contender.name: step.contender for step in steps}.values():
        announce(f"writing the site for {contender.title}")
        contender.write(folder / "sites" / contender.name)
    found = []
    for count, step in enumerate(steps, start=1):
        title = f"{step.scenario.title}, {step.contender.title}, round {step.number + 1}"
        announce(f"build {count:,} of {len(steps):,}: {title}")
        found.append(_run(step, folder))
        announce(f"  {found[-1].cost.wall_s:.2f} s")
    return tuple(run for run, step in zip(found, steps, strict=True) if step.is_asked)


def _run(step: Step, folder: Path) -> Run:
    contender = step.contender
    place = folder / f"round-{step.number + 1}" / contender.name
    if not place.exists():
        # Copied now, so that every site is read from the system's memory.
        shutil.copytree(folder / "sites" / contender.name, place)
    step.scenario.change(contender, place)
    _settle()
    output, cost = contender.output, None
    if step.scenario.name == SERVE and contender.server:
        output = contender.server.output
        cost = measure_edits(contender.server, place, find_story(place, contender.edited))
    return Run(
        number=step.number,
        scenario=step.scenario.name,
        contender=contender.name,
        cost=cost or measure(contender.command, place),
        contents=contents(place / output),
    )


def _settle() -> None:
    """Wait until what was written lies on the disk, so that no build pays for another's files."""
    if hasattr(os, "sync"):
        os.sync()
