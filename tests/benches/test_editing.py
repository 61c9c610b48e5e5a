"""Servers of a few lines: real processes that watch a story and write its page."""

import sys

import psutil
import pytest

from jamstack.benches import editing
from jamstack.benches.editing import EDITS, Server, measure_edits
from jamstack.benches.race import plan, race
from jamstack.benches.scenarios import scenarios
from jamstack.errors import CommandError

from .builders import make_contender

SERVING = """
import pathlib
page = pathlib.Path("shown/page.html")
page.parent.mkdir(exist_ok=True)
print("at http://127.0.0.1", flush=True)
seen = ""
while True:
    text = pathlib.Path("story.md").read_text()
    if text != seen:
        seen = text
        page.write_text(text)
"""
MISSING_THE_FIRST = SERVING.replace(
    'seen = ""', 'first = pathlib.Path("story.md").stat().st_mtime_ns; seen = ""'
).replace(
    "    if text != seen:",
    '    if "Paragraph 0" in text and not first:\n'
    '        first = pathlib.Path("story.md").stat().st_mtime_ns\n'
    '    if text != seen and pathlib.Path("story.md").stat().st_mtime_ns != first:',
)


def make_server(program: str) -> Server:
    return Server(command=(sys.executable, "-c", program), output="shown", page="page.html")


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "story.md"
    file.write_text("Text.\n", encoding="utf-8")
    return file


def test_a_save_costs_what_it_takes_to_stand_on_the_page(tmp_path, story):
    cost = measure_edits(make_server(SERVING), tmp_path, story)

    assert 0 < cost.wall_s
    assert 0 < cost.peak_bytes
    shown = (tmp_path / "shown" / "page.html").read_text(encoding="utf-8")
    assert EDITS + 1 == shown.count("was added while the site was served.")


def test_a_server_that_misses_the_first_save_gets_it_again(tmp_path, story, monkeypatch):
    monkeypatch.setattr(editing, "NUDGE_S", 0.05)

    measure_edits(make_server(MISSING_THE_FIRST), tmp_path, story)

    shown = (tmp_path / "shown" / "page.html").read_text(encoding="utf-8")
    assert EDITS + 1 == shown.count("was added while the site was served.")


def test_a_server_that_ends_is_told_with_the_end_of_its_output(tmp_path, story):
    server = make_server("import sys; print('no port'); sys.exit(3)")

    with pytest.raises(CommandError) as caught:
        measure_edits(server, tmp_path, story)

    expected = "the server ended with exit code 3\nhint: its output ends so:\nno port"
    assert expected == str(caught.value)


def test_a_server_that_cannot_be_started_is_told(tmp_path, story):
    server = Server(command=("no-such-server",), output="shown", page="page.html")

    with pytest.raises(CommandError) as caught:
        measure_edits(server, tmp_path, story)

    assert str(caught.value) == (
        "`no-such-server` cannot be started: No such file or directory\n"
        "hint: install it, or leave its contender out"
    )


def test_a_server_that_shows_nothing_is_told(tmp_path, story, monkeypatch):
    monkeypatch.setattr(editing, "NUDGE_S", 0.01)
    monkeypatch.setattr(editing, "PATIENCE_S", 0.5)
    deaf = "import threading; print('http://', flush=True); threading.Event().wait()"

    with pytest.raises(CommandError) as caught:
        measure_edits(make_server(deaf), tmp_path, story)

    assert str(caught.value) == (
        "the server does not show what is saved in `story.md`\nhint: see if it runs by hand"
    )


def test_a_server_that_misses_a_later_save_is_told(tmp_path, story, monkeypatch):
    monkeypatch.setattr(editing, "PATIENCE_S", 2.0)
    tired = SERVING.replace("if text != seen:", 'if text != seen and "Paragraph 2" not in text:')

    with pytest.raises(CommandError) as caught:
        measure_edits(make_server(tired), tmp_path, story)

    assert str(caught.value) == (
        "the server has missed a save of `story.md`\nhint: see if it runs by hand"
    )


def test_no_server_is_left(tmp_path, story):
    noting = "import os; pathlib.Path('pid').write_text(str(os.getpid()))"
    program = SERVING.replace("while True:", f"{noting}\nwhile True:")

    measure_edits(make_server(program), tmp_path, story)

    assert not psutil.pid_exists(int((tmp_path / "pid").read_text(encoding="utf-8")))


def test_a_race_serves_who_can_be_served(tmp_path):
    contender = make_contender(
        files={"story.md": "Text.\n"},
        scenarios=frozenset({"cold", "serve"}),
        server=make_server(SERVING),
    )
    steps = plan((contender,), scenarios(["serve"]), rounds=1)

    (run,) = race(steps, tmp_path / "race", announce=lambda _: None)

    assert ("serve", 1) == (run.scenario, run.contents.files)
