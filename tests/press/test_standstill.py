"""Nothing is done where nothing has changed; and that is never said where something has."""

import os
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from jamstack.errors import OutputError, SourceError
from jamstack.press import build as builds

from ..builders import NOW, make_settings, story_text
from .builders import (
    GOOD,
    PlainRenderer,
    age,
    make_project,
    photo,
    plain_build,
    snapshot,
    write_files,
)

FILES = {
    **GOOD,
    "articles/2026/ferry.md": story_text(
        "A ferry.\n", title="The ferry", date="2026-11-22T10:00", image="{src: pier.jpg, alt: Pier}"
    ),
    "articles/2026/pier.jpg": photo(),
}
LATER = "articles/2026/later.md"


@pytest.fixture
def project(tmp_path):
    """A project that was built once, of files that were written long ago."""
    project = make_project(tmp_path, FILES)
    age(project.content)
    plain_build(project)
    return project


@pytest.fixture
def approved(monkeypatch):
    """The times that a build went on to read."""
    found = []
    approve = builds.approve

    def noted(project, *others):
        found.append(project)
        return approve(project, *others)

    monkeypatch.setattr(builds, "approve", noted)
    return found


class TestStandstill:
    def test_a_second_build_does_not_even_begin(self, project, approved):
        before = snapshot(project.output)

        report = plain_build(project)

        assert [] == approved
        assert before == snapshot(project.output)
        assert (2, 0, 0, len(before)) == (
            report.articles,
            report.read,
            report.written,
            report.kept,
        )

    def test_warnings_are_told_each_time(self, tmp_path, approved):
        project = make_project(tmp_path, {**FILES, "pages/notes.txt": "a note"})
        write_files(project.output, {"CNAME": "herald.example"})
        age(project.content)

        first, second = plain_build(project), plain_build(project)

        assert 1 == len(approved)
        assert 2 == len(first.warnings)
        assert first.warnings == second.warnings

    def test_a_strict_build_stops_at_them(self, tmp_path):
        project = make_project(tmp_path, {**FILES, "pages/notes.txt": "a note"})
        age(project.content)
        plain_build(project)

        with pytest.raises(SourceError, match="is not read"):
            plain_build(replace(project, is_strict=True))

    def test_files_that_were_just_written_are_looked_into(self, tmp_path, approved):
        project = make_project(tmp_path, FILES)
        plain_build(project)

        plain_build(project)

        assert 2 == len(approved)


class TestMovement:
    """Whatever has changed is seen."""

    @pytest.mark.parametrize(
        "files",
        [
            {"articles/2026/bridge.md": story_text("Shut.\n")},
            {"articles/2026/new.md": story_text("New.\n")},
            {"articles/2026/pier.jpg": photo((90, 90))},
            {"pages/note.txt": "a note"},
            {"articles/2026/spare.md.png": photo()},
        ],
    )
    def test_a_file_of_the_content(self, project, approved, files):
        write_files(project.content, files)
        age(project.content)

        plain_build(project)

        assert 1 == len(approved)

    @pytest.mark.parametrize("path", ["articles/2026/bridge.md", "articles/2026/ferry.md"])
    def test_a_file_of_the_content_that_went(self, project, approved, path):
        (project.content / path).unlink()

        plain_build(project)

        assert 1 == len(approved)

    def test_a_picture_that_went_is_told(self, project):
        (project.content / "articles" / "2026" / "pier.jpg").unlink()

        with pytest.raises(SourceError, match="there is no such file"):
            plain_build(project)

    @pytest.mark.parametrize(
        ("name", "target", "text"),
        [
            ("articles/2026/dangling.md", "gone.md", "is a symbolic link to nothing"),
            ("articles/2026/outside.md", "../../../outside.md", "leaves the content folder"),
            ("articles/2026/folder", "../../pages", "is a symbolic link to a folder"),
        ],
    )
    def test_a_link_that_must_not_be_followed_is_told(self, project, name, target, text):
        write_files(project.content.parent, {"outside.md": story_text()})
        (project.content / "pages").mkdir(exist_ok=True)
        (project.content / name).symlink_to(target)

        with pytest.raises(SourceError, match=text):
            plain_build(project)

    @pytest.mark.parametrize("path", ["index.html", "theme/css/paper.css", "feed.xml"])
    def test_a_file_of_the_output(self, project, path):
        before = snapshot(project.output)
        (project.output / path).write_bytes(b"other")

        plain_build(project)

        assert before == snapshot(project.output)

    def test_an_output_that_went(self, project):
        before = snapshot(project.output)
        shutil.rmtree(project.output)

        plain_build(project)

        assert before == snapshot(project.output)

    def test_an_output_that_is_a_link_now_is_refused(self, project):
        project.output.rename(project.output.with_name("elsewhere"))
        project.output.symlink_to("elsewhere")

        with pytest.raises(OutputError, match="is a symbolic link"):
            plain_build(project)

    def test_an_output_that_is_a_file_now_is_refused(self, project):
        shutil.rmtree(project.output)
        project.output.write_bytes(b"a file")

        with pytest.raises(OutputError, match="cannot be made: File exists"):
            plain_build(project)

    def test_a_link_in_the_place_of_a_file(self, project):
        file = project.output / "index.html"
        file.rename(project.output.with_name("index.html"))
        file.symlink_to("../index.html")

        plain_build(project)

        assert not file.is_symlink()

    def test_a_template(self, project):
        renderer = PlainRenderer(texts={"story.html": " anew"})

        plain_build(project, renderer)

        assert 2 == len(renderer.rendered)

    def test_the_theme(self, project, approved):
        write_files(project.theme, {"theme.toml": 'jamstack = 1\n[colors]\nlink = "#00f"\n'})
        plain_build(project)
        write_files(project.theme, {"static/css/paper.css": "b{}"})
        plain_build(project)

        assert 2 == len(approved)

    def test_a_wrong_theme_is_told(self, project):
        write_files(project.theme, {"theme.toml": "jamstack = 7\n"})

        with pytest.raises(Exception, match="is `7`, expected `1`"):
            plain_build(project)

    def test_settings_and_preview(self, project, approved):
        plain_build(replace(project, settings=make_settings(name="Other", image_widths=(60, 120))))
        plain_build(replace(project, is_preview=True))

        assert 2 == len(approved)

    def test_the_code(self, project, approved, monkeypatch):
        monkeypatch.setattr("jamstack.press.standstill.code_digest", lambda: b"other")

        plain_build(project)

        assert 1 == len(approved)


