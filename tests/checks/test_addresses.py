import pytest

from jamstack.addresses import normal_alias
from jamstack.checks.addresses import check_addresses
from tests.builders import (
    make_article,
    make_author,
    make_edition,
    make_moment,
    make_page,
    make_settings,
)
from tests.checks.builders import printed

REMOVE = "hint: remove the alias, or change the other's address"


def found(*articles, **values):
    return printed(check_addresses(make_edition(*articles, **values)))


def test_addresses_of_their_own_are_right():
    assert [] == found(
        make_article(aliases=("2019/old/", "old.html", "OLD")),
        make_article("two"),
        pages=(make_page(),),
    )


def test_a_slug_that_two_files_have_is_a_fault_that_names_both():
    second = make_article(path="articles/2027/x.md", lines={"slug": 4})

    assert [
        "articles/2027/x.md:4: has the slug `bridge`, which `articles/2026/bridge.md` has too\n"
        "hint: give one of them a `slug` of its own"
    ] == found(second, make_article())


def test_a_story_at_the_address_of_a_section_is_a_fault():
    settings = make_settings(article_url="{slug}/")

    assert [
        "articles/2026/town.md: has the address `/town/`, which the section `Town` has too\n"
        "hint: give the story another `slug`"
    ] == found(make_article("town"), settings=settings)


def test_two_stories_at_one_address_are_a_fault():
    settings = make_settings(article_url="{section}-{slug}/")
    first = make_article("c", section="a-b", lines={"slug": 3})
    second = make_article("b-c", section="a")

    assert [
        "articles/2026/c.md:3: has the address `/a-b-c/`, which `articles/2026/b-c.md` has too\n"
        "hint: give the story another `slug`"
    ] == found(first, second, settings=settings)


@pytest.mark.parametrize(
    ("slug", "owner"),
    [
        ("town", "the section `Town`"),
        ("archive", "the archive"),
        ("authors", "the authors' index"),
        ("tags", "the tags' index"),
    ],
)
def test_a_page_at_an_address_of_the_site_is_a_fault(slug, owner):
    assert [
        f"pages/{slug}.md:3: has the address `/{slug}/`, which {owner} has too\n"
        "hint: give the page another `slug`"
    ] == found(pages=(make_page(slug, lines={"slug": 3}),))


def test_two_pages_at_one_address_are_a_fault():
    pages = (make_page(), make_page(path="pages/us.md"))

    assert [
        "pages/us.md: has the address `/about/`, which `pages/about.md` has too\n"
        "hint: give the page another `slug`"
    ] == found(pages=pages)


@pytest.mark.parametrize(
    ("alias", "url", "owner"),
    [
        ("stories/two", "stories/two/", "`articles/2026/two.md`"),
        ("stories/bridge/", "stories/bridge/", "`articles/2026/bridge.md`"),
        ("about", "about/", "`pages/about.md`"),
        ("town/", "town/", "the section `Town`"),
        ("sea/feed.xml", "sea/feed.xml", "a feed of `The Sea`"),
        ("feed.xml", "feed.xml", "the site's own file"),
        ("atom.xml", "atom.xml", "the site's own file"),
        ("sitemap.xml", "sitemap.xml", "the site's own file"),
        ("news-sitemap.xml", "news-sitemap.xml", "the site's own file"),
        ("robots.txt", "robots.txt", "the site's own file"),
        ("manifest.webmanifest", "manifest.webmanifest", "the site's own file"),
        ("404.html", "404.html", "the page for missing addresses"),
        ("authors/mira", "authors/mira/", "the author `Mira`"),
        ("tags/harbour/", "tags/harbour/", "the tag `Harbour`"),
        ("archive/2026", "archive/2026/", "the archive of 2026"),
        ("archive/2026/11", "archive/2026/11/", "the archive of 2026-11"),
    ],
)
def test_an_alias_that_another_has_is_a_fault(alias, url, owner):
    article = make_article(aliases=(alias,), lines={"aliases": 7})

    assert [
        f"articles/2026/bridge.md:7: `aliases`: claims `/{url}`, which {owner} has\n{REMOVE}"
    ] == found(article, make_article("two", tags=("Harbour",)), pages=(make_page(),))


def test_a_tag_of_two_spellings_is_named_by_that_of_the_last_file():
    stories = [
        make_article(slug, tags=(tag,), aliases=("tags/night-bus",) if slug == "a" else ())
        for slug, tag in (("a", "Night Bus"), ("b", "night bus"), ("c", "Night Bus"), ("d", "Zoo"))
    ]

    assert [
        "articles/2026/a.md: `aliases`: claims `/tags/night-bus/`, which the tag `Night Bus` has\n"
        f"{REMOVE}"
    ] == found(*stories)


def test_the_months_are_those_of_the_zone_of_the_newsroom():
    article = make_article(
        date=make_moment("2026-10-31T23:30"), aliases=("archive/2026/10", "archive/2026/11")
    )

    assert [
        "articles/2026/bridge.md: `aliases`: claims `/archive/2026/11/`, which the archive of"
        f" 2026-11 has\n{REMOVE}"
    ] == found(article, settings=make_settings(timezone="Asia/Tokyo"))


def test_two_stories_with_one_alias_are_a_fault():
    assert [
        "articles/2026/two.md: `aliases`: claims `/old/`, which `articles/2026/bridge.md` has\n"
        f"{REMOVE}"
    ] == found(make_article(aliases=("old",)), make_article("two", aliases=("old/",)))


@pytest.mark.parametrize("alias", ["theme/a.css", "images/x/", "theme"])
def test_an_alias_among_the_sites_own_files_is_a_fault(alias):
    assert [
        f"articles/2026/bridge.md: `aliases`: claims `/{normal_alias(alias)}`, where the site "
        "keeps its own files\nhint: remove the alias"
    ] == found(make_article(aliases=(alias,)))


@pytest.mark.parametrize(
    ("alias", "url"),
    [
        ("old", "old/"),
        ("old/", "old/"),
        ("a/old.html", "a/old.html"),
        ("a.b/c", "a.b/c/"),
        ("a.b/", "a.b/"),
    ],
)
def test_an_alias_is_a_folder_unless_it_has_a_suffix(alias, url):
    assert url == normal_alias(alias)


class TestFormerSlugs:
    def test_a_slug_that_nobody_else_has_is_right(self):
        assert [] == found(authors=(make_author("mira", aliases=("mira-berg",)),))

    @pytest.mark.parametrize(
        ("alias", "fault"),
        [
            (
                "mira",
                "authors/ana.md:4: `aliases`: claims `mira`, which is that of `authors/mira.md`",
            ),
            ("ana", "authors/ana.md:4: `aliases`: claims `ana`, which is that of `authors/ana.md`"),
            ("old", "authors/ben.md:5: `aliases`: claims `old`, which is that of `authors/ana.md`"),
        ],
    )
    def test_a_slug_of_another_is_a_fault(self, alias, fault):
        people = (
            make_author("ana", aliases=(alias,), lines={"aliases": 4}),
            make_author("ben", aliases=("old",), lines={"aliases": 5}),
            make_author("mira"),
        )

        assert [f"{fault}\nhint: remove it here or there"] == found(authors=people)
