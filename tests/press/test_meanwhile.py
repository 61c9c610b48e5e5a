"""What is changed while a build is at work: that build may miss it, the next one must not."""

import contextlib
import os
from unittest.mock import patch

import pytest

from jamstack.errors import SourceError
from jamstack.press import making, output
from jamstack.press.store import Store

from ..builders import story_text
from .builders import GOOD, age, make_project, photo, plain_build, write_files
from .rebuilding import assert_clean

FILES = {
    **GOOD,
    "articles/2026/ferry.md": story_text(
        "A ferry.\n", title="The ferry", image="{src: pier.jpg, alt: The pier}"
    ),
    "articles/2026/pier.jpg": photo(),
}
LATER_NS = 1_800_000_000_000_000_000


def retitle(project):
    files = {"articles/2026/bridge.md": story_text("Shut.\n", title="The bridge shuts")}
    write_files(project.content, files)


def retouch(project):
    write_files(project.content, {"articles/2026/pier.jpg": photo(colour=(200, 20, 20))})


def restyle(project):
    write_files(project.theme, {"static/css/paper.css": "b{}"})


def recolour(project):
    marker = 'jamstack = 1\n[colors]\ntheme = "#fff"\n'
    write_files(project.theme, {"theme.toml": marker})


def alter_the_output(project):
    """One file of each kind that stands already, in as many bytes."""
    made = sorted(project.output.rglob("*"))
    for suffix in (".html", ".xml", ".css", ".webp"):
        for file in [file for file in made if file.suffix == suffix][:1]:
            file.write_bytes(file.read_bytes()[::-1])
            os.utime(file, ns=(LATER_NS, LATER_NS))


@contextlib.contextmanager
def happening(number, change):
    """Have a change before a step: a file that is written, or that what was done is saved.

    Gives a list that is empty as long as there was no such step.
    """
    left, happened = [number], []

    def before(work):
        def step(*arguments):
            left[0] -= 1
            if left[0] == 0:
                happened.append(number)
                change()
            return work(*arguments)

        return step

    with (
        patch.object(making, "replace_file", before(making.replace_file)),
        patch.object(output, "replace_file", before(output.replace_file)),
        patch.object(Store, "save", before(Store.save)),
    ):
        yield happened


@pytest.mark.parametrize("change", [retitle, retouch, restyle, recolour, alter_the_output])
def test_at_whatever_step_the_next_build_sees_it(tmp_path, change):
    number, happened = 0, [0]
    while happened:
        number += 1
        project = make_project(tmp_path / str(number), FILES)
        age(project.content)
        # A picture that changes before it is drawn is a fault, which says to build again.
        is_told = contextlib.suppress(SourceError)
        with happening(number, lambda project=project: change(project)) as happened, is_told:
            plain_build(project)

        plain_build(project)

        assert_clean(project)
    assert number > 20


def test_a_file_that_somebody_puts_there_is_told(tmp_path):
    project = make_project(tmp_path, FILES)
    age(project.content)
    with happening(9, lambda: write_files(project.output, {"CNAME": "bay.example"})):
        first = plain_build(project)

    second = plain_build(project)

    assert () == first.warnings
    assert ["CNAME"] == [warning.path for warning in second.warnings]
