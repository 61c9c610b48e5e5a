"""The server that stands for GitHub Pages behaves as GitHub Pages does."""

import gzip
from http.client import HTTPConnection

import pytest

from .hosting import hosting
from .preview.builders import PATIENCE_S, write


@pytest.fixture
def host(tmp_path):
    folder = write(
        tmp_path / "site",
        index_html="<p>home</p>",
        about_html="about",
        stories__index_html="stories",
        feed_xml="<rss/>",
        **{"404_html": "lost"},
    )
    (folder / "linked.html").symlink_to("about.html")
    with hosting({"/paper": folder}) as host:
        yield host


def ask(host, path, method="GET", **headers):
    connection = HTTPConnection(host.origin.removeprefix("http://"), timeout=PATIENCE_S)
    try:
        connection.request(method, path, headers={k.replace("_", "-"): headers[k] for k in headers})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "content"),
    [
        ("/paper/", 200, b"<p>home</p>"),
        ("/paper/about", 200, b"about"),
        ("/paper/about.html", 200, b"about"),
        ("/paper/stories/", 200, b"stories"),
        ("/paper/?build=1", 200, b"<p>home</p>"),
        ("/paper/About", 404, b"lost"),
        ("/paper/linked", 404, b"lost"),
        ("/paper/nowhere/", 404, b"lost"),
        ("/paper/../private", 404, b"lost"),
        ("/papers/", 404, b"There isn't a site here."),
        ("/", 404, b"There isn't a site here."),
    ],
)
def test_an_address_is_answered(host, path, status, content):
    found, _, body = ask(host, path)

    assert (status, content) == (found, body)


@pytest.mark.parametrize(
    ("path", "location"), [("/paper", "/paper/"), ("/paper/stories", "/paper/stories/")]
)
def test_a_folder_without_its_slash_moves(host, path, location):
    status, headers, _ = ask(host, path)

    assert (301, f"{host.origin}{location}") == (status, headers["Location"])


@pytest.mark.parametrize("path", ["/paper/", "/paper/feed.xml", "/paper/nowhere"])
def test_whatever_it_is_it_may_be_kept_for_ten_minutes(host, path):
    assert "max-age=600" == ask(host, path)[1]["Cache-Control"]


def test_a_file_has_its_media_type(host):
    assert "application/rss+xml" == ask(host, "/paper/feed.xml")[1]["Content-Type"]


def test_a_file_that_is_known_is_not_sent_again(host):
    tag = ask(host, "/paper/")[1]["ETag"]

    status, _, body = ask(host, "/paper/", If_None_Match=tag)

    assert (304, b"") == (status, body)


def test_who_asks_for_it_gets_it_compressed(host):
    _, headers, body = ask(host, "/paper/", Accept_Encoding="gzip")

    assert ("gzip", b"<p>home</p>") == (headers["Content-Encoding"], gzip.decompress(body))


def test_a_head_is_answered_without_content(host):
    status, headers, body = ask(host, "/paper/", "HEAD")

    assert (200, "11", b"") == (status, headers["Content-Length"], body)


def test_nothing_can_be_posted(host):
    assert 405 == ask(host, "/paper/", "POST")[0]


def test_a_site_without_a_page_for_it_says_404_all_the_same(tmp_path):
    with hosting({"": write(tmp_path, index_html="home")}) as host:
        assert (404, b"There isn't a page here.") == ask(host, "/nowhere")[::2]
