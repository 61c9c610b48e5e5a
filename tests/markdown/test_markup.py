import pytest

from jamstack.markdown.markup import (
    attributes,
    count_words,
    is_balanced,
    is_shown,
    opening_tag,
    plain_text,
    top_level,
)


def test_attributes_are_unescaped():
    assert {"href": "a?b&c", "title": 'x "y"', "open": ""} == attributes(
        ' href="a?b&amp;c" title="x &quot;y&quot;" open'
    )


def test_an_opening_tag_escapes_its_attributes():
    assert '<a href="a?b&amp;c" title="&lt;&quot;&gt;">' == opening_tag(
        "a", {"href": "a?b&c", "title": '<">'}
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One <em>two</em>\n &amp; three</p>", "One two & three"),
        ("<p>One<br>two</p>", "One two"),
        (
            '<p>a\x02picture:0\x03b<sup class="footnote-reference"><a href="#fn-1">1</a></sup></p>',
            "ab",
        ),
        ("<p>&nbsp;</p>", ""),
    ],
)
def test_plain_text_is_what_readers_read(markup, text):
    assert text == plain_text(markup)


@pytest.mark.parametrize(
    ("markup", "is_seen"),
    [
        ("<p>a</p>", True),
        ("<p>&amp;</p>", True),
        ("<p>\x02picture:0\x03</p>", True),
        ('<p><a href="\x02link:0\x03"></a></p>', False),
        ("<p>&nbsp; </p>", False),
        ("<hr>", False),
    ],
)
def test_text_and_pictures_are_seen(markup, is_seen):
    assert is_seen == is_shown(markup)


def test_words_are_counted_across_tags():
    assert 4 == count_words("<tr><td>one</td><td>two</td></tr><p>three <b>four</b></p>")


@pytest.mark.parametrize(
    ("markup", "is_whole"),
    [
        ("", True),
        ("a <b>b<br></b> <img> <i>c</i>", True),
        ("<b>a", False),
        ("a</b>", False),
        ("<b><i>a</b></i>", False),
    ],
)
def test_balanced_markup_closes_what_it_opens(markup, is_whole):
    assert is_whole == is_balanced(markup)


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
