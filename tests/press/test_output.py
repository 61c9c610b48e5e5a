import json

import pytest

from jamstack.errors import OutputError
from jamstack.press.output import Output

from .builders import snapshot, write_files


def write(folder, files, *, finish=True):
    """One build that writes these files; what it removed and warned of."""
    output = Output(folder / "output", store=folder / "cache")
    output.open(files)
    for path, data in files.items():
        output.put(path, data)
    return output, output.finish() if finish else None


def fault(call, *arguments):
    with pytest.raises(OutputError) as caught:
        call(*arguments)
    return str(caught.value)


def manifest_of(folder):
    (file,) = (folder / "cache").glob("made-*.json")
    return file


def times(folder):
    return {file.name: file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


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

    def test_a_copy_is_kept_by_name_and_size(self, tmp_path):
        source = tmp_path / "made.webp"
        source.write_bytes(b"picture")
        output = Output(tmp_path / "output", store=tmp_path / "cache")
        output.open(["images/a.webp"])

        output.put_copy("images/a.webp", source)
        output.put_copy("images/a.webp", source)

        assert {"images/a.webp": b"picture"} == snapshot(tmp_path / "output")
        assert (1, 1) == (output.written, output.kept)
        assert ((), ()) == output.finish()

    def test_a_copy_of_another_size_is_made_again(self, tmp_path):
        source = tmp_path / "made.webp"
        source.write_bytes(b"picture")
        write(tmp_path, {"a.webp": b"pict"})
        output = Output(tmp_path / "output", store=tmp_path / "cache")

        output.put_copy("a.webp", source)

        assert {"a.webp": b"picture"} == snapshot(tmp_path / "output")

    def test_a_copy_of_nothing_is_told(self, tmp_path):
        output = Output(tmp_path / "output", store=tmp_path / "cache")

        text = fault(output.put_copy, "a.webp", tmp_path / "gone.webp")

        expected = "cannot read `gone.webp`: No such file or directory\nhint: run the build again"
        assert expected == text

    def test_a_file_that_cannot_be_written_is_told_and_leaves_no_part(self, tmp_path):
        write_files(tmp_path / "output", {"a/stranger": b"1"})
        output = Output(tmp_path / "output", store=tmp_path / "cache")

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
        output = Output(tmp_path / "output", store=tmp_path / "cache")
        output.open(())

        text = fault(output.put, path, b"1")

        assert text == (
            f"`{path}` would be written outside the output folder"
            "\nhint: report this: no setting should make it possible"
        )

    def test_a_folder_may_be_named_by_way_of_another(self, tmp_path):
        output = Output(tmp_path / "x" / ".." / "output", store=tmp_path / "cache")
        (tmp_path / "x").mkdir()
        output.open(["a"])

        output.put("a", b"1")

        assert {"a": b"1"} == snapshot(tmp_path / "output")

    def test_a_linked_folder_inside_is_not_followed(self, tmp_path):
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "output").mkdir()
        (tmp_path / "output" / "a").symlink_to(tmp_path / "elsewhere")
        output = Output(tmp_path / "output", store=tmp_path / "cache")

        text = fault(output.put, "a/b/c", b"1")

        assert text == (
            "`a` in the output folder is a symbolic link, expected a folder"
            "\nhint: remove it, or run `invoke clean`"
        )
        assert {} == snapshot(tmp_path / "elsewhere")

    def test_the_folder_itself_is_no_link(self, tmp_path):
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "output").symlink_to(tmp_path / "elsewhere")
        output = Output(tmp_path / "output", store=tmp_path / "cache")

        assert fault(output.open, ["a"]) == (
            "the output folder `output` is a symbolic link"
            "\nhint: name the folder itself with `--output`"
        )

    def test_a_file_in_the_place_of_the_folder_is_told(self, tmp_path):
        (tmp_path / "output").write_bytes(b"a file")
        output = Output(tmp_path / "output", store=tmp_path / "cache")

        assert fault(output.open, ["a"]) == (
            "the output folder `output` cannot be made: File exists"
            "\nhint: name another with `--output`"
        )

    def test_a_cache_that_cannot_be_written_is_told(self, tmp_path):
        (tmp_path / "cache").write_bytes(b"a file")
        output = Output(tmp_path / "output", store=tmp_path / "cache")

        text = fault(output.open, ["a"])

        assert text.startswith("cannot write `made-")
        assert text.endswith(
            ".json` in the cache: File exists"
            "\nhint: check the free space and the permissions of the cache folder"
        )


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
        write_files(tmp_path / "output", {"half/x/.index.html.4711.part": b"1"})

        _, (removed, warnings) = write(tmp_path, {"index.html": b"3"})

        assert (("half/index.html", "old"), ()) == (removed, warnings)
        assert {"index.html": b"3"} == snapshot(tmp_path / "output")
        assert not (tmp_path / "output" / "half").exists()

    def test_a_build_killed_before_its_first_file_has_claimed_them(self, tmp_path):
        output = Output(tmp_path / "output", store=tmp_path / "cache")
        output.open(["a", "b"])

        assert {"version": 1, "paths": ["a", "b"]} == json.loads(manifest_of(tmp_path).read_bytes())

    def test_two_output_folders_do_not_know_each_other(self, tmp_path):
        write(tmp_path, {"a": b"1"})
        other = Output(tmp_path / "other", store=tmp_path / "cache")
        other.open(["b"])
        other.put("b", b"1")

        assert ((), ()) == other.finish()
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
        output = Output(tmp_path / "output", store=tmp_path / "cache")
        output.open(())

        def refuse(self):
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr("pathlib.Path.unlink", refuse)

        assert fault(output.finish) == (
            "cannot remove `a`: Permission denied\nhint: check the permissions of the output folder"
        )

    def test_files_that_another_writer_made_can_be_adopted(self, tmp_path):
        output, _ = write(tmp_path, {"a": b"1"})
        write_files(tmp_path / "output", {"b": b"2"})

        output.adopt(["b"])

        assert {"a", "b"} == output.present()
        assert (("a", "b"), ()) == write(tmp_path, {})[1]


class TestManifest:
    @pytest.mark.parametrize(
        "text",
        ["", "{", "[]", "null", '{"version": 1}', '{"version": 2, "paths": ["a"]}', "\x00"],
    )
    def test_a_damaged_one_is_none(self, tmp_path, text):
        """Nothing is removed then; what is left over is told as strange."""
        write(tmp_path, {"a": b"1"})
        manifest_of(tmp_path).write_text(text, encoding="utf-8")

        _, (removed, warnings) = write(tmp_path, {"b": b"1"})

        assert ((), ["a"]) == (removed, [warning.path for warning in warnings])

    def test_bytes_that_are_no_text_are_none(self, tmp_path):
        write(tmp_path, {"a": b"1"})
        manifest_of(tmp_path).write_bytes(b"\xff\xfe")

        assert ((), ()) == write(tmp_path, {"a": b"1"})[1]

    def test_it_never_leads_out_of_the_folder(self, tmp_path):
        outside = tmp_path / "outside"
        outside.write_bytes(b"precious")
        write(tmp_path, {"a": b"1"})
        paths = ["../outside", str(outside), 7, "a", "", "x/../../outside"]
        manifest = {"version": 1, "paths": paths}
        manifest_of(tmp_path).write_text(json.dumps(manifest), encoding="utf-8")

        _, (removed, _) = write(tmp_path, {"b": b"1"})

        assert ("a",) == removed
        assert b"precious" == outside.read_bytes()
