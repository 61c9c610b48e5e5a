import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jamstack.feeds.elements import (
    DECLARATION,
    MAXIMUM_FEED_BYTES,
    document,
    element,
    empty,
    media,
    plain,
    quoted,
)

from .builders import make_image


def test_an_element_stands_on_a_line_of_its_own():
    assert element("guid", "a", {"isPermaLink": "false"}) == '<guid isPermaLink="false">a</guid>\n'


def test_an_empty_element_closes_itself():
    assert empty("link", {"href": "a?b&c"}) == '<link href="a?b&amp;c"/>\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Map::Tube::<*>", "Map::Tube::&lt;*&gt;"),
        ("]]>", "]]&gt;"),
        ("AT&T", "AT&amp;T"),
        ("a\x00\x08\x0b\x0f\ufffe\uffff\ud800b", "ab"),
        ("a\tb\nc \U0001f30a", "a\tb\nc \U0001f30a"),
        ("\u202b\u05e9\u202c", "\u202b\u05e9\u202c"),
    ],
)
def test_text_is_escaped_and_cleaned(text, written):
    assert written == plain(text)


def test_an_attribute_is_escaped_with_its_quotation_marks():
    assert quoted("\x08\"a\" & 'b'") == '"&quot;a&quot; &amp; &#x27;b&#x27;"'


@given(st.text(st.characters(codec=None, categories=None), max_size=40))
def test_any_text_can_be_parsed(text):
    parsed = etree.fromstring(element("a", text, {"b": text}).encode())

    assert parsed.tag == "a"


def test_no_picture_writes_nothing():
    assert media(None) == ""


def test_a_picture_carries_its_size_alt_and_credit():
    written = media(make_image(alt="A bridge & a boat", credit="Ana Diaz"))

    assert written == (
        '<media:content url="https://herald.example/paper/images/bridge.jpg" type="image/jpeg"'
        ' medium="image" width="1200" height="800">\n'
        '<media:description type="plain">A bridge &amp; a boat</media:description>\n'
        "<media:credit>Ana Diaz</media:credit>\n"
        "</media:content>\n"
    )


def test_a_document_stays_under_the_limit_to_the_byte():
    frame = len(DECLARATION) + len("<a>") + len("</a>")
    fits = b"x" * (MAXIMUM_FEED_BYTES - frame - 1)

    assert len(document("<a>", [fits], "</a>")) == MAXIMUM_FEED_BYTES - 1
    assert len(document("<a>", [fits + b"x"], "</a>")) == frame


def test_nothing_is_written_after_the_first_entry_that_does_not_fit():
    entries = [b"newest", b"x" * MAXIMUM_FEED_BYTES, b"oldest"]

    assert (DECLARATION + "<a>newest</a>").encode() == document("<a>", entries, "</a>")
