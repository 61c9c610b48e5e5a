from datetime import UTC, datetime, timedelta

import pytest

from jamstack.layout import paper as paper_module
from jamstack.layout.picks import Picks
from jamstack.model import ArticleType, Credit, Role, Status
from jamstack.views import BylineView, Link

from ..builders import make_article, make_author, make_moment, make_page, make_settings
from ..copies import replace
from .builders import at, make_body, make_paper, make_picture

MIRA, BEN = make_author(), make_author("ben", sort_name="Ashe, Ben")
ASKED = make_article(
    credits=(Credit(author="mira"), Credit(author="ben")),
    image=make_picture(focus=(20, 30)),
)


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


def test_initials_stand_where_a_portrait_is_missing():
    assert "MS" == make_paper().initials(make_author(name="Mira Solberg"))


def test_a_teaser_is_made_once():
    article = make_article()
    paper = make_paper(article)

    assert paper.teaser(article) is paper.teaser(article)


def test_a_story_has_the_text_that_was_given():
    article = make_article(body=make_body("One."))
    paper = make_paper(replace(article, body=article.body.without_text()))

    paper.texts = {article.path: article.body}

    assert article == paper.story(article.path)


def test_a_story_without_a_text_given_has_its_own():
    article = make_article(body=make_body("One."))

    assert article is make_paper(article).story(article.path)


def test_what_is_offered_is_not_chosen_again():
    article, other = make_article("a"), make_article("b")
    paper = make_paper(article, other)

    paper.offer({article.path: Picks()})

    assert Picks() == paper.picks(article)
    assert Picks(end=(article.path,)) == paper.picks(other)


class TestQuestions:
    def paper(self):
        return make_paper(ASKED, authors=(MIRA, BEN), pages=(make_page(),))

    def asked(self, ask):
        """The questions that `ask` makes a paper note, in order."""
        _, noted = self.paper().asked_by(ask)
        return list(noted)

    @pytest.mark.parametrize(
        ("ask", "expected"),
        [
            (lambda paper: paper.story(ASKED.path), [f"story:{ASKED.path}"]),
            (lambda paper: paper.face(ASKED), [f"face:{ASKED.path}"]),
            (lambda paper: paper.faces(), ["faces:site"]),
            (lambda paper: paper.author("mira"), ["author:mira"]),
            (lambda paper: paper.standing("pages/about.md"), ["standing:pages/about.md"]),
            (lambda paper: paper.target("pages/none.md"), ["target:pages/none.md"]),
            (lambda paper: paper.slice("section/town", 2), ["slice:section/town#2"]),
            (lambda paper: paper.newest("site", 6), ["newest:site#6"]),
            (lambda paper: paper.recent(timedelta(hours=48)), ["recent:172800"]),
            (lambda paper: paper.picks(ASKED), [f"picks:{ASKED.path}"]),
            (lambda paper: paper.index("tags"), ["index:tags"]),
            (lambda paper: paper.byline(ASKED), ["author:mira", "author:ben"]),
            (lambda paper: paper.byline_view(ASKED), ["name:mira", "name:ben"]),
            (
                lambda paper: paper.picture(ASKED.image),
                ["picture:articles/2026/pier.jpg@20,30"],
            ),
        ],
    )
    def test_what_a_page_asks_is_noted(self, ask, expected):
        assert expected == self.asked(ask)

    def test_the_name_of_a_tag_is_asked_for_by_its_slug(self):
        paper = make_paper(make_article(tags=("Night Bus",)))

        assert ("Night Bus", ("tag:night-bus",)) == paper.asked_by(
            lambda it: it.tag_name("night-bus")
        )

    def test_a_question_asked_twice_is_noted_once(self):
        assert ["author:mira", "author:ben"] == self.asked(
            lambda paper: [paper.author(slug) for slug in ("mira", "ben", "mira")]
        )

    def test_what_was_computed_before_is_noted_all_the_same(self):
        paper = self.paper()

        first, second = (paper.asked_by(lambda it: it.teaser(ASKED)) for _ in range(2))

        picture = "picture:articles/2026/pier.jpg@20,30"
        assert (f"face:{ASKED.path}", "name:mira", "name:ben", picture) == first[1]
        assert first == second

    def test_one_page_knows_nothing_of_the_questions_of_another(self):
        paper = self.paper()
        paper.author("mira")

        assert ("author:ben",) == paper.asked_by(lambda it: it.author("ben"))[1]

    def test_a_part_of_a_page_asks_for_the_whole_page(self):
        paper = self.paper()

        def page(it):
            it.author("mira")
            return it.asked_by(lambda inner: inner.author("ben"))[1]

        assert (("author:ben",), ("author:mira", "author:ben")) == paper.asked_by(page)

    def test_after_a_fault_the_page_that_asked_goes_on(self):
        paper = self.paper()

        def page(it):
            it.author("mira")
            with pytest.raises(KeyError):
                it.asked_by(lambda inner: inner.author("nobody"))

        assert (None, ("author:mira",)) == paper.asked_by(page)


def test_what_was_not_asked_for_lately_is_computed_again(monkeypatch):
    monkeypatch.setattr(paper_module, "REMEMBERED", 2)
    paper, made = make_paper(ASKED, authors=(MIRA, BEN)), []

    def ask(key):
        return paper.once(key, lambda _: made.append(key) or key)

    assert "abab" == "".join(map(ask, "abab"))
    assert ["a", "b"] == made
    assert "cacdef" == "".join(map(ask, "cacdef"))
    assert ["a", "b", "c", "d", "e", "f"] == made
    assert "a" == ask("a")
    assert "a" == made[-1]
