import contextlib
import gc

import pytest

from jamstack.errors import SettingsError, SourceError
from jamstack.pelican_plugin.configuration import project_of, read_configuration
from jamstack.pelican_plugin.engine import (
    NewsroomPelican,
    build_site,
    content_name,
    memory_of,
    print_report,
    prove_site,
    uncollected,
)
from jamstack.pelican_plugin.looking import check_site
from jamstack.press.build import Report
from jamstack.press.progress import Silence

from ..press.builders import age
from ..site.builders import NOW, make_site, picture, snapshot, story

GIVEN = {"JAMSTACK_NOW": NOW}
WRONG = {"articles/2026/quay.md": story(section="lokal")}
WRONG_TEXT = (
    "articles/2026/quay.md:4: `section`: is `lokal`, expected a declared section\n"
    "hint: did you mean `local`?"
)


def settings_file(site):
    return site.folder / "pelican-app" / "pelicanconf.py"


def make_report(**values):
    defaults = {
        "articles": 0,
        "hidden": 0,
        "pages": 0,
        "pictures": 0,
        "written": 0,
        "kept": 0,
        "removed": (),
        "warnings": (),
    }
    return Report(**(defaults | values))


class TestBuildSite:
    def test_it_reports_what_was_done(self, tmp_path):
        site = make_site(tmp_path, {"articles/2026/later.md": story(embargo="2027-01-01")})

        report = build_site(settings_file(site), GIVEN)

        assert (1, 1, 11, 0) == (report.articles, report.hidden, report.pages, report.kept)
        assert len(snapshot(site.output)) == report.written

    def test_faults_are_raised(self, tmp_path):
        site = make_site(tmp_path, WRONG)

        with pytest.raises(SourceError) as caught:
            build_site(settings_file(site), GIVEN)

        assert WRONG_TEXT == str(caught.value)

    def test_a_preview_shows_what_is_hidden(self, tmp_path):
        site = make_site(tmp_path, {"articles/2026/later.md": story(embargo="2027-01-01")})

        report = build_site(settings_file(site), {**GIVEN, "JAMSTACK_PREVIEW": True})

        assert (2, 0) == (report.articles, report.hidden)


class TestAgain:
    @pytest.fixture
    def site(self, tmp_path):
        """A site of files that were written long ago, built once."""
        site = make_site(tmp_path)
        age(site.content)
        build_site(settings_file(site), GIVEN)
        return site

    def memory(self, site, **given):
        return memory_of(project_of(read_configuration(settings_file(site), given)))

    def test_nothing_is_done_where_nothing_has_changed(self, site):
        report = build_site(settings_file(site), GIVEN)

        assert (0, 0, 0) == (report.read, report.rendered, report.written)

    def test_what_one_process_remembers_serves_its_next_builds(self, site):
        memory = self.memory(site)
        site.write("articles/2026/quay.md", story(title="The quay"))
        build_site(settings_file(site), GIVEN, memory=memory)
        site.write("articles/2026/quay.md", story(title="The old quay"))

        report = build_site(settings_file(site), GIVEN, memory=memory)

        assert 1 == report.read
        assert "articles/2026/quay.md" in memory.sources

    def test_what_is_remembered_of_another_output_is_left_alone(self, site):
        memory = self.memory(site)
        elsewhere = {**GIVEN, "OUTPUT_PATH": str(site.folder / "elsewhere")}

        build_site(settings_file(site), elsewhere, memory=memory)

        assert {} == memory.sources
        assert snapshot(site.output) == snapshot(site.folder / "elsewhere")

    def test_a_site_in_which_nothing_has_changed_is_proved(self, site):
        assert len(snapshot(site.output)) == prove_site(settings_file(site), GIVEN)

    def test_an_edit_is_proved(self, site):
        site.write("articles/2026/quay.md", story(title="The quay"))

        count = prove_site(settings_file(site), GIVEN)

        assert len(snapshot(site.output)) == count
        assert (site.output / "stories" / "quay" / "index.html").is_file()


