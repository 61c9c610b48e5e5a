"""What a build does again, and what it leaves alone."""

import os
import shutil
from dataclasses import replace

import pytest

from jamstack.addresses import FEEDS
from jamstack.errors import Finding, TemplateError
from jamstack.press import run

from ..builders import story_text
from .builders import (
    PlainRenderer,
    age,
    make_project,
    photo,
    plain_build,
    snapshot,
    times,
    write_files,
)
from .rebuilding import BRIDGE, FERRY, FILES, STORY, TOWER, assert_clean, edited, rebuilt


@pytest.fixture
def project(tmp_path):
    """A project that was built once, of files that were written long ago."""
    project = make_project(tmp_path, FILES)
    age(project.content)
    plain_build(project)
    return project


class TestNothingChanged:
    def test_nothing_is_read_rendered_or_written(self, project):
        entries = sorted(project.output.rglob("*"))
        before = [entry.stat().st_mtime_ns for entry in entries]
        renderer = PlainRenderer()

        report = plain_build(project, renderer)

        assert (0, 0, 0, 0, []) == (
            report.read,
            report.rendered,
            report.drawn,
            report.written,
            renderer.rendered,
        )
        assert before == [entry.stat().st_mtime_ns for entry in entries]
        assert len(snapshot(project.output)) == report.kept

    def test_nor_is_where_files_were_written_just_now(self, tmp_path):
        """Their stamps cannot be trusted yet, but their bytes are the same."""
        project = make_project(tmp_path, FILES)
        plain_build(project)

        assert (set(), []) == rebuilt(project)

    def test_the_report_counts_what_it_counted(self, project):
        first = plain_build(replace(project, store=project.store.with_name("other")))

        second = plain_build(project)

        for name in ("articles", "hidden", "pages", "pictures", "warnings"):
            assert getattr(first, name) == getattr(second, name)

    def test_a_preview_in_the_place_of_the_site_is_made_whole(self, project):
        preview = replace(project, is_preview=True)

        plain_build(preview)

        assert_clean(preview)
        plain_build(project)
        assert_clean(project)


class TestOrder:
    def test_what_shows_the_same_stories_is_made_together(self, tmp_path, monkeypatch):
        """The front of a section comes with its newest story, before what shows older ones."""
        renderer = PlainRenderer()
        monkeypatch.setattr(run, "TOGETHER", 1)

        plain_build(make_project(tmp_path, FILES), renderer)

        ferry, bridge = (renderer.rendered.index(("story.html", path)) for path in (FERRY, BRIDGE))
        assert ferry < renderer.rendered.index(("section.html", "")) < bridge


