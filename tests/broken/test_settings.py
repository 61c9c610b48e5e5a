"""Settings that cannot be used: told in full, all at once, before anything is read."""

import pytest

from ..site.builders import NOW, make_site, snapshot

EVERYTHING = (
    "pelicanconf.py: `JAMSTACK.article_url`: is `'/x/'`, expected a path with `{slug}`, such as"
    " `stories/{slug}/`\n"
    "hint: see docs/settings.md\n"
    "pelicanconf.py: `JAMSTACK.image_widths`: is `[1]`, expected a list of widths from 16 to 4,096"
    " pixels\n"
    "hint: see docs/settings.md\n"
    "pelicanconf.py: `JAMSTACK.language`: is `'xx-yy-zz'`, expected a language tag such as `en` or"
    " `pt-BR`\n"
    "hint: see docs/settings.md\n"
    "pelicanconf.py: `JAMSTACK.name`: is `''`, expected text\n"
    "hint: see docs/settings.md\n"
    "pelicanconf.py: `JAMSTACK.page_sise`: is not a setting of the platform\n"
    "hint: did you mean `page_size`?\n"
    "pelicanconf.py: `JAMSTACK.related_size`: is `9`, expected a whole number from 3 to 6\n"
    "hint: see docs/settings.md\n"
    "pelicanconf.py: `JAMSTACK.sections[0].slug`: is `archive`, which is reserved\n"
    "hint: the site keeps `/archive/` for itself; choose another slug\n"
    "pelicanconf.py: `JAMSTACK.sections[2].slug`: repeats `a`\n"
    "hint: `A` and `B` need slugs of their own\n"
    "pelicanconf.py: `JAMSTACK.timezone`: is `'Europe/Lisbom'`, expected an IANA time zone such as"
    " `Europe/Lisbon`\n"
    "hint: did you mean `Europe/Lisbon`?\n"
    "pelicanconf.py: `SITEURL`: is `'news.example'`, expected the site's address\n"
    "hint: write it like `https://news.example` or `https://user.github.io/repo`\n"
)
MANY = {
    "name": "",
    "timezone": "Europe/Lisbom",
    "language": "xx-yy-zz",
    "page_sise": 3,
    "related_size": 9,
    "sections": [
        {"slug": "archive", "name": "Archive"},
        {"slug": "a", "name": "A"},
        {"slug": "a", "name": "B"},
    ],
    "image_widths": [1],
    "article_url": "/x/",
}


def test_all_faults_of_the_settings_are_told_at_once(tmp_path):
    site = make_site(tmp_path, newsroom=MANY, pelican={"SITEURL": "news.example"})
    before = snapshot(tmp_path)

    ran = site.build()

    assert (1, "", EVERYTHING) == (ran.code, ran.output, ran.errors)
    assert before == snapshot(tmp_path)


@pytest.mark.parametrize("command", ["build", "check", "new", "serve"])
def test_every_command_stops_at_them(tmp_path, command):
    site = make_site(tmp_path, pelican={"SITEURL": "news.example"})
    expected = (
        "pelicanconf.py: `SITEURL`: is `'news.example'`, expected the site's address\n"
        "hint: write it like `https://news.example` or `https://user.github.io/repo`\n"
    )

    ran = site.invoke(command)

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


@pytest.mark.parametrize(
    ("pelican", "expected"),
    [
        pytest.param(
            {"JAMSTACK": None},
            "pelicanconf.py: `JAMSTACK`: is missing\n"
            'hint: write `JAMSTACK = {"name": …, "sections": […]}`; see docs/settings.md\n',
            id="no settings of ours",
        ),
        pytest.param(
            {"JAMSTACK": ["name"]},
            "pelicanconf.py: `JAMSTACK`: is `['name']`, expected a mapping\n"
            'hint: write `JAMSTACK = {"name": …, "sections": […]}`; see docs/settings.md\n',
            id="settings that are a list",
        ),
        pytest.param(
            {"JAMSTACK": {}},
            "pelicanconf.py: `JAMSTACK.name`: is missing\n"
            "hint: every newsroom needs it; see docs/settings.md\n"
            "pelicanconf.py: `JAMSTACK.sections`: is missing\n"
            "hint: every newsroom needs it; see docs/settings.md\n",
            id="what every newsroom needs",
        ),
        pytest.param(
            {"PATH": "contents", "THEME": "themes/none"},
            "pelicanconf.py: `PATH`: is `contents`, expected the content folder\n"
            "hint: create the folder, or correct the setting\n"
            "pelicanconf.py: `THEME`: is `themes/none`, expected the theme's folder\n"
            "hint: create the folder, or correct the setting\n",
            id="folders that are not there",
        ),
        pytest.param(
            {"PLUGINS": ["jamstack.pelican_plugin", "nabors"]},
            "pelicanconf.py: `PLUGINS`: names `nabors`, which cannot be loaded\n"
            "hint: install it, or correct its name in `PLUGINS`\n",
            id="a plugin that is not there",
        ),
    ],
)
def test_a_setting_of_pelican_that_cannot_be_used(tmp_path, pelican, expected):
    site = make_site(tmp_path, pelican=pelican)

    ran = site.build()

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)
    assert not site.output.exists()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("SITEURL = (\n", "pelicanconf.py:1: is wrong: '(' was never closed\n"),
        (
            "import os\n\nSITEURL = adress\n",
            "pelicanconf.py:3: does not run: NameError: name 'adress' is not defined\n",
        ),
        (
            "import os\nSITEURL = os.environ['NOT_SET_ANYWHERE']\n",
            "pelicanconf.py:2: does not run: KeyError: 'NOT_SET_ANYWHERE'\n",
        ),
        (
            "import nothing_of_the_kind\n",
            "pelicanconf.py:1: does not run: ModuleNotFoundError: No module named"
            " 'nothing_of_the_kind'\n",
        ),
    ],
)
def test_a_settings_file_that_does_not_run(tmp_path, written, expected):
    site = make_site(tmp_path)
    (tmp_path / "pelican-app" / "pelicanconf.py").write_text(written, encoding="utf-8")

    ran = site.build()

    hint = "hint: the settings are Python; mend this, or see docs/settings.md for an example\n"
    assert (1, "", expected + hint) == (ran.code, ran.output, ran.errors)


@pytest.mark.parametrize(
    ("words", "name"), [(["build"], "pelicanconf.py"), (["build", "-p"], "publishconf.py")]
)
def test_a_settings_file_that_is_not_there(tmp_path, words, name):
    site = make_site(tmp_path)
    (tmp_path / "pelican-app" / "pelicanconf.py").unlink()
    expected = (
        f"{name}: there is no such settings file\nhint: run the command from the project's folder\n"
    )

    ran = site.invoke(*words)

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("given", ["tomorrow", "2026-13-01", "12:00"])
def test_a_time_that_is_none(tmp_path, command, given):
    site = make_site(tmp_path)
    expected = (
        f"--now: is `{given}`, expected a time such as `2026-11-22T14:05`\n"
        "hint: without a zone it is in the newsroom's\n"
    )

    ran = site.invoke(command, "--now", given)

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_a_theme_whose_marker_is_not_toml(tmp_path):
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    (tmp_path / "theme" / "theme.toml").write_text("jamstack = \n", encoding="utf-8")
    site = make_site(tmp_path, pelican={"THEME": "../theme"})
    expected = (
        "theme/theme.toml: is not TOML: Invalid value (at line 1, column 12)\n"
        "hint: see docs/themes.md for an example\n"
    )

    ran = site.invoke("build", "--now", NOW)

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)
    assert not site.output.exists()
