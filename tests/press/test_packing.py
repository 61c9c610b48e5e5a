"""Values on their way to machines that have this platform and nothing else."""

import importlib.util
import multiprocessing
import subprocess
import sys
import threading

import pytest

from jamstack.edition import gather
from jamstack.errors import CommandError
from jamstack.layout.paper import Paper
from jamstack.layout.site import page_plans
from jamstack.press.packing import packed, unpacked
from jamstack.press.workers import Processes

from ..builders import make_article, make_author, make_edition, make_page, make_settings

OWN = """
SUFFIX = "!"


def shout(text):
    return louder(text) + SUFFIX


def louder(text):
    return text.upper()


class Voice:
    def __call__(self, text):
        return shout(text)
"""
CANNOT_GO = (
    "what a function of the settings uses cannot go to another process: {reason}\n"
    "hint: have the function make it when it is called, instead of once for all"
)
ELSEWHERE = """
import sys
from pathlib import Path

from jamstack.press.packing import unpacked

work = unpacked(Path(sys.argv[1]).read_bytes())
print(work("quay"), "own_filters" in sys.modules)
"""


def make_paper():
    edition = gather(
        [make_article("bridge", tags=("tide",)), make_article("quay", tags=("tide",))],
        [make_author("mira")],
        [make_page("about")],
        make_edition().front,
        settings=make_settings(),
        now=make_edition().now,
    )
    return Paper(edition, plans={}, assets={"a.css": "/a.css"}, theme_colours={})


def elsewhere(folder, value):
    """What a packed function gives in a process that cannot import where it comes from."""
    (folder / "packed").write_bytes(packed(value))
    ran = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(folder / "packed")],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def applied(filters, text):
    return filters["shout"](text)


def own_module(folder, monkeypatch):
    """A module of the site's own, loaded from its file as Pelican loads the settings."""
    file = folder / "own_filters.py"
    file.write_text(OWN, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("own_filters", file)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "own_filters", module)
    spec.loader.exec_module(module)
    return module


def test_a_paper_comes_back_as_it_was():
    paper = make_paper()

    again = unpacked(packed(paper))

    assert paper.edition == again.edition
    assert [plan.path for plan in page_plans(paper)] == [plan.path for plan in page_plans(again)]
    assert paper.assets == again.assets


def test_what_is_one_value_stays_one():
    paper = make_paper()
    _ = paper.by_tag

    again = unpacked(packed(paper))

    assert again.edition.articles[0] is again.edition.by_path["articles/2026/bridge.md"]
    assert again.edition.articles[0] in again.by_tag["tide"]


def test_a_function_of_the_platform_goes_by_its_name():
    assert page_plans is unpacked(packed(page_plans))


def test_a_function_of_the_sites_own_module_goes_whole(tmp_path, monkeypatch):
    filters = own_module(tmp_path, monkeypatch)

    assert "QUAY! False\n" == elsewhere(tmp_path, filters.shout)


def test_an_object_of_the_sites_own_class_goes_whole(tmp_path, monkeypatch):
    filters = own_module(tmp_path, monkeypatch)

    assert "QUAY! False\n" == elsewhere(tmp_path, filters.Voice())


def test_a_lambda_goes_whole(tmp_path):
    assert "yauq False\n" == elsewhere(tmp_path, lambda text: text[::-1])


class Unwilling:
    """What another library has made: it says by any of these that it stays where it is."""

    def __init__(self, refusal):
        self.refusal = refusal

    def __reduce__(self):
        raise self.refusal


@pytest.mark.parametrize("refusal", [AttributeError, TypeError, ValueError], ids=str)
def test_what_belongs_to_this_process_alone_is_told(refusal):
    held = Unwilling(refusal("it holds a connection"))

    with pytest.raises(CommandError) as caught:
        packed(lambda text: held and text)

    assert CANNOT_GO.format(reason="it holds a connection") == str(caught.value)


class TestSpawnedWorkers:
    """They begin from nothing: on macOS and Windows, and in the preview, which has threads."""

    @pytest.fixture
    def workers(self, monkeypatch):
        told = []
        spawn = multiprocessing.get_context("spawn")
        monkeypatch.setattr("jamstack.press.workers._context", lambda: spawn)
        yield Processes(2, tell=told.append)
        assert [] == told

    def test_they_have_the_functions_of_the_sites_own_module(self, tmp_path, monkeypatch, workers):
        filters = own_module(tmp_path, monkeypatch)

        results = workers.run(applied, {"shout": filters.shout}, ["quay", "pier"])

        assert ["QUAY!", "PIER!"] == list(results)

    def test_they_have_lambdas(self, workers):
        results = workers.run(applied, {"shout": lambda text: text[::-1]}, ["quay", "pier"])

        assert ["yauq", "reip"] == list(results)

    def test_where_they_cannot_have_it_that_is_told(self, workers):
        lock = threading.Lock()
        shared = {"shout": lambda text: lock and text}

        with pytest.raises(CommandError) as caught:
            list(workers.run(applied, shared, ["quay"]))

        assert CANNOT_GO.format(reason="cannot pickle '_thread.lock' object") == str(caught.value)
