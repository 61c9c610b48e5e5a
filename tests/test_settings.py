import pytest

from jamstack.errors import SettingsError
from jamstack.model import Section
from jamstack.publishing import DeploySettings
from jamstack.settings import SETTING_NAMES, Settings, load

SITE = "https://herald.example/paper"
VALID = {"name": "The Herald", "sections": [{"slug": "town", "name": "Town"}]}


PATH = "expected a path with `{slug}`, such as `stories/{slug}/`"
SLASHES = "expected a path without a leading slash and with one at the end"
WIDTHS = "expected a list of widths from 16 to 4,096 pixels"
TAG = "expected a language tag such as `en` or `pt-BR`"
NUMBER = "expected a whole number from 1 to 1,000,000,000"
ZONE = "expected an IANA time zone such as `Europe/Lisbon`"


def faults(site_url=SITE, **values):
    with pytest.raises(SettingsError) as caught:
        load({**VALID, **values}, site_url=site_url)
    return [str(finding) for finding in caught.value.findings]


def test_the_least_settings_have_defaults():
    assert Settings(
        site_url=SITE, name="The Herald", sections=(Section(slug="town", name="Town"),)
    ) == load(VALID, site_url=f"{SITE}/")


def test_every_setting_can_be_set():
    values = {
        "name": "The Herald",
        "sections": (
            {"slug": "town", "name": "Town"},
            {"slug": "sea", "name": "The Sea", "description": "Boats."},
        ),
        "tagline": "News of the harbour",
        "language": "pt-BR",
        "timezone": "Europe/Lisbon",
        "legal_name": "The Herald Ltd",
        "founded": "1901",
        "same_as": ["https://social.example/@herald"],
        "principles_page": "principles",
        "corrections_page": "corrections",
        "ethics_page": "ethics",
        "article_url": "{section}/{year}/{month}/{slug}/",
        "page_size": 10,
        "front_size": 3,
        "top_size": 2,
        "feed_size": 9,
        "related_size": 6,
        "related_direction": "later",
        "inline_related": 0,
        "inline_related_words": 200,
        "inline_related_from": 400,
        "image_widths": [800, 400, 800],
        "image_quality": 100,
        "share_cards": False,
        "card_layout": "photo",
        "card_fonts": ["fonts"],
        "maximum_picture_pixels": 1000,
        "maximum_source_bytes": 2000,
        "deploy": {"remote": "pages", "history": 3, "keep": ["2019/*"]},
    }
    settings = load(values, site_url=SITE)

    assert set(SETTING_NAMES) == set(values)
    assert (400, 800) == settings.image_widths
    assert (
        Section(slug="town", name="Town"),
        Section(slug="sea", name="The Sea", description="Boats."),
    ) == settings.sections
    assert ("https://social.example/@herald",) == settings.same_as
    assert ("fonts",) == settings.card_fonts
    assert DeploySettings(remote="pages", history=3, keep=("2019/*",)) == settings.deploy
    changed = {"card_fonts", "deploy", "image_widths", "sections", "same_as"}
    assert {name: value for name, value in values.items() if name not in changed} == {
        name: getattr(settings, name) for name in values if name not in changed
    }


@pytest.mark.parametrize(
    ("site_url", "base", "link", "absolute"),
    [
        ("https://herald.example", "", "/a/", "https://herald.example/a/"),
        ("https://herald.example/", "", "/a/", "https://herald.example/a/"),
        ("http://user.example/repo/", "/repo", "/repo/a/", "http://user.example/repo/a/"),
    ],
)
def test_links_stand_under_the_base_path(site_url, base, link, absolute):
    settings = load(VALID, site_url=site_url)

    assert (base, link, absolute) == (
        settings.base_path,
        settings.href("a/"),
        settings.absolute("a/"),
    )


def test_the_zone_is_the_newsrooms():
    settings = load({**VALID, "timezone": "Asia/Tokyo"}, site_url=SITE)

    assert "Asia/Tokyo" == settings.zone.key


