from datetime import UTC, datetime

from jamstack.deploy.due import due
from jamstack.model import Status

from ..builders import NOW, make_article, make_moment, make_settings

SETTINGS = make_settings()


def find(*articles, published=(), since=None, now=NOW):
    return due(
        articles,
        settings=SETTINGS,
        now=now,
        since=since,
        is_out=lambda page: page in published,
    )


def page(slug):
    return f"stories/{slug}/index.html"


def embargoed(slug, until):
    return make_article(slug, embargo=make_moment(until))


def test_an_embargo_that_has_passed_is_due_until_its_story_is_out():
    article = embargoed("ferry", "2026-11-22T11:00")

    assert ["ferry.md"] == [story.path.split("/")[-1] for story in find(article).overdue]
    assert find(article).is_deploy_needed
    assert not find(article, published=[page("ferry")]).is_deploy_needed


def test_an_embargo_that_ends_this_second_is_due():
    assert find(embargoed("ferry", "2026-11-22T12:00")).is_deploy_needed


def test_what_is_to_come_is_told_earliest_first():
    found = find(
        embargoed("later", "2026-12-24T18:00"),
        embargoed("soon", "2026-11-22T12:01"),
    )

    assert ["stories/soon/index.html", "stories/later/index.html"] == [
        story.page for story in found.upcoming
    ]
    assert datetime(2026, 11, 22, 12, 1, tzinfo=UTC) == found.next_at
    assert not found.is_deploy_needed


def test_a_story_dated_in_the_future_is_to_come():
    assert [page("x")] == [
        s.page for s in find(make_article("x", date=make_moment("2026-12-01"))).upcoming
    ]


def test_a_draft_is_never_due():
    article = make_article("ferry", status=Status.DRAFT, embargo=make_moment("2026-11-01"))

    found = find(article, make_article("x", status=Status.DRAFT, date=make_moment("2027-01-01")))

    assert ((), ()) == (found.overdue, found.upcoming)
    assert found.next_at is None


def test_what_was_out_when_the_live_site_was_made_is_not_asked_for():
    asked = []

    def is_out(path):
        asked.append(path)
        return False

    found = due(
        [make_article("old"), embargoed("new", "2026-11-22T11:00")],
        settings=SETTINGS,
        now=NOW,
        since=datetime(2026, 11, 21, tzinfo=UTC),
        is_out=is_out,
    )

    assert [page("new")] == asked == [story.page for story in found.overdue]


def test_a_story_is_told_with_its_address_and_headline():
    (found,) = find(embargoed("ferry", "2026-11-22T11:00")).overdue

    assert ("https://herald.example/paper/stories/ferry/", "Story ferry") == (
        found.url,
        found.title,
    )
