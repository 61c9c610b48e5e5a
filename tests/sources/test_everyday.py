"""The everyday way reads what YAML reads, or leaves it to YAML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamstack.sources.everyday import read_everyday
from jamstack.sources.nodes import NodeError, parse_yaml

NAMES = st.one_of(
    st.sampled_from(("title", "a", "b", "_", "x1", "null", "true", "y", "on", "été", "日本")),
    st.sampled_from(("~", "1", "a b", "a-b", "-", "?", "''", '"a"', "<<", "=", "%a", "#a", "")),
    st.sampled_from(("a" * 100, "a" * 101, "a" * 1025, "...", "---", "[a]", "{a}", "!t", "&a")),
)
WORDS = (
    "yes", "1e3", "0x1", "~", "null", "NULL", "true", "on", "12:30", "2026-11-20", "01.5", ".5",
    "=", "2026-11-20 09:30+01:00", "https://x.example/a?b#c", "a: b", "a:b", "a:", "a :", ": a",
    ":", "::", "a #b", "a#b", "#", "# a", "-", "- a", "-5", "--- a", "...", "?", "? a", "&a",
    "&a b", "*a", "**bold**", "!", "!t a", "!!int 1", "|", ">", "|\n  a", ">-\n  a", "%", "%a",
    "50% 30%", "@a", "`a`", "a@b.example", "'", "''", "'a'", "'a''b'", "'a' b", "'a: b'", "'#'",
    "'a\\n'", '"', '""', '"a"', '"a" b', '"a\\nb"', '"a: b #c"', '"a\\', '"it\'s"', '\'a"b\'',
    '"a"b"', "[]", "[ ]", "[", "]", "[a]", "[a, b]", "[ a , b ]", "[a,b]", "[a,]", "[,a]",
    "[a b, c-d]", "[a: b]", "[a #b]", "[a:b]", "[-a]", "[- a]", "[a]b", "[[a]]", "[a]]", "[a, [b]]",
    '["a", "b"]', '["a","b"]', '["a, b"]', '["a" , "b"]', '["a", \'b\']', '["a", b]', '["a": b]',
    '["a" "b"]', "['a']", "[null, ~]", "[2026, 1.5]", "[R&B, a/b]", "[a, 'b', c]", "[it's]",
    "[<a>]", "[a.b., (c)]", "{}", "{a: b}", "{a", "a}", "a]", "a, b", ",", ",a", "(a)", "$a", "/a",
    "\\a", "a\\", ";", "+1", "<del>", "<<", "^", "é", "naïve – “x” …", "🎉", "א", "٣", "\xa0",
    "a\xa0b", "a\xadb", "\u2028", "a\u2028b", "a\x85b", "\ufeff", "\ufeffa", "a\tb", "\ta", "a\t",
    "à", "a\rb", "\x7f", "x" * 1100, '"' + "x" * 1100 + '"', "[" + "x" * 1100 + "]", "",
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.text(max_size=8),
    st.text(alphabet="ab -:#,'\"[]{}&*!|>?%@\\\t\n", max_size=8),
)
PLAIN = st.sampled_from(
    ("a", "A title – with “marks”", "2026-11-20", "https://x.example/a", "[a, b]", '["a", "b"]')
)
QUOTED = st.sampled_from(("'a: b'", '"a #b"', "''", "[]", "~", "null", "R&B", "50% 40%", "(a)"))
MOSTLY = st.one_of(PLAIN, PLAIN, QUOTED, QUOTED, VALUES)
ROWS = st.one_of(
    st.builds("{}: {}".format, st.sampled_from("abcdefgh"), MOSTLY),
    st.builds("{}: {}".format, st.sampled_from("abcdefgh"), PLAIN),
    st.builds("{}:\n- {}\n- {}".format, st.sampled_from("ijkl"), PLAIN, MOSTLY),
    st.builds("{}:\n  - {}\n  - {}".format, st.sampled_from("mnop"), MOSTLY, QUOTED),
    st.builds("{}:\n  x: {}\n  y: {}".format, st.sampled_from("qrst"), QUOTED, MOSTLY),
    st.sampled_from(("u:", "v: ", "", "", " ", "# c", "w", "  x: a", "- a", "  - a", "x: |")),
)
STRANGE_ROWS = st.one_of(
    ROWS,
    st.builds("{}:{}{}".format, NAMES, st.sampled_from(("", " ", "  ", "\t")), VALUES),
    st.builds("{}{}".format, st.sampled_from(("", " ", "  ", "- ", "  - ", "    ", "\t")), VALUES),
    st.text(max_size=4),
)
TEXTS = st.one_of(
    st.lists(ROWS, max_size=5).map("\n".join),
    st.lists(ROWS, max_size=5).map(lambda rows: "".join(f"{row}\n" for row in rows)),
    st.lists(STRANGE_ROWS, max_size=4).map("\n".join),
    st.lists(STRANGE_ROWS, max_size=3).map("\r\n".join),
)


def by_yaml(text, first_line):
    try:
        return parse_yaml(text, first_line=first_line)
    except NodeError as error:
        return error.message


@settings(max_examples=1_000, deadline=None)
@given(TEXTS, st.sampled_from((1, 2, 7)))
def test_what_is_read_is_what_yaml_reads(text, first_line):
    found = read_everyday(text, first_line=first_line)

    assert found in (None, by_yaml(text, first_line))


@settings(max_examples=500, deadline=None)
@given(VALUES)
def test_a_value_is_what_yaml_reads_wherever_it_stands(value):
    for text in (f"a: {value}", f"a:\n  b: {value}\n", f"a:\n- {value}\n", f"a: [{value}]\nb: c"):
        assert read_everyday(text, first_line=2) in (None, by_yaml(text, 2))


@pytest.mark.parametrize(
    "text",
    [
        "title: A story",
        "\n\ntitle: A story\n\ndate: 2026-11-20 09:30+01:00\n",
        "title:   A story – “quoted”   \n",
        "title: Map::Tube::<*> (50%), R&B; it's C#\ncanonical: https://x.example/a?b#c\n",
        "title: 'Harbour: a story'\ndek: \"#1\"\nkicker: ''\n",
        "dek:\ntitle: ~\nkicker: null\n",
        "tags: [harbour bridge, R&B, 2026, null, a/b.c-d (e)]\nrelated: []\nauthors: [ a ]\n",
        'tags: ["harbour: a bridge", "b","c, d"]\n',
        "authors:\n  - mira\n  - 'ode'\ntags:\n- a\n- [b, c]\nrelated:\n\n    - one\n\n    - two\n",
        "image:\n  src: a.jpg\n  alt: 'A: b'\n  caption:\n\n  credit: C\ntitle: A\n",
    ],
)
def test_everyday_fields_are_read(text):
    found = read_everyday(text, first_line=2)

    assert found is not None
    assert found == by_yaml(text, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# note\ntitle: A",
        "title: A # note",
        "title: A: b",
        "title: A\n  story",
        "title: |\n  A",
        "title: 'it''s'",
        'title: "A\\tstory"',
        'title: "A',
        "title: *a",
        "title: !t a",
        "title: A\ntitle: B",
        "image:\n  src: a\n  src: b",
        "image:\n  src: a\n    alt: b",
        "image:\n  src: a\n alt: b",
        "image: {src: a}",
        "authors:\n  - author: mira",
        "authors:\n  - mira\n  ode: a",
        "authors:\n  -\n",
        "authors:\n  - \n",
        "tags: [a, 'b']",
        "tags: [a, b",
        "tags: [a: b]",
        "tags: [a,]",
        "tags: [[a]]",
        "  title: A",
        "- a",
        "title:A",
        "title",
        "title:\tA",
        "title: A\u00a0story",
        "title: A\r\n",
        "title: A\x85b: c",
        "title: A\u2028b: c",
        "\ufefftitle: A",
        "save-as: a",
        f"{'a' * 101}: b",
    ],
)
def test_anything_else_is_left_to_yaml(text):
    assert read_everyday(text, first_line=2) is None
