import pyromark
import pytest
from hypothesis import assume, given, settings

from jamstack.markdown import footnotes
from jamstack.markdown.parse import OPTIONS
from jamstack.markdown.pieces import top_level, written_top_level
from jamstack.markdown.sanitize import has_raw_html
from tests.markdown.test_properties import TEXTS


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("", []),
        ("<p>a</p>\n<hr>\n<ul><li><ul></ul></li></ul>",
         [("p", "<p>a</p>"), ("hr", "<hr>"), ("ul", "<ul><li><ul></ul></li></ul>")]),
        ("text <b>b</b> <br><p>c</p> more",
         [("p", "<p>text <b>b</b> <br></p>"), ("p", "<p>c</p>"), ("p", "<p>more</p>")]),
        ("<div><div>a</div><p>b</p></div>", [("div", "<div><div>a</div><p>b</p></div>")]),
        ("<a><p>b</p></a> c<hr>", [("div", "<div><a><p>b</p></a> c</div>"), ("hr", "<hr>")]),
    ],
)  # fmt: skip
def test_markup_is_cut_into_its_outermost_pieces(markup, pieces):
    assert pieces == list(top_level(markup))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("a\n\nb *c*\n\n# d\n\n---\n\n> e", ["p", "p", "h1", "hr", "blockquote"]),
        ("- a\n\n  - b\n    - c\n\n  1. d\n\nx\n\n3. e", ["ul", "p", "ol"]),
        ("> a\n> > b\n\n```\n</pre>\n```\n\n| a |\n|--|", ["blockquote", "pre", "table"]),
    ],
)
def test_what_markdown_writes_is_cut_into_its_outermost_pieces(text, names):
    markup = pyromark.html(text, options=OPTIONS)

    assert names == [name for name, _ in written_top_level(markup)]


@settings(max_examples=250, deadline=None)
@given(TEXTS.map(lambda text: text.replace("<", "")))
def test_both_ways_cut_alike_what_markdown_writes(text):
    assume(not has_raw_html(text))
    markup, _ = footnotes.take(pyromark.html(text, options=OPTIONS))

    assert list(top_level(markup)) == list(written_top_level(markup))


@pytest.mark.parametrize(
    "markup",
    ["<p>a</p><div>b</div><p>c</p>", "<p>a</p> text <p>c</p>", "<p>a</p><p><b>c</b>", "text"],
)
def test_what_markdown_does_not_write_is_cut_by_every_tag(markup):
    assert list(top_level(markup)) == list(written_top_level(markup))
