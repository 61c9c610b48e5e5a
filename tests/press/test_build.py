import re
import shutil
from dataclasses import replace

import pytest

from jamstack.errors import Finding, OutputError, SettingsError, SourceError, TemplateError
from jamstack.press.examining import examine

from ..builders import story_text
from .builders import (
    AUTHOR,
    GOOD,
    PlainRenderer,
    Recorder,
    make_project,
    make_shop,
    make_theme,
    photo,
    plain_build,
    snapshot,
    write_files,
)
from .newsroom import make_newsroom, print_newsroom


def fault(kind, project, renderer=None):
    with pytest.raises(kind) as caught:
        plain_build(project, renderer)
    return str(caught.value)


class TestFaults:
    def nothing_was_written(self, project):
        return not project.output.exists()

    def test_a_fault_stops_before_anything_is_written(self, tmp_path):
        project = make_project(tmp_path, {**GOOD, "articles/2026/b.md": story_text(section="twon")})

        text = fault(SourceError, project)

        assert text == (
            "articles/2026/b.md:4: `section`: is `twon`, expected a declared section"
            "\nhint: did you mean `town`?"
        )
        assert self.nothing_was_written(project)

    def test_faults_of_all_kinds_come_in_one_run(self, tmp_path):
        files = {
            **GOOD,
            "articles/2026/a.md": "no front matter",
            "articles/2026/b.md": story_text(image="{src: gone.jpg, alt: Gone}"),
            "articles/2026/c.md": story_text("RELATED: nothing-such\n"),
        }

        text = fault(SourceError, make_project(tmp_path, files))

        named = ["articles/2026/a.md", "articles/2026/b.md", "articles/2026/c.md"]
        assert named == re.findall(r"^articles/2026/[abc]\.md", text, re.MULTILINE)

    def test_an_older_site_stays_as_it_was(self, tmp_path):
        project = make_project(tmp_path)
        plain_build(project)
        before = snapshot(project.output)
        write_files(project.content, {"articles/2026/b.md": "no front matter"})

        fault(SourceError, project)

        assert before == snapshot(project.output)

    def test_a_warning_is_reported_and_stops_a_strict_build(self, tmp_path):
        files = {**GOOD, "pages/notes.txt": "a note"}
        warning = (
            "pages/notes.txt: warning: is not read, expected `pages/<slug>.md`"
            "\nhint: move or rename it, or begin its name with a dot to keep it as a note"
        )
        strict = make_project(tmp_path / "strict", files, is_strict=True)
        project = make_project(tmp_path, files)

        assert [warning] == [str(found) for found in plain_build(project).warnings]
        assert warning == fault(SourceError, strict)
        assert self.nothing_was_written(strict)

    def test_a_strict_build_without_warnings_is_a_build(self, tmp_path):
        project = make_project(tmp_path, is_strict=True)

        assert () == plain_build(project).warnings

    def test_strangers_in_the_output_are_warned_of(self, tmp_path):
        project = make_project(tmp_path)
        write_files(project.output, {"CNAME": "herald.example"})

        (warning,) = plain_build(project).warnings

        assert "CNAME" == warning.path
        assert "herald.example" == (project.output / "CNAME").read_text(encoding="utf-8")

    def test_damaged_pixels_stop_before_anything_is_written(self, tmp_path):
        files = {
            **GOOD,
            "articles/2026/b.md": story_text(image="{src: b.jpg, alt: B}"),
            "articles/2026/b.jpg": photo((400, 300))[:2000],
        }
        project = make_project(tmp_path, files)

        text = fault(SourceError, project)

        assert text.startswith("articles/2026/b.jpg: `b.jpg` is a damaged JPEG")
        assert self.nothing_was_written(project)

    def test_a_wrong_theme_stops_before_anything_is_written(self, tmp_path):
        theme = write_files(tmp_path / "other", {"theme.toml": "jamstack = 9\n"})
        project = make_project(tmp_path, theme=theme)

        assert fault(SettingsError, project) == (
            "other/theme.toml: `jamstack`: is `9`, expected `1`"
            "\nhint: see docs/themes.md for an example"
        )
        assert self.nothing_was_written(project)

    def test_a_file_of_the_theme_that_goes_while_pages_are_made_is_there_once_more(self, tmp_path):
        project = make_project(tmp_path)
        stylesheet = project.output / "theme" / "css" / "paper.css"

        class Removing(PlainRenderer):
            def render(self, *arguments, **named):
                (project.theme / "static" / "css" / "paper.css").unlink(missing_ok=True)
                return super().render(*arguments, **named)

        plain_build(project, Removing())
        was_there = stylesheet.exists()
        plain_build(project)

        assert (True, False) == (was_there, stylesheet.exists())

    def test_an_output_that_is_a_link_is_refused(self, tmp_path):
        project = make_project(tmp_path)
        (tmp_path / "elsewhere").mkdir()
        project.output.symlink_to(tmp_path / "elsewhere")

        assert fault(OutputError, project) == (
            "the output folder `output` is a symbolic link"
            "\nhint: name the folder itself with `--output`"
        )
        assert {} == snapshot(tmp_path / "elsewhere")


