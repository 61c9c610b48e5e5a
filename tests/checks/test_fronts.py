import pytest

from jamstack.checks.fronts import check_fronts
from jamstack.model import HomeFront
from tests.builders import make_article, make_edition, make_moment
from tests.checks.builders import make_draft, printed

PATH = "fronts/home.yml"
LINES = {"lead": 1, "top": 2, "order": 3, "sections": 4}


def found(*articles, is_preview=False, unread=(), **values):
    front = HomeFront(path=PATH, lines=LINES, **values)
    edition = make_edition(*articles, front=front, is_preview=is_preview, unread=unread)
    return printed(check_fronts(edition))


def test_an_empty_front_is_right():
    assert [] == found()


def test_a_front_of_published_stories_is_right():
    assert [] == found(
        make_article(),
        lead="bridge",
        top=("bridge",),
        order=("sea",),
        sections={"sea": ("bridge",)},
    )


def test_unknown_stories_are_faults():
    assert [
        f"{PATH}:1: `lead`: names `brigde`, which is no story\n"
        "hint: did you mean `bridge` (“Story bridge”)?",
        f"{PATH}:2: `top`: names `xyz`, which is no story\nhint: the slug is the story's file name",
        f"{PATH}:4: `sections.sea`: names `xyz`, which is no story\n"
        "hint: the slug is the story's file name",
    ] == found(make_article(), lead="brigde", top=("xyz",), sections={"sea": ("bridge", "xyz")})


@pytest.mark.parametrize(
    ("article", "why"),
    [
        (make_draft("one"), "a draft"),
        (make_article("one", date=make_moment("2027-01-01")), "embargoed"),
    ],
)
def test_stories_that_readers_may_not_see_are_faults(article, why):
    assert [
        f"{PATH}:1: `lead`: names `one`, which is {why} (`articles/2026/one.md`)\n"
        "hint: publish that story first, or name another"
    ] == found(article, lead="one")


def test_on_a_preview_a_draft_may_lead():
    assert [] == found(make_draft("one"), lead="one", is_preview=True)


def test_a_story_that_could_not_be_read_is_not_missing():
    assert [] == found(lead="one", unread=("articles/2026/one.md",))


def test_unknown_sections_are_faults():
    assert [
        f"{PATH}:3: `order`: names `twon`, expected a declared section\nhint: did you mean `town`?",
        f"{PATH}:4: `sections`: names `xyz`, expected a declared section\n"
        "hint: declared: town, sea",
    ] == found(order=("sea", "twon"), sections={"xyz": ()})
