import contextlib
import sqlite3
import sys
from pathlib import Path

import pytest

from jamstack.errors import OutputError
from jamstack.press import turns
from jamstack.press.codec import DamagedError
from jamstack.press.records import FileRecord, SourceRecord, Stamp
from jamstack.press.rows import Numbers
from jamstack.press.store import DAMAGED, FORMAT, open_store

from ..builders import make_article
from . import apart

STAMP = Stamp(size=3, changed_ns=5)
STORY = SourceRecord(path="a.md", stamp=STAMP, digest=b"d", face=b"f", value=make_article())
PAGE = FileRecord(
    path="index.html", stamp=STAMP, digest=b"d", asked=Numbers().of(("tag:b", "tag:a"))
)
SAVED = ({"site": b"here"}, {"a.md": STORY}, {"index.html": PAGE})
OTHER_VERSION = "another version remembered what earlier builds did: everything is built anew"
WAITING = "another build is at work on this output; waiting until it ends"
IN_THE_WAY = (
    "another build is at work on this output and does not end"
    "\nhint: end it, or name another folder with `--output`"
)


def opened(folder, told=None):
    return open_store(folder / "press.sqlite", tell=pytest.fail if told is None else told.append)


def everything(folder):
    with opened(folder) as store:
        return store.facts(), store.sources(), store.files()


def filled(folder):
    with opened(folder) as store:
        store.put_facts({"site": b"here"})
        store.put_sources([STORY])
        store.put_named("texts", {"a.md": b"text"})
        store.put_files([PAGE])
        store.save()


class TestRemembering:
    def test_what_was_put_comes_back(self, tmp_path):
        filled(tmp_path)

        assert SAVED == everything(tmp_path)

    def test_texts_come_back_by_path(self, tmp_path):
        filled(tmp_path)

        with opened(tmp_path) as store:
            assert {"a.md": b"text"} == store.texts(["a.md"])

    def test_what_stories_are_about_comes_back_of_all_or_of_some(self, tmp_path):
        with opened(tmp_path) as store:
            store.put_named("profiles", {"a.md": b"a", "b.md": b"b"})

            assert {"a.md": b"a", "b.md": b"b"} == store.profiles()
            assert {"b.md": b"b"} == store.profiles(["b.md"])

    def test_a_text_that_is_not_there_is_a_damage(self, tmp_path):
        filled(tmp_path)

        with opened(tmp_path) as store, pytest.raises(DamagedError, match=r"no texts of b\.md"):
            store.texts(["a.md", "b.md"])

    def test_questions_come_back_in_the_order_of_their_numbers(self, tmp_path):
        with opened(tmp_path) as store:
            store.put_questions(3, ["tag:a"])
            store.put_questions(1, ["tag:c", "tag:b"])
            store.save()

        with opened(tmp_path) as store:
            assert [("tag:c", 1), ("tag:b", 2), ("tag:a", 3)] == list(store.questions().items())

    def test_what_was_not_saved_is_not_there(self, tmp_path):
        filled(tmp_path)

        with opened(tmp_path) as store:
            store.put_facts({"site": b"there"})
            store.drop("sources", ["a.md"])

        assert SAVED == everything(tmp_path)

    def test_what_is_put_again_is_replaced(self, tmp_path):
        filled(tmp_path)
        page = FileRecord(path="index.html", asked=b"1234")

        with opened(tmp_path) as store:
            store.put_files([page])
            store.save()

        assert {"index.html": page} == everything(tmp_path)[2]

    def test_what_was_dropped_is_not_there(self, tmp_path):
        filled(tmp_path)

        with opened(tmp_path) as store:
            store.drop("files", ["index.html", "nothing.html"])
            store.save()

        assert {} == everything(tmp_path)[2]

    def test_whole_tables_can_be_forgotten(self, tmp_path):
        filled(tmp_path)

        with opened(tmp_path) as store:
            store.forget("sources", "texts")
            store.save()

        assert ({"site": b"here"}, {}, {"index.html": PAGE}) == everything(tmp_path)

    def test_everything_can_be_forgotten(self, tmp_path):
        filled(tmp_path)

        with opened(tmp_path) as store:
            store.begin_anew()
            store.put_files([PAGE])
            store.save()

        assert ({}, {}, {"index.html": PAGE}) == everything(tmp_path)

    def test_a_build_that_waits_gets_what_was_begun_anew(self, tmp_path):
        filled(tmp_path)
        with contextlib.ExitStack() as first:
            store = first.enter_context(opened(tmp_path))
            with apart.started(print_facts, tmp_path) as second:
                assert WAITING == apart.line(second)
                store.put_facts({"site": b"lost"})
                store.begin_anew()
                store.put_facts({"site": b"anew"})
                store.save()
                first.close()

                assert (["{'site': b'anew'}"], 0) == apart.ended(second)


