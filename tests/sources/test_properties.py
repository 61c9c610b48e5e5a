"""Whatever the bytes, reading a source gives a value or tells a fault, and never a traceback."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from jamstack.articles.front import read_home_front
from jamstack.articles.page import read_page
from jamstack.articles.story import STORY_FIELDS, read_story
from jamstack.bylines.registry import read_author
from jamstack.sources.text import CONTROL
from tests.builders import STORY_HEAD, make_settings

PIECES = (
    "---\n", "--- \n", "...\n", "---", "\n", "\n\n", "\r", "\r\n", "\ufeff", "\x00", "\x08", "\x85",
    "\u2028", ": ", ":", " ", "\t", "- ", "[", "]", "{", "}", ", ", "&a ", "*a",
    "!!python/object:x ",
    "!t ", "|\n", ">\n", "  ", "#", "'", '"', '"\\x02"', '"\\0"', '"\\ud800"', "? ", "%TAG ! x\n",
    "~",
    "null", "true", "2026-11-22", "2019-XX-YY", "12:30", "1", "01.5", "http://[server", "../../x",
    "a-slug", "Title: A\n", "<script>", "RELATED: a\n", "[^a]: b\n", "![a](b.png)", "[a](x.md#y)",
)  # fmt: skip
NAMES = (*(f"{field.name}: " for field in STORY_FIELDS), "src: ", "alt: ", "author: ")
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(NAMES), st.text(max_size=4)), max_size=30
).map("".join)
BYTES = st.one_of(
    st.binary(max_size=200),
    TEXTS.map(str.encode),
    TEXTS.map(lambda text: f"---\n{text}\n---\n{text}".encode()),
    st.tuples(TEXTS, st.binary(max_size=4)).map(lambda pair: pair[0].encode() + pair[1]),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=5,
)
READERS = (
    (read_story, "articles/2026/a.md"),
    (read_page, "pages/a.md"),
    (read_author, "authors/a.md"),
)


@settings(max_examples=200, deadline=None)
@given(BYTES)
def test_any_bytes_give_a_value_or_a_fault(data):
    for read, path in READERS:
        value, findings = read(data, path=path, settings=make_settings())

        assert value is not None or any(finding.is_fault for finding in findings)


@settings(max_examples=200, deadline=None)
@given(BYTES)
def test_any_bytes_give_a_front(data):
    front, _ = read_home_front(data, settings=make_settings())

    assert "fronts/home.yml" == front.path


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([field.name for field in STORY_FIELDS]), VALUES)
def test_any_value_of_a_field_gives_a_story_or_a_fault(field, value):
    head = json.dumps({**STORY_HEAD, "authors": ["mira"], field: value}, ensure_ascii=False)
    article, findings = read_story(
        f"---\n{head}\n---\nText.\n".encode(errors="replace"),
        path="articles/2026/a.md",
        settings=make_settings(),
    )

    assert article is not None or any(finding.is_fault for finding in findings)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_no_control_character_reaches_a_title(title):
    head = json.dumps({**STORY_HEAD, "authors": ["mira"], "title": title})
    article, _ = read_story(
        f"---\n{head}\n---\nText.\n".encode(), path="articles/2026/a.md", settings=make_settings()
    )

    assert article is None or CONTROL.search(article.title) is None
