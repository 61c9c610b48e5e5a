"""Small Dask clusters on the loopback interface, with real worker processes, and what they do."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import dask
from distributed import LocalCluster

PATIENCE_S = 60
HOST = "127.0.0.1"


@contextmanager
def small_cluster(folder, *, workers=2, threads=1, preload=(), failures=3):
    """A cluster whose scheduler is in this process; dead workers are started anew."""
    settings = {
        "distributed.scheduler.allowed-failures": failures,
        # A worker asks a dead one for its data no longer than this.
        "distributed.comm.timeouts.connect": "2s",
        "distributed.worker.preload": list(preload),
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=threads,
            processes=True,
            host=HOST,
            dashboard_address=f"{HOST}:0",
            local_directory=str(folder),
            silence_logs=50,
        ) as cluster,
    ):
        yield cluster


@contextmanager
def commands_cluster(folder):
    """`dask scheduler` and `dask worker` as a person starts them; gives (address, scheduler)."""
    quiet = ("--host", HOST, "--no-dashboard")
    with _command(folder, "scheduler", "--port", "0", *quiet, until="Scheduler at:") as begun:
        scheduler, line = begun
        address = line.split()[-1]
        alone = ("--nworkers", "1", "--nthreads", "1", "--no-nanny")
        with _command(folder, "worker", address, *alone, *quiet, until="Registered to:"):
            yield address, scheduler


@contextmanager
def _command(folder, *words, until):
    """A command of Dask's that has said a line with the words `until`; gives (process, line)."""
    with (
        subprocess.Popen(
            [sys.executable, "-m", "dask", *words], cwd=folder, stderr=subprocess.PIPE, text=True
        ) as process,
        ThreadPoolExecutor(1) as reader,
    ):
        try:
            while until not in (line := process.stderr.readline()):
                assert line, "it ended"
            # Read on, or a full pipe would stop it.
            reader.submit(process.stderr.read)
            yield process, line
        finally:
            process.kill()
            process.wait(PATIENCE_S)


def named(shared, piece):
    """What a worker was given, and which process it is."""
    return shared, piece, os.getpid()


def dying_once(flag, piece):
    """A worker that meets the piece `marked` for the first time is killed."""
    if piece == "marked" and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def dying(_shared, _piece):
    """Whoever takes up a piece is killed."""
    os.kill(os.getpid(), signal.SIGKILL)
