import shutil
from dataclasses import replace

import pytest

from jamstack.errors import OutputError
from jamstack.press.memory import ELSEWHERE, Memory, store_file
from jamstack.press.store import Store

from ..builders import make_settings, story_text
from . import apart
from .builders import (
    GOOD,
    age,
    make_memory,
    make_project,
    plain_build,
    snapshot,
    write_files,
)

HERE = "a story with a time of day"
TIMED = {**GOOD, "articles/2026/tide.md": story_text("High.\n", date="2026-07-01T09:30")}
EDIT = {"articles/2026/bridge.md": story_text("Shut.\n", title="The bridge shuts")}


def clean(project, folder):
    """What a build from nothing makes of a project."""
    fresh = replace(project, output=folder / "clean", store=folder / "nothing")
    plain_build(fresh)
    return snapshot(fresh.output)


class TestStoreFile:
    def test_each_output_has_its_own(self, tmp_path):
        files = {store_file(tmp_path / "cache", tmp_path / name) for name in ("a", "b", "a/b")}

        assert 3 == len(files)

    def test_a_project_that_is_moved_as_a_whole_finds_it_again(self, tmp_path):
        names = {
            store_file(tmp_path / place / "cache", tmp_path / place / "output").name
            for place in ("here", "there/below")
        }

        assert 1 == len(names)

    def test_one_folder_has_one_however_it_is_written(self, tmp_path):
        (tmp_path / "link").symlink_to(tmp_path)
        ways = (tmp_path / "out", tmp_path / "x" / ".." / "out", tmp_path / "link" / "out")

        assert 1 == len({store_file(tmp_path / "cache", way) for way in ways})


class TestAnotherSite:
    def test_its_store_is_told_and_everything_is_built_anew(self, tmp_path):
        project = make_project(tmp_path)
        plain_build(project)
        other = replace(project, content=write_files(tmp_path / "texts", {**GOOD, **EDIT}))
        told = []

        report = plain_build(other, memory=make_memory(other, told, site="../texts"))

        assert [ELSEWHERE] == told
        assert (2, report.pages) == (report.read, report.rendered)
        assert clean(other, tmp_path) == snapshot(other.output)

    def test_what_the_first_left_in_the_output_is_named_and_stays(self, tmp_path):
        project = make_project(tmp_path, {**GOOD, "pages/about.md": "---\ntitle: A\n---\nText.\n"})
        plain_build(project)
        other = replace(project, content=write_files(tmp_path / "texts", GOOD))

        report = plain_build(other, memory=make_memory(other, site="../texts"))

        assert ["about/index.html"] == [warning.path for warning in report.warnings]
        assert "about/index.html" in snapshot(other.output)

    def test_a_project_that_was_moved_is_no_other_site(self, tmp_path):
        project = make_project(tmp_path / "here")
        age(project.content)
        plain_build(project)
        shutil.copytree(tmp_path / "here", tmp_path / "there")
        moved = make_project(tmp_path / "there", {}, theme=tmp_path / "there" / "theme")
        told = []

        report = plain_build(moved, told=told)

        assert [] == told
        assert (0, 0, 0) == (report.read, report.rendered, report.written)


class TestKept:
    """A process that builds again and again keeps what it remembers."""

    @pytest.fixture
    def recalled(self, monkeypatch):
        """Each time that the sources are read from the store."""
        found = []
        sources = Store.sources

        def noted(self):
            found.append(self.file.name)
            return sources(self)

        monkeypatch.setattr(Store, "sources", noted)
        return found

    def test_it_is_not_read_again(self, tmp_path, recalled):
        project = make_project(tmp_path)
        memory = make_memory(project)
        plain_build(project, memory=memory)
        write_files(project.content, EDIT)

        plain_build(project, memory=memory)

        assert 1 == len(recalled)
        assert clean(project, tmp_path) == snapshot(project.output)

    def test_a_build_by_another_process_in_between_is_seen(self, tmp_path, recalled):
        project = make_project(tmp_path, theme=None)
        memory = make_memory(project)
        plain_build(project, memory=memory)
        write_files(project.content, EDIT)
        apart.run(build_in, tmp_path)
        write_files(project.content, {"articles/2026/new.md": story_text("New.\n", title="New")})

        report = plain_build(project, memory=memory)

        assert 2 == len(recalled)
        assert 1 == report.read
        assert clean(project, tmp_path) == snapshot(project.output)

    def test_an_output_made_by_another_process_from_other_sources_is_mended(self, tmp_path):
        project = make_project(tmp_path)
        memory = make_memory(project)
        plain_build(project, memory=memory)
        before = snapshot(project.output)
        write_files(project.content, EDIT)
        apart.run(build_in, tmp_path)
        assert before != snapshot(project.output)
        write_files(project.content, GOOD)

        plain_build(project, memory=memory)

        assert before == snapshot(project.output)

    def test_a_store_that_was_removed_in_between_is_begun_again(self, tmp_path):
        project = make_project(tmp_path)
        told = []
        memory = make_memory(project, told)
        plain_build(project, memory=memory)
        shutil.rmtree(project.store)
        write_files(project.content, EDIT)

        report = plain_build(project, memory=memory)

        assert [] == told
        assert 2 == report.read
        assert clean(project, tmp_path) == snapshot(project.output)

    def test_what_could_not_be_saved_is_not_believed_to_be(self, tmp_path, monkeypatch):
        """Else the next process would take what was read in one zone for read in another."""
        project = make_project(tmp_path, TIMED)
        age(project.content)
        memory = make_memory(project)
        plain_build(project, memory=memory)
        abroad = replace(project, settings=make_settings(timezone="Asia/Tokyo"))

        def full(*_):
            raise OutputError("the disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(Store, "put_sources", full)
            with pytest.raises(OutputError, match="the disk is full"):
                plain_build(abroad, memory=memory)
        plain_build(abroad, memory=memory)
        plain_build(project)

        assert clean(project, tmp_path) == snapshot(project.output)

    def test_a_build_that_stops_at_faults_is_remembered_too(self, tmp_path):
        project = make_project(tmp_path)
        age(project.content)
        memory = make_memory(project)
        plain_build(project, memory=memory)
        files = {"articles/2026/b.md": "no front matter", "articles/2026/c.md": story_text("C.\n")}
        write_files(project.content, files)
        age(project.content)
        with pytest.raises(Exception, match="no front matter"):
            plain_build(project, memory=memory)
        write_files(project.content, {"articles/2026/b.md": story_text("B.\n")})

        report = plain_build(project, memory=memory)

        assert 1 == report.read


def build_in(folder):
    """Build the project in a folder as it stands."""
    from pathlib import Path

    folder = Path(folder)
    plain_build(make_project(folder, {}, theme=folder / "theme"))


class TestOpened:
    def test_it_can_only_be_used_while_it_is_open(self, tmp_path):
        memory = make_memory(make_project(tmp_path))

        with memory.opened():
            assert memory.is_open

        assert not memory.is_open
        with pytest.raises(ValueError, match="the memory is not opened"):
            memory.save()

    def test_two_kept_ones_of_one_output_see_each_other(self, tmp_path):
        file = tmp_path / "press.sqlite"
        one, two = (Memory(file=file, site="here", tell=pytest.fail) for _ in range(2))
        for number in range(3):
            for memory in (one, two):
                with memory.opened():
                    memory.recall()
                    memory.claim([f"{id(memory)}-{number}"])
                    memory.save()

        with one.opened():
            one.recall()

        assert 6 == len(one.files)
