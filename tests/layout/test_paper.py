from datetime import UTC, datetime, timedelta

from jamstack.model import ArticleType, Credit, Role, Status
from jamstack.views import BylineView, Link

from ..builders import NOW, make_article, make_author, make_moment, make_settings
from .builders import at, make_paper, make_picture, make_row

MIRA, BEN = make_author(), make_author("ben", sort_name="Ashe, Ben")


def slugs(articles):
    return [article.slug for article in articles]


def test_lists_are_newest_first_and_of_visible_stories():
    one, two, three = make_row("one", "two", "three")
    draft = make_article("draft", status=Status.DRAFT, tags=("tide",))
    paper = make_paper(three, draft, one, two)

    assert ["one", "two", "three"] == slugs(paper.by_section["town"])
    assert ["one", "two", "three"] == slugs(paper.by_author["mira"])
    assert {} == paper.by_tag


def test_an_author_with_two_roles_has_the_story_once():
    given = (Credit(author="mira"), Credit(author="mira", role=Role.PHOTOGRAPHS))
    paper = make_paper(make_article("one", credits=given))

    assert ["one"] == slugs(paper.by_author["mira"])


def test_spellings_of_a_tag_are_one_tag_named_as_most_write_it():
    paper = make_paper(
        make_article("one", tags=("Night Bus",)),
        make_article("two", tags=("night bus", "zoo")),
        make_article("three", tags=("night-bus", "Zoo")),
        make_article("four", tags=("night bus",)),
    )

    assert {"night-bus": "night bus", "zoo": "Zoo"} == paper.tag_names
    assert ["four", "one", "three", "two"] == slugs(paper.by_tag["night-bus"])


def test_a_spelling_that_only_a_draft_uses_is_not_known():
    draft = make_article("draft", tags=("Secret Bus",), status=Status.DRAFT)
    paper = make_paper(make_article("one", tags=("secret bus",)), draft)

    assert {"secret-bus": "secret bus"} == paper.tag_names


def test_everybody_has_a_page_but_those_credited_on_hidden_stories_alone():
    eva = make_author("eva")
    draft = make_article("draft", status=Status.DRAFT, credits=(Credit(author="eva"),))
    shared = make_article("shared", status=Status.DRAFT, credits=(Credit(author="mira"),))
    articles, authors = (draft, shared, make_article()), (MIRA, BEN, eva)

    assert ["ben", "mira"] == slugs(make_paper(*articles, authors=authors).authors)
    preview = make_paper(*articles, authors=authors, is_preview=True)
    assert ["ben", "eva", "mira"] == slugs(preview.authors)


def test_a_byline_links_within_the_base_path_and_is_computed_once():
    given = (Credit(author="mira"), Credit(author="ben", role=Role.PHOTOGRAPHS))
    article = make_article(credits=given)
    paper = make_paper(article, authors=(MIRA, BEN))
    parts = (
        Link(text="By "),
        Link(text="Mira", url="/paper/authors/mira/"),
        Link(text="; photographs by "),
        Link(text="Ben", url="/paper/authors/ben/"),
    )

    assert BylineView(parts=parts, text="By Mira; photographs by Ben") == paper.byline_view(article)
    assert paper.byline(article) is paper.byline(article)


def test_who_did_two_things_and_nobody_reported_stands_in_the_byline_once():
    roles = (Role.PHOTOGRAPHS, Role.VIDEO)
    article = make_article(credits=tuple(Credit(author="mira", role=role) for role in roles))

    assert (MIRA,) == make_paper(article).bylined(article)


def test_cards_stand_for_everybody_once_reporters_first():
    given = (
        Credit(author="ben", role=Role.PHOTOGRAPHS),
        Credit(author="mira"),
        Credit(author="ben", role=Role.EDITING),
    )
    article = make_article(credits=given)

    assert (MIRA, BEN) == make_paper(article, authors=(MIRA, BEN)).reporters(article)


def test_a_kicker_is_the_section_unless_set():
    paper = make_paper(
        make_article("plain", section="sea"), make_article("set", section="sea", kicker="Tides")
    )
    plain, other = paper.edition.articles

    assert Link(text="The Sea", url="/paper/sea/") == paper.kicker(plain)
    assert Link(text="Tides", url="/paper/sea/") == paper.kicker(other)


def test_a_story_in_the_language_of_the_site_has_none_of_its_own():
    paper = make_paper(settings=make_settings(language="en-GB"))

    assert "" == paper.lang(make_article(lang="en-GB"))
    assert "" == paper.lang(make_article())
    assert "es" == paper.lang(make_article(lang="es"))


def test_marks_tell_why_readers_cannot_see_a_story_yet():
    settings = make_settings(language="en-GB", timezone="Europe/Dublin")
    paper = make_paper(settings=settings, is_preview=True)
    summer = at(datetime(2027, 7, 1, 8, tzinfo=UTC))

    assert "" == paper.mark(make_article())
    assert "Draft" == paper.mark(make_article(status=Status.DRAFT, embargo=summer))
    assert "Embargoed until 1 July 2027, 09:00" == paper.mark(make_article(embargo=summer))
    assert "Embargoed until 1 July 2027, 09:00" == paper.mark(make_article(date=summer))


def test_a_teaser_tells_what_lists_show():
    article = make_article(
        "ferry",
        title="The ferry",
        summary="It sails.",
        type=ArticleType.OPINION,
        image=make_picture(),
        lang="es",
        date=make_moment("2026-11-20T09:30"),
    )

    teaser = make_paper(article).teaser(article)

    assert "/paper/stories/ferry/" == teaser.url
    assert ("The ferry", "It sails.", "Opinion", "", "es") == (
        teaser.title,
        teaser.dek,
        teaser.label,
        teaser.mark,
        teaser.lang,
    )
    assert "2026-11-20T09:30:00+00:00" == teaser.date.iso
    assert "The pier" == teaser.image.alt


def test_a_teaser_is_made_once():
    article = make_article()
    paper = make_paper(article)

    assert paper.teaser(article) is paper.teaser(article)


def test_pictures_are_remembered_when_they_are_shown():
    shown, other = make_picture("shown.jpg"), make_picture("other.jpg", focus=(10, 20))
    paper = make_paper(make_article("one", image=shown), make_article("two", image=other))

    paper.picture(other)

    assert {("articles/2026/other.jpg", (10, 20))} == paper.shown
    assert (10, 20) == paper.plan(other).share.focus


def test_initials_stand_where_a_portrait_is_missing():
    assert "MS" == make_paper().initials(make_author(name="Mira Solberg"))


def test_addresses_and_aliases_lead_to_stories_that_readers_may_see():
    later = make_article("later", embargo=at(NOW + timedelta(days=1)), aliases=("old/later",))
    ferry = make_article("ferry", aliases=("old/ferry", "2019/ferry.html"))
    paper = make_paper(ferry, later)

    expected = {"/stories/ferry/": ferry, "/old/ferry/": ferry, "/2019/ferry.html": ferry}
    assert expected == paper.by_address
