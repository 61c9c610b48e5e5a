import time

import pytest

from jamstack.errors import Finding
from jamstack.sources.front_matter import split
from jamstack.sources.nodes import MappingNode, ScalarNode, SequenceNode

EXAMPLE = "hint: begin with `---`, then `title: …` and the other fields, then `---`"
QUOTE = "hint: put text that holds `: `, `#` or quotes between quotes"


def head(text):
    found = split(text, path="a.md")
    assert not isinstance(found, Finding), str(found)
    return found


def values(text):
    return {name: node.value for name, node in head(text).fields.items.items()}


def fault(text):
    return str(split(text, path="a.md"))


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\ntitle: A\n---\nText\n", "Text\n", 4),
        ("---\ntitle: A\n--- \t\nText\n", "Text\n", 4),
        ("--- \ntitle: A\n...\nText\n", "Text\n", 4),
        ("---\ntitle: A\n---", "", 4),
        ("---\ntitle: A\n---\n", "", 4),
        ("---\n\n# note\ntitle: A\n---\n\nText\n---\n", "\nText\n---\n", 6),
        ('---\n{"title": "A"}\n---\nText\n', "Text\n", 4),
    ],
)
def test_yaml_between_fences_is_taken_apart_from_the_body(text, body, body_line):
    found = head(text)

    assert ({"title": "A"}, body, body_line) == (values(text), found.body, found.body_line)


def test_lines_are_those_of_the_file():
    assert {"title": 2, "date": 3} == head("---\ntitle: A\ndate: B\n---\n").fields.lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"a.md:1: begins with nothing, expected front matter\n{EXAMPLE}"),
        (" \n\n", f"a.md:1: begins with nothing, expected front matter\n{EXAMPLE}"),
        ("\n---\n", f"a.md:1: begins with an empty line, expected front matter\n{EXAMPLE}"),
        (
            '{"title": "A"}',
            f'a.md:1: begins with `{{"title": "A"}}`, expected front matter\n{EXAMPLE}',
        ),
        (
            "http://x.example",
            f"a.md:1: begins with `http://x.example`, expected front matter\n{EXAMPLE}",
        ),
        ("x" * 50, f"a.md:1: begins with `{'x' * 40}`, expected front matter\n{EXAMPLE}"),
        ("----\na: b", f"a.md:1: begins with `----`, expected front matter\n{EXAMPLE}"),
        (
            "---\ntitle: A\n",
            f"a.md:1: front matter is not closed, expected a second line `---`\n{EXAMPLE}",
        ),
        ("---\n---\n", f"a.md:1: front matter is empty, expected fields\n{EXAMPLE}"),
        ("---\n# a\n---\n", f"a.md:1: front matter is empty, expected fields\n{EXAMPLE}"),
        (
            "---\n\njust words\n---\n",
            f"a.md:3: front matter is a text, expected fields such as `title: …`\n{EXAMPLE}",
        ),
        (
            "---\n- a\n---\n",
            f"a.md:2: front matter is a list, expected fields such as `title: …`\n{EXAMPLE}",
        ),
        (
            "---\ntitle: a: b\n---\n",
            "a.md:2: front matter is not YAML: mapping values are not allowed in this context\n"
            f"{QUOTE}",
        ),
        (
            "---\ntitle: a\ndek: b\ntitle: c\n---\n",
            "a.md:4: front matter names `title` twice, first on line 2\nhint: keep one of the two",
        ),
        (
            "---\na: &x 1\nb: *x\n---\n",
            "a.md:2: front matter holds an anchor (`&name`), which is refused\n"
            "hint: write the value itself, or quote it",
        ),
        (
            "Title: a\nDate: b\nTITLE: c\n",
            "a.md:3: front matter names `title` twice, first on line 1\nhint: keep one of the two",
        ),
        (
            "Title: a\nThe story begins here, without a blank line before it\n",
            "a.md:2: front matter holds `The story begins here, without a blank l`, "
            "expected `Name: value`\nhint: put a blank line between the header and the text",
        ),
        (
            "Title: a\nTags: [a, 'b]\n",
            f"a.md:2: front matter is not YAML: found unexpected end of stream\n{QUOTE}",
        ),
    ],
)
def test_a_head_that_cannot_be_used_is_one_finding(text, expected):
    assert expected == fault(text)


def test_pelicans_header_gives_the_same_fields():
    text = "Title: The bridge\nDate: 2019-XX-YY\nImage Alt: x\nsave-as: y\n\nText\n\nmore\n"
    found = head(text)

    assert {
        "title": "The bridge",
        "date": "2019-XX-YY",
        "image_alt": "x",
        "save_as": "y",
    } == values(text)
    assert {"title": 1, "date": 2, "image_alt": 3, "save_as": 4} == found.fields.lines
    assert ("Text\n\nmore\n", 6) == (found.body, found.body_line)


def test_a_header_without_a_text_has_an_empty_body():
    assert ("", 2) == (head("Title: A").body, head("Title: A").body_line)


def test_indented_lines_of_a_header_belong_to_the_line_above():
    assert {"summary": "one two three", "title": "A"} == values(
        "Summary: one\n   two\n\tthree\nTitle: A\n"
    )


@pytest.mark.parametrize(
    "title", ["[Update] The bridge", "{x} and y", "a: b", "Map::Tube::<*>", "'quoted", "# hash"]
)
def test_a_value_in_a_header_is_text_without_quotes(title):
    assert {"title": title} == values(f"Title: {title}\n\nText")


def test_lists_and_mappings_in_a_header_are_read():
    fields = head("Tags: [a, b]\nImage: {src: a.png}\nRelated: []\nEmpty: [] #\n").fields

    assert (
        MappingNode(
            items={
                "tags": SequenceNode((ScalarNode("a", 1), ScalarNode("b", 1)), 1),
                "image": MappingNode(
                    items={"src": ScalarNode("a.png", 2)}, line=2, lines={"src": 2}
                ),
                "related": SequenceNode((), 3),
                "empty": ScalarNode("[] #", 4),
            },
            line=1,
            lines={"tags": 1, "image": 2, "related": 3, "empty": 4},
        )
        == fields
    )


def test_an_empty_value_in_a_header_is_null():
    assert head("Title: A\nDek:\nTags:  \n").fields.items["dek"].is_null


@pytest.mark.parametrize(
    "text", ["a" + " " * 500_000, "Title: a\n" + " x\n" * 200_000, "---\n" + "-" * 500_000]
)
def test_a_long_line_or_header_takes_no_long_time(text):
    begun = time.perf_counter()
    split(text, path="a.md")

    assert time.perf_counter() - begun < 5
