"""How well what was chosen agrees with what writers linked to. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean

CUT = 5
"""Picks that are judged."""
SAMPLES = 1_000
"""Samples that an interval is drawn from."""


@dataclass(frozen=True, slots=True)
class Score:
    """Recall and nDCG of the first `CUT` picks, and the reciprocal rank of the first right one."""

    recall: float
    gain: float
    reciprocal: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and where it lies in 95 of 100 samples of the stories."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        """As tables print it."""
        return f"{self.mean:.3f} ({self.low:.3f} to {self.high:.3f})"


def score(picks: Sequence[int], answers: frozenset[int]) -> Score:
    """Judge the picks of one story, best first; `answers` are not empty.

    Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002, with
    gains of one.
    """
    hits = [pick in answers for pick in picks]
    gained = sum(1 / math.log2(place + 2) for place, hit in enumerate(hits[:CUT]) if hit)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(CUT, len(answers))))
    first = next((1 / (place + 1) for place, hit in enumerate(hits) if hit), 0.0)
    return Score(sum(hits[:CUT]) / len(answers), gained / ideal, first)


def interval(values: Sequence[float], *, seed: int = 7) -> Interval:
    """The mean with its bootstrap percentile interval (Efron)."""
    chance = Random(seed)  # noqa: S311 - it keeps no secret
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(SAMPLES))
    return Interval(fmean(values), means[SAMPLES // 40], means[-SAMPLES // 40])


def judged(
    picks: Mapping[int, Sequence[int]], answers: Mapping[int, frozenset[int]]
) -> tuple[Interval, Interval, Interval]:
    """Recall, nDCG and reciprocal rank over all stories that have answers."""
    scores = [score(picks[number], found) for number, found in answers.items()]
    return (
        interval([one.recall for one in scores]),
        interval([one.gain for one in scores]),
        interval([one.reciprocal for one in scores]),
    )
