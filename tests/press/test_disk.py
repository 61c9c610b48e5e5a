"""A disk that is full, and folders that may not be written: really so, in a process of its own."""

import contextlib
import os
import resource
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from jamstack.errors import JamstackError
from jamstack.press.store import STORES

from ..builders import story_text
from . import apart
from .builders import age, make_project, plain_build, snapshot, write_files

NOBODY = 65534
"""The user who may do nothing, by number."""
OUTPUT_HINT = "hint: check the free space and the permissions of the output folder"
CACHE_HINT = "hint: check the free space and the permissions of the cache folder"
HEAVY = {"static/css/heavy.css": b"a{}" * 100_000}
EDIT = {"articles/2026/bridge.md": story_text("Shut.\n", title="The bridge shuts")}


def project_in(folder):
    folder = Path(folder)
    return make_project(folder, {}, theme=folder / "theme")


def say_the_fault(folder):
    try:
        plain_build(project_in(folder), told=[])
    except JamstackError as error:
        apart.say(error)


def build_with_room_for(folder, size_bytes):
    """Build where no file may grow beyond a size, as a disk that is full lets none grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, size_bytes))
    say_the_fault(folder)


def build_as_nobody(folder):
    """Build as a user for whom permissions count."""
    with tempfile.TemporaryDirectory() as elsewhere:
        # What Python loads at first use may lie where nobody can reach it.
        plain_build(make_project(Path(elsewhere)))
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    say_the_fault(folder)


def assert_right(project):
    told = []
    report = plain_build(project, told=told)
    folder = project.content.parent / "clean"
    clean = replace(project, output=folder / "output", store=folder / "cache")
    plain_build(clean)
    assert snapshot(clean.output) == snapshot(project.output)
    assert ((), []) == (report.warnings, told)


class TestFull:
    def test_a_file_that_does_not_fit_is_told(self, tmp_path):
        project = make_project(tmp_path)
        write_files(project.theme, HEAVY)

        told = apart.run(build_with_room_for, tmp_path, 200_000)

        assert ["cannot write `theme/css/heavy.css`: File too large", OUTPUT_HINT] == told
        assert not list(project.output.rglob("*.part"))

    def test_with_room_again_the_output_is_right(self, tmp_path):
        project = make_project(tmp_path)
        write_files(project.theme, HEAVY)
        apart.run(build_with_room_for, tmp_path, 200_000)

        assert_right(project)

    def test_an_old_file_stays_as_it_was(self, tmp_path):
        project = make_project(tmp_path)
        write_files(project.theme, {"static/css/heavy.css": b"light"})
        plain_build(project)
        write_files(project.theme, HEAVY)

        apart.run(build_with_room_for, tmp_path, 200_000)

        assert b"light" == (project.output / "theme" / "css" / "heavy.css").read_bytes()
        assert_right(project)

    def test_a_store_that_does_not_fit_is_told(self, tmp_path):
        make_project(tmp_path)

        told = apart.run(build_with_room_for, tmp_path, 8_192)

        assert ["cannot write what the build remembers: disk I/O error", CACHE_HINT] == told
        assert_right(project_in(tmp_path))

    @pytest.mark.parametrize("size_bytes", [0, 20_000, 40_000, 60_000, 80_000])
    def test_wherever_it_ends_the_next_build_is_right(self, tmp_path, size_bytes):
        project = make_project(tmp_path)
        age(project.content)
        plain_build(project)
        files = {f"articles/2026/s{number}.md": story_text("More.\n" * 99) for number in range(30)}
        write_files(project.content, {**EDIT, **files})

        told = apart.run(build_with_room_for, tmp_path, size_bytes)

        assert told[-1] in (OUTPUT_HINT, CACHE_HINT)
        assert_right(project)


@pytest.fixture
def open_to_all():
    """A folder that every user can reach; those of the tests are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@contextlib.contextmanager
def permitted(file, mode):
    """Give a file or folder other permissions for a while."""
    before = file.stat().st_mode
    file.chmod(mode)
    try:
        yield
    finally:
        file.chmod(before)