def print_facts(folder):
    with open_store(Path(folder) / "press.sqlite", tell=apart.say) as store:
        apart.say(store.facts())


class TestOtherStores:
    @pytest.mark.parametrize("version", [FORMAT + 1, 99, -1])
    def test_one_of_another_version_is_forgotten(self, tmp_path, version):
        filled(tmp_path)
        with sqlite3.connect(tmp_path / "press.sqlite") as connection:
            connection.execute("CREATE TABLE surprises (name TEXT)")
            connection.execute(f"PRAGMA user_version = {version}")
        connection.close()
        told = []

        with opened(tmp_path, told) as store:
            store.save()

        assert [OTHER_VERSION] == told
        assert ({}, {}, {}) == everything(tmp_path)

    @pytest.mark.parametrize("data", [b"no database at all" * 100, b"SQLite format 3\0"])
    def test_what_is_no_store_is_forgotten(self, tmp_path, data):
        (tmp_path / "press.sqlite").write_bytes(data)
        told = []

        with opened(tmp_path, told) as store:
            store.save()

        assert [DAMAGED] == told
        assert ({}, {}, {}) == everything(tmp_path)

    @pytest.mark.parametrize("data", [b"", b"x"])
    def test_an_empty_file_is_a_new_store(self, tmp_path, data):
        (tmp_path / "press.sqlite").write_bytes(data)

        assert ({}, {}, {}) == everything(tmp_path)


class TestWhereItCannotBeWritten:
    HINT = "\nhint: check the free space and the permissions of the cache folder"

    def fault(self, file):
        with pytest.raises(OutputError) as caught:
            open_store(file, tell=pytest.fail)
        return str(caught.value)

    def test_a_file_in_the_place_of_the_folder_is_told(self, tmp_path):
        (tmp_path / "cache").write_bytes(b"a file")

        text = self.fault(tmp_path / "cache" / "press.sqlite")

        message = "cannot write what the build remembers: File exists"
        assert f"{message}{self.HINT}" == text

    def test_a_folder_in_the_place_of_the_file_is_told(self, tmp_path):
        (tmp_path / "press.sqlite").mkdir()

        text = self.fault(tmp_path / "press.sqlite")

        message = "cannot write what the build remembers: unable to open database file"
        assert f"{message}{self.HINT}" == text


class TestTwoAtOnce:
    def test_the_second_says_so_and_waits(self, tmp_path):
        with contextlib.ExitStack() as first:
            store = first.enter_context(opened(tmp_path))
            with apart.started(print_facts, tmp_path) as second:
                assert WAITING == apart.line(second)
                store.put_facts({"site": b"first"})
                store.save()
                first.close()

                assert (["{'site': b'first'}"], 0) == apart.ended(second)

    def test_the_lock_is_held_between_savings(self, tmp_path):
        with opened(tmp_path) as store:
            store.save()
            store.save()

            with apart.started(print_facts, tmp_path) as second:
                assert WAITING == apart.line(second)

    def test_the_second_gives_up_after_a_while(self, tmp_path, monkeypatch):
        monkeypatch.setattr(turns, "PATIENCE_S", 1)
        told = []

        with apart.started(hold, tmp_path / "press.sqlite") as first:
            assert "held" == apart.line(first)
            with pytest.raises(OutputError) as caught:
                opened(tmp_path, told)

        assert IN_THE_WAY == str(caught.value)
        assert [WAITING] == told

    def test_a_killed_one_holds_nothing_and_leaves_what_was_saved(self, tmp_path):
        filled(tmp_path)

        with apart.started(hold, tmp_path / "press.sqlite") as first:
            assert "held" == apart.line(first)
            first.kill()
            apart.ended(first)

            assert SAVED == everything(tmp_path)

    def test_one_that_was_locked_by_another_program_is_waited_for(self, tmp_path):
        filled(tmp_path)
        with contextlib.closing(sqlite3.connect(tmp_path / "press.sqlite")) as program:
            program.execute("BEGIN EXCLUSIVE")
            with apart.started(print_facts, tmp_path) as build:
                assert WAITING == apart.line(build)
                program.execute("ROLLBACK")

                assert (["{'site': b'here'}"], 0) == apart.ended(build)


def hold(file):
    """Keep the store open, with much that was not saved, until the end of the input."""
    with open_store(Path(file), tell=apart.say) as store:
        store.put_named("texts", {f"{number}.md": bytes(10_000) for number in range(2_000)})
        apart.say("held")
        sys.stdin.read()
