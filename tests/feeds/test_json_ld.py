import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.feeds.json_ld import (
    breadcrumbs,
    graph,
    news_article,
    organization,
    profile_page,
    script,
    website,
)
from jamstack.model import (
    ArticleType,
    AuthorKind,
    AuthorStatus,
    Body,
    FollowLink,
    Moment,
    Notice,
    Role,
)

from .builders import NOON, SITE, make_article, make_author, make_byline, make_image, make_settings

URL = f"{SITE}/stories/bridge/"
MIRA = make_author()
BEN = make_author("Ben Okafor")
FOLLOW = (FollowLink(network="x", label="X", url="https://x.com/mira", handle="@mira"),)
PUBLISHER = {
    "@type": "NewsMediaOrganization",
    "@id": f"{SITE}/#organization",
    "name": "The Herald",
}


def person(author):
    slug = author.slug
    return {
        "@type": "Person",
        "@id": f"{SITE}/authors/{slug}/#author",
        "name": author.name,
        "url": f"{SITE}/authors/{slug}/",
    }


def story(article=None, byline=None, settings=None, **values):
    byline = byline or make_byline(MIRA)
    urls = {
        author.slug: f"{SITE}/authors/{author.slug}/"
        for author in (one.author for one in byline.people)
    }
    given_values = {"url": URL, "section": "Town", "author_urls": urls} | values
    return news_article(
        article or make_article(), byline, settings or make_settings(), **given_values
    )


class TestScript:
    def test_nothing_can_end_the_script_element(self):
        data = {"a": "</script><!--&\u2028\u2029"}

        assert script(data) == r'{"a":"\u003c/script\u003e\u003c!--\u0026\u2028\u2029"}'

    def test_order_is_kept_and_letters_are_not_escaped(self):
        assert script({"b": "é", "a": [1, True]}) == '{"b":"é","a":[1,true]}'

    @given(st.text(st.characters(codec=None, categories=None)))
    def test_any_text_is_safe_and_comes_back(self, text):
        written = script({"a": text})

        assert not set(written) & set("<>&\u2028\u2029")
        assert written.encode()
        assert {"a": text} == json.loads(written) or any("\ud800" <= s <= "\udfff" for s in text)


def test_a_graph_holds_the_things_of_a_page():
    assert {
        "@context": "https://schema.org",
        "@graph": [{"@type": "A"}, {"@type": "B"}],
    } == graph({"@type": "A"}, {"@type": "B"})


