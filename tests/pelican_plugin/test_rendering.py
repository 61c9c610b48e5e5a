import pickle

import cloudpickle
import jinja2
import pytest

from jamstack.errors import TemplateError
from jamstack.pelican_plugin import rendering

from .themes import Page, make_renderer, render, write_theme

HINT = "\nhint: docs/themes.md lists what templates may use"


def fault_of(folder, templates, source="", **options):
    with pytest.raises(TemplateError) as caught:
        render(make_renderer(folder, templates, **options), source=source)
    return str(caught.value)


def shout(text):
    return text.upper()


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


def test_a_fault_is_the_templates_whatever_page_it_came_up_on(tmp_path):
    text = fault_of(tmp_path, {"page.html": "{{ nothing }}"}, source="articles/2026/a.md")

    assert f"theme/templates/page.html:1: 'nothing' is undefined{HINT}" == text


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


def test_a_template_may_extend_one_that_the_site_made(tmp_path):
    frame = jinja2.Environment(autoescape=True).from_string("<{% block a %}{% endblock %}>")
    text = "{% extends frame %}{% block a %}{{ page.title }}{% endblock %}"

    rendered = render(make_renderer(tmp_path, {"page.html": text}, globals_={"frame": frame}))

    assert "<Tide &lt; &amp; Time>" == rendered


def test_a_fault_in_a_macro_is_named_there(tmp_path):
    templates = {
        "page.html": "{% from 'partials/title.html' import title %}\n{{ title(page) }}",
        "partials/title.html": "{% macro title(page) %}\n\n{{ page.titel }}{% endmacro %}",
    }

    expected = "theme/templates/partials/title.html:3: `Page` has no `titel`; did you mean `title`?"
    assert f"{expected}{HINT}" == fault_of(tmp_path, templates)


def test_a_fault_in_a_template_of_any_name_is_named_there(tmp_path):
    templates = {"page.html": "{% include 'mark.svg' %}", "mark.svg": "\n{{ nothing }}"}

    expected = f"theme/templates/mark.svg:2: 'nothing' is undefined{HINT}"
    assert expected == fault_of(tmp_path, templates)


def test_a_template_that_is_no_text_is_named(tmp_path):
    text = fault_of(tmp_path, {"page.html": b"\xff"})

    expected = "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
    assert f"theme/templates/page.html: {expected}{HINT}" == text


def test_a_macro_called_with_too_much_is_a_fault(tmp_path):
    text = fault_of(tmp_path, {"page.html": "{% macro a() %}{% endmacro %}\n{{ a(1) }}"})

    expected = "macro 'a' takes not more than 0 argument(s)"
    assert f"theme/templates/page.html:2: {expected}{HINT}" == text


def test_a_macro_called_by_a_name_it_does_not_take_is_a_fault(tmp_path):
    text = fault_of(tmp_path, {"page.html": "{% macro a(b) %}{% endmacro %}\n{{ a(c=1) }}"})

    expected = "macro 'a' takes no keyword argument 'c'"
    assert f"theme/templates/page.html:2: {expected}{HINT}" == text


def test_a_filter_that_runs_out_inside_a_macro_is_a_fault(tmp_path):
    text = fault_of(
        tmp_path,
        {"page.html": "{% macro a(b) %}{{ b | following }}{% endmacro %}\n{{ a([]) }}"},
        filters={"following": lambda items: next(iter(items))},
    )

    expected = "value was undefined because a callable raised a StopIteration exception"
    assert f"theme/templates/page.html:2: {expected}{HINT}" == text


def test_one_build_sees_one_state_of_the_theme(tmp_path):
    renderer = make_renderer(tmp_path, {"page.html": "then"})
    write_theme(tmp_path, {"page.html": "now"})

    assert "then" == render(renderer)


def test_it_renders_where_there_is_no_theme(tmp_path):
    templates = {"page.html": "{{ page.title | shout }} {% include 'b.html' %}", "b.html": "b"}
    renderer = make_renderer(tmp_path / "here", templates, filters={"shout": shout})
    expected = render(renderer)
    data = pickle.dumps(renderer)
    (tmp_path / "here").rename(tmp_path / "gone")

    assert expected == render(pickle.loads(data))  # noqa: S301 - written a moment ago


def test_it_travels_with_the_functions_of_a_settings_file(tmp_path):
    renderer = make_renderer(
        tmp_path, {"page.html": "{{ 1 | twice }}"}, filters={"twice": lambda number: 2 * number}
    )

    assert "2" == render(cloudpickle.loads(cloudpickle.dumps(renderer)))


def test_a_fault_is_named_alike_where_there_is_no_theme(tmp_path):
    renderer = make_renderer(tmp_path, {"page.html": "\n{{ page.titel }}"})
    travelled = pickle.loads(pickle.dumps(renderer))  # noqa: S301 - written a moment ago

    with pytest.raises(TemplateError) as caught:
        render(travelled)

    expected = "theme/templates/page.html:2: `Page` has no `titel`; did you mean `title`?"
    assert f"{expected}{HINT}" == str(caught.value)


def test_preparing_leaves_faults_to_the_pages_that_have_them(tmp_path):
    renderer = make_renderer(
        tmp_path, {"page.html": "whole", "broken.html": "{% if %}", "other.html": b"\xff"}
    )
    renderer.prepare()

    assert "whole" == render(renderer)


def test_the_settings_name_the_theme_and_what_it_may_use(tmp_path):
    theme = write_theme(tmp_path, {"page.html": "theirs"})
    write_theme(tmp_path, {"page.html": "{{ year | twice }}"}, "overrides")
    renderer = rendering.make_renderer(
        {
            "THEME": str(theme),
            "THEME_TEMPLATES_OVERRIDES": [str(tmp_path / "overrides")],
            "JINJA_FILTERS": {"twice": lambda number: 2 * number},
            "JINJA_GLOBALS": {"year": 1013},
        }
    )

    assert "2026" == render(renderer)
