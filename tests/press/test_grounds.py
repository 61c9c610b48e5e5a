"""A build by other templates, settings, code, or at another time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ..builders import NOW, make_settings, story_text
from .builders import PlainRenderer, age, make_project, plain_build, snapshot, write_files
from .rebuilding import FILES, STORY, assert_clean, edited, rebuilt

EMBARGOED = {"articles/2026/later.md": story_text(STORY, title="Later", embargo="2026-11-22T18:00")}


@pytest.fixture
def project(tmp_path):
    """A project that was built once, of files that were written long ago."""
    project = make_project(tmp_path, FILES)
    age(project.content)
    plain_build(project)
    return project


class TestOtherGround:
    def test_another_template_renders_its_pages_and_no_others(self, project):
        renderer = PlainRenderer(texts={"story.html": " anew"})

        written, rendered = rebuilt(project, renderer)

        assert {"story.html"} == {template for template, _ in rendered}
        assert {f"stories/{slug}/index.html" for slug in ("bridge", "ferry", "quay", "tower")} == (
            written
        )

    def test_a_template_that_makes_the_same_writes_nothing(self, project):
        class Same(PlainRenderer):
            def digest(self, template):
                return super().digest(template)[::-1]

        written, rendered = rebuilt(project, Same())

        assert set() == written
        assert len([path for path in snapshot(project.output) if path.endswith(".html")]) == (
            len(rendered)
        )

    @pytest.mark.parametrize(
        "settings",
        [
            {"name": "Other"},
            {"page_size": 2},
            {"timezone": "Asia/Tokyo"},
            {"site_url": "https://other.example"},
            {"image_widths": (60,)},
        ],
    )
    def test_another_setting_is_followed_everywhere(self, project, settings):
        given = {"image_widths": (60, 120)} | settings
        other = replace(project, settings=make_settings(**given))

        rebuilt(other)

        assert_clean(other)

    @pytest.mark.parametrize(
        ("setting", "read"), [({"timezone": "Asia/Tokyo"}, 8), ({"page_size": 2}, 0)]
    )
    def test_sources_are_read_again_where_reading_depends_on_it(self, project, setting, read):
        settings = make_settings(image_widths=(60, 120), **setting)

        report = plain_build(replace(project, settings=settings))

        assert read == report.read

    def test_another_file_of_the_theme_is_followed_everywhere(self, project):
        write_files(project.theme, {"static/css/paper.css": "b{}"})

        written, _ = rebuilt(project)

        assert "theme/css/paper.css" in written
        assert_clean(project)

    @pytest.mark.parametrize("name", ["story", "reading", "layout"])
    def test_other_code_makes_everything_anew(self, project, monkeypatch, name):
        monkeypatch.setattr("jamstack.press.build.code_digest", lambda: name.encode())
        monkeypatch.setattr("jamstack.press.standstill.code_digest", lambda: name.encode())

        report = plain_build(project)

        assert 8 == report.read
        assert (0, len(snapshot(project.output))) == (report.written, report.kept)


class TestTheClock:
    def at(self, project, hours):
        return replace(project, now=NOW + timedelta(hours=hours))

    @pytest.mark.parametrize(
        "hours", [(1, 6, 7), (7, 6, 1), (0, 36, 0), (40, 11, 12, 13), (24 * 400, 0, 24 * 400)]
    )
    def test_forwards_and_backwards_the_output_is_that_of_the_time(self, project, hours):
        edited(project, EMBARGOED)
        age(project.content)

        for hour in hours:
            rebuilt(self.at(project, hour))
            assert_clean(self.at(project, hour))

    def test_a_story_that_comes_out_and_is_taken_back_leaves_nothing(self, project):
        edited(project, EMBARGOED)
        rebuilt(self.at(project, 0))
        before = snapshot(project.output)
        rebuilt(self.at(project, 12))
        assert "stories/later/index.html" in snapshot(project.output)

        rebuilt(self.at(project, 0))

        assert before == snapshot(project.output)
