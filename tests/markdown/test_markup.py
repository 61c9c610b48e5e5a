import pytest

from jamstack.markdown.markup import (
    attributes,
    count_words,
    is_balanced,
    is_bare_paragraph,
    is_shown,
    opening_tag,
    plain_text,
    text_words,
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
        ("<p>One two</p>", "One two"),
        ("<p>One\ntwo\t three </p>", "One two three"),
        ("<p> One</p>", "One"),
        ("<p>One\u2003two</p>", "One two"),
        ("One &amp; two", "One & two"),
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
    ("text", "words"),
    [
        ("one", 1),
        ("one two three", 3),
        ("one  two", 2),
        (" one two ", 2),
        ("one\ntwo\tthree\rfour", 4),
        ("one\u00a0two", 2),
        ("‘one’ – two", 3),
    ],
)
def test_words_are_counted_whatever_parts_them(text, words):
    assert words == text_words(text)


@pytest.mark.parametrize(
    ("markup", "is_bare"),
    [
        ("<p>One &amp; two</p>", True),
        ("<p></p>", True),
        ("<p>One<br></p>", False),
        ('<p dir="rtl">One</p>', False),
        ("<h2>One</h2>", False),
        ("<pre>One</pre>", False),
    ],
)
def test_a_bare_paragraph_has_no_attribute_and_holds_no_element(markup, is_bare):
    assert is_bare == is_bare_paragraph(markup)


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