class TestNotPermitted:
    @pytest.fixture
    def project(self, open_to_all):
        """A project that was built once; its cache may be written by everybody."""
        project = make_project(open_to_all)
        plain_build(project)
        for file in (project.store, *project.store.rglob("*")):
            file.chmod(0o777)
        return project

    def test_an_output_that_may_not_be_written_is_told(self, project):
        write_files(project.content, EDIT)

        with permitted(project.output, 0o555):
            told = apart.run(build_as_nobody, project.content.parent)

        assert ["cannot write `index.html`: Permission denied", OUTPUT_HINT] == told
        assert_right(project)

    def test_an_output_that_may_not_be_made_is_told(self, project):
        shutil.rmtree(project.output)

        with permitted(project.content.parent, 0o555):
            told = apart.run(build_as_nobody, project.content.parent)

        assert told == [
            "the output folder `output` cannot be made: Permission denied",
            "hint: name another with `--output`",
        ]
        assert_right(project)

    def test_an_output_that_may_not_be_looked_into_is_told(self, project):
        with permitted(project.output, 0o000):
            told = apart.run(build_as_nobody, project.content.parent)

        assert told == [
            "the output folder `output` cannot be made: Permission denied",
            "hint: name another with `--output`",
        ]

    def test_a_file_that_may_not_be_removed_is_told(self, project):
        (project.content / "articles" / "2026" / "bridge.md").unlink()
        for file in (project.output, *project.output.rglob("*")):
            file.chmod(0o777)

        with permitted(project.output / "stories" / "bridge", 0o555):
            told = apart.run(build_as_nobody, project.content.parent)

        assert told == [
            "cannot remove `stories/bridge/index.html`: Permission denied",
            "hint: check the permissions of the output folder",
        ]
        assert_right(project)

    def test_a_cache_that_may_not_be_made_is_told(self, open_to_all):
        project = make_project(open_to_all)

        with permitted(open_to_all, 0o555):
            told = apart.run(build_as_nobody, open_to_all)

        assert ["cannot write what the build remembers: Permission denied", CACHE_HINT] == told
        assert_right(project)

    def test_a_cache_that_may_not_be_written_is_told(self, project):
        for file in project.store.iterdir():
            shutil.rmtree(file) if file.is_dir() else file.unlink()

        with permitted(project.store, 0o555):
            told = apart.run(build_as_nobody, project.content.parent)

        message = "cannot write what the build remembers: unable to open database file"
        assert [message, CACHE_HINT] == told
        assert_right(project)

    def test_a_store_that_may_not_be_written_is_told(self, project):
        (store,) = project.store.glob(STORES)

        with permitted(store, 0o444):
            told = apart.run(build_as_nobody, project.content.parent)

        message = "cannot write what the build remembers: attempt to write a readonly database"
        assert [message, CACHE_HINT] == told
        assert_right(project)

    def test_a_source_that_may_not_be_read_is_told(self, project):
        with permitted(project.content / "articles" / "2026" / "bridge.md", 0o000):
            told = apart.run(build_as_nobody, project.content.parent)

        assert told == [
            "articles/2026/bridge.md: cannot be read: Permission denied",
            "hint: check that the file is there and that you may read it",
        ]
        assert_right(project)

    def test_a_file_of_the_theme_that_may_not_be_read_is_told(self, project):
        with permitted(project.theme / "static" / "css" / "paper.css", 0o000):
            told = apart.run(build_as_nobody, project.content.parent)

        assert told == [
            "theme/static/css/paper.css: cannot be read: Permission denied",
            "hint: check that the file is there and that you may read it",
        ]
        assert_right(project)

    def test_a_file_of_the_output_that_may_not_be_read_is_made_again(self, project):
        for file in (project.output, *project.output.rglob("*")):
            file.chmod(0o777)
        page = project.output / "index.html"
        os.utime(page, ns=(0, 1))
        page.chmod(0o000)

        assert [] == apart.run(build_as_nobody, project.content.parent)
        assert_right(project)
