"""A page is a pure function of the answers to the questions it asked.

All that a later build keeps rests on this: a page is laid out again only where an answer changed.
"""

import pickle
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamstack.checks import check
from jamstack.layout.answers import ANSWERS, INDEXES, answer
from jamstack.layout.paper import Paper
from jamstack.layout.picks import Picks
from jamstack.layout.site import file_plans, page_plans
from jamstack.model import Body, HomeFront
from jamstack.press.gallery import shown_pictures

from ..builders import NOW, make_article, make_author, make_page, make_settings
from .builders import at, make_body, make_paper, make_picture, make_row
from .edits import EDITS, edited
from .newsroom import Printed, make_newsroom

BY_FILE = {"story", "face", "faces"}
"""Kinds of questions whose answers are source files."""
EDIT = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 12), st.integers(0, 12))


def stale(before, after):
    """The pages that show something else now, and would yet be kept as they were."""
    return [
        path
        for path, value in after.values.items()
        if path in before.values
        and before.values[path] != value
        and before.key(before, path) == after.key(before, path)
    ]


def questions(printed):
    """Every question that any page or file asked, as (kind, name)."""
    asked = {question for noted in printed.asked.values() for question in noted}
    return {tuple(question.split(":", 1)) for question in asked}


def slugs_in(paths):
    return [path.rsplit("/", 1)[-1].removesuffix(".md") for path in paths]


@pytest.fixture(scope="module", params=[False, True], ids=["published", "preview"])
def newsroom(request):
    return make_newsroom(is_preview=request.param)


@pytest.fixture(scope="module")
def printed(newsroom):
    return Printed(newsroom)


class TestQuestions:
    def test_the_paper_of_these_tests_is_right(self):
        assert () == check(make_newsroom().edition())

    def test_it_asks_questions_of_every_kind(self, printed):
        assert set(ANSWERS) | BY_FILE == {kind for kind, _ in questions(printed)}

    def test_it_shows_every_index(self, printed):
        assert set(INDEXES) == {name for kind, name in questions(printed) if kind == "index"}

    def test_it_has_pages_of_every_kind(self, printed):
        names = ("404", "archive", "author", "authors", "home", "page", "period", "redirect",
                 "section", "story", "tag", "tags")  # fmt: skip

        plans = page_plans(printed.paper)

        assert {f"{name}.html" for name in names} == {plan.template for plan in plans}

    def test_every_question_has_an_answer(self, printed):
        asked = [question for question in questions(printed) if question[0] not in BY_FILE]

        assert [] == [found for found in asked if answer(*found, printed.paper) is None]

    def test_every_picture_asked_for_is_among_those_that_are_made(self, printed):
        made = {f"{path}@{x},{y}" for path, (x, y) in shown_pictures(printed.paper)}

        assert made == {name for kind, name in questions(printed) if kind == "picture"}

    def test_a_plan_names_the_stories_whose_text_it_shows(self, printed):
        for path, asked in printed.asked.items():
            shown = {name for kind, _, name in (q.partition(":") for q in asked) if kind == "story"}

            assert (path, shown) == (path, printed.texts[path])

    def test_a_page_laid_out_elsewhere_shows_and_asks_the_same(self, printed):
        """Another process has its own copy of the paper, and lays out other pages before."""
        paper, plans = pickle.loads(  # noqa: S301 - written here
            pickle.dumps((printed.paper, (*page_plans(printed.paper), *file_plans(printed.paper))))
        )
        for plan in reversed(plans):
            make = plan.make if hasattr(plan, "make") else plan.lay_out
            value, asked = paper.asked_by(make)

            expected = printed.values[plan.path]
            assert (expected[-1] if isinstance(expected, tuple) else expected) == value
            assert set(printed.asked[plan.path]) == set(asked)


class TestPages:
    @pytest.mark.parametrize("what", EDITS)
    def test_what_shows_something_else_has_another_key(self, newsroom, printed, what):
        for which in EDITS[what].which:
            for option in range(EDITS[what].options):
                changed = edited(newsroom, (what, which, option))
                after = printed if changed is newsroom else Printed(changed)

                assert [] == stale(printed, after), (which, option)
                assert [] == stale(after, printed), (which, option)

    @settings(max_examples=60)
    @given(
        is_preview=st.booleans(),
        first=st.lists(EDIT, max_size=8),
        then=st.lists(EDIT, min_size=1, max_size=3),
    )
    def test_so_it_is_after_any_series_of_edits(self, is_preview, first, then):
        newsroom = edited(make_newsroom(is_preview=is_preview), *first)
        before, after = Printed(newsroom), Printed(edited(newsroom, *then))

        assert [] == stale(before, after)
        assert [] == stale(after, before)

    @pytest.mark.parametrize(
        ("kind", "edit", "is_preview"),
        [
            ("story", ("story dek", 0, 1), False),
            ("face", ("story title", 0, 0), False),
            ("faces", ("story section", 0, 1), False),
            ("author", ("author role", 0, 1), False),
            ("name", ("author name", 0, 1), False),
            ("standing", ("page dek", 0, 1), False),
            ("picture", ("picture", 0, 1), False),
            ("tag", ("story tags", 0, 0), True),
            ("target", ("story slug", 5, 0), False),
            ("picks", ("story title", 0, 0), False),
            ("slice", ("story date", 0, 3), False),
            ("newest", ("story date", 0, 7), False),
            ("recent", ("story date", 0, 5), False),
            ("index", ("story tags", 0, 0), False),
        ],
    )
    def test_a_page_that_does_not_ask_is_found(self, monkeypatch, kind, edit, is_preview):
        """These tests would see a page that shows what it did not ask for."""
        note = Paper._note  # noqa: SLF001 - to leave some out

        def forgetful(paper, asked, name):
            if asked != kind:
                note(paper, asked, name)

        monkeypatch.setattr(Paper, "_note", forgetful)
        newsroom = make_newsroom(is_preview=is_preview)
        before, after = Printed(newsroom), Printed(edited(newsroom, edit))

        assert [] != stale(before, after) + stale(after, before)

    def test_a_draft_whose_date_comes_is_news_in_the_preview(self):
        newsroom = make_newsroom(is_preview=True)
        before, after = Printed(newsroom), Printed(edited(newsroom, ("clock", 0, 2)))

        assert b"/stories/ahead/" not in before.values["news-sitemap.xml"]
        assert b"/stories/ahead/" in after.values["news-sitemap.xml"]
        assert [] == stale(before, after)

    def test_an_edition_read_anew_has_the_same_keys(self):
        before, after = Printed(make_newsroom()), Printed(make_newsroom())

        assert [] == [
            path for path in after.values if before.key(before, path) != after.key(before, path)
        ]


