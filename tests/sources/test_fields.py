import pytest

from jamstack.sources.fields import Field, Table, describe, read
from jamstack.sources.kinds import Slug, Text
from jamstack.sources.nodes import parse_yaml
from tests.sources.builders import make_reading, printed

FIELDS = Table(
    Field(name="title", kind=Text(), meaning="A.", is_required=True),
    Field(name="section", kind=Slug("a section's slug"), meaning="B."),
)


def reading_of(text, **options):
    reading = make_reading()
    return read(parse_yaml(text, first_line=2), FIELDS, reading, **options), printed(reading)


def test_fields_are_read_with_their_lines():
    values, findings = reading_of("title: A\nsection: town")

    assert {"title": "A", "section": "town"} == values.values
    assert {"title": 2, "section": 3} == values.lines
    assert [] == findings


def test_a_field_that_is_wrong_has_a_line_and_no_value():
    values, findings = reading_of("title: A\nsection: No Slug")

    assert {"title": "A"} == values.values
    assert 3 == values.line("section")
    assert [
        "a.md:3: `section`: is `No Slug`, expected a section's slug: lower-case letters, digits "
        "and single hyphens\nhint: see `section` in docs/writing.md"
    ] == findings


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_an_empty_field_counts_as_absent(empty):
    values, findings = reading_of(f"title: A\nsection: {empty}")

    assert ({"title": "A"}, {"title": 2}, []) == (values.values, values.lines, findings)


@pytest.mark.parametrize("text", ["section: town", "title:\nsection: town"])
def test_a_required_field_that_is_absent_is_a_fault(text):
    assert ["a.md:2: `title`: is missing\nhint: add text"] == reading_of(text)[1]


def test_all_faults_are_told():
    assert [
        "a.md:2: `titel`: is not a known field\nhint: did you mean `title`?",
        "a.md:3: `zzz`: is not a known field\nhint: known here: `title`, `section`",
        "a.md:4: `Category`: is not a known field\nhint: it is called `section` here",
        "a.md:2: `title`: is missing\nhint: add text",
    ] == reading_of("titel: A\nzzz:\nCategory: b", renamed={"category": "section"})[1]


def test_a_prefix_stands_before_the_names():
    assert [
        "a.md:2: `image.zzz`: is not a known field\nhint: known here: `title`, `section`",
        "a.md:2: `image.title`: is missing\nhint: add text",
    ] == reading_of("zzz: A", prefix="image.")[1]


def test_a_missing_value_has_the_default():
    values, _ = reading_of("title: A")

    assert ("", 1) == (values.get("section", ""), values.line("section"))


def test_files_share_the_names_of_the_table():
    name = "".join(("sec", "tion"))
    values, _ = reading_of(f"title: A\n{name}: town")

    assert all(known is field.name for known, field in zip(values.lines, FIELDS, strict=True))


def test_a_warning_does_not_stop_the_build():
    reading = make_reading()
    reading.warn("title", 3, "is short", "say more")

    assert ["a.md:3: warning: `title`: is short\nhint: say more"] == printed(reading)
    assert not reading.findings[0].is_fault


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a b", "`a b`"),
        ('" a  b "', "`a b`"),
        ('""', "empty"),
        ("x" * 60, f"`{'x' * 60}`"),
        ("x" * 61, f"`{'x' * 59}…`"),
        ("[a]", "a list"),
        ("{a: b}", "a mapping"),
    ],
)
def test_what_was_found_is_told_in_words(written, words):
    assert words == describe(parse_yaml(f"f: {written}").items["f"])