class TestNewsArticle:
    def test_a_plain_story_is_told_whole(self):
        assert {
            "@type": "NewsArticle",
            "@id": f"{URL}#article",
            "headline": "The bridge reopens",
            "description": "The first paragraph.",
            "url": URL,
            "mainEntityOfPage": URL,
            "datePublished": "2025-11-03T12:00:00+00:00",
            "dateModified": "2025-11-03T12:00:00+00:00",
            "author": [person(MIRA)],
            "articleSection": "Town",
            "inLanguage": "en",
            "isAccessibleForFree": True,
            "wordCount": 120,
            "publisher": PUBLISHER,
        } == story()

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            (ArticleType.NEWS, "NewsArticle"),
            (ArticleType.OPINION, "OpinionNewsArticle"),
            (ArticleType.ANALYSIS, "AnalysisNewsArticle"),
            (ArticleType.REVIEW, "ReviewNewsArticle"),
            (ArticleType.EXPLAINER, "BackgroundNewsArticle"),
        ],
    )
    def test_each_kind_of_story_has_its_type(self, kind, name):
        assert name == story(make_article(type=kind))["@type"]

    def test_dek_describes_before_summary(self):
        article = make_article(dek="The dek.", summary="The summary.")

        assert story(article)["description"] == "The dek."

    def test_summary_describes_before_the_first_paragraph(self):
        assert story(make_article(summary="The summary."))["description"] == "The summary."

    def test_an_update_is_the_last_change(self):
        article = make_article(updated=Moment(at=NOON + timedelta(hours=1), has_time=True))

        assert story(article)["dateModified"] == "2025-11-03T13:00:00+00:00"

    def test_the_last_change_may_come_from_the_caller(self):
        found = story(modified=NOON + timedelta(days=1))

        assert found["dateModified"] == "2025-11-04T12:00:00+00:00"

    def test_every_reporter_is_an_author_in_order(self):
        assert [person(BEN), person(MIRA)] == story(byline=make_byline(BEN, MIRA))["author"]

    def test_an_agency_is_an_organization_with_its_profiles(self):
        wire = make_author("Harbour Wire", kind=AuthorKind.ORGANIZATION, follow=FOLLOW)

        assert [
            {"@type": "Organization", "name": "Harbour Wire", "sameAs": ["https://x.com/mira"]}
        ] == story(byline=make_byline(wire), author_urls={})["author"]

    @pytest.mark.parametrize(
        ("role", "key"),
        [
            (Role.ADDITIONAL_REPORTING, "contributor"),
            (Role.PHOTOGRAPHS, "contributor"),
            (Role.ILLUSTRATION, "contributor"),
            (Role.GRAPHICS, "contributor"),
            (Role.VIDEO, "contributor"),
            (Role.EDITING, "editor"),
            (Role.TRANSLATION, "translator"),
        ],
    )
    def test_each_other_role_has_its_property(self, role, key):
        found = story(byline=make_byline(MIRA, (BEN, role)))

        assert {"author": [person(MIRA)], key: [person(BEN)]} == {
            name: found[name]
            for name in ("author", "contributor", "editor", "translator")
            if name in found
        }

    def test_an_author_who_also_took_the_photographs_is_named_once(self):
        found = story(byline=make_byline(MIRA, (MIRA, Role.PHOTOGRAPHS)))

        assert ([person(MIRA)], False) == (found["author"], "contributor" in found)

    def test_everyone_is_an_author_where_nobody_reported(self):
        credited = make_byline((MIRA, Role.PHOTOGRAPHS), (BEN, Role.EDITING), (MIRA, Role.VIDEO))

        found = story(byline=credited)

        assert [person(MIRA), person(BEN)] == found["author"]
        assert [person(BEN)] == found["editor"]
        assert "contributor" not in found

    def test_pictures_carry_size_caption_and_credit(self):
        image = make_image(alt="A bridge", caption="The bridge.", credit="Ana Diaz")

        assert [
            {
                "@type": "ImageObject",
                "url": f"{SITE}/images/bridge.jpg",
                "width": 1200,
                "height": 800,
                "caption": "The bridge.",
                "creditText": "Ana Diaz",
            }
        ] == story(images=[image])["image"]

    def test_a_picture_without_caption_is_told_by_its_alt(self):
        assert story(images=[make_image(alt="A bridge")])["image"][0]["caption"] == "A bridge"

    def test_corrections_are_dated(self):
        corrections = (
            Notice(date=Moment(at=NOON, has_time=False), text="The date was wrong."),
            Notice(date=Moment(at=NOON, has_time=True), text="The name was wrong."),
        )

        assert [
            {
                "@type": "CorrectionComment",
                "text": "The date was wrong.",
                "datePublished": "2025-11-03",
            },
            {
                "@type": "CorrectionComment",
                "text": "The name was wrong.",
                "datePublished": "2025-11-03T12:00:00+00:00",
            },
        ] == story(make_article(corrections=corrections))["correction"]

    def test_tags_are_keywords_and_the_storys_language_wins(self):
        found = story(make_article(tags=("port", "storm"), lang="pt"))

        assert (["port", "storm"], "pt") == (found["keywords"], found["inLanguage"])

    def test_what_is_not_known_is_left_out(self):
        found = story(make_article(body=Body()), section="")

        assert not {"description", "wordCount", "articleSection", "image"} & set(found)


