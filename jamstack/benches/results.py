"""Medians and ratios of a race, and what they should be. Pure."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType

from jamstack.benches.runs import HUGO, OURS, PELICAN, Run


class Figure(enum.StrEnum):
    """What is compared; the value is its printed name."""

    WALL = "wall"
    PROCESSOR = "processor"
    PEAK = "peak memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The medians of one contender in one scenario."""

    scenario: str
    contender: str
    wall_s: float
    processor_s: float
    peak_bytes: float
    files: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The largest ratio of ours to a rival's that is good enough, and the one to aim for.

    `aim` is None where there is no better than good enough.
    """

    rival: str
    scenario: str
    figure: Figure
    at_most: float
    aim: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Ours divided by a rival's: the median of the rounds' ratios. `target` is None without one."""

    rival: str
    scenario: str
    figure: Figure
    ratio: float
    target: Target | None

    @property
    def verdict(self) -> str:
        """`aim met`, `met`, `missed`, or nothing where there is no target."""
        if self.target is None:
            return ""
        if self.target.aim is not None and self.ratio <= self.target.aim:
            return "aim met"
        return "met" if self.ratio <= self.target.at_most else "missed"


def _hugo(scenario: str, figure: Figure, at_most: float, aim: float) -> Target:
    return Target(rival=HUGO, scenario=scenario, figure=figure, at_most=at_most, aim=aim)


TARGETS: Mapping[int, tuple[Target, ...]] = MappingProxyType(
    {
        1_000: (_hugo("cold", Figure.WALL, 1.0, 0.6),),
        10_000: (
            _hugo("cold", Figure.WALL, 0.35, 0.20),
            _hugo("cold", Figure.PROCESSOR, 0.30, 0.18),
            _hugo("cold", Figure.PEAK, 0.35, 0.2),
            _hugo("unchanged", Figure.WALL, 0.05, 0.02),
            _hugo("edit", Figure.WALL, 0.06, 0.03),
            _hugo("retitle", Figure.WALL, 0.08, 0.04),
            _hugo("serve", Figure.WALL, 0.5, 0.1),
            Target(rival=PELICAN, scenario="cold", figure=Figure.WALL, at_most=0.1),
        ),
    }
)
"""By the number of stories; other sizes have none."""


def rows(runs: Sequence[Run]) -> tuple[Row, ...]:
    """The medians, in the order in which scenarios and contenders first ran."""
    keys = dict.fromkeys((run.scenario, run.contender) for run in runs)
    return tuple(_row(runs, scenario, contender) for scenario, contender in _grouped(keys))


def comparisons(runs: Sequence[Run], *, stories: int) -> tuple[Comparison, ...]:
    """Ours against every rival, wherever both ran in a round. () without ours."""
    targets = {
        (target.rival, target.scenario, target.figure): target
        for target in TARGETS.get(stories, ())
    }
    rivals = dict.fromkeys(run.contender for run in runs if run.contender != OURS)
    return tuple(
        Comparison(
            rival=rival,
            scenario=scenario,
            figure=figure,
            ratio=median(ratios),
            target=targets.get((rival, scenario, figure)),
        )
        for rival in rivals
        for scenario in dict.fromkeys(run.scenario for run in runs)
        for figure in Figure
        if (ratios := _ratios(runs, scenario, rival, figure))
    )


def _grouped(keys: Mapping[tuple[str, str], None]) -> tuple[tuple[str, str], ...]:
    scenarios = dict.fromkeys(scenario for scenario, _ in keys)
    return tuple(key for name in scenarios for key in keys if key[0] == name)


def _row(runs: Sequence[Run], scenario: str, contender: str) -> Row:
    of_both = [run for run in runs if (run.scenario, run.contender) == (scenario, contender)]
    costs = [run.cost for run in of_both]
    return Row(
        scenario=scenario,
        contender=contender,
        wall_s=median(cost.wall_s for cost in costs),
        processor_s=median(cost.processor_s for cost in costs),
        peak_bytes=median(cost.peak_bytes for cost in costs),
        files=of_both[-1].contents.files,
        size_bytes=of_both[-1].contents.size_bytes,
    )


def _ratios(runs: Sequence[Run], scenario: str, rival: str, figure: Figure) -> list[float]:
    """Round by round, where both ran: a slow minute of the machine then falls out."""
    ours, theirs = (
        {run.number: _value(run, figure) for run in runs if _is(run, scenario, contender)}
        for contender in (OURS, rival)
    )
    return [ours[number] / theirs[number] for number in ours if theirs.get(number)]


def _is(run: Run, scenario: str, contender: str) -> bool:
    return run.scenario == scenario and run.contender == contender


def _value(run: Run, figure: Figure) -> float:
    values = {
        Figure.WALL: run.cost.wall_s,
        Figure.PROCESSOR: run.cost.processor_s,
        Figure.PEAK: float(run.cost.peak_bytes),
    }
    return values[figure]