@pytest.mark.parametrize(
    "site_url",
    ["", "herald.example", "/paper", "ftp://herald.example", "https://", "https://x.example/?a",
     "https://x.example/#a", "https://x .example", "http://[server"],
)  # fmt: skip
def test_an_address_of_the_site_that_is_none_is_a_fault(site_url):
    assert [
        f"pelicanconf.py: `SITEURL`: is `{site_url!r}`, expected the site's address\n"
        "hint: write it like `https://news.example` or `https://user.github.io/repo`"
    ] == faults(site_url)


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        (
            {"taglin": ""},
            "taglin`: is not a setting of the platform\nhint: did you mean `tagline`?",
        ),
        (
            {"zzz": ""},
            "zzz`: is not a setting of the platform\nhint: remove it, or see docs/settings.md",
        ),
        ({5: ""}, "5`: is not a setting of the platform\nhint: remove it, or see docs/settings.md"),
        ({"name": ""}, "name`: is `''`, expected text"),
        ({"name": " "}, "name`: is `' '`, expected text"),
        ({"name": None}, "name`: is `None`, expected text"),
        ({"tagline": 5}, "tagline`: is `5`, expected text"),
        ({"same_as": "https://x"}, "same_as`: is `'https://x'`, expected a list of texts"),
        ({"same_as": [5]}, "same_as`: is `[5]`, expected a list of texts"),
        ({"same_as": 5}, "same_as`: is `5`, expected a list of texts"),
        ({"language": "xx-yy"}, "language`: is `'xx-yy'`, " + TAG),
        ({"language": "en_GB"}, "language`: is `'en_GB'`, " + TAG),
        ({"language": ""}, "language`: is `''`, " + TAG),
        ({"language": 5}, "language`: is `5`, " + TAG),
        (
            {"timezone": "Europe/Lisbonne"},
            "timezone`: is `'Europe/Lisbonne'`, expected an IANA time zone such as `Europe/Lisbon`"
            "\nhint: did you mean `Europe/Lisbon`?",
        ),
        ({"timezone": ["UTC"]}, "timezone`: is `['UTC']`, " + ZONE),
        ({"timezone": "qqqqqq"}, "timezone`: is `'qqqqqq'`, " + ZONE),
        ({"article_url": "{slg}/"}, "article_url`: is `'{slg}/'`, " + PATH),
        ({"article_url": "stories/"}, "article_url`: is `'stories/'`, " + PATH),
        ({"article_url": "{slug}/{day}/"}, "article_url`: is `'{slug}/{day}/'`, " + PATH),
        ({"article_url": "{{slug}}/"}, "article_url`: is `'{{slug}}/'`, " + PATH),
        ({"article_url": "../{slug}/"}, "article_url`: is `'../{slug}/'`, " + PATH),
        ({"article_url": 5}, "article_url`: is `5`, " + PATH),
        ({"article_url": "/{slug}/"}, "article_url`: is `'/{slug}/'`, " + SLASHES),
        ({"article_url": "a/{slug}"}, "article_url`: is `'a/{slug}'`, " + SLASHES),
        ({"article_url": "a//{slug}/"}, "article_url`: is `'a//{slug}/'`, " + SLASHES),
        ({"page_size": 0}, "page_size`: is `0`, " + NUMBER),
        ({"page_size": True}, "page_size`: is `True`, " + NUMBER),
        ({"page_size": "5"}, "page_size`: is `'5'`, " + NUMBER),
        ({"related_size": 7}, "related_size`: is `7`, expected a whole number from 3 to 6"),
        (
            {"related_direction": "newer"},
            "related_direction`: is `'newer'`, expected `any` or `earlier` or `later`",
        ),
        ({"inline_related": -1}, "inline_related`: is `-1`, expected a whole number from 0 to 10"),
        ({"image_quality": 101}, "image_quality`: is `101`, expected a whole number from 1 to 100"),
        ({"image_widths": []}, "image_widths`: is `[]`, " + WIDTHS),
        ({"image_widths": [8]}, "image_widths`: is `[8]`, " + WIDTHS),
        ({"image_widths": [True]}, "image_widths`: is `[True]`, " + WIDTHS),
        ({"image_widths": "99"}, "image_widths`: is `'99'`, " + WIDTHS),
        ({"image_widths": 99}, "image_widths`: is `99`, " + WIDTHS),
        ({"sections": []}, "sections`: is `[]`, expected a list of sections"),
        ({"sections": "town"}, "sections`: is `'town'`, expected a list of sections"),
        ({"sections": 5}, "sections`: is `5`, expected a list of sections"),
        (
            {"sections": ["town"]},
            "sections[0]`: is `'town'`, expected a mapping with `slug` and `name`",
        ),
        (
            {"sections": [{"slug": "town"}]},
            "sections[0]`: is `{'slug': 'town'}`, expected a mapping with `slug` and `name`",
        ),
        (
            {"sections": [{"slug": "town", "name": "Town", "descripton": ""}]},
            "sections[0].descripton`: is not known here\nhint: did you mean `description`?",
        ),
        (
            {"sections": [{"slug": "town", "name": "Town", "zzz": ""}]},
            "sections[0].zzz`: is not known here",
        ),
        ({"sections": [{"slug": "town", "name": 5}]}, "sections[0].name`: is `5`, expected text"),
        ({"sections": [{"slug": "town", "name": ""}]}, "sections[0].name`: is `''`, expected text"),
        (
            {"sections": [{"slug": "The Town", "name": "Town"}]},
            "sections[0].slug`: is `'The Town'`, expected lower-case letters, digits and single "
            "hyphens",
        ),
        (
            {"sections": [{"slug": "tags", "name": "Tags"}]},
            "sections[0].slug`: is `tags`, which is reserved\n"
            "hint: the site keeps `/tags/` for itself; choose another slug",
        ),
        (
            {"sections": [{"slug": "town", "name": "Town"}, {"slug": "town", "name": "City"}]},
            "sections[1].slug`: repeats `town`\nhint: `Town` and `City` need slugs of their own",
        ),
    ],
)  # fmt: skip
def test_a_setting_that_is_wrong_is_a_fault(values, finding):
    with pytest.raises(SettingsError) as caught:
        load({**VALID, **values}, site_url=SITE)

    hint = "" if "\nhint: " in finding else "\nhint: see docs/settings.md"
    assert f"pelicanconf.py: `JAMSTACK.{finding}{hint}" == str(caught.value)


def test_all_faults_are_told_with_the_settings_file():
    with pytest.raises(SettingsError) as caught:
        load({"tagline": 5}, site_url="x", path="conf.py")

    assert (
        "conf.py: `JAMSTACK.name`: is missing\n"
        "hint: every newsroom needs it; see docs/settings.md\n"
        "conf.py: `JAMSTACK.sections`: is missing\n"
        "hint: every newsroom needs it; see docs/settings.md\n"
        "conf.py: `JAMSTACK.tagline`: is `5`, expected text\n"
        "hint: see docs/settings.md\n"
        "conf.py: `SITEURL`: is `'x'`, expected the site's address\n"
        "hint: write it like `https://news.example` or `https://user.github.io/repo`"
    ) == str(caught.value)
