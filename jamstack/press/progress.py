"""How a long piece of work tells how far it is. The shells decide what people see of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """What a shell offers: a stage with a known number of steps."""

    def start(self, stage: str, total: int) -> None:
        """Begin the stage named `stage` (`Reading`), which has `total` steps."""

    def advance(self, steps: int = 1) -> None:
        """Tell that `steps` more are done."""

    def finish(self) -> None:
        """End the stage."""


class Silence:
    """Progress that nobody watches."""

    def start(self, stage: str, total: int) -> None:
        """Tell nobody."""

    def advance(self, steps: int = 1) -> None:
        """Tell nobody."""

    def finish(self) -> None:
        """Tell nobody."""


def track(items: Collection[Item], stage: str, progress: Progress) -> Iterator[Item]:
    """Go through `items`, telling `progress` of each one done, and of the end even on a fault."""
    progress.start(stage, len(items))
    try:
        for item in items:
            yield item
            progress.advance()
    finally:
        progress.finish()
