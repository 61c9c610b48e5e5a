"""The whole site as values: what no page may tell, and what every page must."""

import re
from datetime import timedelta

import pytest

from jamstack.layout.site import site_view
from jamstack.model import Credit, Notice, Status
from jamstack.press.gallery import shown_pictures
from jamstack.views import Link

from ..builders import NOW, make_article, make_author, make_moment, make_page, make_settings
from ..copies import replace
from .builders import at, files_of, make_body, make_paper, make_picture, make_row, pages_of

WORDS = (
    "zq-slug",
    "Zq title",
    "Zq dek",
    "Zq summary",
    "Zq kicker",
    "Zq tag",
    "zq-tag",
    "Zq body",
    "Zq correction",
    "zq-alias",
    "zq-picture",
    "zq-figure",
    "zq-author",
    "Zq Author",
    "zq-portrait",
    "zq-extra",
)
"""What only the hidden story says, in every field that has text."""

SECRET = make_article(
    "zq-slug",
    title="Zq title",
    dek="Zq dek",
    summary="Zq summary",
    kicker="Zq kicker",
    tags=("Zq tag", "tide"),
    body=make_body("Zq body.\n\n![Zq](zq-figure.jpg)"),
    credits=(Credit(author="mira"), Credit(author="zq-author")),
    corrections=(Notice(date=make_moment("2026-11-21"), text="Zq correction"),),
    aliases=("zq-alias",),
    image=make_picture("zq-picture.jpg"),
    extra={"zq-extra": 1},
    related=("one",),
)
AUTHORS = (
    make_author(),
    make_author(
        "zq-author", name="Zq Author", portrait=make_picture("zq-portrait.jpg", alt="Portrait")
    ),
)
HIDDEN = {
    "draft": replace(SECRET, status=Status.DRAFT),
    "embargoed": replace(SECRET, embargo=at(NOW + timedelta(seconds=1))),
    "dated later": replace(SECRET, date=at(NOW + timedelta(seconds=1))),
    "embargoed draft": replace(SECRET, status=Status.DRAFT, embargo=at(NOW - timedelta(days=1))),
}


def make_site(secret, **values):
    body = make_body("The tide.\n\nRELATED:\n\nMore.\n\nRELATED:\n\nMore.")
    others = make_row("one", "two", tags=("tide",), body=body, lang="es")
    return make_paper(*others, secret, authors=AUTHORS, pages=(make_page(),), **values)


def everything(paper):
    """All that any template or program is given, as one text."""
    parts = [repr(plan) for plan in pages_of(paper).values()]
    parts += [f"{path} {data.decode()}" for path, data in files_of(paper).items()]
    return "\n".join((*parts, repr(site_view(paper)), repr(sorted(shown_pictures(paper)))))


@pytest.mark.parametrize("secret", HIDDEN.values(), ids=HIDDEN.keys())
class TestNothingLeaks:
    def test_no_word_of_a_hidden_story_is_told_anywhere(self, secret):
        told = everything(make_site(secret))

        assert [] == [word for word in WORDS if word in told]

    def test_the_site_is_the_same_as_without_it(self, secret):
        """Counts, dates, orders and pages included; but for the author nobody knows yet."""
        without = make_paper(
            *make_site(secret).edition.articles, authors=AUTHORS[:1], pages=(make_page(),)
        )

        assert everything(without) == everything(make_site(secret))

    def test_a_preview_shows_it_and_marks_it(self, secret):
        paper = make_site(secret, is_preview=True)

        told = everything(paper)

        assert [] == [word for word in WORDS if word not in told]
        assert pages_of(paper)["stories/zq-slug/index.html"].page.mark
        assert "Preview: drafts and embargoed stories are shown" == site_view(paper).mark


def test_the_story_is_told_once_it_is_out():
    told = everything(make_site(replace(SECRET, embargo=at(NOW))))

    assert [] == [word for word in WORDS if word not in told]


class TestAddresses:
    def links(self, paper):
        """Every address that any view holds."""
        return re.findall(r"(?:url|href|src)(?:=|\": ?\")['\"]?(/[^'\" ]*)", everything(paper))

    def test_every_link_begins_with_the_base_path(self):
        links = self.links(make_site(SECRET))

        assert len(links) > 100
        assert [] == [link for link in links if not link.startswith("/paper/")]

    def test_every_link_to_a_page_leads_to_one(self):
        paper = make_site(SECRET)
        pages = pages_of(paper)
        made = {f"/paper/{path.removesuffix('index.html')}" for path in (*pages, *files_of(paper))}
        links = {link.partition("#")[0].split("?")[0] for link in self.links(paper)}
        links = {link for link in links if not link.startswith(("/paper/images/", "/paper/theme/"))}

        assert set() == links - made

    def test_without_a_base_path_every_link_begins_at_the_root(self):
        paper = make_site(SECRET, settings=make_settings(site_url="https://herald.example"))

        assert "/" == site_view(paper).home_url
        assert [] == [link for link in self.links(paper) if link.startswith("/paper/stories")]

    def test_no_two_pages_or_files_share_a_path(self):
        paper = make_site(SECRET)

        assert set() == set(pages_of(paper)) & set(files_of(paper))

    @pytest.mark.parametrize("pattern", ["news/{year}/{month}/{slug}/", "{section}/{slug}/"])
    def test_stories_live_where_the_settings_say(self, pattern):
        paper = make_site(SECRET, settings=make_settings(article_url=pattern))

        expected = pattern.format(year="2026", month="11", section="town", slug="one")
        assert f"{expected}index.html" in pages_of(paper)
        assert f"https://herald.example/paper/{expected}" in everything(paper)


class TestSite:
    def test_every_page_knows_the_site(self):
        site = site_view(make_paper(pages=(make_page(title="About us"),)))

        assert (Link(text="Town", url="/paper/town/"), Link(text="The Sea", url="/paper/sea/")) == (
            site.navigation
        )
        assert (Link(text="About us", url="/paper/about/"),) == site.pages
        assert [
            "https://herald.example/paper/",
            "/paper/",
            "/paper/archive/",
            "/paper/authors/",
            "/paper/tags/",
            "/paper/feed.xml",
        ] == [
            site.absolute_url,
            site.home_url,
            site.archive_url,
            site.authors_url,
            site.tags_url,
            site.feed_url,
        ]
        assert "" == site.mark

    def test_the_year_is_that_of_the_newsroom(self):
        eve = NOW.replace(month=12, day=31, hour=23)
        settings = make_settings(timezone="Asia/Tokyo")

        assert 2026 == site_view(make_paper(now=eve)).year
        assert 2027 == site_view(make_paper(now=eve, settings=settings)).year

    def test_an_empty_paper_has_its_pages_all_the_same(self):
        paper = make_paper(authors=())

        assert [
            "index.html",
            "town/index.html",
            "sea/index.html",
            "tags/index.html",
            "authors/index.html",
            "archive/index.html",
            "404.html",
        ] == list(pages_of(paper))
