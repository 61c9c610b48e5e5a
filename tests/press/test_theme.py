import hashlib

import pytest

from jamstack.errors import SettingsError
from jamstack.press.theme import is_newsroom_theme, load_theme, read_static

from ..builders import make_settings
from .builders import write_files

STYLE = "body { color: black }\n"
DIGEST = hashlib.sha256(STYLE.encode()).hexdigest()[:10]


def theme(folder, files=None, *, marker="jamstack = 1\n"):
    return write_files(folder / "press", {"theme.toml": marker, **(files or {})})


def fault(folder):
    with pytest.raises(SettingsError) as caught:
        load_theme(folder, settings=make_settings())
    return str(caught.value)


def test_a_theme_of_ours_has_a_marker(tmp_path):
    assert is_newsroom_theme(theme(tmp_path))
    assert not is_newsroom_theme(write_files(tmp_path / "stock", {"templates/index.html": ""}))


def test_static_files_go_into_one_folder_but_for_the_favicon(tmp_path):
    folder = theme(tmp_path, {"static/css/paper.css": STYLE, "static/favicon.ico": b"icon"})

    files = load_theme(folder, settings=make_settings()).files

    assert {
        "theme/css/paper.css": STYLE.encode(),
        "favicon.ico": b"icon",
    } == files


def test_an_address_holds_a_digest_of_the_content(tmp_path):
    folder = theme(tmp_path, {"static/css/paper.css": STYLE})

    assets = load_theme(folder, settings=make_settings()).assets

    assert {"css/paper.css": f"/paper/theme/css/paper.css?v={DIGEST}"} == assets


@pytest.mark.parametrize("suffix", ["woff2", "woff", "otf", "ttf"])
def test_a_font_has_the_address_that_the_stylesheet_names(tmp_path, suffix):
    folder = theme(tmp_path, {f"static/fonts/news.{suffix}": b"font"})

    assets = load_theme(folder, settings=make_settings()).assets

    assert f"/paper/theme/fonts/news.{suffix}" == assets[f"fonts/news.{suffix}"]


def test_hidden_files_and_folders_are_no_part_of_a_theme(tmp_path):
    folder = theme(tmp_path, {"static/.DS_Store": b"x", "static/.cache/a.css": b"x"})

    assert {} == load_theme(folder, settings=make_settings()).files


def test_a_theme_may_have_no_static_files(tmp_path):
    loaded = load_theme(theme(tmp_path), settings=make_settings())

    assert ({}, {}, {}) == (loaded.files, loaded.assets, loaded.colours)


def test_colours_are_texts(tmp_path):
    folder = theme(tmp_path, marker='jamstack = 1\n[colors]\ntheme = "#fff"\npaper = 0\n')

    colours = load_theme(folder, settings=make_settings()).colours

    assert {"theme": "#fff", "paper": "0"} == colours


def test_a_marker_that_is_not_toml_is_a_fault(tmp_path):
    text = fault(theme(tmp_path, marker="jamstack = \n"))

    assert text == (
        "press/theme.toml: is not TOML: Invalid value (at line 1, column 12)"
        "\nhint: see docs/themes.md for an example"
    )


def test_a_marker_that_is_not_utf_8_is_a_fault(tmp_path):
    folder = write_files(tmp_path / "press", {"theme.toml": b"\xff"})

    assert fault(folder) == (
        "press/theme.toml: is not TOML: 'utf-8' codec can't decode byte 0xff in position 0:"
        " invalid start byte\nhint: see docs/themes.md for an example"
    )


def test_every_fault_of_a_marker_is_told(tmp_path):
    text = fault(theme(tmp_path, marker='jamstack = 2\ncolors = "blue"\n'))

    assert text == (
        "press/theme.toml: `colors`: is `blue`, expected a table `[colors]`"
        "\nhint: see docs/themes.md for an example"
        "\npress/theme.toml: `jamstack`: is `2`, expected `1`"
        "\nhint: see docs/themes.md for an example"
    )


def test_a_marker_without_the_version_is_a_fault(tmp_path):
    assert fault(theme(tmp_path, marker="")) == (
        "press/theme.toml: `jamstack`: is missing, expected `1`"
        "\nhint: see docs/themes.md for an example"
    )


def test_a_file_that_goes_while_it_is_read_is_a_fault(tmp_path):
    folder = theme(tmp_path)

    with pytest.raises(SettingsError) as caught:
        read_static(folder, folder / "static" / "css" / "gone.css")

    assert str(caught.value) == (
        f"{folder.name}/static/css/gone.css: cannot be read: No such file or directory"
        "\nhint: check that the file is there and that you may read it"
    )


def test_on_a_preview_addresses_have_no_digest(tmp_path):
    """There a changed stylesheet must not change every page."""
    folder = write_files(theme(tmp_path), {"static/css/paper.css": "a{}"})
    settings = make_settings()

    plain = load_theme(folder, settings=settings, is_preview=True).assets["css/paper.css"]

    assert "/paper/theme/css/paper.css" == plain
    assert f"{plain}?v=" in load_theme(folder, settings=settings).assets["css/paper.css"]


@pytest.mark.parametrize("name", ["background", "ink", "accent"])
def test_a_colour_of_cards_that_is_none_is_a_fault(tmp_path, name):
    text = fault(theme(tmp_path, marker=f'jamstack = 1\n[colors]\n{name} = "red"\n'))

    assert text.endswith(
        f"theme.toml: `colors.{name}`: is `red`, expected a colour such as `#fbfbf8`\n"
        "hint: see docs/themes.md for an example"
    )