class TestEdits:
    def test_a_body_is_on_its_page_and_in_the_feeds_that_hold_it(self, project):
        edited(project, {BRIDGE: FILES[BRIDGE].replace("Two.", "Two, and three.")})

        written, rendered = rebuilt(project)

        assert [("story.html", BRIDGE)] == rendered
        assert {
            "stories/bridge/index.html",
            *FEEDS,
            *(f"town/{name}" for name in FEEDS),
            *(f"authors/mira/{name}" for name in FEEDS),
        } == written
        assert_clean(project)

    def test_a_title_is_on_every_page_that_shows_it_and_on_no_other(self, project):
        edited(project, {BRIDGE: FILES[BRIDGE].replace("The bridge reopens", "The bridge shuts")})

        written, rendered = rebuilt(project)

        showing = {
            path for path, data in snapshot(project.output).items() if b"The bridge shuts" in data
        }
        cards = {path for path in written if path.startswith("cards/")}
        assert showing | cards == written
        assert 1 == len(cards)
        assert {"index.html", "town/index.html", "tags/tide/index.html"} <= written
        assert "about/index.html" not in written
        assert sum(path.endswith(".html") for path in written) == len(rendered)
        assert_clean(project)

    def test_what_changes_no_view_is_not_rendered(self, project):
        edited(project, {BRIDGE: FILES[BRIDGE].replace("section: town", "section:   'town'")})

        assert (set(), []) == rebuilt(project)
        assert (set(), []) == rebuilt(project)

    def test_another_order_of_free_fields_is_seen(self, project):
        edited(project, {BRIDGE: FILES[BRIDGE].replace("dek: A dek", "extra: {a: 1, b: 2}")})
        rebuilt(project)
        edited(project, {BRIDGE: FILES[BRIDGE].replace("dek: A dek", "extra: {b: 2, a: 1}")})

        written, _ = rebuilt(project)

        assert {"stories/bridge/index.html"} == written
        assert_clean(project)

    def test_a_name_of_an_author_is_on_every_page_with_the_byline(self, project):
        edited(project, {"authors/ben.md": FILES["authors/ben.md"].replace("Ashe", "Asher")})

        written, _ = rebuilt(project)

        assert {"stories/tower/index.html", "authors/ben/index.html"} <= written
        assert {"about/index.html", "sitemap.xml"}.isdisjoint(written)
        assert_clean(project)

    @pytest.mark.parametrize(
        "files",
        [
            pytest.param({FERRY: None, "fronts/home.yml": None}, id="a story goes"),
            pytest.param({"articles/2026/n.md": story_text(STORY, title="N")}, id="a story comes"),
            pytest.param({BRIDGE: FILES[BRIDGE].replace("town", "sea")}, id="another section"),
            pytest.param({BRIDGE: FILES[BRIDGE].replace("[tide]", "[tides]")}, id="another tag"),
            pytest.param({BRIDGE: FILES[BRIDGE].replace("11-20", "11-23")}, id="not out yet"),
            pytest.param({BRIDGE: FILES[BRIDGE].replace("11-20", "10-20")}, id="an older date"),
            pytest.param({BRIDGE: FILES[BRIDGE].replace("mira", "ben")}, id="another author"),
            pytest.param({"fronts/home.yml": "lead: bridge\n"}, id="another lead"),
            pytest.param({"pages/more.md": "---\ntitle: M\n---\nM.\n"}, id="another page"),
            pytest.param({"articles/2026/pier.jpg": photo((90, 90))}, id="another picture"),
        ],
    )
    def test_the_output_is_that_of_a_build_from_nothing(self, project, files):
        rebuilt(edited(project, files))

        assert_clean(project)

    def test_an_edit_after_a_story_has_gone_is_on_every_page(self, project):
        rebuilt(edited(project, {FERRY: None, "fronts/home.yml": None}))

        rebuilt(edited(project, {TOWER: FILES[TOWER] + "Six.\n"}))

        assert_clean(project)

    def test_what_is_undone_is_as_it_was(self, project):
        before = snapshot(project.output)
        rebuilt(edited(project, {BRIDGE: FILES[FERRY], FERRY: None, "fronts/home.yml": None}))

        rebuilt(edited(project, FILES))

        assert before == snapshot(project.output)

    def test_what_is_undone_after_a_build_that_failed_is_as_it_was(self, project):
        """Its pages were made of answers that are not those of any build that ended."""
        before = snapshot(project.output)
        edited(project, {BRIDGE: FILES[BRIDGE].replace("The bridge reopens", "The bridge shuts")})
        broken = PlainRenderer({"tag.html"}, lambda name: Finding(path=name, message="fails"))
        with pytest.raises(TemplateError, match="fails"):
            plain_build(project, broken)
        assert before != snapshot(project.output)

        rebuilt(edited(project, FILES))

        assert before == snapshot(project.output)

    def test_a_page_that_goes_takes_its_folder_with_it(self, project):
        edited(project, {TOWER: None})

        report = plain_build(project)

        assert "stories/tower/index.html" in report.removed
        assert not (project.output / "stories" / "tower").exists()
        assert_clean(project)


class TestTheOutputByHand:
    def test_a_file_that_was_deleted_is_made_again(self, project):
        (project.output / "stories" / "bridge" / "index.html").unlink()

        assert ({"stories/bridge/index.html"}, [("story.html", BRIDGE)]) == rebuilt(project)

    def test_a_file_that_was_changed_is_made_again(self, project):
        file = project.output / "stories" / "bridge" / "index.html"
        data = file.read_bytes()
        file.write_bytes(data.replace(b"Two", b"Six"))

        assert ({"stories/bridge/index.html"}, [("story.html", BRIDGE)]) == rebuilt(project)
        assert data == file.read_bytes()

    def test_a_file_of_the_theme_is_copied_again(self, project):
        (project.output / "theme" / "css" / "paper.css").write_text("b{}", encoding="utf-8")

        assert ({"theme/css/paper.css"}, []) == rebuilt(project)

    def test_a_picture_that_was_deleted_is_copied_again(self, project):
        picture = min((project.output / "images").iterdir())
        picture.unlink()

        assert ({f"images/{picture.name}"}, []) == rebuilt(project)

    def test_a_folder_that_was_deleted_is_made_again(self, project):
        before = snapshot(project.output)
        shutil.rmtree(project.output)

        plain_build(project)

        assert before == snapshot(project.output)

    def test_a_file_that_was_only_touched_is_left_as_it_is(self, project):
        os.utime(project.output / "index.html", ns=(0, 7))

        assert (set(), []) == rebuilt(project)
        assert 7 == times(project.output)["index.html"]

    def test_a_strangers_file_is_warned_of_each_time(self, project):
        write_files(project.output, {"CNAME": "bay.example"})

        reports = [plain_build(project) for _ in range(3)]

        assert [["CNAME"]] * 3 == [[found.path for found in report.warnings] for report in reports]
