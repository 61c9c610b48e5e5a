"""`invoke build` and `invoke clean`, as a person runs them."""

import pytest

from jamstack.press.profile import Profile
from jamstack.tasks.building import profile_table

from ..site.builders import NOW, PROJECT, make_site, picture, snapshot, story
from .terminals import typed

PIER = {
    "articles/2026/pier/index.md": story(image="{src: photo.png, alt: The pier}"),
    "articles/2026/pier/photo.png": picture(),
}


def test_what_was_built_is_told(tmp_path):
    site = make_site(tmp_path, {"articles/2026/later.md": story(embargo="2027-01-01")})

    ran = site.run("invoke", "build", "--now", NOW)

    count = len(snapshot(site.output))
    expected = (
        "1 story, 1 not published; 11 pages, 2 picture files\n"
        "3 files read, 11 pages rendered, 2 pictures drawn\n"
        f"{count} files written, 0 unchanged, 0 removed in output\n"
    )
    assert (0, expected, "") == (ran.code, ran.output, ran.errors)


def test_progress_is_told_in_plain_lines_without_a_terminal(tmp_path):
    import subprocess
    import sys

    site = make_site(tmp_path)

    ran = subprocess.run(
        [sys.executable, "-m", "invoke", "build", "--now", NOW],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "Reading: 2\nPictures: 0\nCards: 2\nRendering: 27\n" == ran.stderr
    assert site.output.is_dir()


def test_a_build_on_a_terminal_ends_with_what_was_built(tmp_path):
    site = make_site(tmp_path, PIER)

    ran = typed(site, ["build", "--now", NOW], "")

    assert 0 == ran.code
    assert "2 stories; " in ran.output.splitlines()[-3]
    assert "3 files read, 12 pages rendered, 7 pictures drawn" == ran.output.splitlines()[-2]
    assert "files written, 0 unchanged, 0 removed in output" in ran.output.splitlines()[-1]


def test_a_build_tells_how_little_was_done(tmp_path):
    site = make_site(tmp_path, PIER)
    site.build()
    text = "The first paragraph.\n\nOne more.\n"
    site.write("articles/2026/ferry.md", story(text, title="The ferry sails again"))

    ran = site.build()

    _, done, _ = ran.output.splitlines()
    assert "1 file read, 1 page rendered, 0 pictures drawn" == done


def test_another_output_folder(tmp_path):
    site = make_site(tmp_path)

    ran = site.build("--output", "elsewhere/site")

    assert 0 == ran.code
    assert (tmp_path / "elsewhere" / "site" / "index.html").is_file()
    assert not site.output.exists()
    assert ran.output.endswith("removed in elsewhere/site\n")


def test_production_takes_the_production_settings(tmp_path):
    site = make_site(tmp_path)
    settings = (PROJECT / "pelican-app" / "publishconf.py").read_text(encoding="utf-8")
    (tmp_path / "pelican-app" / "publishconf.py").write_text(settings, encoding="utf-8")
    address = settings.partition('SITEURL = "')[2].partition('"')[0]

    ran = site.run("invoke", "build", "--production", "--now", NOW)

    assert (0, "") == (ran.code, ran.errors)
    assert f'<link rel="canonical" href="{address}/stories/ferry/">' in site.read(
        "stories/ferry/index.html"
    )


@pytest.mark.parametrize(
    ("now", "is_there"),
    [
        ("2026-11-25T07:59", False),
        ("2026-11-25T08:00", True),
        ("2026-11-25T09:00+01:00", True),
        ("2026-11-25", False),
    ],
)
def test_now_is_a_time_in_utc_or_with_a_zone(tmp_path, now, is_there):
    site = make_site(tmp_path, {"articles/2026/quay.md": story(embargo="2026-11-25T08:00Z")})

    assert 0 == site.invoke("build", "--now", now).code

    assert is_there == (site.output / "stories" / "quay" / "index.html").is_file()


def test_without_now_the_present_counts(tmp_path):
    files = {
        "articles/2026/past.md": story(date="2001-02-03"),
        "articles/2026/future.md": story(date="2199-02-03"),
    }
    site = make_site(tmp_path, files)

    assert 0 == site.invoke("build").code

    assert (site.output / "stories" / "past").is_dir()
    assert not (site.output / "stories" / "future").exists()


def test_an_output_folder_that_is_a_link_is_refused(tmp_path):
    site = make_site(tmp_path)
    (tmp_path / "real").mkdir()
    site.output.symlink_to("real")

    ran = site.build()

    expected = (
        "the output folder `output` is a symbolic link\n"
        "hint: name the folder itself with `--output`\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_an_output_that_is_a_file_is_refused(tmp_path):
    site = make_site(tmp_path)
    site.output.write_text("a file", encoding="utf-8")

    ran = site.build()

    assert 1 == ran.code
    assert ran.errors.startswith("the output folder `output` cannot be made: ")
    assert "Traceback" not in ran.errors


@pytest.mark.parametrize("command", ["build", "check", "new", "serve", "clean"])
def test_outside_the_projects_folder_the_commands_say_where_to_go(tmp_path, command):
    site = make_site(tmp_path)
    inside = type(site)(tmp_path / "pelican-app")

    ran = inside.invoke(command)

    assert 1 == ran.code
    assert ran.errors.endswith("\nhint: run the command from the project's folder\n")


class TestProfile:
    def test_the_stages_and_the_slowest_pages_are_printed_after_the_report(self, tmp_path):
        ran = make_site(tmp_path).build("--profile")

        table = ran.output.splitlines()[3:]
        stages, slowest = table[1:-11], table[-10:]
        assert (0, "stage               seconds  share") == (ran.code, table[0])
        assert {"read", "check", "rank", "render"} <= {line.split()[0] for line in stages}
        assert "slowest pages       seconds" == table[-11]
        assert 10 == len({line.split()[1] for line in slowest})

    def test_a_table_shows_seconds_and_shares(self):
        profile = Profile(
            stages={"read": 0.25, "look at pictures": 12.75, "render": 12.0},
            slowest=[(0.5, "sitemap.xml"), (0.125, "index.html")],
        )

        expected = (
            "stage               seconds  share\n"
            "read                  0.250     1%\n"
            "look at pictures     12.750    51%\n"
            "render               12.000    48%\n"
            "slowest pages       seconds\n"
            "                      0.500 sitemap.xml\n"
            "                      0.125 index.html"
        )
        assert expected == profile_table(profile)

    def test_a_build_that_rendered_nothing_names_no_page(self, tmp_path):
        site = make_site(tmp_path)
        site.build()

        ran = site.build("--profile")

        assert "stage               seconds  share" in ran.output
        assert "slowest pages" not in ran.output


class TestClean:
    def test_what_builds_made_goes_and_the_pictures_stay(self, tmp_path):
        site = make_site(tmp_path, PIER)
        site.build()
        pictures = snapshot(tmp_path / ".cache" / "pictures")
        assert pictures

        ran = site.invoke("clean")

        expected = "removed output and the cache; made pictures stay in .cache/pictures\n"
        assert (0, expected, "") == (ran.code, ran.output, ran.errors)
        assert not site.output.exists()
        assert pictures == snapshot(tmp_path / ".cache" / "pictures")
        assert ["pictures"] == [path.name for path in (tmp_path / ".cache").iterdir()]

    def test_compiled_templates_go(self, tmp_path):
        """Only builds that render many pages keep them."""
        site = make_site(tmp_path)
        kept = tmp_path / ".cache" / "templates" / "templates.json"
        kept.parent.mkdir(parents=True)
        kept.write_bytes(b"{}")

        site.invoke("clean")

        assert not kept.parent.exists()

    def test_what_other_tools_keep_in_the_cache_stays(self, tmp_path):
        site = make_site(tmp_path, PIER)
        site.build()
        kept = tmp_path / ".cache" / "npm" / "checker.jar"
        kept.parent.mkdir()
        kept.write_bytes(b"jar")

        site.invoke("clean", "--pictures")

        assert kept.is_file()

    def test_the_pictures_go_when_asked(self, tmp_path):
        site = make_site(tmp_path, PIER)
        site.build()

        ran = site.invoke("clean", "--pictures")

        assert (0, "removed output and the cache\n") == (ran.code, ran.output)
        assert [] == list((tmp_path / ".cache").iterdir())

    @pytest.mark.parametrize("words", [["clean"], ["clean", "--pictures"]])
    def test_sources_are_never_touched(self, tmp_path, words):
        site = make_site(tmp_path, PIER)
        before = snapshot(tmp_path)
        site.build()

        site.invoke(*words)

        left = {path: data for path, data in snapshot(tmp_path).items() if path in before}
        assert before == left

    def test_a_linked_output_loses_the_link_alone(self, tmp_path):
        site = make_site(tmp_path)
        (tmp_path / "kept").mkdir()
        (tmp_path / "kept" / "file").write_text("kept", encoding="utf-8")
        site.output.symlink_to("kept")

        assert 0 == site.invoke("clean").code

        assert not site.output.is_symlink()
        assert (tmp_path / "kept" / "file").is_file()

    def test_there_may_be_nothing_to_clean(self, tmp_path):
        site = make_site(tmp_path)

        assert (0, "") == ((ran := site.invoke("clean")).code, ran.errors)

    def test_a_build_after_it_gives_the_same_bytes(self, tmp_path):
        site = make_site(tmp_path, PIER)
        site.build()
        before = snapshot(site.output)
        site.invoke("clean")

        site.build()

        assert before == snapshot(site.output)
