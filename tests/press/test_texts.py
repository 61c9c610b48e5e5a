import sqlite3

import pytest

from jamstack.errors import SourceError
from jamstack.model import Body
from jamstack.press.codec import decode
from jamstack.press.texts import Texts

from ..builders import story_text
from .builders import GOOD, make_memory, make_project, plain_build, write_files

BRIDGE = "articles/2026/bridge.md"


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path, {**GOOD, "articles/2026/b.md": story_text("The second.\n")})
    plain_build(project)
    return project


def lose_texts(project):
    (file,) = project.store.glob("press-*.sqlite")
    connection = sqlite3.connect(file)
    connection.execute("DELETE FROM texts")
    connection.commit()
    connection.close()


def texts_of(project, *paths):
    memory = make_memory(project)
    with memory.opened():
        memory.recall()
        found = Texts(memory, project.content, project.settings).of(paths)
    return {path: decode(data, Body).text for path, data in found.items()}


def test_they_are_what_was_remembered(project):
    (project.content / BRIDGE).unlink()

    assert {BRIDGE: "The bridge reopens on Monday."} == texts_of(project, BRIDGE)


def test_several_come_by_path(project):
    assert {BRIDGE, "articles/2026/b.md"} == texts_of(project, BRIDGE, "articles/2026/b.md").keys()


def test_one_that_was_lost_is_read_again(project):
    lose_texts(project)

    assert {BRIDGE: "The bridge reopens on Monday."} == texts_of(project, BRIDGE)


@pytest.mark.parametrize("text", [None, story_text("Changed since.\n")])
def test_one_that_was_lost_and_whose_file_is_another_is_told(project, text):
    lose_texts(project)
    (project.content / BRIDGE).unlink()
    if text:
        write_files(project.content, {BRIDGE: text})

    with pytest.raises(SourceError) as caught:
        texts_of(project, BRIDGE)

    assert f"{BRIDGE}: changed while the site was built\nhint: build again" == str(caught.value)
