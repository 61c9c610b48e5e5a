import itertools
import multiprocessing
import os
import signal
import threading
from unittest.mock import patch

import pytest

from jamstack.errors import Finding, OutputError, SourceError
from jamstack.press import workers
from jamstack.press.workers import WAITING, OneWorker, Processes

from . import apart

LINE = "a worker was killed; its work is done again by one process"
WAYS = [("fork", 1), ("fork", 2), ("fork", 3), ("spawn", 2)]

in_every_way = pytest.mark.parametrize(("way", "count"), WAYS)


def started_by(way):
    """Have workers started in one way, whatever this process is like."""
    return patch.object(workers, "_context", lambda: multiprocessing.get_context(way))


def power(exponent, number):
    return number**exponent


def power_of_many(way, count):
    with started_by(way):
        apart.say(*Processes(count, tell=apart.say).run(power, 3, range(50)))


class TestOneWorker:
    def test_pieces_are_done_in_order_when_they_are_wanted(self):
        asked = []

        def pieces():
            for number in range(4):
                asked.append(number)
                yield number

        results = OneWorker().run(power, 2, pieces())

        assert [0, 1] == list(itertools.islice(results, 2))
        assert [0, 1] == asked

    def test_it_is_one_and_here(self):
        assert (1, True) == (OneWorker.count, OneWorker.is_here)


class TestResults:
    @in_every_way
    def test_they_come_in_the_order_of_the_pieces(self, way, count):
        (line,) = apart.run(power_of_many, way, count)

        assert [number**3 for number in range(50)] == [int(word) for word in line.split()]

    def test_no_pieces_give_none(self):
        assert [] == apart.run(none_at_all)

    def test_pieces_are_made_only_a_little_ahead(self):
        """Thousands of them would only take memory."""
        (most,) = apart.run(how_far_ahead)

        assert 2 * WAITING + 1 == int(most)

    def test_whoever_wants_no_more_leaves_nothing_running(self):
        assert ["0 1", "0 children"] == apart.run(stop_after_two)


def none_at_all():
    for result in Processes(2, tell=apart.say).run(power, 2, ()):
        apart.say(result)


def how_far_ahead():
    made, ahead = [], []

    def pieces():
        for number in range(40):
            made.append(number)
            yield number

    for done, _ in enumerate(Processes(2, tell=apart.say).run(power, 2, pieces())):
        ahead.append(len(made) - done)
    apart.say(max(ahead))


def stop_after_two():
    results = Processes(2, tell=apart.say).run(power, 1, range(100))
    apart.say(*itertools.islice(results, 2))
    results.close()
    apart.say(len(multiprocessing.active_children()), "children")


class TestAKilledWorker:
    @pytest.mark.parametrize("victim", [0, 1, 7, 39])
    def test_all_results_are_there_and_it_is_told(self, victim):
        *told, line = apart.run(kill_in_the_middle, victim)

        assert [LINE] == told
        assert [number**2 for number in range(40)] == [int(word) for word in line.split()]

    def test_a_piece_that_comes_after_the_kill_is_not_lost(self):
        """The pool may be known to be broken before the next piece is handed to it."""
        *told, line = apart.run(kill_between_pieces)

        assert [LINE] == told
        assert [number**2 for number in range(6)] == [int(word) for word in line.split()]


def square_or_die(shared, number):
    parent, victim = shared
    if number == victim and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return number**2


def kill_in_the_middle(victim):
    shared = (os.getpid(), victim)
    apart.say(*Processes(2, tell=apart.say).run(square_or_die, shared, range(40)))


def kill_between_pieces():
    def pieces():
        yield 0
        # Ends when the pool has noticed that its worker is gone.
        for thread in threading.enumerate():
            if "Manager" in type(thread).__name__:
                thread.join()
        yield from range(1, 6)

    apart.say(*Processes(2, tell=apart.say).run(square_or_die, (os.getpid(), 0), pieces()))


class TestAnExceptionInAWorker:
    @pytest.mark.parametrize("way", ["fork", "spawn"])
    def test_it_comes_out_as_it_went_in(self, way):
        assert apart.run(raise_both, way) == [
            "OutputError",
            "cannot write `a`: No space left on device",
            "hint: free some",
            "SourceError",
            "a.md:3: is wrong",
            "hint: mend it",
        ]

    def test_what_was_done_before_it_has_come_out(self):
        assert ["0", "1", "2", "ValueError"] == apart.run(fail_at_three)


def fail(_shared, kind):
    if kind == "output":
        raise OutputError("cannot write `a`: No space left on device", "free some")
    raise SourceError([Finding(path="a.md", line=3, message="is wrong", hint="mend it")])


def raise_both(way):
    with started_by(way):
        for kind in ("output", "source"):
            try:
                list(Processes(2, tell=apart.say).run(fail, None, [kind, kind]))
            except (OutputError, SourceError) as error:
                apart.say(type(error).__name__, error, sep="\n")


def fail_at(number, piece):
    if piece == number:
        raise ValueError(number)
    return piece


def fail_at_three():
    try:
        for result in Processes(2, tell=apart.say).run(fail_at, 3, range(20)):
            apart.say(result)
    except ValueError as error:
        apart.say(type(error).__name__)


class TestAKilledBuild:
    def test_its_workers_end_with_it(self):
        """They would go on writing into the output folder of the next build."""
        with apart.started(work_for_ever) as process:
            assert "at work" == apart.line(process)

            process.kill()

            # The pipe is closed when the last of them has ended.
            assert ([], -signal.SIGKILL) == apart.ended(process)


def work_for_ever():
    list(Processes(2, tell=apart.say).run(wait_for_ever, None, range(100)))


def wait_for_ever(_shared, piece):
    if piece == 0:
        apart.say("at work")
    signal.pause()


class TestCtrlC:
    def test_workers_leave_it_to_the_process_that_asked(self):
        """At a terminal it reaches them all, and each would print where it was."""
        assert ["0 1 2 3"] == apart.run(interrupt_workers)


def interrupt_yourself(_shared, piece):
    os.kill(os.getpid(), signal.SIGINT)
    return piece


def interrupt_workers():
    apart.say(*Processes(2, tell=apart.say).run(interrupt_yourself, None, range(4)))


class TestContext:
    def test_a_process_of_one_thread_is_forked(self):
        assert ["fork"] == apart.run(print_context)

    def test_with_more_threads_workers_start_from_nothing(self):
        """A lock that another thread holds would be held in the fork for ever."""
        assert ["spawn"] == apart.run(print_context_beside_a_thread)

    def test_all_cores_work_where_no_number_is_given(self):
        assert os.cpu_count() == Processes(tell=apart.say).count


def print_context():
    apart.say(workers._context().get_start_method())  # noqa: SLF001 - seen nowhere else


def print_context_beside_a_thread():
    going = threading.Event()
    thread = threading.Thread(target=going.wait)
    thread.start()
    print_context()
    going.set()
    thread.join()
