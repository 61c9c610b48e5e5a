"""What other programs read of the sample newsroom."""

import feedparser
import pytest
from lxml import etree

from .builders import make_site, story
from .walking import Walk, json_ld


@pytest.fixture(params=["at_the_root", "below_a_path"])
def walk(request):
    return request.getfixturevalue(request.param)


def metas(page, name):
    return page.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")


def indexable(walk):
    """The addresses of the pages that search engines may keep, by their own word."""
    return {
        walk.url(path)
        for path, page in walk.pages.items()
        if metas(page, "robots") != ["noindex"]
        and page.xpath("//link[@rel='canonical']/@href") == [walk.url(path)]
    }


def locations(walk, name):
    tree = etree.fromstring((walk.output / name).read_bytes())
    return tree.xpath("//*[local-name()='loc']/text()")


def test_every_page_has_one_title_and_one_h1(walk):
    counts = {
        path: (len(page.xpath("//head/title")), len(page.xpath("//h1")))
        for path, page in walk.pages.items()
    }

    assert {} == {path: count for path, count in counts.items() if count != (1, 1)}


def test_every_title_says_something(walk):
    assert [] == [
        path for path, page in walk.pages.items() if not page.xpath("string(//title)").strip()
    ]


def test_every_page_but_404_has_a_canonical(walk):
    without = [
        path
        for path, page in walk.pages.items()
        if len(page.xpath("//link[@rel='canonical']")) != 1
    ]

    assert ["404.html"] == without


def test_every_page_says_its_language(walk):
    assert [] == [path for path, page in walk.pages.items() if not page.get("lang")]


def test_the_sitemap_lists_only_pages_that_may_be_indexed(walk):
    listed = locations(walk, "sitemap.xml")

    assert len(set(listed)) == len(listed)
    assert set() == set(listed) - indexable(walk)


def test_the_sitemap_lists_all_of_them_but_lists_continued_and_the_archive_by_date(walk):
    missing = indexable(walk) - set(locations(walk, "sitemap.xml"))

    others = {
        url
        for url in missing
        if "/page/" not in url and not url.startswith(f"{walk.site_url}/archive/")
    }
    assert set() == others


def test_the_news_sitemap_holds_the_stories_of_two_days(tmp_path):
    dates = {"now": "2026-11-22T11:59", "then": "2026-11-20T12:01", "before": "2026-11-20T11:59"}
    files = {f"articles/2026/{name}.md": story(date=date) for name, date in dates.items()}
    site = make_site(tmp_path, {**files, "articles/2026/ferry.md": None})

    assert 0 == site.build().code

    expected = [f"http://localhost:8000/stories/{name}/" for name in ("now", "then")]
    assert expected == locations(Walk(site.output, "http://localhost:8000"), "news-sitemap.xml")


def test_structured_data_of_every_story_names_its_headline(walk):
    for path, page in walk.pages.items():
        if metas(page, "og:type") != ["article"]:
            continue
        (graph,) = json_ld(page)
        article = graph["@graph"][0]
        assert metas(page, "og:title") == [article["headline"]], path
        assert article["@type"].endswith(("Article", "Posting")), path
        assert article["author"], path


def test_structured_data_of_every_page_has_its_context(walk):
    for path, page in walk.pages.items():
        for graph in json_ld(page):
            assert graph["@context"] == "https://schema.org", path


def test_every_feed_can_be_parsed_and_says_what_it_is(walk):
    feeds = [path for path in walk.files if path.endswith(("feed.xml", "atom.xml"))]

    assert len(feeds) >= 14
    for path in feeds:
        feed = feedparser.parse((walk.output / path).read_bytes())
        assert not feed.bozo, path
        assert feed.feed.title, path
        assert len({entry.id for entry in feed.entries}) == len(feed.entries), path


def test_both_feeds_of_the_site_hold_the_same_stories_by_the_same_people(walk):
    rss = feedparser.parse((walk.output / "feed.xml").read_bytes())
    atom = feedparser.parse((walk.output / "atom.xml").read_bytes())

    def told(feed):
        return [
            (entry.id, entry.title, entry.link, [author.name for author in entry.authors])
            for entry in feed.entries
        ]

    assert len(rss.entries) == 30
    assert told(atom) == told(rss)


def test_bylines_agree_on_the_page_in_structured_data_and_in_feeds(walk):
    by_url = {
        entry.link: [author.name for author in entry.authors]
        for entry in feedparser.parse((walk.output / "feed.xml").read_bytes()).entries
    }
    compared = 0
    for path, page in walk.pages.items():
        names = by_url.get(walk.url(path))
        if names is None:
            continue
        compared += 1
        (graph,) = json_ld(page)
        assert names == [author["name"] for author in graph["@graph"][0]["author"]], path
        assert [", ".join(names)] == metas(page, "author"), path
    assert compared == 30


def test_an_alias_redirects_and_says_where_the_story_is(walk):
    redirects = {
        path: page
        for path, page in walk.pages.items()
        if page.xpath("//meta[@http-equiv='refresh']")
    }

    assert redirects
    for path, page in redirects.items():
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert ["noindex"] == metas(page, "robots"), path
        assert page.xpath("//a/@href"), path
        assert canonical in indexable(walk), path
