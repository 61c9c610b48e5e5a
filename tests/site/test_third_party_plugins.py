"""Third-party plugins beside our theme: they get their signals, and our pages stay ours."""

import pytest

from jamstack.press.reading import read_content

from .builders import NOW, make_site, snapshot, story, write_settings
from .ordinary import FILES, FROM_PYPI, OURS, build, by_pelican, edit

PLUGINS = [OURS, "neighbors"]
SETS = [*((name,) for name in FROM_PYPI), FROM_PYPI]
"""Each alone, and all together."""
PUT_BACK = (
    "sitemap.xml: warning: was changed by a plugin after it was made; it was put back\n"
    "hint: have the plugin write another file, or take it out of `PLUGINS`\n"
)
BUSYBODY = """
from pathlib import Path

from pelican import signals


def meddle(pelican):
    output = Path(pelican.output_path)
    for path in (*PATHS, *output.glob("images/crane-*-640.jpg")):
        (output / path).write_bytes(b"mine")
    (output / "robots.txt").unlink()
    # Written anew with the bytes that it had.
    home = output / "index.html"
    home.write_bytes(home.read_bytes())


PATHS = ("stories/ferry/index.html", "feed.xml", "theme/css/paper.css", "of-its-own.txt")


def register():
    signals.finalized.connect(meddle)
"""
OVERRIDE = """{% extends "!theme/story.html" %}
{% block content %}
{{ super() }}
{% if article.next_article %}
<p class="newer">Newer: {{ article.next_article.title }}</p>
{% endif %}
{% endblock %}
"""


def told(*paths):
    """What is told of files that were put back."""
    return "".join(PUT_BACK.replace("sitemap.xml", path) for path in paths)


def build_with(site, names):
    """Build with these plugins; what `sitemap` does is told each time."""
    ran = site.run("invoke", "build", "--now", NOW)
    assert (0, PUT_BACK if "sitemap" in names else "") == (ran.code, ran.errors)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The files of a newsroom without other plugins: (as it is, and after the edit)."""
    site = make_site(tmp_path_factory.mktemp("plain"), FILES)
    build(site)
    before = snapshot(site.output)
    edit(site)
    build(site)
    return before, snapshot(site.output)


class TestThePelicanCommand:
    def test_it_makes_the_same_bytes_also_after_an_edit(self, tmp_path, plain):
        site = make_site(tmp_path, FILES)

        before = by_pelican(site, "by-pelican")
        edit(site)

        assert plain == (before, by_pelican(site, "by-pelican"))

    def test_it_goes_on_where_invoke_left_off(self, tmp_path, plain):
        site = make_site(tmp_path, FILES)
        build(site)
        unchanged = {
            path: (site.output / path).stat().st_mtime_ns for path in snapshot(site.output)
        }

        by_pelican(site, "output")
        after = {path: (site.output / path).stat().st_mtime_ns for path in snapshot(site.output)}
        edit(site)

        assert unchanged == after
        assert plain[1] == by_pelican(site, "output")


class TestAThirdPartyPlugin:
    @pytest.mark.parametrize("names", SETS, ids=" ".join)
    def test_it_changes_no_byte_where_no_template_asks(self, tmp_path, plain, names):
        site = make_site(tmp_path, FILES, pelican={"PLUGINS": [OURS, *names]})

        build_with(site, names)
        before = snapshot(site.output)
        edit(site)
        build_with(site, names)

        assert plain == (before, snapshot(site.output))

    def test_pelican_builds_the_same_with_them_also_after_an_edit(self, tmp_path, plain):
        site = make_site(tmp_path, FILES, pelican={"PLUGINS": [OURS, *FROM_PYPI]})

        before = by_pelican(site, "by-pelican")
        edit(site)
        after = by_pelican(site, "by-pelican")

        assert plain == (before, after)

    def test_taken_out_again_it_leaves_nothing_behind(self, tmp_path, plain):
        site = make_site(tmp_path, FILES, pelican={"PLUGINS": [OURS, *FROM_PYPI]})
        build_with(site, FROM_PYPI)
        write_settings(site)

        build(site)

        assert plain[0] == snapshot(site.output)

    def test_a_plugins_sitemap_does_not_take_the_place_of_ours(self, tmp_path):
        """It lists what Pelican's own writer wrote, which is nothing here."""
        site = make_site(tmp_path, FILES, pelican={"PLUGINS": [OURS, "sitemap"]})

        ran = site.run("invoke", "build", "--now", NOW)

        assert (0, PUT_BACK) == (ran.code, ran.errors)
        assert "<loc>http://localhost:8000/stories/quay/</loc>" in site.read("sitemap.xml")

    def test_whatever_it_changes_or_removes_is_put_back(self, tmp_path, plain):
        pelican = {"PLUGINS": [OURS, "busybody"], "PLUGIN_PATHS": ["plugins"]}
        site = make_site(tmp_path, FILES, pelican=pelican)
        plugins = tmp_path / "pelican-app" / "plugins"
        plugins.mkdir()
        (plugins / "busybody.py").write_text(BUSYBODY, encoding="utf-8")

        ran = site.run("invoke", "build", "--now", NOW)

        (picture,) = (site.output / "images").glob("crane-*-640.jpg")
        changed = ("feed.xml", f"images/{picture.name}", "robots.txt", "stories/ferry/index.html")
        assert (0, told(*changed, "theme/css/paper.css")) == (ran.code, ran.errors)
        assert {**plain[0], "of-its-own.txt": b"mine"} == snapshot(site.output)

    def test_a_file_of_its_own_stays_and_is_told_the_next_time(self, tmp_path):
        pelican = {"PLUGINS": [OURS, "sitemap"], "SITEMAP": {"format": "txt"}}
        site = make_site(tmp_path, FILES, pelican=pelican)
        build(site)

        ran = site.run("invoke", "build", "--now", NOW)

        expected = (
            "sitemap.txt: warning: stands in the output folder, but no build made it; it was left"
            " alone\nhint: remove it by hand, or run `invoke clean`\n"
        )
        assert (0, expected) == (ran.code, ran.errors)
        assert "<loc>http://localhost:8000/stories/quay/</loc>" in site.read("sitemap.xml")

    def test_a_template_shows_the_time_that_reading_takes(self, tmp_path):
        overrides = tmp_path / "overrides"
        overrides.mkdir()
        text = OVERRIDE.partition("{% if")[0] + "<p>{{ article.readtime_string }}</p>{% endblock %}"
        (overrides / "story.html").write_text(text, encoding="utf-8")
        pelican = {
            "PLUGINS": [OURS, "readtime"],
            "THEME_TEMPLATES_OVERRIDES": [str(overrides)],
        }
        site = make_site(
            tmp_path, {"articles/2026/long.md": story("Word. " * 450)}, pelican=pelican
        )

        build(site)

        assert "<p>2 minutes</p>" in site.read("stories/long/index.html")
        assert "<p>0 minutes</p>" in site.read("stories/ferry/index.html")

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

        monkeypatch.setattr("jamstack.press.examining.read_content", reading)
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
