import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slugify import slugify

from jamstack.markdown.headings import Outline, text_anchor
from tests.markdown.builders import body, html

WORDS = (
    "Word", "word's", "it’s", "‘a’", "“B”", "1,000", "1", ",", "–", "—", "…", "...", "-", "A&B",
    "&amp;", "&#39;", "#1", "?", "_", "é", "K", "İ", "ß", "١", "x" * 79, "/",
)  # fmt: skip


def outline(text):
    return [(block.html[:3], block.html.split('"')[1]) for block in body(text).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A", [("<h2", "a")]),
        ("## A", [("<h2", "a")]),
        ("###### A", [("<h2", "a")]),
        ("# A\n# B", [("<h2", "a"), ("<h2", "b")]),
        ("## A\n### B\n## C", [("<h2", "a"), ("<h3", "b"), ("<h2", "c")]),
        ("## A\n##### B\n###### C", [("<h2", "a"), ("<h3", "b"), ("<h4", "c")]),
        ("### A\n## B\n#### C", [("<h2", "a"), ("<h2", "b"), ("<h3", "c")]),
        (
            "# A\n## B\n### C\n#### D\n##### E\n###### F",
            [("<h2", "a"), ("<h3", "b"), ("<h4", "c"), ("<h5", "d"), ("<h6", "e"), ("<h6", "f")],
        ),
        ("A\n=\n\nB\n-", [("<h2", "a"), ("<h3", "b")]),
    ],
)
def test_the_outline_begins_under_the_headline_and_skips_no_level(text, expected):
    assert expected == outline(text)


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("The Bridge, reopened!", "the-bridge-reopened"),
        ("*Bold* `code` [link](https://x.example)", "bold-code-link"),
        ("Дом и море", "dom-i-more"),
        ("日本", "ri-ben"),
        ("Café — naïve", "cafe-naive"),
        ("🎉", "section"),
        ("???", "section"),
        ("2026", "2026"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_the_anchor_is_the_text_in_latin_letters(heading, anchor):
    assert [("<h2", anchor)] == outline(f"## {heading}")


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=20), st.lists(st.sampled_from(WORDS), max_size=18).map(" ".join)))
def test_every_anchor_is_the_one_slugify_makes(text):
    assert slugify(text, max_length=80, word_boundary=True) == text_anchor(text)


def test_equal_headings_are_numbered():
    assert [("<h2", "a"), ("<h2", "a-2"), ("<h2", "a-2-2"), ("<h2", "a-3")] == outline(
        "## A\n## A\n## A 2\n## A"
    )


@pytest.mark.parametrize(
    "text", ["##", "## &nbsp;", "## <!-- x -->", "<h2></h2>", "<h2 id=x> </h2>"]
)
def test_an_empty_heading_is_none(text):
    parsed = body(text)

    assert ((), ()) == (parsed.blocks, parsed.anchors)


def test_headings_inside_other_pieces_are_part_of_the_outline():
    assert (
        '<h2 id="a">A</h2>\n<blockquote>\n<h3 id="b">B</h3>\n</blockquote>\n'
        '<div>x<h3 id="c">C</h3>y</div>'
    ) == html("## A\n\n> #### B\n\n<div>x<h3>C</h3>y</div>")


def test_a_break_in_a_heading_parts_two_words():
    assert [("<h2", "a-b")] == outline("<h2>A<br>B</h2>")


@pytest.mark.parametrize(
    "written",
    ["What next {#next}", "What next {#next .wide}", "What next{#next} ", "What *next* {#next}"],
)
def test_an_anchor_written_after_a_heading_is_its_anchor(written):
    outline = Outline()

    markup = outline.rewrite(f"<h2>{written}</h2>")

    assert markup.startswith('<h2 id="next">What ')
    assert "{" not in markup
    assert {"next"} == outline.anchors


def test_braces_that_are_no_anchor_stay_text():
    markup = Outline().rewrite("<h2>The set {#1, 2}</h2>")

    assert '<h2 id="the-set-1-2">The set {#1, 2}</h2>' == markup
