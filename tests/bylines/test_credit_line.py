import pytest

from jamstack.bylines.credit_line import author_url, byline
from jamstack.model import Role, TextPart

from .builders import make_author, make_credits

AUTHORS = {
    author.slug: author
    for author in (
        make_author("Ana Diaz", slug="a"),
        make_author("Ben Okafor", slug="b"),
        make_author("Chen Wei", slug="c"),
        make_author("Dora van der Berg", slug="d"),
    )
}
WORDING = {
    Role.REPORTING: "By Ana Diaz",
    Role.ADDITIONAL_REPORTING: "Additional reporting by Ana Diaz",
    Role.PHOTOGRAPHS: "Photographs by Ana Diaz",
    Role.ILLUSTRATION: "Illustration by Ana Diaz",
    Role.GRAPHICS: "Graphics by Ana Diaz",
    Role.VIDEO: "Video by Ana Diaz",
    Role.TRANSLATION: "Translated by Ana Diaz",
    Role.EDITING: "Edited by Ana Diaz",
}


@pytest.mark.parametrize(
    ("slugs", "line"),
    [
        ("a", "By Ana Diaz"),
        ("ab", "By Ana Diaz and Ben Okafor"),
        ("abc", "By Ana Diaz, Ben Okafor and Chen Wei"),
        ("dcba", "By Dora van der Berg, Chen Wei, Ben Okafor and Ana Diaz"),
    ],
)
def test_reporters_are_listed_in_the_order_of_the_credits(slugs, line):
    assert line == byline(make_credits(*slugs), AUTHORS).text


@pytest.mark.parametrize("role", Role)
def test_line_begins_with_a_capital_whatever_the_role(role):
    assert WORDING[role] == byline(make_credits("a", role=role), AUTHORS).text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REPORTING])
def test_other_roles_follow_reporting_after_a_semicolon(role):
    credited = make_credits("b", role=role) + make_credits("a")
    words = WORDING[role].replace("Ana Diaz", "Ben Okafor")

    assert f"By Ana Diaz; {words[0].lower()}{words[1:]}" == byline(credited, AUTHORS).text


def test_other_roles_keep_the_order_in_which_they_are_first_named():
    credited = [
        *make_credits("a", role=Role.EDITING),
        *make_credits("b", role=Role.PHOTOGRAPHS),
        *make_credits("c"),
        *make_credits("d", role=Role.EDITING),
    ]

    assert (
        "By Chen Wei; edited by Ana Diaz and Dora van der Berg; photographs by Ben Okafor"
    ) == byline(credited, AUTHORS).text


def test_one_person_may_have_two_roles():
    credited = make_credits("a") + make_credits("a", role=Role.PHOTOGRAPHS)

    assert "By Ana Diaz; photographs by Ana Diaz" == byline(credited, AUTHORS).text


def test_names_are_linked_and_nothing_else_is():
    parts = byline(make_credits("a", "b"), AUTHORS).parts

    assert (
        TextPart(text="By "),
        TextPart(text="Ana Diaz", url="authors/a/"),
        TextPart(text=" and "),
        TextPart(text="Ben Okafor", url="authors/b/"),
    ) == parts


def test_people_are_the_credits_resolved_in_their_order():
    credited = make_credits("c", role=Role.VIDEO) + make_credits("a")

    assert (
        (AUTHORS["c"], Role.VIDEO),
        (AUTHORS["a"], Role.REPORTING),
    ) == byline(credited, AUTHORS).people


def test_no_credits_give_a_byline_without_parts():
    line = byline([], AUTHORS)

    assert ((), (), "") == (line.parts, line.people, line.text)


def test_author_page_lies_under_authors():
    assert "authors/ana-diaz/" == author_url("ana-diaz")