class TestAnswers:
    def test_a_question_that_no_page_asks_has_none(self):
        with pytest.raises(KeyError):
            answer("weather", "today", make_paper())

    @pytest.mark.parametrize(
        ("kind", "name"),
        [("author", "x"), ("name", "x"), ("standing", "x.md"), ("picture", "x.jpg@50,50"),
         ("tag", "x"), ("target", "x.md"), ("picks", "x.md")],
    )  # fmt: skip
    def test_what_is_gone_answers_nothing(self, kind, name):
        assert None is answer(kind, name, make_paper())

    def test_of_an_author_it_is_all_that_pages_show(self):
        biography = make_body("One.\n\n## Two", path="authors/mira.md")
        paper = make_paper(authors=(make_author(biography=biography, lines={"name": 2}),))

        found = answer("author", "mira", paper)

        assert biography.blocks == found.biography.blocks
        assert ((), {}) == (found.biography.anchors, found.lines)

    def test_of_a_name_it_is_the_name_alone(self):
        assert "Mira" == answer("name", "mira", make_paper())

    def test_of_a_standing_page_it_is_all_that_it_shows(self):
        page = make_page(body=Body(anchors=("a",)), lines={"title": 2})

        assert make_page() == answer("standing", page.path, make_paper(pages=(page,)))

    def test_of_a_picture_it_is_what_is_made_of_it(self):
        picture = make_picture("a@b,c.jpg", focus=(20, 30))
        paper = make_paper(make_article(image=picture))

        assert paper.plan(picture) == answer("picture", f"{picture.path}@20,30", paper)

    def test_of_a_tag_it_is_its_name(self):
        paper = make_paper(make_article(tags=("Night Bus",)))

        assert "Night Bus" == answer("tag", "night-bus", paper)

    def test_of_a_file_it_is_the_link_to_its_page(self):
        assert "/paper/about/" == answer(
            "target", "pages/about.md", make_paper(pages=(make_page(),))
        )

    def test_of_picks_it_is_what_was_offered(self):
        article, other = make_row("a", "b")
        paper = make_paper(article, other)

        assert Picks(end=(other.path,)) == answer("picks", article.path, paper)

    def test_of_a_slice_it_is_its_stories_and_the_number_of_pages(self):
        paper = make_paper(*make_row(*"abc"), settings=make_settings(page_size=2))

        paths, count = answer("slice", "section/town#2", paper)

        assert (["c"], 2) == (slugs_in(paths), count)

    def test_of_the_newest_it_is_so_many_stories(self):
        paper = make_paper(*make_row(*"abc"))

        assert ["a", "b"] == slugs_in(answer("newest", "newest/town#2", paper))

    def test_of_the_recent_it_is_the_stories_of_that_age(self):
        new, old = make_article("new", date=at(NOW)), make_article("old")
        paper = make_paper(new, old)

        seconds = int(timedelta(hours=48).total_seconds())
        assert ["new"] == slugs_in(answer("recent", str(seconds), paper))

    def test_of_the_home_page_it_is_its_order(self):
        front = HomeFront(lead="b")
        paper = make_paper(*make_row(*"abc"), front=front, settings=make_settings(top_size=1))

        first, strips = answer("index", "home", paper)

        assert (["b", "a"], [("town", ["c"])]) == (
            slugs_in(first),
            [(section, slugs_in(paths)) for section, paths in strips],
        )

    def test_of_the_tags_it_is_their_names_and_counts(self):
        paper = make_paper(make_article("a", tags=("Night Bus",)), make_article("b", tags=("zoo",)))

        assert [("night-bus", "Night Bus", 1), ("zoo", "zoo", 1)] == answer("index", "tags", paper)

    def test_of_the_authors_it_is_their_order_and_counts(self):
        authors = (make_author(), make_author("zoe", sort_name="Ames"))
        paper = make_paper(make_article(), authors=authors)

        assert [("zoe", 0), ("mira", 1)] == answer("index", "authors", paper)

    def test_of_the_archive_it_is_the_counts_of_its_months(self):
        paper = make_paper(make_article("a"), make_article("b"))

        assert [(2026, [(11, 2)])] == answer("index", "archive", paper)

    def test_of_the_site_it_is_every_address_but_those_of_stories(self):
        paper = make_paper(make_article(tags=("zoo", "Air")), pages=(make_page(),))

        assert (["about"], ["mira"], ["air", "zoo"]) == answer("index", "site", paper)
