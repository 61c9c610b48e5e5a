"""What the settings give to templates, in workers that begin from nothing: macOS and Windows."""

import multiprocessing

import pytest

from .builders import make_site, story

FILES = {
    f"articles/2026/row-{number}.md": story(title=f"Row {number}", tags="[tide]")
    for number in range(9)
}
GIVEN = """
SUFFIX = " (marked)"


def doubled(text):
    return f"{text} {text}"


JINJA_FILTERS = {"doubled": doubled, "marked": lambda title: title + SUFFIX}
JINJA_GLOBALS = {"year": lambda: doubled("2026")}
"""
TEMPLATE = """{% extends "!theme/story.html" %}
{% block content %}
<p>{{ page.title | marked | doubled }}, {{ year() }}</p>
{{ super() }}
{% endblock %}
"""


@pytest.fixture
def in_small_pieces(monkeypatch):
    """Small sites are built by one process; these go to the workers all the same."""
    for name, value in (
        ("reading.PIECE", 2),
        ("ranking.PIECE", 2),
        ("ranking.FEW", 0),
        ("run.PIECE", 3),
        ("run.FEW", 0),
    ):
        monkeypatch.setattr(f"jamstack.press.{name}", value)


@pytest.fixture
def started(monkeypatch):
    """How often workers were started, all of them from nothing."""
    spawn, times = multiprocessing.get_context("spawn"), []

    def context():
        times.append(1)
        return spawn

    monkeypatch.setattr("jamstack.press.workers._context", context)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    return times


@pytest.mark.usefixtures("in_small_pieces")
def test_they_render_with_the_functions_of_the_settings(tmp_path, started):
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "story.html").write_text(TEMPLATE, encoding="utf-8")
    pelican = {"THEME_TEMPLATES_OVERRIDES": [str(overrides)]}
    site = make_site(tmp_path, FILES, pelican=pelican)
    with (site.folder / "pelican-app" / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(GIVEN)

    ran = site.build()

    assert (0, "") == (ran.code, ran.errors)
    assert "<p>Row 3 (marked) Row 3 (marked), 2026 2026</p>" in site.read(
        "stories/row-3/index.html"
    )
    assert [] != started
