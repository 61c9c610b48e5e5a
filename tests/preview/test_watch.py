import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from jamstack.preview.watch import is_noise, watch

from .builders import PATIENCE_S


@contextmanager
def watching(*paths, ignored=()):
    """Watch in a thread; gives the queue of what was told."""
    told: queue.SimpleQueue[frozenset[Path]] = queue.SimpleQueue()
    stop = threading.Event()
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(watch, paths, on_change=told.put, stop=stop, ignored=ignored)
        try:
            arm(paths[0], told)
            yield told
        finally:
            stop.set()
            future.result(PATIENCE_S)


def arm(folder, told):
    """Save a file until the first change is told: only then is the folder really watched."""
    for number in range(200):
        (folder / "first.md").write_text(str(number), encoding="utf-8")
        try:
            told.get(timeout=0.1)
        except queue.Empty:
            continue
        return
    pytest.fail("the folder was never watched")


def wait_for(file, told):
    """All the files told of, up to the change of `file`."""
    found = set()
    while file not in found:
        found |= told.get(timeout=PATIENCE_S)
    return found - {file.parent / "first.md"}


def save(file, text="text"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_first_call_comes_by_itself(tmp_path):
    """What was saved before anybody watched is built then."""
    told: queue.SimpleQueue[frozenset[Path]] = queue.SimpleQueue()
    stop = threading.Event()
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(watch, [tmp_path], on_change=told.put, stop=stop)
        try:
            assert frozenset() == told.get(timeout=PATIENCE_S)
        finally:
            stop.set()
            future.result(PATIENCE_S)


def test_a_saved_file_is_told(tmp_path):
    root = tmp_path.resolve()

    with watching(root) as told:
        file = save(root / "bridge.md")
        found = wait_for(file, told)

    assert {file} == found


def test_a_file_an_editor_replaces_is_told(tmp_path):
    root = tmp_path.resolve()
    file = save(root / "bridge.md")

    with watching(root) as told:
        save(root / "bridge.md~").replace(file)
        found = wait_for(file, told)

    assert {file} == found


def test_noise_is_not_told(tmp_path):
    root = tmp_path.resolve()
    (root / "output").mkdir()
    (root / ".git").mkdir()

    with watching(root, ignored=[root / "output"]) as told:
        save(root / "output" / "index.html")
        save(root / ".git" / "index")
        save(root / ".bridge.md.swp")
        file = save(root / "last.md")
        found = wait_for(file, told)

    assert {file} == found


@pytest.mark.parametrize(
    "path",
    [
        "/site/.git/index",
        "/site/theme/node_modules/x/y.css",
        "/site/__pycache__/x.py",
        "/site/.cache/images/a.webp",
        "/site/output/index.html",
        "/site/output",
        "/site/a.md~",
        "/site/.a.md.swp",
        "/site/4913",
        "/site/#a.md#",
        "/site/.#a.md",
        "/site/.goutputstream-AB12",
        "/site/.~lock.a.odt#",
        "/site/a.webp.12-34.part",
        "/site/.DS_Store",
    ],
)
def test_what_nobody_wrote_is_noise(path):
    assert is_noise(Path(path), roots=[Path("/site")], ignored=[Path("/site/output")])


@pytest.mark.parametrize(
    "path",
    ["/site/a.md", "/site/output-plan.md", "/site/2026/4913.md", "/elsewhere/.hidden.md"],
)
def test_what_somebody_wrote_is_none(path):
    assert not is_noise(Path(path), roots=[Path("/site")], ignored=[Path("/site/output")])


def test_a_project_may_live_below_a_cache_folder():
    root = Path("/home/ines/.cache/paper")

    assert not is_noise(root / "a.md", roots=[root], ignored=[])
