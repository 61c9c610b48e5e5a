import pytest

from jamstack.sources.nodes import MappingNode, NodeError, ScalarNode, SequenceNode, parse_yaml

QUOTE = "put text that holds `: `, `#` or quotes between quotes"
REFUSED = "write the value itself, or quote it"
KEY = "write `name: value`; put a name with brackets between quotes"
SECOND = "remove the line `---` or `...` between them"


def fault(text, **options):
    with pytest.raises(NodeError) as caught:
        parse_yaml(text, **options)
    return caught.value.message, caught.value.line, caught.value.hint


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment", "~", "null"])
def test_an_empty_document_is_none(text):
    assert parse_yaml(text) is None


@pytest.mark.parametrize(
    "written",
    ["2024", "on", "12:30", "0x1F", "2019-XX-YY", "1e3", "yes", "Map::Tube::<*>", "<del>"],
)
def test_a_value_stays_the_text_that_was_written(written):
    assert ScalarNode(written, 1, is_plain=True) == parse_yaml(f"a: {written}").items["a"]


@pytest.mark.parametrize(
    ("written", "value"),
    [('"2024"', "2024"), ("'it''s'", "it's"), ("|\n  a\n  b", "a\nb"), (">\n  a\n  b", "a b")],
)
def test_quoted_text_and_blocks_are_not_plain(written, value):
    assert ScalarNode(value, 1, is_plain=False) == parse_yaml(f"a: {written}").items["a"]


@pytest.mark.parametrize(
    ("written", "is_null"),
    [
        ("", True),
        ("~", True),
        ("null", True),
        ("Null", True),
        ("NULL", True),
        ('""', False),
        ("'null'", False),
        ("nUll", False),
        ("none", False),
    ],
)
def test_only_plain_words_are_null(written, is_null):
    assert is_null == parse_yaml(f"a: {written}").items["a"].is_null


def test_lines_count_from_the_first_line():
    node = parse_yaml("a: 1\nb:\n  - x\n  - c: 2\n", first_line=10)

    assert (
        MappingNode(
            items={
                "a": ScalarNode("1", 10),
                "b": SequenceNode(
                    (
                        ScalarNode("x", 12),
                        MappingNode(items={"c": ScalarNode("2", 13)}, line=13, lines={"c": 13}),
                    ),
                    12,
                ),
            },
            line=10,
            lines={"a": 10, "b": 11},
        )
        == node
    )


def test_json_is_yaml():
    node = parse_yaml('{"a": ["x", 1], "b": {}}')

    assert SequenceNode((ScalarNode("x", 1, False), ScalarNode("1", 1)), 1) == node.items["a"]
    assert {} == node.items["b"].items


def test_a_tab_after_a_colon_is_white_space():
    assert "Ana" == parse_yaml("author:\tAna").items["author"].value


@pytest.mark.parametrize("escape", [r"\x08", r"\0", r"\x02", r"\e", r"\x7f", r"\ufffe"])
def test_control_characters_written_as_escapes_are_left_out(escape):
    assert "ab" == parse_yaml(f'x: "a{escape}b"').items["x"].value


def test_a_byte_order_mark_inside_a_value_is_kept_for_the_field_to_judge():
    assert "\ufefftitle" == parse_yaml("a: \ufefftitle").items["a"].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", ("is not YAML: mapping values are not allowed in this context", 1, QUOTE)),
        ("a: 1\nb: @c", ("is not YAML: found character that cannot start any token", 2, QUOTE)),
        ("a: 'b", ("is not YAML: found unexpected end of stream", 1, QUOTE)),
        ("- a\nb: c", ("is not YAML: did not find expected '-' indicator", 2, QUOTE)),
        (
            "a: b\n\tc: d",
            (
                "is not YAML: found a tab character that violates indentation",
                2,
                "indent with spaces; YAML takes no tabs there",
            ),
        ),
        (
            'a: "\\ud83d\\ude00"',
            (
                "is not YAML: found invalid Unicode character escape code",
                1,
                "write the character itself, or put the text between single quotes",
            ),
        ),
        (
            "a: 1\nb: \x80",
            ("holds the character U+0080, which YAML forbids", 2, "type that character anew"),
        ),
        ("a: 1\n--- b", ("holds a second YAML document, expected one", 2, SECOND)),
        ("a: 1\na: 2", ("names `a` twice, first on line 1", 2, "keep one of the two")),
        ("? [a]\n: b", ("has a list or mapping as a key, expected a name", 1, KEY)),
        ("? {a: b}\n: b", ("has a list or mapping as a key, expected a name", 1, KEY)),
        ("a: &x 1", ("holds an anchor (`&name`), which is refused", 1, REFUSED)),
        ("a: &x [1]", ("holds an anchor (`&name`), which is refused", 1, REFUSED)),
        ("b: 1\na: *x", ("holds an alias (`*name`), which is refused", 2, REFUSED)),
        ("a: !!int 1", ("holds a tag (`tag:yaml.org,2002:int`), which is refused", 1, REFUSED)),
        (
            "a: !!python/object/apply:os.system ['true']",
            (
                "holds a tag (`tag:yaml.org,2002:python/object/apply:os.system`), which is refused",
                1,
                REFUSED,
            ),
        ),
        ("%TAG ! tag:x,2000:\n--- {a: b}", ("holds a tag directive, which is refused", 1, REFUSED)),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(text, expected):
    assert expected == fault(text)


def test_a_fault_counts_from_the_first_line():
    assert ("names `a` twice, first on line 5", 6, "keep one of the two") == fault(
        "a: 1\na: 2", first_line=5
    )


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdef", "bcdefg", strict=True)
    )

    assert ("holds an anchor (`&name`), which is refused", 1, REFUSED) == fault(bomb)


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "? " * 10_000, "a: " + "[" * 10_000]
)
def test_deep_nesting_is_refused(text):
    assert ("is nested deeper than 20 levels", 1, "write it with fewer levels") == fault(text)


def test_twenty_levels_are_read():
    assert isinstance(parse_yaml("[" * 19 + "a" + "]" * 19), SequenceNode)
