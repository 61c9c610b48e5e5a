import pytest

from jamstack.checks.withdrawn import LISTED, check_withdrawn
from jamstack.model import HomeFront
from tests.builders import make_article, make_edition, make_moment
from tests.checks.builders import make_draft, make_linking_body, make_related_body, printed


def found(*articles, **values):
    return printed(check_withdrawn(make_edition(*articles, **values)))


def pointers(target="one"):
    return (
        make_article("a", related=(target,), lines={"related": 6}),
        make_article("b", body=make_related_body("", target)),
    )


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (make_draft("one"), "a draft"),
        (make_article("one", embargo=make_moment("2026-12-01")), "embargoed"),
    ],
)
def test_all_that_point_to_a_story_that_was_withdrawn_are_listed_together(target, why):
    linking = make_article("c", body=make_linking_body("articles/2026/one.md"))
    front = HomeFront(path="fronts/home.yml", lead="one", lines={"lead": 2})

    assert [
        f"articles/2026/one.md: is {why}, but 4 places name it\n"
        "hint: named at `articles/2026/a.md:6`, `articles/2026/b.md:12`, `articles/2026/c.md:9`,"
        " `fronts/home.yml:2`"
    ] == found(*pointers(), linking, target, front=front)


def test_all_that_point_to_a_story_that_was_deleted_are_listed_together():
    assert [
        "articles: has no story `one`, which 2 places name\n"
        "hint: named at `articles/2026/a.md:6`, `articles/2026/b.md:12`"
    ] == found(*pointers())


def test_one_place_alone_has_a_fault_of_its_own():
    assert [] == found(pointers()[0], make_draft("one"))


def test_a_story_that_readers_see_is_no_finding():
    assert [] == found(*pointers(), make_article("one"))


def test_what_drafts_point_to_does_not_count():
    drafts = [make_draft(slug, related=("one",)) for slug in ("a", "b")]

    assert [] == found(*drafts, make_draft("one"))


def test_a_preview_shows_all_stories():
    assert [] == found(*pointers(), make_draft("one"), is_preview=True)


def test_a_file_that_could_not_be_read_was_not_deleted():
    assert [] == found(*pointers(), unread=("articles/2026/one.md",))


def test_a_long_list_ends_with_a_count():
    many = [make_article(f"s{n:03d}", related=("one",)) for n in range(LISTED + 2)]

    (told,) = found(*many)

    assert told.endswith("`articles/2026/s049.md` and 2 more")
