import json
from datetime import timedelta

from jamstack.layout.cards import story_share
from jamstack.layout.stories import author_card, last_changed, story_plans
from jamstack.model import (
    Article,
    ArticleType,
    AuthorKind,
    Credit,
    FollowLink,
    Notice,
    Role,
    Status,
)
from jamstack.values import replace
from jamstack.views import Link

from ..builders import NOW, make_article, make_author, make_moment, make_settings
from .builders import (
    at,
    laid_out,
    make_body,
    make_kin,
    make_paper,
    make_picture,
    make_row,
    meta_of,
    slugs_of,
)

MASTODON = FollowLink(
    network="mastodon", label="Mastodon", url="https://s.example/@mira", handle="@mira@s.example"
)
X = FollowLink(network="x", label="X", url="https://x.com/mira", handle="mira")
MIRA = make_author(name="Mira Solberg", follow=(MASTODON, X), pronouns="she/her")
BEN = make_author("ben", name="Ben Ashe")
WIRE = make_author("wire", name="Coast Wire", kind=AuthorKind.ORGANIZATION)


def plan_of(article: Article, *others: Article, **values):
    paper = make_paper(article, *others, **values)
    pages = laid_out(story_plans(paper), paper).values()
    return next(page for page in pages if page.source == article.path)


def json_of(plan):
    graph = json.loads(plan.head.json_ld)["@graph"]
    return {node["@type"]: node for node in graph}


def test_a_story_has_one_page_at_its_address():
    plan = plan_of(make_article("ferry", title="The ferry", dek="It sails.", extra={"a": 1}))

    assert "stories/ferry/index.html" == plan.path
    assert "story.html" == plan.template
    assert ("The ferry", "It sails.") == (plan.page.title, plan.page.dek)
    assert "/paper/stories/ferry/" == plan.page.url
    assert {"a": 1} == plan.page.extra


def test_hidden_stories_have_no_page_but_on_a_preview_and_are_marked_there():
    draft = make_article("draft", status=Status.DRAFT)
    paper = make_paper(draft)
    preview = make_paper(draft, is_preview=True)

    assert {} == laid_out(story_plans(paper), paper)
    pages = laid_out(story_plans(preview), preview).values()
    assert ["Draft"] == [page.page.mark for page in pages]


class TestRelated:
    def test_pins_come_first_then_shared_tags_then_the_section(self):
        others = (
            *make_row("sea", section="sea"),
            *make_row("town"),
            *make_row("shared", section="sea", tags=("tide",)),
            *make_row("pinned", section="sea"),
        )
        article = make_article("own", related=("pinned",), tags=("Tide",))

        related = plan_of(article, *others).page.related

        assert ["pinned", "shared", "town", "sea"] == slugs_of(related)

    def test_it_is_never_the_story_itself_nor_a_hidden_one(self):
        draft = make_article("draft", status=Status.DRAFT)
        later = make_article("later", embargo=at(NOW + timedelta(minutes=1)))

        assert () == plan_of(make_article("own"), draft, later).page.related

    def test_it_never_repeats_an_inline_line_or_a_link(self):
        body = make_body("See [it](linked.md).\n\nRELATED: named\n\nMore.\n\nRELATED:\n\nMore.")
        article = make_article("own", body=body, related=("named", "linked"))

        page = plan_of(article, *make_row("named", "linked", "chosen", "left")).page

        inline = [block.related.text for block in page.body if block.related]
        assert ["Story named", "Story chosen"] == inline
        assert ["left"] == slugs_of(page.related)

    def test_it_holds_no_more_than_the_setting(self):
        settings = make_settings(related_size=3)
        own = make_article("own", tags=("ferry",), date=at(NOW))

        related = plan_of(own, *make_kin(*"abcde"), settings=settings).page.related

        assert ["a", "b", "c"] == slugs_of(related)


class TestDates:
    def test_the_last_change_is_the_latest_of_all_that_readers_were_told(self):
        def notice(day):
            return (Notice(date=make_moment(day), text="Told."),)

        days = ("2026-11-21", "2026-11-22")

        assert make_moment() == last_changed(make_article())
        for changes in (
            {"updated": make_moment(days[1])},
            {"updates": notice(days[1]), "corrections": notice(days[0])},
            {"updates": notice(days[0]), "corrections": notice(days[1])},
        ):
            assert make_moment(days[1]) == last_changed(make_article(**changes))

    def test_an_unchanged_story_shows_no_update(self):
        assert None is plan_of(make_article(updated=make_moment("2026-11-20"))).page.updated

    def test_a_changed_story_shows_when(self):
        settings = make_settings(language="en-GB")
        article = make_article(updated=make_moment("2026-11-21T10:30"))

        plan = plan_of(article, settings=settings)

        assert "20 November 2026" == plan.page.published.text
        assert "21 November 2026, 10:30" == plan.page.updated.text
        assert ["2026-11-20T00:00:00+00:00"] == meta_of(plan, "article:published_time")
        assert ["2026-11-21T10:30:00+00:00"] == meta_of(plan, "article:modified_time")

    def test_notices_are_newest_first_and_a_correction_before_an_update(self):
        article = make_article(
            corrections=(
                Notice(date=make_moment("2026-11-21"), text="wrong name"),
                Notice(date=make_moment("2026-11-22"), text="wrong date"),
            ),
            updates=(Notice(date=make_moment("2026-11-22"), text="more"),),
        )

        notices = plan_of(article).page.notices

        assert [
            ("correction", "wrong date"),
            ("update", "more"),
            ("correction", "wrong name"),
        ] == [(notice.kind, notice.text) for notice in notices]


