from pathlib import Path

import pytest

from jamstack.errors import TemplateError
from jamstack.pelican_plugin.templates import TemplateFile, read_templates

from .themes import write_theme


def test_templates_are_known_by_their_path_below_the_folder(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "story", "partials/date.html": "date"})

    read = read_templates(theme)

    assert TemplateFile(data=b"story", shown="theme/templates/story.html") == read.named(
        "story.html"
    )
    assert TemplateFile(data=b"date", shown="theme/templates/partials/date.html") == read.named(
        "partials/date.html"
    )


@pytest.mark.parametrize("name", ["./partials/date.html", "partials//date.html"])
def test_a_name_may_be_written_like_a_path(tmp_path, name):
    theme = write_theme(tmp_path, {"partials/date.html": "date"})

    assert b"date" == read_templates(theme).named(name).data


def test_a_name_never_leads_out_of_the_folder(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "story"})
    write_theme(tmp_path, {"secret.html": "secret"}, "theme")

    assert read_templates(theme).named("../secret.html") is None


def test_the_first_folder_that_overrides_wins(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "theirs"})
    for name in ("first", "second"):
        write_theme(tmp_path, {"story.html": name, f"{name}.html": name}, name)

    read = read_templates(theme, [str(tmp_path / "first"), str(tmp_path / "second")])

    assert TemplateFile(data=b"first", shown="first/story.html") == read.named("story.html")
    assert b"second" == read.named("second.html").data
    assert b"theirs" == read.named("!theme/story.html").data


def test_an_override_is_shown_from_the_themes_neighbourhood_where_it_lies_there(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "theirs"})
    write_theme(tmp_path, {"story.html": "mine"}, "ours/overrides")

    read = read_templates(theme, [str(tmp_path / "ours" / "overrides")])

    assert "ours/overrides/story.html" == read.named("story.html").shown


def test_a_template_that_is_missing_is_shown_where_it_should_be(tmp_path):
    assert "theme/templates/story.html" == read_templates(tmp_path / "theme").shown("story.html")


def test_a_folder_may_be_a_link(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "story"})
    write_theme(tmp_path, {"date.html": "date"}, "shared")
    (theme / "templates" / "partials").symlink_to(tmp_path / "shared")

    assert b"date" == read_templates(theme).named("partials/date.html").data


def test_a_link_that_leads_back_up_is_not_followed(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "story"})
    (theme / "templates" / "again").symlink_to(theme / "templates")

    assert ["!theme/story.html", "story.html"] == sorted(read_templates(theme).files)


def test_a_link_that_leads_nowhere_is_no_template(tmp_path):
    theme = write_theme(tmp_path, {"story.html": "story"})
    (theme / "templates" / "lost.html").symlink_to(tmp_path / "nothing.html")

    assert read_templates(theme).named("lost.html") is None


def test_a_template_that_goes_away_while_it_is_read_is_missing(tmp_path, monkeypatch):
    theme = write_theme(tmp_path, {"story.html": "story"})
    monkeypatch.setattr(Path, "read_bytes", failing(FileNotFoundError(2, "No such file")))

    assert {} == read_templates(theme).files


def test_a_template_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    theme = write_theme(tmp_path, {"story.html": "story"})
    monkeypatch.setattr(Path, "read_bytes", failing(PermissionError(13, "Permission denied")))

    with pytest.raises(TemplateError) as caught:
        read_templates(theme)

    expected = (
        "theme/templates/story.html: cannot be read: Permission denied\n"
        "hint: check the permissions of the file"
    )
    assert expected == str(caught.value)


def failing(error):
    def fail(*_):
        raise error

    return fail
