import errno
import os

import pytest

from jamstack.errors import OutputError
from jamstack.press.records import stamp_of
from jamstack.press.writing import replace_file

from .builders import snapshot, write_files


def fault(folder, path, data):
    with pytest.raises(OutputError) as caught:
        replace_file(folder, path, data)
    return str(caught.value)


def test_a_file_is_written_with_its_folders(tmp_path):
    stamp = replace_file(tmp_path, "a/b/c.html", b"text")

    assert {"a/b/c.html": b"text"} == snapshot(tmp_path)
    assert stamp_of(tmp_path / "a" / "b" / "c.html") == stamp


def test_what_is_there_is_replaced(tmp_path):
    write_files(tmp_path, {"a": b"a longer text"})

    replace_file(tmp_path, "a", b"short")

    assert {"a": b"short"} == snapshot(tmp_path)


def test_a_file_may_be_empty(tmp_path):
    replace_file(tmp_path, "a", b"")

    assert {"a": b""} == snapshot(tmp_path)


def test_a_link_is_replaced_and_not_followed(tmp_path):
    write_files(tmp_path, {"elsewhere": b"precious"})
    (tmp_path / "a").symlink_to("elsewhere")

    replace_file(tmp_path, "a", b"1")

    assert not (tmp_path / "a").is_symlink()
    assert {"a": b"1", "elsewhere": b"precious"} == snapshot(tmp_path)


def test_a_system_that_takes_a_part_at_a_time_gets_the_rest(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda stream, data: write(stream, data[:3]))

    replace_file(tmp_path, "a", b"ten bytes.")

    assert {"a": b"ten bytes."} == snapshot(tmp_path)


def test_a_disk_that_fills_up_is_told_and_what_was_there_stays(tmp_path, monkeypatch):
    write = os.write

    def full(stream, data):
        write(stream, data[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write_files(tmp_path, {"a/b": b"old"})
    monkeypatch.setattr(os, "write", full)

    text = fault(tmp_path, "a/b", b"new bytes")

    assert text == (
        "cannot write `a/b`: No space left on device"
        "\nhint: check the free space and the permissions of the output folder"
    )
    assert {"a/b": b"old"} == snapshot(tmp_path)


def test_a_file_where_a_folder_must_be_is_told(tmp_path):
    write_files(tmp_path, {"a": b"1"})

    assert fault(tmp_path, "a/b", b"1") == (
        "cannot write `a/b`: Not a directory"
        "\nhint: check the free space and the permissions of the output folder"
    )


def test_a_name_that_no_system_takes_is_told(tmp_path):
    name = "a" * 300

    assert fault(tmp_path, name, b"1") == (
        f"cannot write `{name}`: File name too long"
        "\nhint: check the free space and the permissions of the output folder"
    )
