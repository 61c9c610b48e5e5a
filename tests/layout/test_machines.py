import json
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from jamstack.feeds import sitemap
from jamstack.layout import machines
from jamstack.layout.machines import machine_plans
from jamstack.model import Credit, Notice, Status

from ..builders import NOW, make_article, make_author, make_moment, make_page, make_settings
from .builders import at, made, make_paper, make_row

SITE = "https://herald.example/paper/"
PROTOCOL = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def files(*articles, **values):
    paper = make_paper(*articles, **values)
    return made(machine_plans(paper), paper)


def modified(data):
    """When each address was last changed, by its path on the site."""
    found = {}
    for url in etree.fromstring(data).iterfind("s:url", PROTOCOL):
        path = url.findtext("s:loc", namespaces=PROTOCOL).removeprefix(SITE)
        found[path] = url.findtext("s:lastmod", namespaces=PROTOCOL)
    return found


def texts(data, name):
    return [node.text for node in etree.fromstring(data).iterfind(f".//n:{name}", PROTOCOL)]


def test_there_is_a_file_for_each_kind_of_program():
    expected = ["sitemap.xml", "news-sitemap.xml", "robots.txt", "manifest.webmanifest"]

    assert expected == list(files())


class TestSitemap:
    def test_it_holds_every_page_with_its_true_change(self):
        told = (Notice(date=make_moment("2026-11-21T08:00"), text="Wrong name."),)
        article = make_article("ferry", tags=("Night Bus",), corrections=told)

        urls = modified(files(article, pages=(make_page(),))["sitemap.xml"])

        changed = "2026-11-21T08:00:00+00:00"
        assert {
            "": changed,
            "stories/ferry/": changed,
            "town/": changed,
            "sea/": None,
            "about/": None,
            "authors/mira/": None,
            "tags/night-bus/": None,
            "archive/": None,
            "authors/": None,
            "tags/": None,
        } == urls

    def test_an_empty_paper_has_one_too(self):
        assert None is modified(files()["sitemap.xml"])[""]

    def test_a_story_whose_original_is_elsewhere_is_left_to_it(self):
        article = make_article("ferry", canonical="https://first.example/ferry")

        made = files(article)

        assert "stories/ferry/" not in modified(made["sitemap.xml"])
        assert [] == texts(made["news-sitemap.xml"], "title")

    @pytest.mark.parametrize("kind", ["articles", "authors", "pages", "tags"])
    def test_a_paper_of_many_pages_has_one_in_parts(self, monkeypatch, kind):
        monkeypatch.setattr(machines, "MAXIMUM_URLS", 12)
        monkeypatch.setattr(sitemap, "MAXIMUM_URLS", 12)
        names = "abcdefghijkl"
        values = {"authors": (make_author(),)}
        articles = make_row("one", tags=tuple(names) if kind == "tags" else ())
        if kind == "articles":
            articles = make_row(*names)
        elif kind == "authors":
            values["authors"] = (make_author(), *map(make_author, names))
        elif kind == "pages":
            values["pages"] = tuple(map(make_page, names))

        parts = files(*articles, **values)

        expected = ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
        assert expected == [name for name in parts if name.startswith("sitemap")]
        assert 12 == len(modified(parts["sitemap-1.xml"]))
        assert b"<loc>https://herald.example/paper/sitemap-2.xml</loc>" in parts["sitemap.xml"]

    def test_an_author_of_hidden_stories_alone_is_not_in_it(self):
        draft = make_article(status=Status.DRAFT, credits=(Credit(author="eva"),))

        urls = modified(files(draft, authors=(make_author(), make_author("eva")))["sitemap.xml"])

        assert "authors/mira/" in urls
        assert "authors/eva/" not in urls


class TestNewsSitemap:
    def test_it_holds_the_stories_of_two_days(self):
        two_days = timedelta(hours=48)
        stories = (
            make_article("new", title="New", date=at(NOW)),
            make_article("edge", title="Edge", date=at(NOW - two_days)),
            make_article("old", title="Old", date=at(NOW - two_days - timedelta(seconds=1))),
            make_article("later", title="Later", date=at(NOW + timedelta(seconds=1))),
        )

        assert ["New", "Edge"] == texts(files(*stories)["news-sitemap.xml"], "title")

    def test_a_story_in_another_language_says_so(self):
        one, two = make_row("one", "two")
        spanish = make_article("tres", date=at(NOW - timedelta(hours=1)), lang="es")

        data = files(one, two, spanish, settings=make_settings(language="en-GB"))

        assert ["es", "en"] == texts(data["news-sitemap.xml"], "language")[:2]

    def test_it_names_the_newsroom(self):
        data = files(make_article(date=at(NOW)))["news-sitemap.xml"]

        assert ["The Herald"] == texts(data, "name")


class TestRobots:
    def test_everything_may_be_read(self):
        expected = (
            "User-agent: *\nAllow: /\n\n"
            "Sitemap: https://herald.example/paper/sitemap.xml\n"
            "Sitemap: https://herald.example/paper/news-sitemap.xml\n"
        )

        assert expected == files()["robots.txt"].decode()

    def test_a_preview_may_not(self):
        assert "User-agent: *\nDisallow: /\n" == files(is_preview=True)["robots.txt"].decode()


class TestManifest:
    def test_it_tells_of_the_site_within_its_base_path(self):
        settings = make_settings(tagline="News of the bay", language="en-GB")
        colours = {"theme": "#112233", "background": "#445566"}

        manifest = json.loads(files(settings=settings, colours=colours)["manifest.webmanifest"])

        assert {
            "name": "The Herald",
            "short_name": "The Herald",
            "description": "News of the bay",
            "lang": "en-GB",
            "start_url": "/paper/",
            "scope": "/paper/",
            "display": "browser",
            "theme_color": "#112233",
            "background_color": "#445566",
            "icons": [
                {
                    "src": "/paper/theme/icon-192.png?v=2",
                    "sizes": "192x192",
                    "type": "image/png",
                },
                {
                    "src": "/paper/theme/icon-512.png?v=3",
                    "sizes": "512x512",
                    "type": "image/png",
                },
            ],
        } == manifest

    def test_a_theme_may_have_no_icons_and_no_colours(self):
        manifest = json.loads(files(assets={})["manifest.webmanifest"])

        assert [] == manifest["icons"]
        assert ("#ffffff", "#ffffff") == (manifest["theme_color"], manifest["background_color"])


def test_old_stories_have_a_zone_that_programs_can_read():
    settings = make_settings(timezone="Europe/Dublin")
    old = at(datetime(1870, 5, 1, 12, tzinfo=UTC).astimezone(settings.zone))

    urls = modified(files(make_article("old", date=old), settings=settings)["sitemap.xml"])

    assert "1870-05-01T11:35:00-00:25" == urls["stories/old/"]