class TestOneByline:
    CREDITS = (
        Credit(author="mira"),
        Credit(author="ben"),
        Credit(author="wire", role=Role.PHOTOGRAPHS),
    )
    AUTHORS = (MIRA, BEN, WIRE)

    def plan(self, **values):
        return plan_of(make_article(credits=self.CREDITS, **values), authors=self.AUTHORS)

    def test_the_page_prints_everybody(self):
        page = self.plan().page

        assert "By Mira Solberg and Ben Ashe; photographs by Coast Wire" == page.byline.text
        assert ["Mira Solberg", "Ben Ashe", "Coast Wire"] == [card.name for card in page.authors]

    def test_meta_tags_name_the_authors(self):
        plan = self.plan()

        assert ["Mira Solberg, Ben Ashe"] == meta_of(plan, "author")
        assert [
            "https://herald.example/paper/authors/mira/",
            "https://herald.example/paper/authors/ben/",
        ] == meta_of(plan, "article:author")
        assert ["@mira@s.example"] == meta_of(plan, "fediverse:creator")

    def test_structured_data_carry_everybody(self):
        story = json_of(self.plan())["NewsArticle"]

        people = [(one["@type"], one["name"], one["url"]) for one in story["author"]]
        assert [
            ("Person", "Mira Solberg", "https://herald.example/paper/authors/mira/"),
            ("Person", "Ben Ashe", "https://herald.example/paper/authors/ben/"),
        ] == people
        assert ["Coast Wire"] == [one["name"] for one in story["contributor"]]

    def test_who_did_two_things_and_nobody_reported_is_named_once(self):
        roles = (Role.PHOTOGRAPHS, Role.VIDEO)
        article = make_article(credits=tuple(Credit(author="mira", role=role) for role in roles))

        plan = plan_of(article)

        assert ["Mira"] == meta_of(plan, "author")
        assert ["https://herald.example/paper/authors/mira/"] == meta_of(plan, "article:author")


class TestHead:
    def test_structured_data_tell_what_kind_of_story_it_is_and_where_it_stands(self):
        nodes = json_of(plan_of(make_article("ferry", type=ArticleType.OPINION)))

        assert "https://herald.example/paper/stories/ferry/" == nodes["OpinionNewsArticle"]["url"]
        steps = [step["item"] for step in nodes["BreadcrumbList"]["itemListElement"]]
        assert [
            "https://herald.example/paper/",
            "https://herald.example/paper/town/",
            "https://herald.example/paper/stories/ferry/",
        ] == steps

    def test_a_headline_cannot_end_the_script(self):
        article = make_article(title="</script><script>alert(1)</script>")

        plan = plan_of(article)

        assert "<" not in plan.head.json_ld
        assert article.title == json_of(plan)["NewsArticle"]["headline"]

    def test_tags_are_told_in_their_common_spelling_and_once(self):
        article = make_article("own", tags=("night BUS", "Ferry"))
        others = [make_article(slug, tags=("night bus",)) for slug in ("a", "b")]

        plan = plan_of(article, *others)

        assert (
            Link(text="night bus", url="/paper/tags/night-bus/"),
            Link(text="Ferry", url="/paper/tags/ferry/"),
        ) == plan.page.tags
        assert ["night bus", "Ferry"] == meta_of(plan, "article:tag")

    def test_a_story_in_another_language_says_so(self):
        plan = plan_of(make_article(lang="es"))

        # The frame of the page stays in the language of the site; its parts carry their own.
        assert ("en", "es") == (plan.head.lang, plan.page.lang)
        assert ["es"] == meta_of(plan, "og:locale")
        assert "es" == json_of(plan)["NewsArticle"]["inLanguage"]

    def test_the_original_elsewhere_is_the_canonical_address(self):
        plan = plan_of(make_article(canonical="https://first.example/story"))

        assert "https://first.example/story" == plan.head.canonical
        assert ["https://first.example/story"] == meta_of(plan, "og:url")

    def test_the_section_and_its_feeds_are_told(self):
        plan = plan_of(make_article(section="sea"))

        assert ["The Sea"] == meta_of(plan, "article:section")
        assert "/paper/sea/feed.xml" == plan.head.feeds[0].url


