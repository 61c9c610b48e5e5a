"""What stands in the output folder: what is kept of it, and what goes."""

import os

import pytest

from jamstack.press.codec import digest
from jamstack.press.records import FileRecord, stamp_of

from .builders import snapshot, times, write_files
from .outputs import fault, opened, remembered, write


class TestLeavingNothingOver:
    def test_what_is_made_no_more_goes_with_its_folders(self, tmp_path):
        write(tmp_path, {"index.html": b"1", "a/b/c/index.html": b"2", "a/index.html": b"3"})

        _, (removed, warnings) = write(tmp_path, {"index.html": b"1", "a/index.html": b"3"})

        assert (("a/b/c/index.html",), ()) == (removed, warnings)
        assert ["a", "a/index.html", "index.html"] == sorted(
            path.relative_to(tmp_path / "output").as_posix()
            for path in (tmp_path / "output").rglob("*")
        )

    def test_strangers_are_named_and_left_alone(self, tmp_path):
        write_files(tmp_path / "output", {"CNAME": b"herald.example", "a/mine.txt": b"1"})
        write(tmp_path, {"a/index.html": b"1"})

        _, (removed, warnings) = write(tmp_path, {"index.html": b"1"})

        assert ("a/index.html",) == removed
        assert ["CNAME", "a/mine.txt", "index.html"] == list(snapshot(tmp_path / "output"))
        assert [str(warning) for warning in warnings] == [
            f"{path}: warning: stands in the output folder, but no build made it; it was left"
            " alone\nhint: remove it by hand, or run `invoke clean`"
            for path in ("CNAME", "a/mine.txt")
        ]

    def test_what_was_removed_by_hand_is_not_missed(self, tmp_path):
        write(tmp_path, {"a/b": b"1", "c": b"1"})
        (tmp_path / "output" / "a" / "b").unlink()

        _, (removed, _) = write(tmp_path, {"c": b"1"})

        assert ("a/b",) == removed
        assert not (tmp_path / "output" / "a").exists()

    def test_a_build_killed_half_way_leaves_nothing_for_good(self, tmp_path):
        write(tmp_path, {"index.html": b"1", "old": b"1"})
        write(tmp_path, {"index.html": b"2", "half/index.html": b"1"}, finish=False)
        write_files(tmp_path / "output", {"half/x/.index.html.jamstack.part": b"1"})

        _, (removed, warnings) = write(tmp_path, {"index.html": b"3"})

        assert (("half/index.html", "old"), ()) == (removed, warnings)
        assert {"index.html": b"3"} == snapshot(tmp_path / "output")
        assert not (tmp_path / "output" / "half").exists()

    def test_a_build_killed_before_its_first_file_has_claimed_them(self, tmp_path):
        with opened(tmp_path, ["a", "b"]):
            pass

        assert {path: FileRecord(path=path) for path in "ab"} == remembered(tmp_path)

    def test_two_output_folders_do_not_know_each_other(self, tmp_path):
        write(tmp_path, {"a": b"1"})

        with opened(tmp_path, ["b"], name="other") as other:
            other.put("b", b"1")
            ending = other.finish()

        assert ((), ()) == ending
        assert {"a": b"1"} == snapshot(tmp_path / "output")

    def test_a_file_gives_way_to_a_folder(self, tmp_path):
        write(tmp_path, {"old.html": b"1"})

        _, (removed, _) = write(tmp_path, {"old.html/index.html": b"2"})

        assert ("old.html",) == removed
        assert {"old.html/index.html": b"2"} == snapshot(tmp_path / "output")

    def test_a_folder_gives_way_to_a_file(self, tmp_path):
        write(tmp_path, {"old.html/a/index.html": b"1"})

        _, (removed, _) = write(tmp_path, {"old.html": b"2"})

        assert ("old.html/a/index.html",) == removed
        assert {"old.html": b"2"} == snapshot(tmp_path / "output")

    def test_a_file_that_cannot_be_removed_is_told(self, tmp_path, monkeypatch):
        write(tmp_path, {"a": b"1"})

        def refuse(self):
            raise PermissionError(13, "Permission denied", str(self))

        with opened(tmp_path) as output:
            monkeypatch.setattr("pathlib.Path.unlink", refuse)
            text = fault(output.finish)

        assert text == (
            "cannot remove `a`: Permission denied\nhint: check the permissions of the output folder"
        )

    def test_files_that_another_writer_made_can_be_adopted(self, tmp_path):
        write(tmp_path, {"a": b"1"})

        with opened(tmp_path, ["a"]) as output:
            write_files(tmp_path / "output", {"b": b"2"})
            output.adopt(["b"])
            present = output.present()

        assert {"a", "b"} == present
        assert (("a", "b"), ()) == write(tmp_path, {})[1]

    def test_what_is_remembered_never_leads_out_of_the_folder(self, tmp_path):
        outside = tmp_path / "outside"
        outside.write_bytes(b"precious")
        write(tmp_path, {"a": b"1"})

        with opened(tmp_path, ["b"]) as output:
            output.adopt(["../outside", str(outside), "", "x/../../outside"])
            output.put("b", b"1")
            removed, _ = output.finish()

        assert ("a",) == removed
        assert b"precious" == outside.read_bytes()
        assert {"b"} == remembered(tmp_path).keys()


