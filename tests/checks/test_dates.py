import pytest

from jamstack.checks.dates import check_dates
from jamstack.model import Notice, Status

from ..builders import make_article, make_edition, make_moment


def make_notice(date):
    return Notice(date=make_moment(date), text="The name was wrong.")


def texts(*articles, **values):
    return [str(finding) for finding in check_dates(make_edition(*articles, **values))]


def test_moments_that_have_come_are_right():
    article = make_article(
        updated=make_moment("2026-11-22T12:00"),
        corrections=(make_notice("2026-11-21"),),
        updates=(make_notice("2026-11-22"),),
    )

    assert [] == texts(article)


def test_an_update_ahead_of_the_edition_is_a_fault():
    article = make_article(updated=make_moment("2026-11-22T12:01"), lines={"updated": 4})

    expected = (
        "articles/2026/bridge.md:4: `updated`: is `2026-11-22 12:01+00:00`, which has not come yet"
        "\nhint: readers would be told of it too early; correct the time"
    )
    assert [expected] == texts(article)


@pytest.mark.parametrize("field", ["corrections", "updates"])
def test_a_notice_ahead_of_the_edition_is_a_fault(field):
    notices = (make_notice("2026-11-20"), make_notice("2026-11-23"))
    article = make_article(lines={field: 9}, **{field: notices})

    expected = (
        f"articles/2026/bridge.md:9: `{field}[1].date`: is `2026-11-23`, which has not come yet"
        "\nhint: readers would be told of it too early; correct the time"
    )
    assert [expected] == texts(article)


def test_an_update_before_the_story_is_a_fault():
    article = make_article(updated=make_moment("2026-11-19T08:00"), lines={"updated": 4})

    expected = (
        "articles/2026/bridge.md:4: `updated`: is `2026-11-19 08:00+00:00`, before `date`,"
        " `2026-11-20`\nhint: correct one of the two"
    )
    assert [expected] == texts(article)


def test_a_draft_may_plan_ahead():
    article = make_article(status=Status.DRAFT, updated=make_moment("2027-01-01"))

    assert [] == texts(article)


def test_a_preview_shows_what_is_planned():
    article = make_article(updated=make_moment("2027-01-01"))

    assert [] == texts(article, is_preview=True)