class TestShareImage:
    def test_it_is_the_crop_of_the_lead_picture(self):
        article = make_article(image=make_picture(focus=(20, 30)))
        paper = make_paper(article)

        image = story_share(article, paper)

        assert image.url.startswith("https://herald.example/paper/images/pier-")
        assert image.url.endswith("-share-20x30.jpg")
        assert (1200, 630, "The pier") == (image.width, image.height, image.alt)
        _, asked = paper.asked_by(lambda it: story_share(article, it))
        assert ("picture:articles/2026/pier.jpg@20,30",) == asked

    def test_a_story_without_a_picture_has_that_of_the_theme(self):
        plan = plan_of(make_article())

        assert ["https://herald.example/paper/theme/share.jpg?v=1"] == meta_of(plan, "og:image")
        assert ["The Herald"] == meta_of(plan, "og:image:alt")
        assert ["summary_large_image"] == meta_of(plan, "twitter:card")

    def test_without_any_picture_the_card_is_small(self):
        plan = plan_of(make_article(), assets={})

        assert [] == meta_of(plan, "og:image")
        assert ["summary"] == meta_of(plan, "twitter:card")

    def test_structured_data_show_the_lead_picture(self):
        image = make_picture(caption="At dawn", credit="Ben Ashe")

        (shown,) = json_of(plan_of(make_article(image=image)))["NewsArticle"]["image"]

        assert ("At dawn", "Ben Ashe", 1200, 900) == (
            shown["caption"],
            shown["creditText"],
            shown["width"],
            shown["height"],
        )


class TestAuthorCard:
    def test_it_tells_who_they_are_and_where_to_follow_them(self):
        author = make_author(
            name="Mira Solberg",
            role="Council reporter",
            beats=("the council", "housing"),
            follow=(MASTODON, X),
            pronouns="she/her",
        )

        card = author_card(author, make_paper(authors=(author,)), "en")

        assert ("Mira Solberg", "/paper/authors/mira/", "Council reporter", "MS") == (
            card.name,
            card.url,
            card.role,
            card.initials,
        )
        assert "Mira Solberg covers the council and housing." == card.bio
        assert "Follow her on Mastodon and X." == "".join(part.text for part in card.sentence)
        assert Link(text="Mastodon", url="https://s.example/@mira") in card.sentence
        assert None is card.portrait

    def test_a_portrait_is_shown(self):
        author = make_author(portrait=make_picture("mira.jpg", alt="Mira"))

        card = author_card(author, make_paper(authors=(author,)), "en")

        assert "Mira" == card.portrait.alt


class TestSeries:
    def parts(self):
        days = ("2026-11-18", "2026-11-19", "2026-11-20")
        return [
            make_article(slug, title=f"Title {slug}", date=make_moment(day), series="The Bay")
            for slug, day in zip("abc", days, strict=True)
        ]

    def test_a_part_tells_its_number_and_lists_all(self):
        first, second, third = self.parts()

        series = plan_of(second, first, third).page.series

        assert ("The Bay", 2, 3) == (series.name, series.number, series.count)
        assert [
            ("Title a", "/paper/stories/a/", False),
            ("Title b", "/paper/stories/b/", True),
            ("Title c", "/paper/stories/c/", False),
        ] == [(part.title, part.url, part.is_current) for part in series.parts]

    def test_hidden_parts_are_neither_shown_nor_counted(self):
        first, second, third = self.parts()
        hidden = replace(second, status=Status.DRAFT)

        series = plan_of(third, first, hidden).page.series

        assert (2, 2, ["Title a", "Title c"]) == (
            series.number,
            series.count,
            [part.title for part in series.parts],
        )

    def test_a_part_alone_says_nothing_of_a_series(self):
        first, second, _ = self.parts()
        views = plan_of(first, replace(second, status=Status.DRAFT))

        assert views.page.series is None
        assert "isPartOf" not in views.head.json_ld
        assert "The Bay" not in views.head.json_ld

    def test_structured_data_names_the_series_and_the_stories_offered(self):
        first, second, third = self.parts()

        (story, _) = json.loads(plan_of(second, first, third, make_article("other")).head.json_ld)[
            "@graph"
        ]

        assert ({"@type": "CreativeWorkSeries", "name": "The Bay"}, 2) == (
            story["isPartOf"],
            story["position"],
        )
        assert {
            "@type": "WebPage",
            "@id": "https://herald.example/paper/stories/b/",
            "relatedLink": ["https://herald.example/paper/stories/other/"],
        } == story["mainEntityOfPage"]
