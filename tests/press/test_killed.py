"""A build that is killed, at whatever instant: the next one gives the right output."""

import os
import shutil
import signal
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from jamstack.press.store import Store
from jamstack.press.workers import Processes

from ..builders import story_text
from . import apart
from .builders import (
    GOOD,
    PlainRenderer,
    age,
    make_project,
    photo,
    plain_build,
    small_pieces,
    snapshot,
    write_files,
)

ABOUT = {"pages/about.md": "---\ntitle: About\n---\nWho we are.\n"}
BEFORE = {
    **GOOD,
    **ABOUT,
    "articles/2026/ferry.md": story_text("A ferry.\n", title="The ferry", tags="[tide]"),
}
AFTER = {
    "articles/2026/bridge.md": story_text("Shut.\n", title="The bridge shuts"),
    "articles/2026/new.md": story_text("New.\n", image="{src: pier.jpg, alt: The pier}"),
    "articles/2026/pier.jpg": photo(),
}

INSTANTS = [
    ("sqlite3.connect", 1),
    ("sqlite3.connect", 2),
    ("os.scandir", 1),
    ("os.scandir", 9),
    ("os.mkdir", 1),
    ("os.mkdir", 4),
    ("os.rename", 1),
    ("os.rename", 6),
    ("os.rename", 15),
    ("os.remove", 1),
    ("os.rmdir", 1),
    ("before saving", 1),
    ("before saving", 2),
    ("before saving", 3),
    ("after saving", 1),
    ("after saving", 2),
    ("after saving", 3),
]
"""What Python tells of what a program does (audit events), or savings; and which of them."""


def make_here(folder, files=()):
    """The project in a folder as it stands, with some files written."""
    folder = Path(folder)
    has_theme = (folder / "theme").exists()
    return make_project(folder, dict(files), theme=folder / "theme" if has_theme else None)


def build_until(folder, event, number):
    """Build, and be killed at the `number`th `event`."""
    left = [number]

    def count(*_):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    save = Store.save

    def saving(store):
        if event == "before saving":
            count()
        save(store)
        if event == "after saving":
            count()

    project = make_here(folder)
    sys.addaudithook(lambda name, _: count() if name == event else None)
    with patch.object(Store, "save", saving):
        plain_build(project)


def killed_at(folder, event, number):
    with apart.started(build_until, folder, event, number) as process:
        _, code = apart.ended(process)
    assert -signal.SIGKILL == code


def assert_right(project, told):
    """Another build makes what one from nothing makes, and finds nothing strange."""
    report = plain_build(project, told=told)
    folder = project.content.parent / "clean"
    clean = replace(project, output=folder / "output", store=folder / "cache")
    plain_build(clean)
    assert snapshot(clean.output) == snapshot(project.output)
    assert ((), []) == (report.warnings, told)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A site that was built, and then edited."""
    folder = tmp_path_factory.mktemp("started")
    project = make_here(folder, BEFORE)
    age(project.content)
    plain_build(project)
    write_files(project.content, AFTER)
    (project.content / "pages" / "about.md").unlink()
    return folder


@pytest.mark.parametrize(("event", "number"), INSTANTS)
class TestKilled:
    def test_while_it_makes_an_edit(self, started, tmp_path, event, number):
        folder = Path(shutil.copytree(started, tmp_path / "site"))
        killed_at(folder, event, number)

        assert_right(make_here(folder), [])

    def test_and_then_the_edit_is_undone(self, started, tmp_path, event, number):
        folder = Path(shutil.copytree(started, tmp_path / "site"))
        killed_at(folder, event, number)
        for path in AFTER:
            (folder / "content" / path).unlink()

        assert_right(make_here(folder, BEFORE), [])


@pytest.mark.parametrize(
    ("event", "number"),
    [("sqlite3.connect", 1), ("os.mkdir", 2), ("os.rename", 1), ("os.rename", 9),
     ("before saving", 1), ("before saving", 2), ("after saving", 2)],
)  # fmt: skip
def test_killed_while_it_makes_everything(tmp_path, event, number):
    make_here(tmp_path, {**BEFORE, **AFTER})

    killed_at(tmp_path, event, number)

    assert_right(make_here(tmp_path), [])


class Waiting(PlainRenderer):
    """Says which page it renders, and goes no further."""

    def render(self, *_, source, **__):
        apart.say(f"at {source}")
        signal.pause()


def build_by_two(folder):
    with small_pieces():
        plain_build(make_here(folder), Waiting(), workers=Processes(2, tell=apart.say))


def test_killed_together_with_nobody_its_workers_end_too(tmp_path):
    """Those that are left must not write into the output of the next build."""
    make_here(tmp_path, {**BEFORE, **AFTER})

    with apart.started(build_by_two, tmp_path) as process:
        assert apart.line(process).startswith("at ")
        process.kill()
        _, code = apart.ended(process)

    assert -signal.SIGKILL == code
    assert_right(make_here(tmp_path), [])
