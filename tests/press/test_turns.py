import contextlib
import sqlite3
import sys
from pathlib import Path

import pytest

from jamstack.press import store as stores
from jamstack.press.store import DAMAGED, open_store
from jamstack.press.turns import take_turn

from . import apart
from .test_store import WAITING, filled, opened, print_facts


def hold(file):
    """Have the turn until the end of the input."""
    with contextlib.closing(take_turn(Path(file), tell=apart.say)):
        apart.say("held")
        sys.stdin.read()


def taken(folder):
    return contextlib.closing(take_turn(folder / "press.lock", tell=pytest.fail))


def test_it_is_an_empty_file_and_stays(tmp_path):
    with taken(tmp_path):
        pass

    assert ["press.lock"] == [file.name for file in tmp_path.iterdir()]
    assert b"" == (tmp_path / "press.lock").read_bytes()


def test_it_can_be_had_again(tmp_path):
    with taken(tmp_path):
        pass
    with taken(tmp_path), apart.started(hold, tmp_path / "press.lock") as second:
        assert WAITING == apart.line(second)


@pytest.mark.parametrize("data", [b"x", b"no database at all" * 100, b"SQLite format 3\0"])
def test_whatever_the_file_holds_one_at_a_time_has_it(tmp_path, data):
    (tmp_path / "press.lock").write_bytes(data)

    with taken(tmp_path), apart.started(hold, tmp_path / "press.lock") as second:
        assert WAITING == apart.line(second)


def test_a_file_that_was_removed_meanwhile_is_not_taken(tmp_path):
    """As by `invoke clean`: the next build makes another file, and has the turn by that."""
    with contextlib.ExitStack() as first:
        first.enter_context(taken(tmp_path))
        with apart.started(hold, tmp_path / "press.lock") as second:
            assert WAITING == apart.line(second)
            (tmp_path / "press.lock").unlink()
            with apart.started(hold, tmp_path / "press.lock") as third:
                assert "held" == apart.line(third)
                first.close()

                assert WAITING == apart.line(second)

            assert "held" == apart.line(second)


def test_a_folder_in_its_place_is_an_error(tmp_path):
    (tmp_path / "press.lock").mkdir()

    with pytest.raises(sqlite3.OperationalError, match=r"\Aunable to open database file\Z"):
        take_turn(tmp_path / "press.lock", tell=pytest.fail)


class TestAStoreThatIsBegunAnew:
    def test_no_other_build_begins_in_between(self, tmp_path, monkeypatch):
        filled(tmp_path)
        connected = stores._connected  # noqa: SLF001 - called when there is no store
        with contextlib.ExitStack() as first, contextlib.ExitStack() as others:
            second = []

            def in_between(*arguments):
                second.append(others.enter_context(apart.started(print_facts, tmp_path)))
                assert WAITING == apart.line(second[0])
                return connected(*arguments)

            store = first.enter_context(opened(tmp_path))
            monkeypatch.setattr(stores, "_connected", in_between)
            store.begin_anew()
            store.put_facts({"site": b"anew"})
            store.save()
            first.close()

            assert (["{'site': b'anew'}"], 0) == apart.ended(second[0])

    def test_two_builds_that_find_one_damaged_do_not_begin_two(self, tmp_path):
        (tmp_path / "press.sqlite").write_bytes(b"no database at all" * 100)

        with apart.started(mend_slowly, tmp_path) as first:
            assert DAMAGED == apart.line(first)
            with apart.started(print_facts, tmp_path) as second:
                # The first one has not thrown it away yet.
                assert WAITING == apart.line(second)
                go_on(first)
                assert "begun" == apart.line(first)
                go_on(first)

                assert (["{'site': b'first'}"], 0) == apart.ended(second)


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


def mend_slowly(folder):
    """Open a damaged store; waits to be told before throwing it away, and once more after it."""

    def tell(line):
        apart.say(line)
        sys.stdin.readline()

    with open_store(Path(folder) / "press.sqlite", tell=tell) as store:
        apart.say("begun")
        sys.stdin.readline()
        store.put_facts({"site": b"first"})
        store.save()
