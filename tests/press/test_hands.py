"""The same site, by whatever workers, and also where one of them is killed."""

import contextlib
import os
import signal
from pathlib import Path
from unittest.mock import patch

import pytest

from jamstack.errors import Finding, OutputError, TemplateError
from jamstack.press.codec import digest_of
from jamstack.press.workers import OneWorker, Processes

from ..builders import story_text
from . import apart
from .builders import AUTHOR, PlainRenderer, make_project, plain_build, small_pieces, snapshot
from .newsroom import make_newsroom
from .newsroom import print_newsroom as print_with_templates
from .test_workers import LINE, started_by

STORIES = [f"articles/2026/s{number:02}.md" for number in range(12)]
FILES = {
    "authors/mira.md": AUTHOR,
    **{
        path: story_text("Told.\n", title=f"Story {number}", date=f"2026-11-{number + 1:02d}")
        for number, path in enumerate(STORIES)
    },
}


def count_done(report):
    return (report.articles, report.pages, report.read, report.rendered, report.written)


def print_by(folder, way, count):
    """Build the newsroom with so many workers, and tell what came of it."""
    project = make_newsroom(Path(folder))
    workers = Processes(count, tell=apart.say) if count else OneWorker()
    with small_pieces(), started_by(way):
        report = print_with_templates(project, workers=workers)
    apart.say(digest_of(snapshot(project.output)).hex(), *count_done(report))


@pytest.mark.parametrize(
    ("way", "count"), [("fork", 0), ("fork", 1), ("fork", 2), ("fork", 3), ("spawn", 2)]
)
def test_the_site_is_the_same_with_any_number_of_workers(built, files, tmp_path, way, count):
    _, report = built
    expected = f"{digest_of(files).hex()} {' '.join(map(str, count_done(report)))}"

    assert [expected] == apart.run(print_by, tmp_path, way, count)


class Away(OneWorker):
    """A worker who does not see the output folder."""

    is_here = False


def test_workers_who_do_not_see_the_folder_hand_the_bytes_back(tmp_path):
    here = make_project(tmp_path / "here", FILES)
    away = make_project(tmp_path / "away", FILES)

    with small_pieces():
        reports = plain_build(here), plain_build(away, workers=Away())

    assert snapshot(here.output) == snapshot(away.output)
    assert count_done(reports[0]) == count_done(reports[1])
    again = plain_build(away, workers=Away())
    assert (0, 0) == (again.rendered, again.written)


class Deadly(PlainRenderer):
    """Rendering the page of `victim` kills the process, unless it is the one that asked."""

    def __init__(self, victim):
        super().__init__()
        self.victim = victim
        self.parent = os.getpid()

    def render(self, template, site, head, page, *, source):
        if source == self.victim and os.getpid() != self.parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().render(template, site, head, page, source=source)


def render_and_die(folder, victim):
    project = make_project(Path(folder), FILES)
    with small_pieces():
        plain_build(project, Deadly(victim), workers=Processes(2, tell=apart.say))


def write_and_die(folder):
    """A worker dies with a file half in its place."""
    parent, replace = os.getpid(), os.replace

    def deadly(part, file):
        if file.endswith("stories/s07/index.html") and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        replace(part, file)

    project = make_project(Path(folder), FILES)
    with small_pieces(), patch.object(os, "replace", deadly):
        plain_build(project, workers=Processes(2, tell=apart.say))


class TestAKilledWorker:
    @pytest.fixture
    def whole(self, tmp_path):
        project = make_project(tmp_path / "whole", FILES)
        plain_build(project)
        return snapshot(project.output)

    @pytest.mark.parametrize("victim", [STORIES[0], STORIES[7], STORIES[-1]])
    def test_the_site_is_whole_and_it_is_told(self, tmp_path, whole, victim):
        assert [LINE] == apart.run(render_and_die, tmp_path, victim)
        assert whole == snapshot(tmp_path / "output")

    def test_what_it_was_writing_is_not_left_beside_the_page(self, tmp_path, whole):
        assert [LINE] == apart.run(write_and_die, tmp_path)
        assert whole == snapshot(tmp_path / "output")

    def test_the_next_build_knows_it_all(self, tmp_path):
        apart.run(render_and_die, tmp_path, STORIES[3])
        renderer = PlainRenderer()
        project = make_project(tmp_path, {}, theme=tmp_path / "theme")

        report = plain_build(project, renderer)

        assert ([], 0, ()) == (renderer.rendered, report.written, report.warnings)


def fail_on_three(folder):
    def finding(template):
        return Finding(path=template, line=3, message="fails")

    project = make_project(Path(folder), FILES)
    with small_pieces(), contextlib.suppress(TemplateError):
        try:
            plain_build(
                project,
                PlainRenderer(["story.html"], finding),
                workers=Processes(2, tell=apart.say),
            )
        except TemplateError as error:
            apart.say(error)
            raise


def fill_the_disk(folder):
    parent, opened = os.getpid(), os.open

    def full(path, *how, **more):
        if "s07" in str(path) and os.getpid() != parent:
            raise OSError(28, "No space left on device")
        return opened(path, *how, **more)

    project = make_project(Path(folder), FILES)
    with small_pieces(), patch.object(os, "open", full):
        try:
            plain_build(project, workers=Processes(2, tell=apart.say))
        except OutputError as error:
            apart.say(error)


class TestFaultsInWorkers:
    def test_a_template_error_names_the_first_page_and_counts_the_others(self, tmp_path):
        assert [
            "story.html:3: fails (on the page of `articles/2026/s11.md` and 11 more)"
        ] == apart.run(fail_on_three, tmp_path)
        assert (tmp_path / "output" / "index.html").is_file()

    def test_a_full_disk_is_told_and_the_next_build_is_right(self, tmp_path):
        assert [
            "cannot write `stories/s07/index.html`: No space left on device",
            "hint: check the free space and the permissions of the output folder",
        ] == apart.run(fill_the_disk, tmp_path)

        project = make_project(tmp_path, {}, theme=tmp_path / "theme")
        plain_build(project)
        whole = make_project(tmp_path / "whole", FILES)
        plain_build(whole)
        assert snapshot(whole.output) == snapshot(project.output)
