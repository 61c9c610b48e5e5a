import datetime
import zoneinfo
from types import ModuleType

import pytest

from jamstack.errors import SettingsError
from jamstack.pelican_plugin.configuration import (
    clock,
    other_plugins,
    project_of,
    read_configuration,
    uses_newsroom_theme,
)

from ..site.builders import THEME, make_site


def read(site, **overrides):
    return read_configuration(site.folder / "pelican-app" / "pelicanconf.py", overrides)


class TestReadConfiguration:
    def test_paths_are_seen_from_the_settings_file(self, tmp_path):
        settings = read(make_site(tmp_path))

        assert str(tmp_path / "pelican-app" / "content") == settings["PATH"]
        assert str(tmp_path / "output") == settings["OUTPUT_PATH"]

    def test_overrides_win(self, tmp_path):
        settings = read(make_site(tmp_path), OUTPUT_PATH="/elsewhere", SITEURL="https://a.example")

        assert ("/elsewhere", "https://a.example") == (
            settings["OUTPUT_PATH"],
            settings["SITEURL"],
        )

    def test_a_stock_theme_goes_by_its_name(self, tmp_path):
        settings = read(make_site(tmp_path, pelican={"THEME": "simple"}))

        assert settings["THEME"].endswith("simple")

    def test_without_a_theme_pelicans_own_is_taken(self, tmp_path):
        settings = read(make_site(tmp_path, pelican={"THEME": None}))

        assert settings["THEME"].endswith("notmyidea")

    def test_without_a_path_there_is_a_fault(self, tmp_path):
        with pytest.raises(SettingsError) as caught:
            read(make_site(tmp_path, pelican={"PATH": None}))

        assert (
            "pelicanconf.py: `PATH`: is ``, expected the content folder\n"
            "hint: create the folder, or correct the setting" == str(caught.value)
        )

    def test_a_folder_below_the_present_one_is_shown_from_there(self, tmp_path, monkeypatch):
        site = make_site(tmp_path, pelican={"THEME": str(tmp_path / "themes" / "none")})
        monkeypatch.chdir(tmp_path)

        with pytest.raises(SettingsError) as caught:
            read(site)

        assert (
            "pelicanconf.py: `THEME`: is `themes/none`, expected the theme's folder"
            == (str(caught.value).splitlines()[0])
        )


class TestProjectOf:
    def test_it_has_the_folders_and_the_newsroom(self, tmp_path):
        project = project_of(read(make_site(tmp_path)))

        assert tmp_path / "pelican-app" / "content" == project.content
        assert THEME == project.theme
        assert tmp_path / "output" == project.output
        assert tmp_path / ".cache" == project.store
        assert "The Bay Paper" == project.settings.name
        assert "http://localhost:8000" == project.settings.site_url
        assert (False, False) == (project.is_preview, project.is_strict)

    def test_the_words_of_the_command_line_count(self, tmp_path):
        given = {
            "JAMSTACK_NOW": "2026-11-22T12:00",
            "JAMSTACK_PREVIEW": True,
            "JAMSTACK_STRICT": True,
        }

        project = project_of(read(make_site(tmp_path), **given))

        assert datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC) == project.now
        assert (True, True) == (project.is_preview, project.is_strict)


BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


class TestClock:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("2026-11-22", "2026-11-22T00:00:00+01:00"),
            ("2026-11-22T14:05", "2026-11-22T14:05:00+01:00"),
            ("2026-11-22T14:05:06Z", "2026-11-22T14:05:06+00:00"),
            ("2026-11-22T14:05+02:00", "2026-11-22T14:05:00+02:00"),
        ],
    )
    def test_a_time_without_a_zone_is_in_the_newsrooms(self, given, expected):
        assert expected == clock(given, BERLIN).isoformat()

    def test_without_a_time_it_is_the_present_to_the_second(self):
        before = datetime.datetime.now(datetime.UTC).replace(microsecond=0)

        now = clock(None, BERLIN)

        assert before <= now <= datetime.datetime.now(datetime.UTC)
        assert 0 == now.microsecond

    def test_what_is_no_time_is_a_fault(self):
        with pytest.raises(SettingsError) as caught:
            clock("soon", BERLIN)

        assert (
            "--now: is `soon`, expected a time such as `2026-11-22T14:05`\n"
            "hint: without a zone it is in the newsroom's" == str(caught.value)
        )


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        (["jamstack.pelican_plugin"], ()),
        (["jamstack.pelican_plugin", "neighbors"], ("neighbors",)),
        ([ModuleType("home_made")], ("home_made",)),
        ([], ()),
        (None, ()),
    ],
)
def test_other_plugins_are_those_that_are_not_ours(plugins, expected):
    assert expected == other_plugins({"PLUGINS": plugins})


@pytest.mark.parametrize(("theme", "expected"), [("simple", False), (str(THEME), True)])
def test_a_newsroom_theme_is_told_from_a_stock_theme(tmp_path, theme, expected):
    settings = read(make_site(tmp_path, pelican={"THEME": theme}))

    assert expected == uses_newsroom_theme(settings)
