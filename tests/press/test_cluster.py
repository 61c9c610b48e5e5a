"""A real Dask cluster on this machine: two worker processes, and what may become of them."""

import os
import signal
import socket
import sys
import threading

import distributed
import pytest

from jamstack.errors import CommandError, Finding, TemplateError
from jamstack.press import cluster as clusters
from jamstack.press.cluster import connected, do_piece, platform_digest
from jamstack.press.packing import packed

from .clusters import commands_cluster, dying, dying_once, named, small_cluster

SAME = "hint: install the same everywhere, from requirements.txt, and start it anew"
START = "hint: start it with `dask scheduler` and `dask worker`, or correct the address"


GONE = "the cluster at `{address}` does not answer any more\nhint: start it anew, and build again"


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The address of a cluster of two processes with two threads each."""
    with small_cluster(tmp_path_factory.mktemp("dask"), threads=2) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(scope="module")
def mortal(tmp_path_factory):
    """The address of another one, whose workers are killed and started anew."""
    with small_cluster(tmp_path_factory.mktemp("dask")) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def in_a_hurry(monkeypatch):
    monkeypatch.setattr(clusters, "PATIENCE_S", 0.3)


def refused(address):
    """The text of what is wrong with a cluster."""
    with pytest.raises(CommandError) as caught, connected(address):
        pass
    return str(caught.value)


class TestRun:
    def test_there_are_as_many_as_there_are_processes(self, two):
        with connected(two) as workers:
            assert (2, False) == (workers.count, workers.is_here)

    def test_results_come_in_the_order_of_the_pieces(self, two):
        with connected(two) as workers:
            results = list(workers.run(named, "shared", range(20)))

        assert [("shared", number) for number in range(20)] == [item[:2] for item in results]
        assert os.getpid() not in {process for _, _, process in results}

    def test_no_pieces_give_no_results(self, two):
        with connected(two) as workers:
            assert [] == list(workers.run(named, "shared", []))

    def test_a_shared_list_comes_as_it_is(self, two):
        with connected(two) as workers:
            ((shared, _, _),) = workers.run(named, [1, 2], ["piece"])

        assert [1, 2] == shared

    def test_a_process_does_one_piece_at_a_time_whatever_its_threads(self, two):
        """What is shared, such as a paper that notes questions, is not for two at once."""

        def at_work(shared, piece):
            shared.append(piece)
            threading.Event().wait(0.02)
            count = len(shared)
            shared.remove(piece)
            return count

        with connected(two) as workers:
            assert {1} == set(workers.run(at_work, [], range(20)))

    def test_an_error_of_the_work_comes_out(self, two):
        finding = Finding(path="theme/story.html", line=3, message="is wrong", hint="mend it")

        def failing(_shared, _piece):
            raise TemplateError([finding])

        with connected(two) as workers, pytest.raises(TemplateError) as caught:
            list(workers.run(failing, None, [1, 2]))

        assert "theme/story.html:3: is wrong\nhint: mend it" == str(caught.value)

    def test_a_timeout_of_the_work_is_an_error_of_the_work(self, two):
        def failing(_shared, _piece):
            raise TimeoutError("nobody answers")

        with connected(two) as workers, pytest.raises(TimeoutError, match=r"\Anobody answers\Z"):
            list(workers.run(failing, None, [1]))

    def test_the_work_of_a_killed_worker_is_done_again(self, mortal, tmp_path):
        pieces = ["one", "two", "marked", *map(str, range(9))]
        with connected(mortal) as workers:
            results = list(workers.run(dying_once, tmp_path / "flag", pieces))

        assert pieces == results
        assert (tmp_path / "flag").exists()

    def test_nothing_is_lost_when_all_workers_are_killed_at_once(self, mortal):
        with connected(mortal) as workers:
            results = []
            for result in workers.run(named, "shared", range(9)):
                if len(results) == 3:
                    for worker in {process for _, _, process in results}:
                        os.kill(worker, signal.SIGKILL)
                results.append(result)

        assert [("shared", number) for number in range(9)] == [item[:2] for item in results]

    def test_a_piece_that_kills_its_workers_is_told(self, tmp_path):
        with (
            small_cluster(tmp_path, workers=1, failures=0) as cluster,
            connected(cluster.scheduler_address) as workers,
            pytest.raises(CommandError) as caught,
        ):
            list(workers.run(dying, None, [1]))

        expected = (
            f"a piece of the work killed every worker of `{cluster.scheduler_address}` that took"
            " it\nhint: give workers more memory, or build without `--cluster`"
        )
        assert expected == str(caught.value)

    def test_a_cluster_that_loses_all_workers_is_told(self, tmp_path, monkeypatch):
        with (
            commands_cluster(tmp_path) as (address, _),
            connected(address) as workers,
        ):
            monkeypatch.setattr(clusters, "PATIENCE_S", 0.3)
            with pytest.raises(CommandError) as caught:
                list(workers.run(dying, None, [1]))

        expected = (
            f"the cluster at `{address}` has lost all its workers\n"
            f"hint: start some with `dask worker {address} --nworkers auto`"
        )
        assert expected == str(caught.value)

    def test_a_scheduler_that_ends_is_told(self, tmp_path):
        with (
            commands_cluster(tmp_path) as (address, scheduler),
            connected(address) as workers,
        ):
            results = workers.run(named, None, range(50))
            next(results)
            scheduler.kill()
            with pytest.raises(CommandError) as caught:
                list(results)

        assert GONE.format(address=address) == str(caught.value)

    def test_an_error_of_the_pieces_is_not_blamed_on_the_cluster(self, two):
        def pieces():
            yield 1
            raise OSError("no space left on device")

        with (
            connected(two) as workers,
            pytest.raises(OSError, match=r"\Ano space left on device\Z"),
        ):
            list(workers.run(named, None, pieces()))


class TestDoPiece:
    def test_a_worker_that_came_late_with_other_code_does_nothing(self):
        with pytest.raises(CommandError) as caught:
            do_piece(b"other", b"name", packed((named, None)), packed("piece"))

        expected = (
            "a worker of the cluster has another version of the platform, a library or Python\n"
            f"{SAME}"
        )
        assert expected == str(caught.value)


class TestConnected:
    def test_without_the_library_the_extra_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "distributed", None)

        expected = (
            "a cluster needs the extra `distributed`\n"
            'hint: install it: `pip install -e ".[distributed]"`'
        )
        assert expected == refused("tcp://127.0.0.1:8786")

    @pytest.mark.parametrize("address", ["", "nowhere", "127.0.0.1", "foo://x", "tcp://127.0.0.1"])
    def test_what_is_no_address_is_told(self, address):
        assert f"no cluster answers at `{address}`\n{START}" == refused(address)

    @pytest.mark.usefixtures("in_a_hurry")
    def test_an_address_where_nobody_answers_is_told(self):
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"

            assert f"no cluster answers at `{address}`\n{START}" == refused(address)

    @pytest.mark.usefixtures("in_a_hurry")
    def test_an_address_where_something_else_listens_is_told(self):
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            bound.listen()
            address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"

            assert f"no cluster answers at `{address}`\n{START}" == refused(address)

    def test_the_address_of_a_worker_is_told(self, two):
        with distributed.Client(two, set_as_default=False) as client:
            address = min(client.nthreads())

        assert f"a worker answers at `{address}`, expected a scheduler\n{START}" == refused(address)

    def test_a_cluster_without_workers_is_told(self, tmp_path):
        with small_cluster(tmp_path, workers=0) as cluster:
            address = cluster.scheduler_address

            expected = (
                f"the cluster at `{address}` has no workers\n"
                f"hint: start some with `dask worker {address} --nworkers auto`"
            )
            assert expected == refused(address)

    def test_workers_with_other_code_are_told(self, two, monkeypatch):
        with distributed.Client(two, set_as_default=False) as client:
            worker = min(client.nthreads())
        monkeypatch.setattr(clusters, "code_digest", lambda: b"other")
        platform_digest.cache_clear()
        try:
            told = refused(two)
        finally:
            platform_digest.cache_clear()

        expected = f"the worker `{worker}` has another version of the platform, a library or Python"
        assert f"{expected}\n{SAME}" == told

    def test_workers_without_the_platform_are_told(self, tmp_path):
        lacking = "import sys; sys.modules['jamstack'] = None"
        with small_cluster(tmp_path, workers=1, preload=[lacking]) as cluster:
            (worker,) = cluster.scheduler.workers

            expected = (
                f"the worker `{worker}` cannot run the platform: ModuleNotFoundError("
                "\"No module named 'jamstack.press'; 'jamstack' is not a package\")"
            )
            assert f"{expected}\n{SAME}" == refused(cluster.scheduler_address)

    def test_a_scheduler_with_other_code_is_told(self, two, monkeypatch):
        monkeypatch.setattr(distributed.Client, "run_on_scheduler", lambda _client, _work: b"other")

        expected = f"the scheduler `{two}` has another version of the platform, a library or Python"
        assert f"{expected}\n{SAME}" == refused(two)

    def test_a_scheduler_without_the_platform_is_told(self, two, monkeypatch):
        def lacking(_client, _work):
            raise ModuleNotFoundError("No module named 'jamstack'")

        monkeypatch.setattr(distributed.Client, "run_on_scheduler", lacking)

        expected = f"the scheduler `{two}` cannot run the platform: No module named 'jamstack'"
        assert f"{expected}\n{SAME}" == refused(two)