def test_breadcrumbs_are_numbered_from_the_home_page():
    assert {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": f"{SITE}/"},
            {"@type": "ListItem", "position": 2, "name": "Town", "item": f"{SITE}/town/"},
        ],
    } == breadcrumbs([("Home", f"{SITE}/"), ("Town", f"{SITE}/town/")])


class TestOrganization:
    def test_a_newsroom_is_told_whole(self):
        settings = make_settings(
            tagline="News of the harbour",
            legal_name="Herald Press Ltd",
            founded="1921",
            same_as=("https://social.example/@herald",),
        )

        assert {
            "@type": "NewsMediaOrganization",
            "@id": f"{SITE}/#organization",
            "name": "The Herald",
            "legalName": "Herald Press Ltd",
            "url": f"{SITE}/",
            "description": "News of the harbour",
            "logo": {
                "@type": "ImageObject",
                "url": f"{SITE}/images/bridge.jpg",
                "width": 1200,
                "height": 800,
            },
            "sameAs": ["https://social.example/@herald"],
            "foundingDate": "1921",
            "publishingPrinciples": f"{SITE}/principles/",
            "correctionsPolicy": f"{SITE}/corrections/",
            "ethicsPolicy": f"{SITE}/ethics/",
        } == organization(
            settings,
            logo=make_image(),
            principles_url=f"{SITE}/principles/",
            corrections_url=f"{SITE}/corrections/",
            ethics_url=f"{SITE}/ethics/",
        )

    def test_a_newsroom_without_more_has_its_name_and_address(self):
        assert PUBLISHER | {"legalName": "The Herald", "url": f"{SITE}/"} == organization(
            make_settings()
        )


def test_the_site_is_the_newsrooms():
    assert {
        "@type": "WebSite",
        "@id": f"{SITE}/#website",
        "url": f"{SITE}/",
        "name": "The Herald",
        "inLanguage": "en",
        "publisher": PUBLISHER,
    } == website(make_settings())


class TestProfilePage:
    def test_a_person_on_the_staff_is_told_whole(self):
        author = make_author(
            role="Harbour reporter", beats=("shipping",), bio="Mira lives here.", follow=FOLLOW
        )

        assert {
            "@type": "ProfilePage",
            "@id": f"{SITE}/authors/mira/#page",
            "url": f"{SITE}/authors/mira/",
            "name": "Mira Castell",
            "inLanguage": "en",
            "isPartOf": {"@id": f"{SITE}/#website"},
            "mainEntity": {
                **person(author),
                "sameAs": ["https://x.com/mira"],
                "description": "Mira lives here.",
                "jobTitle": "Harbour reporter",
                "image": {
                    "@type": "ImageObject",
                    "url": f"{SITE}/images/bridge.jpg",
                    "width": 1200,
                    "height": 800,
                },
                "knowsAbout": ["shipping"],
                "worksFor": PUBLISHER,
            },
        } == profile_page(author, make_settings(), url=f"{SITE}/authors/mira/", image=make_image())

    def test_a_guest_does_not_work_here(self):
        author = make_author(status=AuthorStatus.GUEST)

        found = profile_page(author, make_settings(), url=f"{SITE}/authors/mira/")

        assert person(author) == found["mainEntity"]

    def test_an_agency_has_no_job_and_no_employer(self):
        agency = make_author("Harbour Wire", kind=AuthorKind.ORGANIZATION, role="Agency")

        found = profile_page(agency, make_settings(), url=f"{SITE}/authors/harbour/")

        assert {**person(agency), "@type": "Organization"} == found["mainEntity"]

    def test_the_biography_describes_where_there_is_no_bio(self):
        author = make_author(biography=Body(text="Mira came in 1998."))

        found = profile_page(author, make_settings(), url=f"{SITE}/authors/mira/")

        assert found["mainEntity"]["description"] == "Mira came in 1998."
