"""Where the time of a build went: by stage, and the slowest pages."""

from __future__ import annotations

import contextlib
import heapq
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

SLOWEST = 10
"""How many pages are named."""


@dataclass(slots=True)
class Profile:
    """Seconds by stage, in the order in which the stages were first entered.

    `slowest` holds the pages that took longest, as (seconds, path), the slowest first.
    """

    stages: dict[str, float] = field(default_factory=dict)
    slowest: list[tuple[float, str]] = field(default_factory=list)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - began

    def note_page(self, path: str, seconds: float) -> None:
        """Take note of a page that was made."""
        if len(self.slowest) < SLOWEST or (seconds, path) > self.slowest[-1]:
            self.slowest = heapq.nlargest(SLOWEST, [*self.slowest, (seconds, path)])
