import functools
import importlib
import importlib.metadata
import os
import subprocess
import sys

import pytest

from jamstack.pelican_plugin.digests import digest_tools

from .themes import make_renderer

TEMPLATES = {
    "page.html": "{% extends 'base.html' %}{% block a %}{% include 'partials/a.html' %}"
    "{% endblock %}",
    "base.html": "<{% block a %}{% endblock %}>",
    "partials/a.html": "{% from 'partials/b.html' import b %}{{ b(1) }}",
    "partials/b.html": "{% macro b(n) %}{{ n }}{% endmacro %}",
    "other.html": "other",
}


class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __call__(self):
        return self.text

    def method(self):
        return self.text


def digest_of(folder, changes=None, overrides=None, template="page.html", **options):
    templates = {**TEMPLATES, **(changes or {})}
    return make_renderer(folder, templates, overrides, **options).digest(template)


@pytest.fixture
def before(tmp_path):
    return digest_of(tmp_path / "before")


def test_it_has_sixteen_bytes(before):
    assert 16 == len(before)


def test_the_same_theme_has_the_same_digest_wherever_it_lies(tmp_path, before):
    assert before == digest_of(tmp_path / "elsewhere")


@pytest.mark.parametrize("name", ["page.html", "base.html", "partials/a.html", "partials/b.html"])
def test_a_change_in_what_a_template_uses_changes_it(tmp_path, before, name):
    assert before != digest_of(tmp_path, {name: TEMPLATES[name] + " "})


def test_a_change_in_what_it_does_not_use_does_not(tmp_path, before):
    assert before == digest_of(tmp_path, {"other.html": "changed"})


def test_a_template_more_does_not(tmp_path, before):
    assert before == digest_of(tmp_path, {"new.html": "new"})


def test_a_template_more_does_where_one_is_chosen_by_the_page(tmp_path):
    changes = {"partials/a.html": "{% include page.kind %}"}

    before = digest_of(tmp_path / "before", changes)

    assert before != digest_of(tmp_path / "after", {**changes, "new.html": ""})


def test_a_template_that_comes_where_one_was_missing_does(tmp_path):
    changes = {"partials/a.html": "{% include 'extra.html' ignore missing %}"}

    before = digest_of(tmp_path / "before", changes)

    assert before != digest_of(tmp_path / "after", {**changes, "extra.html": ""})


def test_an_override_of_what_it_uses_changes_it(tmp_path, before):
    assert before != digest_of(tmp_path, overrides={"partials/b.html": "mine"})


def test_an_override_of_what_it_does_not_use_does_not(tmp_path, before):
    assert before == digest_of(tmp_path, overrides={"other.html": "mine"})


def test_a_change_in_what_an_override_builds_on_changes_it(tmp_path):
    overrides = {"page.html": "{% extends '!theme/page.html' %}"}
    before = digest_of(tmp_path / "before", overrides=overrides)

    changes = {"partials/b.html": "changed"}

    assert before != digest_of(tmp_path / "after", changes, overrides)


def test_a_template_that_is_missing_or_wrong_has_one(tmp_path):
    missing = digest_of(tmp_path / "missing", template="missing.html")
    wrong = digest_of(tmp_path / "wrong", {"page.html": "{% if %}"})

    assert [16, 16] == [len(missing), len(wrong)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("filters", {"shout": str.upper}),
        ("globals_", {"year": 2026}),
        ("globals_", {"shout": str.upper}),
    ],
)
def test_what_the_site_adds_changes_it(tmp_path, before, name, value):
    assert before != digest_of(tmp_path, **{name: value})


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (1, 2),
        (1, "1"),
        (str.upper, str.lower),
        (["a", str.upper], ["a", str.lower]),
        ({"a": {1}}, {"a": {2}}),
        (functools.partial(round, ndigits=1), functools.partial(round, ndigits=2)),
        (Shown("a"), Shown("b")),
        (Shown("a").method, Shown("b").method),
        (Shown, Shown("a")),
    ],
)
def test_another_value_is_told_from_the_first(value, other):
    expected = digest_tools({}, {"name": value})

    assert expected == digest_tools({}, {"name": value})
    assert expected != digest_tools({}, {"name": other})


def test_filters_and_globals_are_told_apart():
    assert digest_tools({"a": str.upper}, {}) != digest_tools({}, {"a": str.upper})


def test_the_order_of_the_settings_does_not_matter():
    expected = digest_tools({}, {"a": 1, "b": 2})

    assert expected == digest_tools({}, {"b": 2, "a": 1})


@pytest.fixture
def filters(tmp_path, monkeypatch):
    """A function that loads the site's `filters_of_test` anew, after writing its files."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def load(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
            monkeypatch.delitem(sys.modules, name, raising=False)
        importlib.invalidate_caches()
        return importlib.import_module("filters_of_test")

    return load


def test_a_change_in_the_file_of_a_filter_changes_it(filters):
    text = "def shout(text):\n    return text.upper()\n"
    before = digest_tools({"shout": filters(filters_of_test=text).shout}, {})
    same = digest_tools({"shout": filters(filters_of_test=text).shout}, {})

    text += "LOUDER = 2\n"

    assert before == same
    assert before != digest_tools({"shout": filters(filters_of_test=text).shout}, {})


def test_a_change_in_a_module_that_the_filters_file_imports_changes_it(filters):
    text = "import words_of_test\nfrom words_of_test import shout\nlist_all = lambda: 1\n"
    words = "def shout(text):\n    return text.upper()\n"
    loaded = filters(words_of_test=words, filters_of_test=text)
    before = digest_tools({"list_all": loaded.list_all}, {})

    loaded = filters(words_of_test=words + "\n", filters_of_test=text)

    assert before != digest_tools({"list_all": loaded.list_all}, {})


@pytest.mark.parametrize("library", ["jinja2", "markupsafe"])
def test_another_version_of_what_renders_changes_it(monkeypatch, library):
    before = digest_tools({}, {})
    version = importlib.metadata.version
    monkeypatch.setattr(
        importlib.metadata, "version", lambda name: "0" if name == library else version(name)
    )

    assert before != digest_tools({}, {})


def test_the_code_that_renders_is_part_of_it(tmp_path, monkeypatch):
    before = digest_tools({}, {})
    (tmp_path / "digests.py").write_text("changed", encoding="utf-8")
    monkeypatch.setattr("jamstack.pelican_plugin.digests.__file__", str(tmp_path / "digests.py"))

    assert before != digest_tools({}, {})


def test_what_plugins_made_is_never_the_same(tmp_path):
    options = {"pelican": {"SITENAME": "The Herald"}}
    first, second = (make_renderer(tmp_path, TEMPLATES, **options) for _ in range(2))

    assert first.digest("page.html") == first.digest("page.html")
    assert first.digest("page.html") != second.digest("page.html")


def test_every_process_finds_the_same():
    """The order of a set of texts is another one in each process."""
    code = (
        "from jamstack.pelican_plugin.digests import digest_tools\n"
        "print(digest_tools({'a': len}, {'a': set('abcdef'), 'b': {'x': {'y', 'z'}}}).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert 1 == len(found)
