import pytest

from jamstack.sources.compound import Free, Group, ListOf
from jamstack.sources.fields import Field, Table
from jamstack.sources.kinds import Slug, Text
from tests.sources.builders import convert, hinted

SLUG_WORDS = "a slug: lower-case letters, digits and single hyphens"
SLUGS = ListOf(Slug(), "a list of slugs", may_be_text=True, maximum=3)
STRICT = ListOf(Text(), "a list of texts", maximum=3)
PAIR = Group(
    Table(
        Field(name="a", kind=Text(), meaning="A.", is_required=True),
        Field(name="b", kind=Text(), meaning="B."),
    ),
    lambda _, __, ___, values: (values.get("a"), values.get("b")),
    "a mapping with `a`",
)


class TestListOf:
    @pytest.mark.parametrize(
        ("written", "items"),
        [
            ("[a, b]", ("a", "b")),
            ("\n  - a\n  - b", ("a", "b")),
            ("[]", ()),
            ("a", ("a",)),
            ("a, b; c", ("a", "b", "c")),
            ('",a ,, b,"', ("a", "b")),
            ('""', ()),
        ],
    )
    def test_a_list_or_text_with_commas_is_read(self, written, items):
        assert (items, []) == convert(SLUGS, written)

    def test_items_that_are_wrong_are_told_and_left_out(self):
        assert (
            ("a",),
            [
                hinted(f"a.md:2: `field[0]`: is `B`, expected {SLUG_WORDS}"),
                hinted(f"a.md:4: `field[2]`: is a list, expected {SLUG_WORDS}"),
            ],
        ) == convert(SLUGS, "\n  - B\n  - a\n  - [c]")

    @pytest.mark.parametrize(
        ("kind", "written", "finding"),
        [
            (SLUGS, "{a: b}", "is a mapping, expected a list of slugs"),
            (STRICT, "a, b", "is `a, b`, expected a list of texts"),
            (
                STRICT,
                "{a: b}",
                "is a mapping, expected a list of texts\n"
                "hint: begin each item on a line of its own with `- `",
            ),
            (STRICT, "[a, b, c, d]", "has 4 items, expected at most 3"),
            (SLUGS, "a, b, c, d", "has 4 items, expected at most 3"),
        ],
    )
    def test_what_is_no_such_list_is_a_fault(self, kind, written, finding):
        assert (None, [hinted(f"a.md:1: `field`: {finding}")]) == convert(kind, written)


class TestGroup:
    def test_the_value_is_built_from_the_fields(self):
        assert (("x", None), []) == convert(PAIR, "{a: x}")

    @pytest.mark.parametrize(
        ("written", "finding"),
        [
            ("x", "`field`: is `x`, expected a mapping with `a`"),
            ("[a]", "`field`: is a list, expected a mapping with `a`"),
            ("{b: x}", "`field.a`: is missing\nhint: add text"),
            ("{a: x, c: y}", "`field.c`: is not a known field\nhint: known here: `a`, `b`"),
        ],
    )
    def test_nothing_is_built_after_a_fault(self, written, finding):
        assert (None, [hinted(f"a.md:1: {finding}")]) == convert(PAIR, written)


class TestFree:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("a text", "a text"),
            ("1", 1),
            ("+5", 5),
            ("-12", -12),
            ("0", 0),
            ("007", "007"),
            ("1.50", 1.5),
            ("+0.5", 0.5),
            ("09.30", "09.30"),
            ("1.", "1."),
            ("1e3", "1e3"),
            ("1" * 19, "1" * 19),
            (".inf", ".inf"),
            ("12:30", "12:30"),
            ("2026-11-22", "2026-11-22"),
            ("true", True),
            ("false", False),
            ("yes", "yes"),
            ("~", None),
            ('"1"', "1"),
            ("'true'", "true"),
            ("[1, [a]]", (1, ("a",))),
            ("{b: {c: 1}}", {"b": {"c": 1}}),
        ],
    )
    def test_values_are_read_as_json_reads_them(self, written, value):
        assert ({"a": value}, []) == convert(Free(), f"{{a: {written}}}")

    @pytest.mark.parametrize(("written", "found"), [("x", "`x`"), ("[a]", "a list")])
    def test_what_is_no_mapping_is_a_fault(self, written, found):
        assert (None, [hinted(f"a.md:1: `field`: is {found}, expected a mapping")]) == convert(
            Free(), written
        )
