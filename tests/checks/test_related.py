import pytest

from jamstack.checks.related import check_related
from tests.builders import make_article, make_edition, make_moment
from tests.checks.builders import make_draft, make_related_body, printed

PATH = "articles/2026/bridge.md"


def found(article, *others, **values):
    return printed(check_related(make_edition(article, *others, **values)))


def test_published_targets_are_right():
    article = make_article(body=make_related_body("one", ""), related=("one",))

    assert [] == found(article, make_article("one"))


@pytest.mark.parametrize(
    ("target", "hint"),
    [("onne", "did you mean `one`?"), ("xyz", "the slug is the story's file name")],
)
def test_an_unknown_target_is_a_fault_with_the_nearest(target, hint):
    article = make_article(
        body=make_related_body("one", target), related=(target,), lines={"related": 6}
    )

    assert [
        f"{PATH}:6: `related`: names `{target}`, which is no story's slug\nhint: {hint}",
        f"{PATH}:12: `RELATED:` names `{target}`, which is no story's slug\nhint: {hint}",
    ] == found(article, make_article("one"))


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (make_draft("one"), "a draft"),
        (make_article("one", embargo=make_moment("2026-12-01")), "embargoed"),
        (make_article("one", date=make_moment("2026-12-01")), "embargoed"),
    ],
)
def test_a_target_that_readers_may_not_see_is_a_fault(target, why):
    article = make_article(body=make_related_body("one"), related=("one",), lines={"related": 6})

    assert [
        f"{PATH}:6: `related`: names `one`, which is {why} (`articles/2026/one.md`)\n"
        "hint: publish that story first, or name another",
        f"{PATH}:11: `RELATED:` names `one`, which is {why} (`articles/2026/one.md`)\n"
        "hint: publish that story first, or name another",
    ] == found(article, target)


def test_the_story_itself_is_a_fault():
    article = make_article(body=make_related_body("bridge"), related=("bridge",))

    assert [
        f"{PATH}: `related`: names the story itself\nhint: name another story",
        f"{PATH}:11: `RELATED:` names the story itself\nhint: name another story",
    ] == found(article)


def test_a_draft_may_point_to_a_draft():
    assert [] == found(make_draft(related=("one",)), make_draft("one"))


def test_on_a_preview_everything_may_be_pointed_to():
    article = make_article(related=("one",))

    assert [] == found(article, make_draft("one"), is_preview=True)


def test_a_target_whose_file_could_not_be_read_is_not_missing():
    article = make_article(related=("one", "two"))
    unread = ("articles/2026/one.md", "articles/2026/two/index.md")

    assert [] == found(article, unread=unread)
