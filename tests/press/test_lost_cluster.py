"""A cluster that was lost, by whatever its client then raises."""

from concurrent.futures import CancelledError

import pytest
from distributed.client import ClosedClientError
from distributed.comm import CommClosedError

from jamstack.errors import CommandError
from jamstack.press.cluster import Cluster

from .clusters import named

ADDRESS = "tcp://127.0.0.1:1"
GONE = f"the cluster at `{ADDRESS}` does not answer any more\nhint: start it anew, and build again"


class LostClient:
    """Dask's client when the scheduler is gone: whatever it is asked for, it fails."""

    def __init__(self, error):
        self._error = error

    def submit(self, *_, **__):
        raise self._error

    def nthreads(self):
        raise self._error


@pytest.mark.parametrize(
    "error",
    [
        OSError("Timed out trying to connect"),
        CommClosedError("closed"),
        AttributeError("'NoneType' object has no attribute 'ncores'"),
        ClosedClientError("Client is closed."),
        CancelledError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_however_dask_finds_that_the_scheduler_is_gone_it_is_told(error):
    workers = Cluster(LostClient(error), ADDRESS)

    for ask in (lambda: workers.count, lambda: list(workers.run(named, None, [1]))):
        with pytest.raises(CommandError) as caught:
            ask()

        assert GONE == str(caught.value)
