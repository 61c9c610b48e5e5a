"""A small site that is built again and again, and what each build does."""

import tempfile
from dataclasses import replace
from pathlib import Path

from ..builders import story_text
from .builders import AUTHOR, PlainRenderer, photo, plain_build, snapshot, times, write_files

BRIDGE, FERRY = "articles/2026/bridge.md", "articles/2026/ferry.md"
TOWER = "articles/2026/tower.md"
STORY = "One.\n\nTwo.\n"
FILES = {
    "authors/mira.md": AUTHOR,
    "authors/ben.md": "---\nname: Ben Ashe\n---\nBen draws.\n",
    BRIDGE: story_text(STORY, dek="A dek", tags="[tide]"),
    FERRY: story_text(STORY, title="The ferry", section="sea", date="2026-11-21", dek="Sails"),
    TOWER: story_text(
        STORY, title="The tower", authors="[ben]", date="2026-11-19", dek="Stands", tags="[tide]"
    ),
    "articles/2026/quay.md": story_text(
        STORY, title="The quay", dek="Closed", image="{src: pier.jpg, alt: The pier}"
    ),
    "articles/2026/pier.jpg": photo(),
    "pages/about.md": "---\ntitle: About\n---\nWho we are.\n",
    "fronts/home.yml": "lead: ferry\n",
}


def edited(project, files):
    """The changes to its files; a file of None goes."""
    for path, written in files.items():
        if written is None:
            (project.content / path).unlink()
        else:
            write_files(project.content, {path: written})
    return project


def assert_clean(project, renderer=None):
    """The output is that of a build from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        clean = replace(project, output=Path(folder) / "output", store=Path(folder) / "cache")
        plain_build(clean, renderer)
        assert snapshot(clean.output) == snapshot(project.output)


def rebuilt(project, renderer=None, **values):
    """The paths of the files that another build writes, and what it renders, in order."""
    renderer = renderer or PlainRenderer()
    before, bytes_before = times(project.output), snapshot(project.output)
    report = plain_build(project, renderer, **values)
    after, bytes_after = times(project.output), snapshot(project.output)
    written = {path for path, at in after.items() if before.get(path) != at}
    other = {path for path, data in bytes_after.items() if bytes_before.get(path) != data}
    assert written == other
    assert (len(written), len(renderer.rendered)) == (report.written, report.rendered)
    return written, renderer.rendered
