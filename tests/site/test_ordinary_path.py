"""Third-party plugins and stock themes: Pelican's own path, on which all promises hold too."""

import re

import lxml.html
import pytest

from jamstack.press.reading import read_content

from .builders import NOW, make_site, picture, snapshot, story, write_settings
from .walking import active_content

PLUGINS = ["jamstack.pelican_plugin", "neighbors"]
OVERRIDE = """{% extends "!theme/story.html" %}
{% block content %}
{{ super() }}
{% if article.next_article %}
<p class="newer">Newer: {{ article.next_article.title }}</p>
{% endif %}
{% endblock %}
"""
FILES = {
    "articles/2026/quay.md": story(
        'The quay is closed.\n\nRELATED: ferry\n\n![A crane](crane.png "The crane | Ana Dias")\n',
        title='"Tide < & Time: <del>old</del> quay"',
        date="2026-11-18",
        section="harbour",
        dek="A dek with < and &",
        tags="[Harbour & Sea, cranes]",
        updated="2026-11-19",
    ),
    "articles/2026/crane.png": picture(),
    "articles/2026/secret.md": story("Hush.\n", title="The secret", status="draft"),
    "pages/about.md": "---\ntitle: About & us\n---\nWho we are.\n",
}


def build(site):
    ran = site.run("invoke", "build", "--now", NOW)
    assert (0, "") == (ran.code, ran.errors)
    return ran


class TestAThirdPartyPlugin:
    def test_it_changes_no_byte_where_no_template_asks(self, tmp_path):
        plain = make_site(tmp_path / "plain", FILES)
        plugged = make_site(tmp_path / "plugged", FILES, pelican={"PLUGINS": PLUGINS})

        build(plain)
        build(plugged)

        assert snapshot(plain.output) == snapshot(plugged.output)

    def test_a_template_shows_what_it_adds(self, tmp_path):
        overrides = tmp_path / "overrides"
        overrides.mkdir()
        (overrides / "story.html").write_text(OVERRIDE, encoding="utf-8")
        pelican = {"PLUGINS": PLUGINS, "THEME_TEMPLATES_OVERRIDES": [str(overrides)]}
        site = make_site(tmp_path, FILES, pelican=pelican)

        build(site)

        quay = site.read("stories/quay/index.html")
        assert '<p class="newer">Newer: The ferry sails again</p>' in quay
        assert 'class="newer"' not in site.read("stories/ferry/index.html")

    def test_the_content_is_read_once(self, tmp_path, monkeypatch):
        site = make_site(tmp_path, FILES, pelican={"PLUGINS": PLUGINS})
        read = []

        def reading(folder, **named):
            read.append(folder)
            return read_content(folder, **named)

        monkeypatch.setattr("jamstack.press.build.read_content", reading)
        ran = site.build()

        assert 0 == ran.code
        assert [site.content] == read

    def test_its_text_is_escaped_once(self, tmp_path):
        overrides = tmp_path / "overrides"
        overrides.mkdir()
        text = OVERRIDE.replace("next_article", "prev_article").replace("Newer", "Older")
        (overrides / "story.html").write_text(text, encoding="utf-8")
        pelican = {"PLUGINS": PLUGINS, "THEME_TEMPLATES_OVERRIDES": [str(overrides)]}
        site = make_site(tmp_path, FILES, pelican=pelican)

        build(site)

        expected = "Older: Tide &lt; &amp; Time: &lt;del&gt;old&lt;/del&gt; quay</p>"
        assert expected in site.read("stories/ferry/index.html")

    def test_a_plugin_that_is_not_there_stops_the_build(self, tmp_path):
        site = make_site(tmp_path, pelican={"PLUGINS": ["jamstack.pelican_plugin", "nabors"]})

        ran = site.run("invoke", "build", "--now", NOW)

        expected = (
            "pelicanconf.py: `PLUGINS`: names `nabors`, which cannot be loaded\n"
            "hint: install it, or correct its name in `PLUGINS`\n"
        )
        assert (1, True) == (ran.code, ran.errors.endswith(expected))
        assert "Traceback" not in ran.errors
        assert not site.output.exists()


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
