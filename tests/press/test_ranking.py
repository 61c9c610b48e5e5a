import functools
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jamstack.layout import picks
from jamstack.layout.paper import Paper
from jamstack.model import Block, BlockKind, Body, Credit, InternalLink
from jamstack.press import ranking, reranking
from jamstack.press.codec import digest_of
from jamstack.press.ranking import rank
from jamstack.press.records import NO_STAMP, SourceRecord
from jamstack.press.workers import OneWorker
from jamstack.related import terms, vectors
from jamstack.related.terms import profile

from ..builders import make_article, make_edition, make_settings
from ..copies import replace
from .builders import make_memory, make_project

WORDS = [
    "anchor", "barge", "canal", "dredge", "estuary", "ferry", "gull", "harbour", "island", "jetty",
    "kelp", "lighthouse", "mooring", "net", "otter", "pier", "quay", "reef", "sail", "tide",
]  # fmt: skip


def make_text(*words):
    return Body(blocks=(Block(kind=BlockKind.PARAGRAPH, html=f"<p>{' '.join(words)}</p>"),))


def make_pair(number):
    """Two stories that share two words with each other, and none with those of other pairs."""
    words = WORDS[2 * number : 2 * number + 2]
    return tuple(
        make_article(f"{name}{number}", title=words[0], body=make_text(words[1]), credits=())
        for name in "ab"
    )


ARTICLES = tuple(article for number in range(8) for article in make_pair(number))
ALL = [article.slug for article in sorted(ARTICLES, key=lambda article: article.slug)]


class Counting(OneWorker):
    """A worker that writes down for which stories it chooses."""

    def __init__(self):
        self.asked = []

    def run(self, work, shared, pieces):
        pieces = list(pieces)
        articles = shared.edition.articles
        self.asked += [articles[row].slug for piece in pieces for row in piece]
        return super().run(work, shared, pieces)


@pytest.fixture
def memory(tmp_path, monkeypatch):
    monkeypatch.setattr(ranking, "FEW", 0)
    # Rarity is counted in four stories, so that most edits leave it as it was.
    monkeypatch.setattr(vectors, "reference_size", lambda count: min(count, 4))
    # Few numbers for terms: tables of them all are made often here.
    monkeypatch.setattr(terms, "TERM_BITS", 14)
    monkeypatch.setattr(vectors, "TERM_BITS", 14)
    monkeypatch.setattr(terms, "vocabulary", functools.cache(terms.Vocabulary))
    memory = make_memory(make_project(tmp_path))
    with memory.opened():
        yield memory


def ranked(memory, articles=ARTICLES, *, code=b"code", **values):
    """For which stories it was chosen anew; what is chosen is what a first ranking would choose."""
    paper = Paper(make_edition(*articles, **values), plans={}, assets={}, theme_colours={})
    records = {
        article.path: SourceRecord(
            path=article.path,
            stamp=NO_STAMP,
            digest=digest_of(article),
            face=digest_of(replace(article, body=Body())),
            value=article,
        )
        for article in articles
    }
    about = {article.path: profile(article, language="en") for article in articles}
    memory.keep_texts({}, about)
    paper.profiles = about
    workers = Counting()
    found = rank(paper, records, memory=memory, workers=workers, code=code)
    assert {article.path: picks.pick(article, paper) for article in articles} == found
    return workers.asked


def with_changed(slug, **changes):
    return tuple(
        replace(article, **changes) if article.slug == slug else article for article in ARTICLES
    )


def test_at_first_all_choose(memory):
    assert ALL == ranked(memory)


def test_where_nothing_has_changed_nobody_chooses_again(memory):
    ranked(memory)

    assert [] == ranked(memory)


def test_a_story_with_another_headline_and_its_kin_choose_again(memory):
    ranked(memory)

    assert ["a0", "b0"] == ranked(memory, with_changed("a0", title="Anchor again"))


def test_a_story_that_is_about_something_else_leaves_its_kin_and_finds_others(memory):
    ranked(memory)

    assert ["a0", "a7", "b0", "b7"] == ranked(
        memory, with_changed("a0", title=WORDS[14], body=make_text(WORDS[15]))
    )


def test_a_story_that_goes_makes_its_kin_choose_again(memory):
    ranked(memory)

    assert ["b0"] == ranked(memory, ARTICLES[1:])


def test_a_story_that_comes_makes_its_kin_choose_again(memory):
    ranked(memory)
    new = replace(ARTICLES[4], slug="c2", path="articles/2026/c2.md", title="Estuary, too")

    assert ["a2", "b2", "c2"] == ranked(memory, (*ARTICLES, new))


