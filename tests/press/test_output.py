import pytest

from .builders import snapshot, times, write_files
from .outputs import copy, fault, opened, opening, remembered, write


class TestWriting:
    def test_files_are_written_with_their_folders(self, tmp_path):
        output, ending = write(tmp_path, {"index.html": b"1", "a/b/index.html": b"2"})

        assert {"index.html": b"1", "a/b/index.html": b"2"} == snapshot(tmp_path / "output")
        assert ((), ()) == ending
        assert (2, 0) == (output.written, output.kept)

    def test_a_file_with_the_same_bytes_is_not_touched(self, tmp_path):
        write(tmp_path, {"same": b"1", "other": b"1"})
        before = times(tmp_path / "output")

        output, _ = write(tmp_path, {"same": b"1", "other": b"2"})

        after = times(tmp_path / "output")
        assert before["same"] == after["same"]
        assert before["other"] < after["other"]
        assert (1, 1) == (output.written, output.kept)

    def test_stylesheets_among_the_written_are_counted(self, tmp_path):
        write(tmp_path, {"theme/a.css": b"1", "theme/b.css": b"1", "index.html": b"1"})

        output, _ = write(tmp_path, {"theme/a.css": b"2", "theme/b.css": b"1", "index.html": b"2"})

        assert (2, 1) == (output.written, output.restyled)

    def test_a_file_is_replaced_in_one_step(self, tmp_path):
        """Whoever has the old file open goes on reading the old bytes."""
        write(tmp_path, {"a": b"old"})

        with (tmp_path / "output" / "a").open("rb") as reader:
            write(tmp_path, {"a": b"new"})
            assert b"old" == reader.read()

    def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(self, tmp_path):
        outside = tmp_path / "outside"
        outside.write_bytes(b"same")
        (tmp_path / "output").mkdir()
        (tmp_path / "output" / "a").symlink_to(outside)
        (tmp_path / "output" / "b").symlink_to(outside)

        output, _ = write(tmp_path, {"a": b"same", "b": b"new"})

        assert not (tmp_path / "output" / "a").is_symlink()
        assert (b"same", 2) == (outside.read_bytes(), output.written)

    def test_a_copy_that_is_as_it_was_made_is_kept(self, tmp_path):
        source = tmp_path / "made.webp"
        source.write_bytes(b"picture")
        copy(tmp_path, "images/a.webp", source)
        # Its name says what is in it, so the source need not even be there.
        source.unlink()

        output, ending = copy(tmp_path, "images/a.webp", source)

        assert {"images/a.webp": b"picture"} == snapshot(tmp_path / "output")
        assert (0, 1) == (output.written, output.kept)
        assert ((), ()) == ending

    @pytest.mark.parametrize("by_hand", [b"pict", b"PICTURE", b""])
    def test_a_copy_that_was_changed_by_hand_is_made_again(self, tmp_path, by_hand):
        source = tmp_path / "made.webp"
        source.write_bytes(b"picture")
        copy(tmp_path, "a.webp", source)
        (tmp_path / "output" / "a.webp").write_bytes(by_hand)

        output, _ = copy(tmp_path, "a.webp", source)

        assert {"a.webp": b"picture"} == snapshot(tmp_path / "output")
        assert (1, 0) == (output.written, output.kept)

    def test_a_copy_that_a_killed_build_has_only_claimed_is_made(self, tmp_path):
        source = tmp_path / "made.webp"
        source.write_bytes(b"picture")
        write_files(tmp_path / "output", {"a.webp": b"half"})
        with opened(tmp_path, ["a.webp"]):
            pass

        copy(tmp_path, "a.webp", source)

        assert {"a.webp": b"picture"} == snapshot(tmp_path / "output")

    def test_a_copy_of_nothing_is_told(self, tmp_path):
        with opened(tmp_path, ["a.webp"]) as output:
            text = fault(output.put_copy, "a.webp", tmp_path / "gone.webp")

        expected = "cannot read `gone.webp`: No such file or directory\nhint: run the build again"
        assert expected == text

    def test_a_file_that_cannot_be_written_is_told_and_leaves_no_part(self, tmp_path):
        write_files(tmp_path / "output", {"a/stranger": b"1"})

        with opened(tmp_path, ["a"]) as output:
            text = fault(output.put, "a", b"1")

        assert text == (
            "cannot write `a`: Is a directory"
            "\nhint: check the free space and the permissions of the output folder"
        )
        assert {"a/stranger": b"1"} == snapshot(tmp_path / "output")


class TestStaying:
    @pytest.mark.parametrize(
        "path", ["", ".", "..", "../a", "/a", "a/../../b", "a//b", "./a", "a/", "//a", "a\0b"]
    )
    def test_no_path_leads_out(self, tmp_path, path):
        with opened(tmp_path) as output:
            text = fault(output.put, path, b"1")

        assert text == (
            f"`{path}` would be written outside the output folder"
            "\nhint: report this: no setting should make it possible"
        )

    def test_a_folder_may_be_named_by_way_of_another(self, tmp_path):
        (tmp_path / "x").mkdir()

        with opened(tmp_path, ["a"], name="x/../output") as output:
            output.put("a", b"1")

        assert {"a": b"1"} == snapshot(tmp_path / "output")
        assert {"a"} == remembered(tmp_path).keys()

    def test_a_linked_folder_inside_is_not_followed(self, tmp_path):
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "output").mkdir()
        (tmp_path / "output" / "a").symlink_to(tmp_path / "elsewhere")

        with opened(tmp_path, ["a/b/c"]) as output:
            text = fault(output.put, "a/b/c", b"1")

        assert text == (
            "`a` in the output folder is a symbolic link, expected a folder"
            "\nhint: remove it, or run `invoke clean`"
        )
        assert {} == snapshot(tmp_path / "elsewhere")

    def test_the_folder_itself_is_no_link(self, tmp_path):
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "output").symlink_to(tmp_path / "elsewhere")

        with opening(tmp_path) as output:
            text = fault(output.open, ["a"])

        assert text == (
            "the output folder `output` is a symbolic link"
            "\nhint: name the folder itself with `--output`"
        )

    def test_a_file_in_the_place_of_the_folder_is_told(self, tmp_path):
        (tmp_path / "output").write_bytes(b"a file")

        with opening(tmp_path) as output:
            text = fault(output.open, ["a"])

        assert text == (
            "the output folder `output` cannot be made: File exists"
            "\nhint: name another with `--output`"
        )