class TestTheClock:
    def moved(self, project, files, *hours, is_preview=False):
        """Built at hours from now, one after the other; each time it must be as from nothing."""
        write_files(project.content, files)
        age(project.content)
        for number, hour in enumerate(hours):
            at = replace(project, now=NOW + timedelta(hours=hour), is_preview=is_preview)
            plain_build(at)
            folder = project.content.parent / str(number)
            clean = replace(at, output=folder / "output", store=folder / "cache")
            plain_build(clean)
            assert snapshot(clean.output) == snapshot(project.output), hour

    def test_while_nothing_comes_and_nothing_goes_it_does_not_matter(self, project, approved):
        plain_build(replace(project, now=NOW + timedelta(hours=1)))

        assert [] == approved

    def test_backwards_it_matters(self, project, approved):
        plain_build(replace(project, now=NOW - timedelta(seconds=1)))

        assert 1 == len(approved)

    def test_a_story_comes_out(self, project):
        text = story_text("Later.\n", title="Later", embargo="2026-11-22T14:00")

        self.moved(project, {LATER: text}, 0, 1.999, 2, 2.001, 3)

    def test_a_story_leaves_the_news_sitemap(self, project):
        """It is there for 48 hours, the last moment among them."""
        self.moved(project, {}, 0, 45.999, 46, 46.001, 47)

    def test_on_a_preview_a_story_of_the_time_to_come_reaches_its_date(self, project):
        text = story_text(
            "Later.\n", title="Later", date="2026-11-22T14:00", embargo="2026-11-22T20:00"
        )

        self.moved(project, {LATER: text}, 0, 1.999, 2, 2.001, 8, 8.001, is_preview=True)

    def test_a_year_ends(self, project):
        self.moved(project, {}, 24 * 30, 24 * 39, 24 * 40)

    def test_a_year_ends_where_the_newsroom_is(self, tmp_path):
        settings = make_settings(timezone="Pacific/Kiritimati", image_widths=(60, 120))
        project = make_project(tmp_path, FILES, settings=settings)

        self.moved(project, {}, 24 * 38.8, 24 * 38.95)


def test_files_whose_times_were_set_back_are_seen_by_their_size(project, approved):
    write_files(project.content, {"articles/2026/bridge.md": story_text("A longer text.\n")})
    os.utime(project.content / "articles" / "2026" / "bridge.md", ns=(0, 1))

    plain_build(project)

    assert 1 == len(approved)
