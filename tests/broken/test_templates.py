"""A theme that fails: the template, the line and the story are named."""

import shutil

import pytest

from ..site.builders import NOW, THEME, make_site, snapshot, story

HINT = "hint: docs/themes.md lists what templates may use\n"


def make_themed(folder, changes, **options):
    """A site with a copy of the theme in which some templates are replaced."""
    theme = folder / "pelican-app" / "theme"
    shutil.copytree(THEME, theme)
    for name, text in changes.items():
        (theme / "templates" / name).write_text(text, encoding="utf-8")
    return make_site(folder, pelican={"THEME": "theme"}, **options)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "<h1>\n{{ page.titel }}</h1>\n",
            "theme/templates/story.html:2: `StoryPage` has no `titel`; did you mean `title`?"
            " (on the page of `articles/2026/ferry.md`)\n",
            id="a value that is not there",
        ),
        pytest.param(
            "<h1>\n\n{% if page.title %}</h1>\n",
            "theme/templates/story.html:3: Unexpected end of template. Jinja was looking for the"
            " following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be"
            " closed is 'if'. (on the page of `articles/2026/ferry.md`)\n",
            id="a block that is not closed",
        ),
        pytest.param(
            "\n{% include 'partials/none.html' %}\n",
            "theme/templates/story.html:2: the template `partials/none.html` is missing (on the"
            " page of `articles/2026/ferry.md`)\n",
            id="a partial that is missing",
        ),
        pytest.param(
            "{{ page.title | shout }}\n",
            "theme/templates/story.html:1: No filter named 'shout'. (on the page of"
            " `articles/2026/ferry.md`)\n",
            id="a filter that is not there",
        ),
        pytest.param(
            "\n\n\n{{ page.title + 1 }}\n",
            'theme/templates/story.html:4: can only concatenate str (not "int") to str (on the'
            " page of `articles/2026/ferry.md`)\n",
            id="a sum of unlike things",
        ),
    ],
)
def test_a_template_that_fails(tmp_path, text, expected):
    site = make_themed(tmp_path, {"story.html": text})

    ran = site.build()

    assert (1, "", f"{expected}{HINT}") == (ran.code, ran.output, ran.errors)


def test_a_partial_that_fails_is_the_one_named(tmp_path):
    site = make_themed(
        tmp_path,
        {
            "story.html": "{% include 'partials/page.html' %}\n",
            "partials/page.html": "\n{{ page.dec }}\n",
        },
    )

    ran = site.build()

    expected = (
        "theme/templates/partials/page.html:2: `StoryPage` has no `dec`; did you mean `dek`?"
        " (on the page of `articles/2026/ferry.md`)\n"
    )
    assert (1, f"{expected}{HINT}") == (ran.code, ran.errors)


def test_a_template_that_is_missing(tmp_path):
    site = make_themed(tmp_path, {})
    (tmp_path / "pelican-app" / "theme" / "templates" / "tags.html").unlink()

    ran = site.build()

    expected = (
        "theme/templates/tags.html: the template `tags.html` is missing (on the page of"
        f" `/tags/index.html`)\n{HINT}"
    )
    assert (1, expected) == (ran.code, ran.errors)


def test_a_template_that_fails_on_an_override_is_named_there(tmp_path):
    overrides = tmp_path / "pelican-app" / "overrides"
    overrides.mkdir(parents=True)
    (overrides / "story.html").write_text("{{ page.titel }}\n", encoding="utf-8")
    site = make_site(tmp_path, pelican={"THEME_TEMPLATES_OVERRIDES": [str(overrides)]})

    ran = site.build()

    expected = (
        "overrides/story.html:1: `StoryPage` has no `titel`; did you mean `title`? (on"
        " the page of `articles/2026/ferry.md`)\n"
    )
    assert (1, f"{expected}{HINT}") == (ran.code, ran.errors)


def test_a_place_in_a_template_is_told_once_with_the_number_of_pages(tmp_path):
    stories = {f"articles/2026/s{number}.md": story() for number in range(3)}
    site = make_themed(tmp_path, {"story.html": "\n{{ page.titel }}"}, files=stories)

    ran = site.build()

    expected = (
        "theme/templates/story.html:2: `StoryPage` has no `titel`; did you mean `title`? (on the"
        f" page of `articles/2026/ferry.md` and 3 more)\n{HINT}"
    )
    assert (1, expected) == (ran.code, ran.errors)


def test_all_pages_that_do_not_fail_are_written(tmp_path):
    whole, site = (
        make_site(tmp_path / "whole"),
        make_themed(tmp_path, {"tags.html": "{{ page.b }}"}),
    )
    whole.build()

    site.build()

    pages = {path for path in snapshot(whole.output) if path.endswith(".html")}
    assert pages - {"tags/index.html"} == {
        path for path in snapshot(site.output) if path.endswith(".html")
    }


def test_templates_that_fail_are_told_in_one_run(tmp_path):
    site = make_themed(tmp_path, {"story.html": "{{ page.a }}", "tags.html": "{{ page.b }}"})

    ran = site.build()

    expected = (
        "theme/templates/story.html:1: `StoryPage` has no `a` (on"
        f" the page of `articles/2026/ferry.md`)\n{HINT}"
        "theme/templates/tags.html:1: `TagsPage` has no `b` (on the page of `/tags/index.html`)\n"
        f"{HINT}"
    )
    assert (1, expected) == (ran.code, ran.errors)


def test_a_template_that_fails_is_annotated_for_github(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    site = make_themed(tmp_path, {"tags.html": "{{ page.b }}"})

    ran = site.build()

    expected = (
        "::error file=pelican-app/theme/templates/tags.html,line=1::`TagsPage` has no `b` (on the"
        " page of `/tags/index.html`)%0Ahint: docs/themes.md lists what templates may use\n"
    )
    assert (1, expected) == (ran.code, ran.output)


def test_a_stock_theme_that_fails_is_named(tmp_path):
    theme = tmp_path / "pelican-app" / "plain"
    shutil.copytree(_simple_theme(), theme)
    (theme / "templates" / "article.html").write_text("{% if article %}\n", encoding="utf-8")
    site = make_site(tmp_path, {"articles/2026/quay.md": story()}, pelican={"THEME": "plain"})

    ran = site.run("invoke", "build", "--now", NOW)

    expected = (
        "plain/templates/article.html:1: Unexpected end of template. Jinja was looking for the"
        " following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed"
        " is 'if'.\n"
        "hint: mend the theme, or choose another in `THEME`\n"
    )
    assert (1, expected) == (ran.code, ran.errors)


def _simple_theme():
    from pelican.settings import DEFAULT_THEME

    return f"{DEFAULT_THEME}/../simple"
