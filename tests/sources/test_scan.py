import contextlib
import os
import socket

import pytest

from jamstack.sources import scan as scanning
from jamstack.sources.scan import scan


def make_tree(folder, *paths):
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("x")


def scanned(folder):
    found = scan(folder)
    return list(found.files), [str(finding) for finding in found.findings]


def test_files_are_listed_by_path(tmp_path):
    make_tree(tmp_path, "b.md", "a/z.md", "a/b/c.png", "c.md")

    assert (["a/b/c.png", "a/z.md", "b.md", "c.md"], []) == scanned(tmp_path)


@pytest.mark.parametrize(
    "path",
    [".a.md", ".git/a.md", "a.md~", ".a.md.swp", "a.swp", "a.swx", "a.tmp", "a.bak", "a.orig"],
)
def test_hidden_and_temporary_files_are_passed_over(tmp_path, path):
    make_tree(tmp_path, path)

    assert ([], []) == scanned(tmp_path)


@pytest.mark.parametrize(
    "name", ["🎉.md", "a$b.md", "a:b.md", "why?.md", "a .md", "a.md ", "<*>.md"]
)
def test_odd_names_are_names(tmp_path, name):
    make_tree(tmp_path, name)

    assert ([name], []) == scanned(tmp_path)


def test_a_missing_folder_is_a_fault(tmp_path):
    assert (
        [],
        ["content: there is no such folder\nhint: create it, or set `PATH` in pelicanconf.py"],
    ) == scanned(tmp_path / "content")


def test_a_link_to_a_file_inside_is_followed(tmp_path):
    make_tree(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to("a.md")

    assert (["a.md", "b.md"], []) == scanned(tmp_path)


def test_a_link_that_leaves_the_folder_is_a_fault(tmp_path):
    make_tree(tmp_path, "secret.md", "content/a.md")
    (tmp_path / "content/b.md").symlink_to("../secret.md")

    assert (
        ["a.md"],
        [
            "b.md: is a symbolic link that leaves the content folder, expected a file inside it\n"
            "hint: copy the file here"
        ],
    ) == scanned(tmp_path / "content")


@pytest.mark.parametrize("target", ["gone.md", "b.md"])
def test_a_link_to_nothing_or_to_itself_is_a_fault(tmp_path, target):
    (tmp_path / "b.md").symlink_to(target)

    assert (
        [],
        [
            "b.md: is a symbolic link to nothing, expected a file\n"
            "hint: remove the link, or restore its target"
        ],
    ) == scanned(tmp_path)


def test_a_linked_folder_is_a_fault_and_not_followed(tmp_path):
    make_tree(tmp_path, "a/b.md")
    (tmp_path / "c").symlink_to("a", target_is_directory=True)

    assert (
        ["a/b.md"],
        [
            "c: is a symbolic link to a folder, expected a folder\n"
            "hint: linked folders are not followed; move the folder here"
        ],
    ) == scanned(tmp_path)


def test_the_content_folder_itself_may_be_linked(tmp_path):
    make_tree(tmp_path, "real/a.md")
    (tmp_path / "real/b.md").symlink_to("a.md")
    (tmp_path / "content").symlink_to("real", target_is_directory=True)

    assert (["a.md", "b.md"], []) == scanned(tmp_path / "content")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A.md", "a.md"),
        ("a/B.md", "a/b.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("A/x.md", "a/X.md"),
    ],
)
def test_paths_that_are_one_on_other_systems_are_a_fault(tmp_path, first, second):
    make_tree(tmp_path, first, second)
    kept, doubled = sorted((first, second))

    assert (
        [kept, doubled],
        [
            f"{doubled}: differs from `{kept}` only in case or in Unicode form\n"
            "hint: rename one: on macOS and Windows they are the same file"
        ],
    ) == scanned(tmp_path)


def test_a_pipe_is_a_fault_and_never_opened(tmp_path):
    os.mkfifo(tmp_path / "a.md")

    assert (
        [],
        ["a.md: is a pipe, socket or device, expected a file\nhint: remove it"],
    ) == scanned(tmp_path)


def test_a_socket_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("a.md")

        assert (
            [],
            ["a.md: is a pipe, socket or device, expected a file\nhint: remove it"],
        ) == scanned(tmp_path)


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"caf\xe9.md", "caf�.md"), (b"a\nb.md", "a�b.md"), (b"a\x1b[0m.md", "a�[0m.md")],
)
def test_a_name_that_cannot_be_printed_is_a_fault(tmp_path, name, shown):
    (tmp_path / os.fsdecode(name)).write_text("x")

    assert (
        [],
        [
            f"{shown}: has a name with a control character, or one that is not UTF-8\n"
            "hint: rename it"
        ],
    ) == scanned(tmp_path)


def test_a_folder_that_cannot_be_listed_is_a_fault(tmp_path, monkeypatch):
    make_tree(tmp_path, "a/b.md", "c.md")
    listing = os.scandir

    def refuse(path):
        if os.fspath(path).endswith("/a"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert (
        ["c.md"],
        ["a: cannot be listed: Permission denied\nhint: check that you may read the folder"],
    ) == scanned(tmp_path)


def test_a_file_that_goes_while_scanning_is_left_to_its_reader(tmp_path, monkeypatch):
    (tmp_path / "gone.md").write_text("", encoding="utf-8")
    scandir = scanning.os.scandir

    def losing(folder):
        with scandir(folder) as entries:
            listed = list(entries)
        (tmp_path / "gone.md").unlink()
        return contextlib.nullcontext(listed)

    monkeypatch.setattr(scanning.os, "scandir", losing)

    assert (["gone.md"], []) == scanned(tmp_path)