class TestStanding:
    """What stands in the folder is known by how it looks, and read where that is not as it was."""

    def test_a_file_that_looks_as_it_did_is_not_read(self, tmp_path, monkeypatch):
        write(tmp_path, {"a": b"1"})
        monkeypatch.setattr("pathlib.Path.read_bytes", pytest.fail)

        with opened(tmp_path, ["a"]) as output:
            standing = output.standing("a")

        assert remembered(tmp_path)["a"] == standing
        assert digest(b"1") == standing.digest

    def test_a_file_changed_by_hand_is_made_again(self, tmp_path):
        write(tmp_path, {"a": b"ours"})
        (tmp_path / "output" / "a").write_bytes(b"mine")

        output, _ = write(tmp_path, {"a": b"ours"})

        assert {"a": b"ours"} == snapshot(tmp_path / "output")
        assert (1, 0) == (output.written, output.kept)

    def test_a_file_that_was_only_touched_is_kept(self, tmp_path):
        write(tmp_path, {"a": b"1"})
        os.utime(tmp_path / "output" / "a", ns=(0, 7))

        output, _ = write(tmp_path, {"a": b"1"})

        assert (0, 1) == (output.written, output.kept)
        assert {"a": 7} == times(tmp_path / "output")
        assert 7 == remembered(tmp_path)["a"].stamp.changed_ns

    def test_a_file_that_somebody_else_put_there_is_kept_where_it_is_the_same(self, tmp_path):
        write_files(tmp_path / "output", {"a": b"1"})

        output, ending = write(tmp_path, {"a": b"1"})

        assert (0, 1) == (output.written, output.kept)
        assert ((), ()) == ending
        assert {"a"} == remembered(tmp_path).keys()

    def test_what_is_not_there_does_not_stand(self, tmp_path):
        write(tmp_path, {"a": b"1"})
        (tmp_path / "output" / "a").unlink()

        with opened(tmp_path, ["a"]) as output:
            assert output.standing("a") is None

    def test_a_file_that_goes_while_it_is_looked_at_does_not_stand(self, tmp_path):
        write_files(tmp_path / "output", {"a": b"1"})

        with opened(tmp_path, ["a"]) as output:
            (tmp_path / "output" / "a").unlink()
            standing = output.standing("a")

        assert standing is None

    def test_what_was_made_is_remembered_before_the_build_has_ended(self, tmp_path):
        with opened(tmp_path, ["a", "b"]) as output:
            output.put("a", b"1")
            output.remember()

        assert {"a": digest(b"1"), "b": b""} == {
            path: record.digest for path, record in remembered(tmp_path).items()
        }

    def test_what_was_made_elsewhere_is_put_in_its_place(self, tmp_path):
        with opened(tmp_path, ["a/b"]) as output:
            record = output.deliver(FileRecord(path="a/b", digest=digest(b"1")), b"1")

        assert {"a/b": b"1"} == snapshot(tmp_path / "output")
        assert stamp_of(tmp_path / "output" / "a" / "b") == record.stamp
