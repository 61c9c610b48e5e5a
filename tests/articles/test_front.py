import pytest

from jamstack.articles.front import HOME_PATH, read_home_front
from jamstack.model import HomeFront
from tests.builders import make_settings
from tests.sources.builders import hinted

SLUG_WORDS = "lower-case letters, digits and single hyphens"


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    front, findings = read_home_front(data, settings=make_settings())
    return front, [str(finding) for finding in findings]


def test_a_front_has_all_that_was_written():
    assert (
        HomeFront(
            path=HOME_PATH,
            lead="bridge",
            top=("one", "two"),
            order=("sea", "town"),
            sections={"sea": ("three",), "town": ("four", "five")},
            lines={"lead": 1, "top": 2, "order": 3, "sections": 4},
        ),
        [],
    ) == read(
        "lead: bridge\ntop: [one, two]\norder: sea, town\n"
        "sections:\n  sea: three\n  town:\n    - four\n    - five\n"
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "lead:\ntop: ~\n"])
def test_an_empty_front_leaves_all_to_the_platform(text):
    assert (HomeFront(path=HOME_PATH), []) == read(text)


def test_an_empty_list_of_a_section_is_none():
    assert {} == read("sections: {sea: []}")[0].sections


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("- a", ":1: is a list, expected fields such as `lead: story-slug`"),
        ("bridge", ":1: is `bridge`, expected fields such as `lead: story-slug`"),
        (
            "a: b: c",
            ":1: is not YAML: mapping values are not allowed in this context\n"
            "hint: put text that holds `: `, `#` or quotes between quotes",
        ),
        (
            "top: &a [x]\norder: *a",
            ":1: holds an anchor (`&name`), which is refused\n"
            "hint: write the value itself, or quote it",
        ),
        ("lead: A B", f":1: `lead`: is `A B`, expected a story's slug: {SLUG_WORDS}"),
        ("top: {a: b}", ":1: `top`: is a mapping, expected a list of story slugs"),
        ("order: [A]", f":1: `order[0]`: is `A`, expected a section's slug: {SLUG_WORDS}"),
        (
            "sections: [a]",
            ":1: `sections`: is a list, expected a mapping of section slugs to lists of story "
            "slugs",
        ),
        (
            "sections: {sea: [A]}",
            f":1: `sections.sea[0]`: is `A`, expected a story's slug: {SLUG_WORDS}",
        ),
        ("lede: a", ":1: `lede`: is not a known field\nhint: did you mean `lead`?"),
        (b"\xff", ":1: byte 0xFF is not UTF-8\nhint: save the file with the encoding UTF-8"),
    ],
)
def test_what_is_wrong_is_a_fault_and_left_to_the_platform(text, finding):
    front, findings = read(text)

    assert [hinted(f"{HOME_PATH}{finding}", "docs/editing.md")] == findings
    assert ("", (), (), {}) == (front.lead, front.top, front.order, dict(front.sections))