class TestUncollected:
    def test_the_garbage_collector_rests_meanwhile(self):
        assert gc.isenabled()

        with uncollected():
            assert not gc.isenabled()

        assert gc.isenabled()

    def test_one_that_rested_before_rests_after(self):
        gc.disable()
        try:
            with uncollected():
                pass

            assert not gc.isenabled()
        finally:
            gc.enable()

    def test_it_works_again_after_a_fault(self):
        with contextlib.suppress(KeyError), uncollected():
            raise KeyError

        assert gc.isenabled()


class TestRun:
    """The way the command `pelican` takes."""

    def test_it_builds(self, tmp_path):
        site = make_site(tmp_path)

        NewsroomPelican(read_configuration(settings_file(site), GIVEN)).run()

        assert (site.output / "index.html").is_file()

    def test_a_fault_is_told_and_ends_it_with_exit_code_1(self, tmp_path, capsys):
        site = make_site(tmp_path, WRONG)
        pelican = NewsroomPelican(read_configuration(settings_file(site), GIVEN))

        with pytest.raises(SystemExit) as ending:
            pelican.run()

        assert 1 == ending.value.code
        assert f"Reading: 3\n{WRONG_TEXT}\n" == capsys.readouterr().err

    def test_a_plugin_that_pelican_could_not_load_stops_it(self, tmp_path):
        site = make_site(tmp_path, pelican={"PLUGINS": ["nabors", "jamstack.pelican_plugin"]})
        pelican = NewsroomPelican(read_configuration(settings_file(site), GIVEN))

        with pytest.raises(SettingsError) as caught:
            pelican.build()

        assert (
            "pelicanconf.py: `PLUGINS`: names `nabors`, which cannot be loaded\n"
            "hint: install it, or correct its name in `PLUGINS`" == str(caught.value)
        )


class TestCheckSite:
    def test_nothing_is_wrong_with_a_good_site(self, tmp_path):
        site = make_site(tmp_path)
        before = snapshot(tmp_path)

        project, findings = check_site(settings_file(site), GIVEN, Silence())

        assert ((), site.content) == (findings, project.content)
        assert before == snapshot(tmp_path)

    def test_damaged_pictures_are_found_by_reading_every_pixel(self, tmp_path):
        files = {
            "articles/2026/pier/index.md": story(image="{src: photo.jpg, alt: The pier}"),
            "articles/2026/pier/photo.jpg": picture(kind="JPEG")[:-4000],
        }
        site = make_site(tmp_path, files)

        _, findings = check_site(settings_file(site), GIVEN, Silence())

        expected = (
            "articles/2026/pier/photo.jpg: `photo.jpg` is a damaged JPEG, its pixels cannot be"
            " read\n"
            "hint: export or download it again; the file may have been cut short"
        )
        assert [expected] == [str(finding) for finding in findings]


def test_the_content_folder_is_named_from_where_the_command_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert "site/content" == content_name({"PATH": str(tmp_path / "site" / "content")})


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            make_report(articles=1, pages=1, pictures=1, written=1),
            "1 story; 1 page, 1 picture file\n"
            "0 files read, 0 pages rendered, 0 pictures drawn\n"
            "1 file written, 0 unchanged, 0 removed in output\n",
        ),
        (
            make_report(
                articles=2572,
                hidden=3,
                pages=5232,
                written=9,
                kept=1000,
                removed=("a", "b"),
                read=1,
                rendered=1_234,
                drawn=1,
            ),
            "2,572 stories, 3 not published; 5,232 pages, 0 picture files\n"
            "1 file read, 1,234 pages rendered, 1 picture drawn\n"
            "9 files written, 1,000 unchanged, 2 removed in output\n",
        ),
    ],
)
def test_a_report_in_words(tmp_path, monkeypatch, capsys, report, expected):
    monkeypatch.chdir(tmp_path)
    project = project_of(read_configuration(settings_file(make_site(tmp_path)), {}))

    print_report(report, project)

    assert expected == capsys.readouterr().out
