from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.preview.pages import Found, Moved, media_type, resolve

from .builders import write


def make_output(folder):
    return write(
        folder / "output",
        index_html="home",
        about_html="about",
        stories__index_html="stories",
        stories__bridge__index_html="bridge",
        css__paper_css="paper",
        both_html="the file",
        both__index_html="the folder",
    )


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/stories/bridge/", "stories/bridge/index.html"),
        ("/css/paper.css", "css/paper.css"),
        ("/about", "about.html"),
        ("/both", "both.html"),
        ("/both/", "both/index.html"),
    ],
)
def test_a_path_is_answered_by_a_file(tmp_path, path, file):
    output = make_output(tmp_path)

    assert Found(file=(output / file).resolve()) == resolve(output, path)


def test_a_folder_without_its_slash_has_moved(tmp_path):
    assert Moved(path="/stories/bridge/") == resolve(make_output(tmp_path), "/stories/bridge")


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/css/",
        "/about/",
        "//",
        "//stories/",
        "/index.html/",
        "/../private.html",
        "/stories/../../private.html",
        "/./index.html",
        "/..\\private.html",
        "/C:/private.html",
        "/index.html\0",
        "/\ud800",
        "/" + "a" * 5000,
    ],
)
def test_whatever_is_not_a_page_is_not_found(tmp_path, path):
    (tmp_path / "private.html").write_text("secret", encoding="utf-8")

    assert resolve(make_output(tmp_path), path) is None


def test_a_symlink_to_elsewhere_is_not_followed(tmp_path):
    output = make_output(tmp_path)
    write(tmp_path, private_html="secret", hidden__index_html="secret")
    (output / "linked.html").symlink_to(tmp_path / "private.html")
    (output / "folder").symlink_to(tmp_path / "hidden")

    answers = [resolve(output, path) for path in ("/linked.html", "/folder/", "/folder")]

    assert [None, None, None] == answers


def test_a_symlink_within_the_output_is_followed(tmp_path):
    output = make_output(tmp_path)
    (output / "linked.html").symlink_to("about.html")

    assert Found(file=(output / "about.html").resolve()) == resolve(output, "/linked")


@pytest.mark.parametrize("path", ["/linked", "/linked.html", "/folder/", "/folder/bridge/"])
def test_where_links_do_not_count_none_is_followed(tmp_path, path):
    output = make_output(tmp_path)
    (output / "linked.html").symlink_to("about.html")
    (output / "folder").symlink_to("stories")

    assert resolve(output, path, follows_links=False) is None


@pytest.mark.parametrize("path", ["/", "/about", "/stories/bridge/", "/both/"])
def test_where_links_do_not_count_files_answer_as_ever(tmp_path, path):
    output = make_output(tmp_path)

    answer = resolve(output, path, follows_links=False)

    assert isinstance(answer, Found)
    assert resolve(output, path) == answer


@pytest.mark.parametrize("path", ["/About", "/Stories/bridge/", "/CSS/paper.css"])
def test_capitals_count(tmp_path, path):
    assert resolve(make_output(tmp_path), path) is None


def test_names_that_differ_by_capitals_alone_are_told_apart(tmp_path):
    output = write(tmp_path, about_html="one", ABOUT_HTML="two")

    assert resolve(output, "/about.html") == Found(file=(output / "about.html").resolve())


def test_symlinks_in_a_circle_are_not_found(tmp_path):
    output = make_output(tmp_path)
    (output / "circle.html").symlink_to("circle.html")

    assert resolve(output, "/circle.html") is None


def test_without_an_output_folder_nothing_is_found(tmp_path):
    assert resolve(tmp_path / "output", "/") is None


@given(st.text(max_size=40))
def test_no_path_leaves_the_output(tmp_path_factory, path):
    output = make_output(tmp_path_factory.getbasetemp() / "any")

    answer = resolve(output, f"/{path}")

    assert not isinstance(answer, Found) or answer.file.is_relative_to(output.resolve())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json"),
        ("feed.xml", "application/rss+xml"),
        ("atom.xml", "application/atom+xml"),
        ("sitemap.xml", "application/xml"),
        ("PHOTO.JPG", "image/jpeg"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_the_media_type_goes_by_the_name(name, expected):
    assert expected == media_type(Path(name))
