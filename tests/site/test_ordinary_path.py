"""Stock themes: Pelican's own writer, on which all promises hold too."""

import re

import lxml.html
import pytest

from .builders import NOW, make_site, picture, snapshot, write_settings
from .ordinary import FILES, FROM_PYPI, OURS, build, by_pelican, edit
from .walking import active_content

BESIDE = """{% extends "!simple/article.html" %}
{% block content %}
{{ super() }}
<p>{{ article.next_article.title }}, {{ article.readtime_string }}</p>
{% endblock %}
"""


@pytest.fixture(scope="module")
def simple(tmp_path_factory):
    """A newsroom built with the stock theme `simple`."""
    site = make_site(tmp_path_factory.mktemp("simple"), FILES, pelican={"THEME": "simple"})
    build(site)
    return site


class TestAStockTheme:
    def test_stories_and_pages_stand_at_the_same_addresses(self, simple):
        assert (simple.output / "stories/quay/index.html").is_file()
        assert (simple.output / "stories/ferry/index.html").is_file()
        assert (simple.output / "about/index.html").is_file()

    def test_a_page_holds_the_storys_text(self, simple):
        page = lxml.html.document_fromstring(simple.read("stories/quay/index.html"))

        text = page.text_content()
        assert "The quay is closed." in text
        assert "Tide < & Time: <del>old</del> quay" in text
        assert "Related: The ferry sails again" in text
        assert "The crane Ana Dias" in text

    def test_a_page_shows_the_storys_pictures(self, simple):
        page = lxml.html.document_fromstring(simple.read("stories/quay/index.html"))

        (source,) = page.xpath("//figure/img/@src")
        assert re.fullmatch(r"http://localhost:8000/images/crane-[0-9a-f]+-640\.jpg", source)
        assert (simple.output / source.removeprefix("http://localhost:8000/")).is_file()

    def test_nothing_unpublished_is_there(self, simple):
        published = b"".join(snapshot(simple.output).values())

        assert b"secret" not in published
        assert b"Hush" not in published

    def test_no_source_is_copied(self, simple):
        assert [] == [path for path in snapshot(simple.output) if path.endswith(".md")]

    def test_nothing_in_a_page_could_run(self, simple):
        for path in simple.output.rglob("*.html"):
            page = lxml.html.document_fromstring(path.read_bytes())
            images = [item for item in active_content(page) if not item.startswith("<img src=")]
            assert [] == images, path

    def test_its_own_lists_are_there(self, simple):
        made = set(snapshot(simple.output))

        assert {"index.html", "archives.html", "author/ana-dias.html", "tags.html"} <= made
        assert "tag/harbour-sea.html" in made
        assert "category/harbour-and-sea.html" in made

    def test_pelican_builds_the_same_also_after_an_edit(self, tmp_path):
        site = make_site(tmp_path, FILES, pelican={"THEME": "simple"})
        build(site)
        ours, theirs = snapshot(site.output), by_pelican(site, "by-pelican")
        edit(site)
        build(site)

        assert ours == theirs
        assert snapshot(site.output) == by_pelican(site, "by-pelican")

    def test_plugins_work_as_they_do_for_others(self, tmp_path):
        overrides = tmp_path / "overrides"
        overrides.mkdir()
        (overrides / "article.html").write_text(BESIDE, encoding="utf-8")
        pelican = {
            "THEME": "simple",
            "PLUGINS": [OURS, *FROM_PYPI],
            "THEME_TEMPLATES_OVERRIDES": [str(overrides)],
        }
        site = make_site(tmp_path, FILES, pelican=pelican)
        build(site)

        page = site.read("stories/quay/index.html")
        assert "<p>The ferry sails again, 0 minutes</p>" in page
        listed = re.findall(r"<loc>(.*)</loc>", site.read("sitemap.xml"))
        assert {"http://localhost:8000/stories/quay/", "http://localhost:8000/about/"} <= {*listed}
        assert [] == [address for address in listed if "secret" in address]

    def test_what_a_plugin_wrote_goes_with_the_plugin(self, tmp_path):
        pelican = {"THEME": "simple", "PLUGINS": [OURS, "sitemap"]}
        site = make_site(tmp_path, FILES, pelican=pelican)
        build(site)
        assert (site.output / "sitemap.xml").is_file()
        write_settings(site, pelican={"THEME": "simple"})

        build(site)

        assert not (site.output / "sitemap.xml").exists()

    def test_a_second_build_gives_the_same_pages(self, simple):
        before = snapshot(simple.output)

        build(simple)

        assert before == snapshot(simple.output)

    def test_what_was_done_is_told(self, tmp_path):
        site = make_site(tmp_path, {"pages/about.md": FILES["pages/about.md"]})
        write_settings(site, pelican={"THEME": "simple"})

        ran = build(site)

        made = snapshot(site.output)
        pages = sum(path.endswith(".html") for path in made)
        expected = (
            f"1 story; {pages} pages, 0 picture files\n"
            f"3 files read, {pages} pages rendered, 0 pictures drawn\n"
            f"{len(made)} files written, 0 unchanged, 0 removed in output\n"
        )
        assert ran.output.endswith(expected)


class TestChangingThemes:
    def test_back_to_ours_leaves_no_file_of_the_stock_theme(self, tmp_path):
        site = make_site(tmp_path, FILES)
        build(site)
        ours = snapshot(site.output)
        write_settings(site, pelican={"THEME": "simple"})
        build(site)
        write_settings(site)

        build(site)

        assert ours == snapshot(site.output)

    def test_the_stock_theme_leaves_no_file_of_ours(self, tmp_path):
        site = make_site(tmp_path / "one", FILES)
        build(site)
        write_settings(site, pelican={"THEME": "simple"})
        build(site)
        fresh = make_site(tmp_path / "two", FILES, pelican={"THEME": "simple"})

        build(fresh)

        assert snapshot(fresh.output) == snapshot(site.output)

    def test_a_strangers_file_stays_and_is_told(self, tmp_path):
        site = make_site(tmp_path, pelican={"THEME": "simple"})
        site.output.mkdir()
        (site.output / "CNAME").write_text("bay.example\n", encoding="utf-8")

        ran = site.run("invoke", "build", "--now", NOW)

        expected = (
            "CNAME: warning: stands in the output folder, but no build made it; it was left"
            " alone\nhint: remove it by hand, or run `invoke clean`\n"
        )
        assert (0, expected) == (ran.code, ran.errors)

    def test_a_pelican_that_would_empty_the_output_first_keeps_the_pictures(self, tmp_path):
        pelican = {"THEME": "simple", "DELETE_OUTPUT_DIRECTORY": True}
        site = make_site(tmp_path, FILES, pelican=pelican)

        build(site)

        assert [path for path in snapshot(site.output) if path.startswith("images/")]

    def test_a_damaged_picture_does_not_cost_the_last_site(self, tmp_path):
        site = make_site(tmp_path, FILES, pelican={"THEME": "simple"})
        build(site)
        before = snapshot(site.output)
        assert before

        site.write("articles/2026/crane.png", picture()[:-4000])
        ran = site.run("invoke", "build", "--now", NOW)

        assert 1 == ran.code
        assert before == snapshot(site.output)
