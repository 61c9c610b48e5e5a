import pytest

from jamstack.sources.opening import open_source, open_text, slug_of_path
from tests.builders import make_settings
from tests.sources.builders import make_reading, printed

FORM = "expected a slug: lower-case letters, digits and single hyphens"


def opened(data):
    head, reading = open_source(data, path="a.md", settings=make_settings())
    return head, printed(reading)


def test_a_source_is_decoded_and_taken_apart():
    head, findings = opened(b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nText\r\n")

    assert ("Text\n", 4, []) == (head.body, head.body_line, findings)


def test_a_warning_of_decoding_does_not_hide_the_text():
    head, findings = opened(b"---\ntitle: A\n---\nTe\x08xt")

    assert "Text" == head.body
    assert [
        "a.md:4: warning: holds the control character U+0008, which was left out\n"
        "hint: remove it; feeds must not contain control characters"
    ] == findings


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"\xff", "a.md:1: byte 0xFF is not UTF-8\nhint: save the file with the encoding UTF-8"),
        (
            b"",
            "a.md:1: begins with nothing, expected front matter\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`",
        ),
    ],
)
def test_a_source_without_a_usable_head_is_a_fault(data, finding):
    assert (None, [finding]) == opened(data)


def test_the_zone_is_the_newsrooms():
    settings = make_settings(timezone="Asia/Tokyo")

    assert "Asia/Tokyo" == open_text(b"", path="a.md", settings=settings)[1].zone.key


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("articles/2026/harbour-bridge.md", "harbour-bridge"),
        ("articles/2026/harbour-bridge/index.md", "harbour-bridge"),
        ("authors/mira.md", "mira"),
        ("articles/2026/2026.md", "2026"),
    ],
)
def test_the_slug_is_the_name_of_the_file_or_folder(path, slug):
    assert slug == slug_of_path(path, make_reading(path))


@pytest.mark.parametrize(
    "name",
    ["Bridge", "README", "🎉", "a$b", "a:b", "why?", "caf%C3%A9", "cafe\u0301", "a b", "a.b", "-a"],
)
def test_a_name_that_cannot_be_an_address_is_a_fault(name):
    path = f"articles/2026/{name}.md"
    reading = make_reading(path)

    assert "" == slug_of_path(path, reading)
    assert [
        f"{path}: the name `{name}` cannot be an address, {FORM}\nhint: rename it, or set `slug`"
    ] == printed(reading)


def test_the_hint_is_the_callers():
    reading = make_reading("authors/Mira.md")
    slug_of_path("authors/Mira.md", reading, hint="rename it")

    assert [
        f"authors/Mira.md: the name `Mira` cannot be an address, {FORM}\nhint: rename it"
    ] == printed(reading)
