"""`invoke build --cluster`: the same bytes from the workers of a Dask cluster."""

import socket
import sys

import pytest

from ..press.clusters import small_cluster
from ..site.builders import NOW, make_site, picture, snapshot, story, write_settings

FILES = {
    "articles/2026/quay/index.md": story(
        "The quay is closed.\n\n![A crane](crane.png)\n\nRELATED: ferry\n",
        title="The quay",
        section="harbour",
        tags="[Harbour & Sea]",
        image="{src: crane.png, alt: A crane}",
    ),
    "articles/2026/quay/crane.png": picture(),
    "articles/2026/secret.md": story("Hush.\n", title="The secret", status="draft"),
    "pages/about.md": "---\ntitle: About us\n---\nSee [it](../articles/2026/quay/index.md).\n",
    **{
        f"articles/2025/row-{number}.md": story(title=f"Row {number}", tags="[Harbour & Sea]")
        for number in range(9)
    },
}
FILTERS = """
import os
import signal


def marked(title):
    "The title; the first worker that meets the quay is killed."
    if title == "The quay" and os.path.exists({flag!r}):
        os.remove({flag!r})
        os.kill(os.getpid(), signal.SIGKILL)
    return title + SUFFIX


SUFFIX = " (marked)"
JINJA_FILTERS = {{"marked": marked}}
"""
TEMPLATE = """{% extends "!theme/story.html" %}
{% block content %}<p>{{ page.title | marked }}</p>{{ super() }}{% endblock %}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A cluster of two processes."""
    with small_cluster(tmp_path_factory.mktemp("dask")) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def in_small_pieces(monkeypatch):
    """Small sites are built by one process; these go to the cluster all the same."""
    for name, value in (
        ("reading.PIECE", 2),
        ("ranking.PIECE", 2),
        ("ranking.FEW", 0),
        ("run.PIECE", 3),
        ("run.FEW", 0),
    ):
        monkeypatch.setattr(f"jamstack.press.{name}", value)


def make_marked_site(folder):
    """A site with a template and a filter of its own."""
    overrides = folder / "overrides"
    overrides.mkdir(parents=True)
    (overrides / "story.html").write_text(TEMPLATE, encoding="utf-8")
    site = make_site(folder, FILES)
    write_settings(site, pelican={"THEME_TEMPLATES_OVERRIDES": [str(overrides)]})
    settings = folder / "pelican-app" / "pelicanconf.py"
    with settings.open("a", encoding="utf-8") as file:
        file.write(FILTERS.format(flag=str(folder / "flag")))
    return site


def build_here(site):
    """Build without a cluster into the folder `here`, in a process of its own."""
    ran = site.run("invoke", "build", "--now", NOW, "--output", "here")
    assert (0, "") == (ran.code, ran.errors)
    return ran


@pytest.fixture(autouse=True)
def _without_the_settings_module():
    yield
    sys.modules.pop("pelicanconf", None)


@pytest.mark.usefixtures("in_small_pieces")
def test_the_same_bytes_come_from_a_cluster(tmp_path, address):
    site = make_marked_site(tmp_path)
    here = build_here(site)

    there = site.build("--cluster", address, "--output", "there")

    assert (0, "") == (there.code, there.errors)
    expected = here.output.replace(" in here", " in there").replace("16 pictures", "0 pictures")
    assert expected == there.output
    assert snapshot(tmp_path / "here") == snapshot(tmp_path / "there")
    assert "<p>The quay (marked)</p>" in (
        tmp_path / "there" / "stories" / "quay" / "index.html"
    ).read_text(encoding="utf-8")


@pytest.mark.usefixtures("in_small_pieces")
def test_a_worker_that_dies_in_the_middle_changes_no_byte(tmp_path, address):
    site = make_marked_site(tmp_path)
    build_here(site)
    flag = tmp_path / "flag"
    flag.touch()

    there = site.build("--cluster", address, "--output", "there")

    assert (0, "") == (there.code, there.errors)
    assert not flag.exists()
    assert snapshot(tmp_path / "here") == snapshot(tmp_path / "there")


@pytest.mark.usefixtures("in_small_pieces")
def test_an_edit_is_followed(tmp_path, address):
    site = make_site(tmp_path, FILES)
    assert 0 == site.build("--cluster", address).code
    site.write("articles/2026/ferry.md", story("Another text.\n", title="The ferry stays"))

    ran = site.build("--cluster", address)

    assert "1 file read, " in ran.output
    build_here(site)
    assert snapshot(tmp_path / "here") == snapshot(site.output)


@pytest.mark.usefixtures("in_small_pieces")
def test_a_fault_in_a_template_is_told_with_its_line(tmp_path, address):
    site = make_marked_site(tmp_path)
    broken = TEMPLATE.replace("page.title", "page.titel")
    (tmp_path / "overrides" / "story.html").write_text(broken, encoding="utf-8")

    here = site.run("invoke", "build", "--now", NOW, "--output", "here")
    there = site.build("--cluster", address, "--output", "there")

    assert (1, here.errors) == (there.code, there.errors)
    assert there.errors.startswith("overrides/story.html:2: ")


def test_a_small_site_needs_no_worker(tmp_path, address):
    site = make_site(tmp_path)

    ran = site.build("--cluster", address)

    assert (0, "") == (ran.code, ran.errors)


def test_where_nobody_answers_nothing_is_built(tmp_path, monkeypatch):
    site = make_site(tmp_path)
    monkeypatch.setattr("jamstack.press.cluster.PATIENCE_S", 0.3)

    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"
        ran = site.build("--cluster", address)

    expected = (
        f"no cluster answers at `{address}`\n"
        "hint: start it with `dask scheduler` and `dask worker`, or correct the address\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)
    assert not site.output.exists()


def test_in_a_process_of_its_own_nothing_is_printed_but_what_was_built(tmp_path, address):
    site = make_site(tmp_path, FILES)
    build_here(site)

    ran = site.run("invoke", "build", "--now", NOW, "--cluster", address)

    assert (0, "") == (ran.code, ran.errors)
    assert 3 == len(ran.output.splitlines())
    assert snapshot(tmp_path / "here") == snapshot(site.output)
