from dataclasses import dataclass, field

import pytest

from jamstack.errors import TemplateError
from jamstack.pelican_plugin.rendering import JinjaRenderer

HINT = "\nhint: docs/themes.md lists what templates may use"


@dataclass(frozen=True, kw_only=True)
class Page:
    title: str = "Tide < & Time"
    items: tuple[int, ...] = field(default=(1, 2))


def make_renderer(folder, templates, overrides=None, **options):
    theme = folder / "theme"
    for name, text in templates.items():
        file = theme / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, text in (overrides or {}).items():
        (folder / "overrides").mkdir(exist_ok=True)
        (folder / "overrides" / name).write_text(text, encoding="utf-8")
        options["overrides"] = [str(folder / "overrides")]
    return JinjaRenderer(theme, **options)


def render(renderer, template="page.html", source=""):
    return renderer.render(template, None, None, Page(), source=source)


def fault_of(folder, templates, source="", **options):
    with pytest.raises(TemplateError) as caught:
        render(make_renderer(folder, templates, **options), source=source)
    return str(caught.value)


def test_text_is_escaped(tmp_path):
    renderer = make_renderer(tmp_path, {"page.html": "<h1>{{ page.title }}</h1>\n"})

    assert "<h1>Tide &lt; &amp; Time</h1>\n" == render(renderer)


def test_block_lines_leave_no_white_space(tmp_path):
    text = (
        "{% for item in page.items %}\n  {% if item %}\n{{ item }}\n  {% endif %}\n{% endfor %}\n"
    )

    assert "1\n2\n" == render(make_renderer(tmp_path, {"page.html": text}))


def test_the_settings_filters_and_globals_are_at_hand(tmp_path):
    renderer = make_renderer(
        tmp_path,
        {"page.html": "{{ page.title | upper_case }} {{ year }}"},
        filters={"upper_case": str.upper},
        globals_={"year": 1887},
    )

    assert "TIDE &lt; &amp; TIME 1887" == render(renderer)


def test_an_override_wins(tmp_path):
    renderer = make_renderer(tmp_path, {"page.html": "theirs"}, {"page.html": "mine"})

    assert "mine" == render(renderer)


def test_an_override_may_extend_what_it_overrides(tmp_path):
    renderer = make_renderer(
        tmp_path,
        {"page.html": "<main>{% block content %}theirs{% endblock %}</main>"},
        {
            "page.html": '{% extends "!theme/page.html" %}'
            "{% block content %}{{ super() }}, mine{% endblock %}"
        },
    )

    assert "<main>theirs, mine</main>" == render(renderer)


def test_pelicans_context_and_objects_are_at_hand_where_a_plugin_made_them(tmp_path):
    renderer = make_renderer(
        tmp_path,
        {"page.html": "{{ pelican.SITENAME }} {{ article.title }}"},
        pelican={"SITENAME": "The Bay Paper"},
        contents={"articles/a.md": Page(title="A")},
    )

    assert "The Bay Paper A" == render(renderer, source="articles/a.md")


def test_without_a_plugin_there_is_no_object_of_pelicans(tmp_path):
    renderer = make_renderer(tmp_path, {"page.html": "{{ article is none }}"})

    assert "True" == render(renderer, source="articles/a.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\n{{ page.titel }}",
            "theme/templates/page.html:2: `Page` has no `titel`; did you mean `title`?",
        ),
        (
            "{{ {'css/paper.css': 1}['css/papers.css'] }}",
            "theme/templates/page.html:1: `dict` has no `css/papers.css`; did you mean"
            " `css/paper.css`?",
        ),
        ("{{ page.x.y }}", "theme/templates/page.html:1: `Page` has no `x`"),
        ("{{ page['nothing'] }}", "theme/templates/page.html:1: `Page` has no `nothing`"),
        (
            "{% if %}",
            "theme/templates/page.html:1: Expected an expression, got 'end of statement block'",
        ),
        ("\n\n{{ nothing }}", "theme/templates/page.html:3: 'nothing' is undefined"),
        (
            "{% include 'none.html' %}",
            "theme/templates/page.html:1: the template `none.html` is missing",
        ),
        ("{{ 1 // 0 }}", "theme/templates/page.html:1: integer division or modulo by zero"),
        ("{{ page.title.join(1) }}", "theme/templates/page.html:1: can only join an iterable"),
    ],
)
def test_a_fault_names_the_template_and_the_line(tmp_path, text, expected):
    assert f"{expected}{HINT}" == fault_of(tmp_path, {"page.html": text})


def test_a_fault_names_the_page_it_came_up_on(tmp_path):
    text = fault_of(tmp_path, {"page.html": "{{ nothing }}"}, source="articles/2026/a.md")

    assert (
        "theme/templates/page.html:1: 'nothing' is undefined (on the page of"
        f" `articles/2026/a.md`){HINT}" == text
    )


def test_a_fault_in_a_partial_is_named_there(tmp_path):
    templates = {
        "page.html": "{% include 'partials/page.html' %}",
        "partials/page.html": "\n{{ nothing }}",
    }

    expected = f"theme/templates/partials/page.html:2: 'nothing' is undefined{HINT}"
    assert expected == fault_of(tmp_path, templates)


def test_a_fault_in_an_override_is_named_there(tmp_path):
    text = fault_of(tmp_path, {"page.html": ""}, overrides={"page.html": "{{ nothing }}"})

    assert f"overrides/page.html:1: 'nothing' is undefined{HINT}" == text


def test_a_template_that_is_missing_is_named(tmp_path):
    text = fault_of(tmp_path, {"other.html": ""})

    assert f"theme/templates/page.html: the template `page.html` is missing{HINT}" == text
