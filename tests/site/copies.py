"""Workers that have nothing but copies of the work, as those of other machines, in one process."""

import pickle
from collections.abc import Iterator

import pytest

from jamstack.press import ranking, reading, run
from jamstack.press.workers import OneWorker, Workers


class Copies:
    """As many workers as `count`, each with a copy of its own of what all share."""

    def __init__(self, count: int, *, is_here: bool) -> None:
        self.count = count
        self.is_here = is_here

    def run(self, work, shared, pieces) -> Iterator:
        sent = pickle.dumps(shared)
        copies = [pickle.loads(sent) for _ in range(self.count)]  # noqa: S301 - our own bytes
        for number, piece in enumerate(pieces):
            copied = pickle.loads(pickle.dumps(piece))  # noqa: S301
            result = work(copies[number % self.count], copied)
            yield pickle.loads(pickle.dumps(result))  # noqa: S301


def crew(number: int) -> Workers:
    """One worker alone, two or three here, or two elsewhere."""
    if number == 0:
        return OneWorker()
    return Copies(2 if number == 3 else number + 1, is_here=number != 3)


def share_out(patch: pytest.MonkeyPatch) -> None:
    """Give small work to workers, too."""
    for room in (run, ranking):
        patch.setattr(room, "FEW", 0)
    for room, size in ((run, 5), (ranking, 2), (reading, 2)):
        patch.setattr(room, "PIECE", size)
