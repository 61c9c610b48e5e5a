import pytest

from jamstack.errors import SettingsError, SourceError
from jamstack.pelican_plugin.configuration import project_of, read_configuration
from jamstack.pelican_plugin.engine import (
    NewsroomPelican,
    build_site,
    check_site,
    content_name,
    print_report,
)
from jamstack.press.build import Report
from jamstack.press.progress import Silence

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
            "1 story; 1 page, 1 picture file\n1 file written, 0 unchanged, 0 removed in output\n",
        ),
        (
            make_report(
                articles=2572, hidden=3, pages=5232, written=9, kept=1000, removed=("a", "b")
            ),
            "2,572 stories, 3 not published; 5,232 pages, 0 picture files\n"
            "9 files written, 1,000 unchanged, 2 removed in output\n",
        ),
    ],
)
def test_a_report_in_words(tmp_path, monkeypatch, capsys, report, expected):
    monkeypatch.chdir(tmp_path)
    project = project_of(read_configuration(settings_file(make_site(tmp_path)), {}))

    print_report(report, project)

    assert expected == capsys.readouterr().out
