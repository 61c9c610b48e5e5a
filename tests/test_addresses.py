import pytest

from jamstack import addresses
from jamstack.model import Moment
from tests.builders import make_article, make_moment, make_settings


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("stories/{slug}/", "stories/bridge/"),
        ("{section}/{slug}/", "town/bridge/"),
        ("{month}/{slug}/", "11/bridge/"),
        ("{section}/{year}/{month}/{slug}/", "town/2026/11/bridge/"),
    ],
)
def test_a_story_lives_where_the_setting_says(pattern, url):
    assert url == addresses.article_url(make_article(), make_settings(article_url=pattern))


def test_the_year_is_the_newsrooms():
    late = Moment(at=make_moment("2026-12-31T23:30").at, has_time=True)
    settings = make_settings(article_url="{year}/{month}/{slug}/", timezone="Asia/Tokyo")

    assert "2027/01/bridge/" == addresses.article_url(make_article(date=late), settings)


def test_everything_has_its_address():
    assert ("town/", "authors/mira/", "tags/sao-joao/", "about/") == (
        addresses.section_url("town"),
        addresses.author_url("mira"),
        addresses.tag_url("São João"),
        addresses.page_url("about"),
    )
    assert ("archive/0999/", "archive/2026/03/") == (
        addresses.year_url(999),
        addresses.month_url(2026, 3),
    )


@pytest.mark.parametrize(("number", "url"), [(1, "town/"), (2, "town/page/2/")])
def test_the_first_page_of_a_list_has_no_number(number, url):
    assert url == addresses.numbered_url("town/", number)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("", "index.html"),
        ("town/", "town/index.html"),
        ("feed.xml", "feed.xml"),
        ("404.html", "404.html"),
    ],
)
def test_a_folder_is_served_by_its_index(url, path):
    assert path == addresses.output_path(url)
