import json
import os
import re
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree, html

from ..builders import NOW, story_text
from .builders import snapshot, write_files
from .newsroom import HIDDEN_PATH, OUT, SECRET_WORD, make_newsroom, print_newsroom

SITE = "https://herald.example/paper/"


def leaks(files):
    """What of the secret story stands in paths or bytes."""
    return [path for path, data in files.items() if SECRET_WORD in path.encode() + data.lower()]


def pages(files):
    return {path: html.fromstring(data) for path, data in files.items() if path.endswith(".html")}


class TestNewsroom:
    """Facts of one whole site, made with the project's own theme."""

    def test_the_report_counts_what_was_done(self, built, files):
        _, report = built

        assert (8, 1) == (report.articles, report.hidden)
        assert (len(files), 0, ()) == (report.written, report.kept, report.removed)
        assert () == report.warnings
        assert report.pages == len(pages(files))
        assert report.pictures == sum(path.startswith(("cards/", "images/")) for path in files)

    def test_nothing_of_a_draft_is_in_any_byte(self, files):
        assert [] == leaks(files)

    def test_there_is_everything_a_site_needs(self, files):
        assert set(files) > {
            "index.html",
            "404.html",
            "stories/ferry/index.html",
            "town/index.html",
            "sea/index.html",
            "sea/page/2/index.html",
            "tags/index.html",
            "tags/tide/index.html",
            "tags/harbour-bridge/index.html",
            "authors/index.html",
            "authors/mira/index.html",
            "archive/index.html",
            "archive/2025/index.html",
            "archive/2025/03/page/2/index.html",
            "about/index.html",
            "old/bridge/index.html",
            "feed.xml",
            "atom.xml",
            "sea/feed.xml",
            "sitemap.xml",
            "news-sitemap.xml",
            "robots.txt",
            "manifest.webmanifest",
            "favicon.ico",
            "theme/css/paper.css",
        }

    def test_every_link_on_the_site_leads_to_a_file(self, files):
        missing = set()
        for path, page in pages(files).items():
            base = urljoin(SITE, path.removesuffix("index.html"))
            addresses = [*page.xpath("//@href"), *page.xpath("//@src")]
            for srcset in page.xpath("//@srcset"):
                addresses += [part.split()[0] for part in srcset.split(", ")]
            for address in addresses:
                whole = urlsplit(urljoin(base, address))
                if f"{whole.scheme}://{whole.netloc}" != "https://herald.example":
                    continue
                assert whole.path.startswith("/paper/"), (path, address)
                target = whole.path.removeprefix("/paper/")
                target = f"{target}index.html" if target.endswith("/") or not target else target
                if target not in files:
                    missing.add((path, address))

        assert set() == missing

    def test_every_page_has_one_title_one_heading_and_its_address(self, files):
        for path, page in pages(files).items():
            assert 1 == len(page.xpath("//title")), path
            assert 1 == len(page.xpath("//h1")), path
            if path not in ("404.html", "old/bridge/index.html"):
                expected = urljoin(SITE, path.removesuffix("index.html"))
                assert [expected] == page.xpath("//link[@rel='canonical']/@href")

    def test_structured_data_can_be_read_on_every_page_that_has_them(self, files):
        scripts = {
            path: page.xpath("//script[@type='application/ld+json']/text()")
            for path, page in pages(files).items()
        }
        for found in scripts.values():
            for script in found:
                assert "https://schema.org" == json.loads(script)["@context"]

        nodes = json.loads(scripts["stories/bridge/index.html"][0])["@graph"]
        assert ["Mira Solberg"] == [author["name"] for author in nodes[0]["author"]]
        assert ["Ben Ashe"] == [person["name"] for person in nodes[0]["contributor"]]

    def test_feeds_and_sitemaps_are_well_formed(self, files):
        for path, data in files.items():
            if path.endswith(".xml"):
                etree.fromstring(data)
            if path.endswith(("feed.xml", "atom.xml")):
                assert not feedparser.parse(data).bozo
        assert 8 == len(feedparser.parse(files["feed.xml"]).entries)

    def test_an_old_address_sends_readers_on(self, files):
        page = pages(files)["old/bridge/index.html"]

        (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
        assert refresh.endswith("/paper/stories/bridge/")
        assert [f"{SITE}stories/bridge/"] == page.xpath("//link[@rel='canonical']/@href")

    def test_the_byline_is_the_same_on_the_page_and_in_the_feed(self, files):
        page = pages(files)["stories/bridge/index.html"]
        entries = feedparser.parse(files["atom.xml"]).entries
        (entry,) = [entry for entry in entries if entry.title == "The bridge reopens"]

        assert "By Mira Solberg; photographs by Ben Ashe" in " ".join(page.text_content().split())
        assert ["Mira Solberg"] == page.xpath("//meta[@name='author']/@content")
        assert ["Mira Solberg"] == [author.name for author in entry.authors]

    def test_text_is_escaped_once(self, files):
        page = pages(files)["stories/bridge/index.html"]

        assert ["Ten & more <years>"] == page.xpath("//meta[@name='description']/@content")

    def test_made_pictures_carry_no_name_of_another_folder(self, files):
        names = [path for path in files if path.startswith("images/")]

        assert {"gull", "mira", "pier"} == {
            re.match(r"images/([a-z]+)-", name)[1] for name in names
        }


class TestAgain:
    def test_the_same_clock_gives_the_same_bytes_and_writes_nothing(self, built, tmp_path):
        project, report = built
        before = snapshot(project.output)
        copy = replace(project, output=tmp_path / "output", store=tmp_path / "cache")
        first = print_newsroom(copy)
        times = {path: path.stat().st_mtime_ns for path in copy.output.rglob("*")}

        second = print_newsroom(copy)

        assert before == snapshot(copy.output)
        assert (report.written, 0) == (first.written, first.kept)
        assert (0, report.written) == (second.written, second.kept)
        assert times == {path: path.stat().st_mtime_ns for path in copy.output.rglob("*")}

    def test_the_order_of_the_file_system_does_not_matter(self, built, tmp_path, monkeypatch):
        project, _ = built
        walk = os.walk

        def backwards(*arguments, **options):
            for directory, folders, names in walk(*arguments, **options):
                yield directory, folders, sorted(names, reverse=True)

        monkeypatch.setattr(os, "walk", backwards)
        copy = replace(project, output=tmp_path / "output", store=tmp_path / "cache")

        print_newsroom(copy)

        assert snapshot(project.output) == snapshot(copy.output)

    def test_a_story_turned_draft_disappears_from_every_byte(self, built, tmp_path):
        project = make_newsroom(tmp_path, OUT)
        published = print_newsroom(project)
        assert "stories/zqxj-secret/index.html" in leaks(snapshot(project.output))
        write_files(
            project.content,
            {HIDDEN_PATH: OUT[HIDDEN_PATH].replace("---\n", "---\nstatus: draft\n", 1)},
        )

        report = print_newsroom(project)

        assert [] == leaks(snapshot(project.output))
        assert snapshot(built[0].output) == snapshot(project.output)
        assert (9, 8) == (published.articles, report.articles)
        assert "stories/zqxj-secret/index.html" in report.removed
        assert [] == [folder for folder in project.output.rglob("*") if "zqxj" in folder.name]

    def test_days_and_times_stay_those_of_the_zone_they_were_written_in(self, tmp_path):
        """In universal time the first of July begins on the last of June."""
        summer = story_text(
            date="2026-07-01T00:30", corrections="[{date: 2026-07-01, text: Ten not nine.}]"
        )
        project = make_newsroom(tmp_path, {"articles/2026/summer.md": summer})
        print_newsroom(project)
        first = snapshot(project.output)
        write_files(project.content, {"articles/2026/summer.md": f"{summer}\nMore.\n"})

        print_newsroom(project)

        for files in (first, snapshot(project.output)):
            page = pages(files)["stories/summer/index.html"]
            (script,) = page.xpath("//script[@type='application/ld+json']/text()")
            assert "2026-07-01T00:30:00+01:00" == json.loads(script)["@graph"][0]["datePublished"]
            (notice,) = json.loads(script)["@graph"][0]["correction"]
            assert "2026-07-01" == notice["datePublished"]
            assert b"<pubDate>Wed, 01 Jul 2026 00:30:00 +0100</pubDate>" in files["feed.xml"]

    def test_an_embargoed_story_is_there_at_its_time(self, tmp_path):
        embargoed = OUT[HIDDEN_PATH].replace("---\n", "---\nembargo: 2026-11-22T12:30Z\n", 1)
        project = make_newsroom(tmp_path, {HIDDEN_PATH: embargoed})

        print_newsroom(project)
        assert [] == leaks(snapshot(project.output))

        print_newsroom(project, now=NOW + timedelta(minutes=30))
        assert "stories/zqxj-secret/index.html" in snapshot(project.output)

    def test_a_preview_shows_and_marks_it_and_turns_robots_away(self, tmp_path):
        project = make_newsroom(tmp_path)

        print_newsroom(project, is_preview=True)

        files = snapshot(project.output)
        page = pages(files)["stories/zqxj-secret/index.html"]
        assert "Draft" in page.text_content()
        assert b"Disallow: /\n" in files["robots.txt"]
        for path, found in pages(files).items():
            assert ["noindex"] == found.xpath("//meta[@name='robots']/@content"), path
