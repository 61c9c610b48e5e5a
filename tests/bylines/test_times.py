import pytest

from jamstack.bylines.author_card import present_role
from jamstack.bylines.credit_line import byline
from jamstack.bylines.times import as_of
from jamstack.model import Past
from tests.builders import make_moment

from .builders import make_author, make_credits

MIRA = make_author(
    role="Political editor",
    bio="Mira edits.",
    past=(
        Past(until=make_moment("2023-06-30"), role="Intern"),
        Past(until=make_moment("2025-06-30"), role="Council reporter", bio="Mira reports."),
    ),
)


@pytest.mark.parametrize(
    ("day", "role", "bio"),
    [
        ("2023-06-30T23:59", "Intern", "Mira edits."),
        ("2023-07-01", "Council reporter", "Mira reports."),
        ("2025-06-30", "Council reporter", "Mira reports."),
        ("2025-07-01", "Political editor", "Mira edits."),
        ("2026-11-22", "Political editor", "Mira edits."),
    ],
)
def test_role_and_bio_are_those_of_the_day(day, role, bio):
    author = as_of(MIRA, make_moment(day))

    assert (role, bio) == (author.role, author.bio)


def test_a_time_ends_at_that_time():
    author = make_author(
        role="Now", past=(Past(until=make_moment("2025-06-30T12:00"), role="Then"),)
    )

    assert "Then" == as_of(author, make_moment("2025-06-30T11:59")).role
    assert "Now" == as_of(author, make_moment("2025-06-30T12:00")).role


def test_without_a_day_authors_are_as_they_are_now():
    assert MIRA is as_of(MIRA, None)


def test_a_story_credits_its_authors_as_they_were():
    line = byline(make_credits(MIRA.slug), {MIRA.slug: MIRA}, date=make_moment("2024-01-01"))

    assert ["Council reporter"] == [author.role for author in line.authors]


def test_a_card_tells_the_present_role_where_it_is_another():
    then = as_of(MIRA, make_moment("2024-01-01"))

    assert "now Political editor" == present_role(then, MIRA)
    assert "ahora Political editor" == present_role(then, MIRA, "es")
    assert "" == present_role(MIRA, MIRA)