class TestTemplates:
    HINT = "\nhint: docs/themes.md lists what templates may use"

    def finding(self, template):
        return Finding(
            path=f"theme/templates/{template}", line=3, message="fails", hint=self.HINT[7:]
        )

    def test_all_that_fail_are_told_and_the_others_are_written(self, tmp_path):
        project = make_project(tmp_path)
        renderer = PlainRenderer(("story.html", "tags.html"), self.finding)

        text = fault(TemplateError, project, renderer)

        assert text == (
            "theme/templates/story.html:3: fails (on the page of `articles/2026/bridge.md`)"
            f"{self.HINT}"
            f"\ntheme/templates/tags.html:3: fails (on the page of `/tags/index.html`){self.HINT}"
        )
        whole = replace(project, output=tmp_path / "whole", store=tmp_path / "other")
        plain_build(whole)
        missing = {*snapshot(whole.output)} - {*snapshot(project.output)}
        assert {"stories/bridge/index.html", "tags/index.html"} == {
            path for path in missing if path.endswith(".html")
        }

    def test_one_page_of_many_is_named_and_the_others_are_counted(self, tmp_path):
        files = {f"articles/2026/s{n:04}.md": story_text() for n in range(1_001)}
        progress = Recorder()
        project = make_project(tmp_path, {**files, "authors/mira.md": AUTHOR})

        with pytest.raises(TemplateError) as caught:
            plain_build(project, PlainRenderer(("story.html",), self.finding), progress=progress)

        assert str(caught.value) == (
            "theme/templates/story.html:3: fails (on the page of `articles/2026/s0000.md` and"
            f" 1,000 more){self.HINT}"
        )
        assert "end" == progress.told[-1]

    def test_pages_that_failed_are_made_when_the_template_is_mended(self, tmp_path):
        project = make_project(tmp_path)
        fault(TemplateError, project, PlainRenderer(("story.html",), self.finding))
        renderer = PlainRenderer()

        report = plain_build(project, renderer)

        assert [("story.html", "articles/2026/bridge.md")] == renderer.rendered
        assert 1 == report.rendered
        clean = replace(project, output=tmp_path / "clean", store=tmp_path / "other")
        plain_build(clean)
        assert snapshot(clean.output) == snapshot(project.output)

    def test_a_page_that_fails_stays_as_it_was(self, tmp_path):
        project = make_project(tmp_path)
        plain_build(project)
        before = snapshot(project.output)
        broken = PlainRenderer(("story.html",), self.finding, {"story.html": " new"})

        fault(TemplateError, project, broken)

        assert before == snapshot(project.output)

    def test_what_they_left_is_removed_by_the_next_build(self, tmp_path):
        project = make_project(tmp_path, {**GOOD, "pages/about.md": "---\ntitle: A\n---\nText.\n"})
        fault(TemplateError, project, PlainRenderer(("story.html",), self.finding))
        assert "about/index.html" in snapshot(project.output)
        (project.content / "pages" / "about.md").unlink()

        report = plain_build(project)

        assert ("about/index.html",) == report.removed
        assert () == report.warnings

    def test_a_fault_in_a_partial_is_told_with_its_line_and_the_page(self, tmp_path):
        theme = tmp_path / "broken"
        shutil.copytree(make_newsroom(tmp_path).theme, theme)
        partial = theme / "templates" / "partials" / "byline.html"
        partial.write_text(partial.read_text("utf-8") + "{{ nothing.such }}\n", "utf-8")
        page = theme / "templates" / "page.html"
        page.write_text(
            "{% extends 'base.html' %}\n{% block content %}{{ page.titel }}{% endblock %}"
        )

        with pytest.raises(TemplateError) as caught:
            print_newsroom(make_newsroom(tmp_path, theme=theme))

        text = str(caught.value)
        assert "broken/templates/page.html:2: " in text
        assert "(on the page of `pages/about.md`)" in text


class TestStages:
    def test_long_work_is_told(self, tmp_path):
        progress = Recorder()

        plain_build(make_project(tmp_path), progress=progress)

        stages = [told[0] for told in progress.told if isinstance(told, tuple)]
        assert ["Reading", "Pictures", "Cards", "Rendering"] == stages

    def test_where_the_time_went_is_told(self, tmp_path):
        report = plain_build(make_project(tmp_path))

        stages = ["look", "recall", "read", "gather", "look at pictures", "check", "remember",
                  "rank", "plan", "draw", "compare", "render", "copy"]  # fmt: skip
        assert stages == list(report.profile.stages)
        assert 10 == len(report.profile.slowest)

    def test_examining_writes_nothing(self, tmp_path):
        files = {**GOOD, "articles/2026/b.md": "no front matter"}
        project = make_project(tmp_path, files)

        _, edition, gallery, findings = examine(project, make_shop(project))

        assert ["bridge"] == [article.slug for article in edition.articles]
        assert ({}, ["articles/2026/b.md"]) == (gallery.plans, [found.path for found in findings])
        assert not project.output.exists()
        assert not project.store.exists()

    def test_a_finding_is_told_once(self, tmp_path):
        """A story can name one missing picture twice on a line."""
        files = {**GOOD, "articles/2026/b.md": story_text("![A](a.jpg) and ![A](a.jpg)\n")}
        project = make_project(tmp_path, files)

        *_, findings = examine(project, make_shop(project))

        assert 1 == len(findings)

    def test_pages_are_made_in_the_order_of_the_plans(self, tmp_path):
        renderer = PlainRenderer()

        report = plain_build(make_project(tmp_path, theme=make_theme(tmp_path / "t")), renderer)

        assert report.pages == report.rendered == len(renderer.rendered)
        assert ("home.html", "") == renderer.rendered[0]
