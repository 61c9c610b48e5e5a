from datetime import UTC, datetime

from jamstack.layout.archive import archive_plans
from jamstack.views import CountedLink, Link

from ..builders import make_article, make_settings
from .builders import at, laid_out, make_paper, slugs_of

NEW_YEAR = make_article("eve", date=at(datetime(2025, 12, 31, 23, 30, tzinfo=UTC)))
STORIES = [
    make_article(slug, date=at(datetime.fromisoformat(f"{day}T12:00+00:00")))
    for slug, day in (
        ("a", "2026-03-02"),
        ("b", "2026-03-01"),
        ("c", "2026-01-09"),
        ("d", "2024-07-07"),
    )
]


def archive(*articles, **values):
    """The pages of the archive by path."""
    paper = make_paper(*articles, **values)
    return laid_out(archive_plans(paper), paper)


def test_a_story_belongs_to_the_year_of_the_zone_of_the_newsroom():
    east = make_settings(timezone="Asia/Tokyo")

    assert "archive/2025/12/index.html" in archive(NEW_YEAR)
    assert "archive/2026/01/index.html" in archive(NEW_YEAR, settings=east)


def test_years_are_newest_first_and_months_january_first():
    pages = archive(*STORIES)

    years = pages["archive/index.html"].page.years
    assert [("2026", 3), ("2024", 1)] == [(year.name, year.count) for year in years]
    assert (
        CountedLink(text="January", url="/paper/archive/2026/01/", count=1),
        CountedLink(text="March", url="/paper/archive/2026/03/", count=2),
    ) == years[0].months
    assert ["a", "b", "c"] == slugs_of(pages["archive/2026/index.html"].page.teasers)
    assert ["a", "b"] == slugs_of(pages["archive/2026/03/index.html"].page.teasers)


def test_a_year_leads_to_its_months_and_up_to_the_archive():
    page = archive(*STORIES)["archive/2026/index.html"].page

    assert "2026" == page.name
    assert ["January", "March"] == [month.text for month in page.months]
    assert (Link(text="Archive", url="/paper/archive/"),) == page.parents


def test_a_month_leads_up_to_its_year_and_the_archive():
    page = archive(NEW_YEAR)["archive/2025/12/index.html"].page

    assert "December 2025" == page.name
    assert () == page.months
    assert (
        Link(text="Archive", url="/paper/archive/"),
        Link(text="2025", url="/paper/archive/2025/"),
    ) == page.parents


def test_a_long_month_has_several_pages():
    pages = archive(*STORIES, settings=make_settings(page_size=1))

    assert ["b"] == slugs_of(pages["archive/2026/03/page/2/index.html"].page.teasers)
    assert ["b"] == slugs_of(pages["archive/2026/page/2/index.html"].page.teasers)


def test_an_empty_archive_has_one_page():
    assert ["archive/index.html"] == list(archive())
