import pytest

from jamstack.checks.related import check_related
from jamstack.values import replace
from tests.builders import make_article, make_edition, make_moment
from tests.checks.builders import make_draft, make_linking_body, make_related_body, printed

PATH = "articles/2026/bridge.md"


def found(article, *others, **values):
    return printed(check_related(make_edition(article, *others, **values)))


def test_published_targets_are_right():
    article = make_article(body=make_related_body("one", ""), related=("two",))

    assert [] == found(article, make_article("one"), make_article("two"))


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("onne", "did you mean `one` (“Story one”)?"),
        ("xyz", "name it by its slug, headline, file or address"),
    ],
)
def test_an_unknown_target_is_a_fault_with_the_nearest(target, hint):
    article = make_article(
        body=make_related_body("one", target), related=(target,), lines={"related": 6}
    )

    assert [
        f"{PATH}:12: `RELATED:` names `{target}`, which is no story\nhint: {hint}",
        f"{PATH}:6: `related`: names `{target}`, which is no story\nhint: {hint}",
    ] == found(article, make_article("one"))


def test_the_three_nearest_are_told_by_slug_and_headline():
    article = make_article(title="X", body=make_related_body("Ferry strike ends toady"))
    others = (
        make_article("strike", title="Ferry strike ends today"),
        make_article("strike-begins", title="Ferry strike begins today"),
        make_article("tides", title="Ferry strike ends Monday"),
        make_article("ferries", title="Ferry strikes end"),
        make_draft("secret", title="Ferry strike ends toady!"),
    )

    assert [
        f"{PATH}:11: `RELATED:` names `Ferry strike ends toady`, which is no story\n"
        "hint: did you mean `strike` (“Ferry strike ends today”), `tides` (“Ferry strike ends"
        " Monday”) or `strike-begins` (“Ferry strike begins today”)?"
    ] == found(article, *others)


def test_a_headline_that_was_changed_is_found_by_the_slug_it_left_behind():
    article = make_article(title="X", body=make_related_body("Council votes on the bridge"))
    voted = make_article("council-votes-on-the-bridge", title="Eleven to six: it stays shut")

    assert [
        f"{PATH}:11: `RELATED:` names `Council votes on the bridge`, which is no story\n"
        "hint: did you mean `council-votes-on-the-bridge` (“Eleven to six: it stays shut”)?"
    ] == found(article, voted)


def test_a_headline_of_two_stories_is_a_fault_that_names_both():
    article = make_article(title="X", body=make_related_body("Letters"))
    one, two = make_article("one", title="Letters"), make_article("two", title="letters")

    assert [
        f"{PATH}:11: `RELATED:` names `Letters`, the headline of `one` (`articles/2026/one.md`)"
        " and `two` (`articles/2026/two.md`)\nhint: name the one meant by its slug"
    ] == found(article, one, two)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (make_draft("one"), "a draft"),
        (make_article("one", embargo=make_moment("2026-12-01")), "embargoed"),
        (make_article("one", date=make_moment("2026-12-01")), "embargoed"),
    ],
)
def test_a_target_that_readers_may_not_see_is_a_fault(target, why):
    article = make_article(title="X", body=make_related_body("one"))

    assert [
        f"{PATH}:11: `RELATED:` names `one`, which is {why} (`articles/2026/one.md`)\n"
        "hint: publish that story first, or name another: `once` (“Story once”)"
    ] == found(article, target, make_article("once"))


def test_a_story_that_two_lines_name_is_a_warning_at_the_second():
    article = make_article(body=make_related_body("one", "one"))

    assert [
        f"{PATH}:12: warning: `RELATED:` names `one`, which another line names already; it is shown"
        " once\nhint: remove one of the two"
    ] == found(article, make_article("one"))


def test_a_story_that_the_text_links_to_is_a_warning_at_its_line_and_its_pin():
    body = make_linking_body("articles/2026/one.md")
    body = replace(body, blocks=make_related_body("one").blocks)
    article = make_article(body=body, related=("one",), lines={"related": 6})

    assert [
        f"{PATH}:11: warning: `RELATED:` names `one`, which the text links to already; it is shown"
        " once\nhint: remove one of the two",
        f"{PATH}:6: warning: `related`: names `one`, which the text links to already; it is shown"
        " once\nhint: remove one of the two",
    ] == found(article, make_article("one"))


@pytest.mark.parametrize("path", ["/stories/one/", "/old/one/"])
def test_a_link_by_address_counts_too(path):
    article = make_article(body=make_linking_body(path), related=("one",))

    assert [
        f"{PATH}: warning: `related`: names `one`, which the text links to already; it is shown"
        " once\nhint: remove one of the two"
    ] == found(article, make_article("one", aliases=("old/one",)))


def test_a_pin_that_a_line_names_or_another_pin_is_a_warning():
    article = make_article(
        body=make_related_body("one"), related=("one", "two", "two"), lines={"related": 6}
    )

    assert [
        f"{PATH}:6: warning: `related`: names `one`, which another line names already; it is shown"
        " once\nhint: remove one of the two",
        f"{PATH}:6: warning: `related`: names `two`, which is pinned already; it is shown once\n"
        "hint: remove one of the two",
    ] == found(article, make_article("one"), make_article("two"))


def test_a_part_of_the_storys_own_series_is_a_warning():
    article = make_article(series="The Bay", related=("one",))

    assert [
        f"{PATH}: warning: `related`: names `one`, which the list of the series shows already; it"
        " is shown once\nhint: remove one of the two"
    ] == found(article, make_article("one", series="The Bay"))


def test_a_number_of_lines_beside_lines_in_the_text_is_a_warning():
    article = make_article(
        body=make_related_body(""), related_inline=0, lines={"related_inline": 7}
    )

    assert [
        f"{PATH}:7: warning: `related_inline`: has no effect, as `RELATED:` lines stand in the"
        " text\nhint: remove the field, or the lines"
    ] == found(article)


def test_the_story_itself_is_a_fault():
    article = make_article(body=make_related_body("bridge"), related=("bridge",))

    assert [
        f"{PATH}:11: `RELATED:` names the story itself\nhint: name another story",
        f"{PATH}: `related`: names the story itself\nhint: name another story",
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
