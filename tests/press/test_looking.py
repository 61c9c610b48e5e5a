import os

import pytest

from jamstack.press.looking import Found, look
from jamstack.press.records import Stamp

from .builders import write_files


def test_files_are_found_with_their_stamps(tmp_path):
    write_files(tmp_path, {"index.html": b"one", "a/b/.hidden": b"12345"})
    os.utime(tmp_path / "index.html", ns=(0, 1))
    os.utime(tmp_path / "a" / "b" / ".hidden", ns=(0, 2))

    found = look(tmp_path)

    assert {
        "index.html": Stamp(size=3, changed_ns=1),
        "a/b/.hidden": Stamp(size=5, changed_ns=2),
    } == found.files
    assert {"index.html", "a/b/.hidden"} == found.paths


def test_an_empty_folder_holds_nothing(tmp_path):
    (tmp_path / "a").mkdir()

    assert Found() == look(tmp_path)


def test_links_are_told_from_files_and_not_followed(tmp_path):
    write_files(tmp_path / "elsewhere", {"x": b"1"})
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "file").symlink_to("../elsewhere/x")
    (tmp_path / "here" / "folder").symlink_to("../elsewhere")
    (tmp_path / "here" / "nothing").symlink_to("gone")

    assert Found(links={"file"}, linked_folders={"folder"}) == look(tmp_path / "here")


def test_pipes_are_no_files(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    assert Found() == look(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        look(tmp_path / "gone")