def test_a_link_makes_both_of_its_ends_and_their_kin_choose_again(memory):
    ranked(memory)
    link = InternalLink(path="articles/2026/a3.md", fragment="", written="a3", line=1)

    assert ["a0", "a3", "b0", "b3"] == ranked(
        memory, with_changed("a0", body=replace(ARTICLES[0].body, links=(link,)))
    )


def test_where_terms_are_as_rare_as_before_few_choose_again_and_else_all(memory):
    ranked(memory)

    assert ["a7", "b7"] == ranked(memory, with_changed("b7", title="Sail again"))
    assert ALL == ranked(memory, with_changed("b7", title=" ".join(WORDS[8:14])))


def test_where_many_may_have_other_kin_all_choose_again(memory, monkeypatch):
    ranked(memory)
    monkeypatch.setattr(reranking, "MANY", 1)

    assert ALL == ranked(memory, with_changed("a0", title="Anchor again"))


@pytest.mark.parametrize(
    "changes",
    [
        {"related": ("a3",)},
        {
            "body": replace(
                ARTICLES[0].body,
                blocks=(*ARTICLES[0].body.blocks, Block(kind=BlockKind.RELATED, target="a3")),
            )
        },
    ],
)
def test_a_story_that_names_another_is_asked_again_when_that_changes(memory, changes):
    articles = with_changed("a0", **changes)
    ranked(memory, articles)
    others = tuple(replace(one, title="Other") if one.slug == "a3" else one for one in articles)

    assert ["a0", "a3", "b3"] == ranked(memory, others)


def test_other_settings_and_other_code_make_all_choose_again(memory):
    ranked(memory)

    assert ALL == ranked(memory, settings=make_settings(related_size=3))
    assert ALL == ranked(memory, settings=make_settings(related_size=3), code=b"other")


def test_what_was_chosen_is_remembered_by_the_store(tmp_path):
    project = make_project(tmp_path)
    first, second = make_memory(project), make_memory(project)
    with first.opened():
        ranked(first)
        first.save()

    with second.opened():
        assert [] == ranked(second)


def test_damage_makes_all_choose_again(memory):
    ranked(memory)
    memory.keep_ranking(b"\xc1")

    assert ALL == ranked(memory)


def test_few_stories_choose_in_the_process_that_asks(tmp_path):
    memory = make_memory(make_project(tmp_path))

    with memory.opened():
        assert [] == ranked(memory)


@st.composite
def papers(draw):
    """A paper of a few stories that share words, links and pins in every way."""
    slugs = draw(st.sets(st.sampled_from("abcdefghijklmnopqrst"), min_size=4))
    return tuple(make_drawn(draw, slug, sorted(slugs)) for slug in sorted(slugs))


def make_drawn(draw, slug, slugs):
    few = st.lists(st.sampled_from(WORDS[:12]), min_size=1, max_size=6)
    some = st.lists(st.sampled_from(slugs), max_size=3, unique=True)
    links = tuple(
        InternalLink(path=f"articles/2026/{other}.md", fragment="", written=other, line=1)
        for other in draw(some)
    )
    article = make_article(
        slug,
        title=" ".join(draw(few)),
        body=replace(make_text(*draw(few)), links=links),
        credits=(Credit(author=draw(st.sampled_from(("mira", "omar")))),),
        related=tuple(draw(some)[:1]),
        section=draw(st.sampled_from(("town", "sea"))),
    )
    age = timedelta(days=draw(st.integers(0, 400)))
    return replace(article, date=replace(article.date, at=article.date.at - age))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_ranking_again_gives_what_ranking_anew_gives(memory, monkeypatch, data):
    """Few kin are looked at, so that who is not among them matters, too."""
    monkeypatch.setattr("jamstack.related.kinship.FOUND", 3)
    monkeypatch.setattr(vectors, "reference_size", lambda count: count // 2)
    monkeypatch.setattr("jamstack.related.kinship.KEPT", 2)
    memory.keep_ranking(b"")
    articles = data.draw(papers())
    ranked(memory, articles)
    slugs = [article.slug for article in articles]
    for _ in range(3):
        place = data.draw(st.integers(0, len(articles) - 1))
        other = make_drawn(data.draw, slugs[place], slugs)
        articles = (*articles[:place], other, *articles[place + 1 :])
        ranked(memory, articles)
