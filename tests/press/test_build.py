import re
import shutil
from dataclasses import replace

import pytest

from jamstack.errors import Finding, OutputError, SettingsError, SourceError, TemplateError
from jamstack.press.build import MAXIMUM_TEMPLATE_FINDINGS, build, examine
from jamstack.press.output import Output
from jamstack.press.progress import Silence

from ..builders import make_settings, story_text
from .builders import (
    AUTHOR,
    GOOD,
    Here,
    PlainRenderer,
    Recorder,
    make_project,
    make_theme,
    photo,
    snapshot,
    write_files,
)
from .newsroom import make_newsroom, print_newsroom


def plain_build(project, renderer=None, *, progress=None):
    return build(
        project, renderer or PlainRenderer(), executor=Here(), progress=progress or Silence()
    )


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

    def test_an_output_that_is_a_link_is_refused(self, tmp_path):
        project = make_project(tmp_path)
        (tmp_path / "elsewhere").mkdir()
        project.output.symlink_to(tmp_path / "elsewhere")

        assert fault(OutputError, project) == (
            "the output folder `output` is a symbolic link"
            "\nhint: name the folder itself with `--output`"
        )
        assert {} == snapshot(tmp_path / "elsewhere")


class TestClashes:
    """What no check between files foresaw is still told before anything is written."""

    HINT = "hint: change its slug or its alias"

    def told(self, folder, files, **values):
        project = make_project(folder, {**GOOD, **files}, **values)
        text = fault(SourceError, project)
        assert not project.output.exists()
        return text

    def test_two_stories_at_one_address(self, tmp_path):
        text = self.told(
            tmp_path, {"articles/2026/b.md": story_text(aliases="[stories/bridge/index.html]")}
        )

        assert text == (
            "articles/2026/b.md: would be published at `/stories/bridge/index.html`, where"
            f" `articles/2026/bridge.md` goes too\n{self.HINT}"
        )

    def test_a_page_within_a_file(self, tmp_path):
        text = self.told(
            tmp_path, {"articles/2026/b.md": story_text(aliases="[old.html, old.html/more]")}
        )

        assert text == (
            "articles/2026/b.md: would be published at `/old.html/more/index.html`, but"
            f" `/old.html` is a file\n{self.HINT}"
        )

    def test_a_page_of_a_story_and_a_page_of_a_list(self, tmp_path):
        text = self.told(
            tmp_path,
            {"articles/2026/b.md": story_text(aliases="[town/page/2/]")},
            settings=make_settings(page_size=1),
        )

        assert text == (
            "articles/2026/b.md: would be published at `/town/page/2/index.html`, where another"
            f" file goes too\n{self.HINT}"
        )


class TestTemplates:
    def finding(self, template, source):
        return Finding(path=f"theme/templates/{template}", line=3, message=f"fails on `{source}`")

    def test_all_that_fail_are_told_and_the_others_are_written(self, tmp_path):
        project = make_project(tmp_path)
        renderer = PlainRenderer(("story.html", "tags.html"), self.finding)

        text = fault(TemplateError, project, renderer)

        assert text == (
            "theme/templates/story.html:3: fails on `articles/2026/bridge.md`"
            "\ntheme/templates/tags.html:3: fails on ``"
        )
        assert "index.html" in snapshot(project.output)

    def test_what_they_left_is_removed_by_the_next_build(self, tmp_path):
        project = make_project(tmp_path, {**GOOD, "pages/about.md": "---\ntitle: A\n---\nText.\n"})
        fault(TemplateError, project, PlainRenderer(("story.html",), self.finding))
        assert "about/index.html" in snapshot(project.output)
        (project.content / "pages" / "about.md").unlink()

        report = plain_build(project)

        assert ("about/index.html",) == report.removed
        assert () == report.warnings

    def test_rendering_stops_after_many(self, tmp_path):
        files = {f"articles/2026/s{n}.md": story_text() for n in range(40)}
        renderer = PlainRenderer(("story.html",), self.finding)
        progress = Recorder()
        project = make_project(tmp_path, {**files, "authors/mira.md": AUTHOR})

        with pytest.raises(TemplateError) as caught:
            plain_build(project, renderer, progress=progress)

        assert MAXIMUM_TEMPLATE_FINDINGS == len(caught.value.findings)
        assert MAXIMUM_TEMPLATE_FINDINGS == renderer.rendered.count("story.html")
        assert "end" == progress.told[-1]

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
        assert ["Reading", "Pictures", "Rendering"] == stages

    def test_examining_writes_nothing(self, tmp_path):
        files = {**GOOD, "articles/2026/b.md": "no front matter"}
        project = make_project(tmp_path, files)

        edition, gallery, findings = examine(project, Silence())

        assert ["bridge"] == [article.slug for article in edition.articles]
        assert ({}, ["articles/2026/b.md"]) == (gallery.plans, [found.path for found in findings])
        assert not project.output.exists()
        assert not project.store.exists()

    def test_a_finding_is_told_once(self, tmp_path):
        """A story can name one missing picture twice on a line."""
        files = {**GOOD, "articles/2026/b.md": story_text("![A](a.jpg) and ![A](a.jpg)\n")}

        _, _, findings = examine(make_project(tmp_path, files), Silence())

        assert 1 == len(findings)

    def test_a_kill_half_way_is_mended_by_the_next_build(self, tmp_path, monkeypatch):
        project = make_project(tmp_path)
        write = Output.put
        count = 0

        def killed(self, path, data):
            nonlocal count
            count += 1
            if count == 4:
                raise KeyboardInterrupt
            write(self, path, data)

        monkeypatch.setattr(Output, "put", killed)
        with pytest.raises(KeyboardInterrupt):
            plain_build(project)
        monkeypatch.undo()
        write_files(project.output, {".index.html.4711.part": b"half"})
        clean = replace(project, output=tmp_path / "clean", store=tmp_path / "other")

        report = plain_build(project)
        plain_build(clean)

        assert () == report.warnings
        assert snapshot(clean.output) == snapshot(project.output)

    def test_a_page_of_plain_text_shows_the_order_of_the_stages(self, tmp_path):
        renderer = PlainRenderer()

        report = plain_build(make_project(tmp_path, theme=make_theme(tmp_path / "t")), renderer)

        assert report.pages == len(renderer.rendered)
        assert "home.html" == renderer.rendered[0]
