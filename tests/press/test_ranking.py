import pytest

from jamstack.layout import picks
from jamstack.layout.paper import Paper
from jamstack.model import Block, BlockKind, Body, InternalLink
from jamstack.press import ranking
from jamstack.press.ranking import rank
from jamstack.press.records import NO_STAMP, SourceRecord
from jamstack.press.workers import OneWorker

from ..builders import make_article, make_edition, make_settings
from ..copies import replace
from .builders import make_memory, make_project

ARTICLES = tuple(
    make_article(slug, tags=tags)
    for slug, tags in (("a", ("tide",)), ("b", ("tide",)), ("c", ("quay",)), ("d", ("quay",)))
)

LINK = InternalLink(path=ARTICLES[0].path, fragment="", written="a", line=1)


class Counting(OneWorker):
    """A worker that writes down for which stories it chooses."""

    def __init__(self):
        self.asked = []

    def run(self, work, shared, pieces):
        pieces = list(pieces)
        self.asked += [path for piece in pieces for path in piece]
        return super().run(work, shared, pieces)


@pytest.fixture
def memory(tmp_path, monkeypatch):
    monkeypatch.setattr(ranking, "FEW", 0)
    memory = make_memory(make_project(tmp_path))
    with memory.opened():
        yield memory


def ranked(memory, articles=ARTICLES, *, digests=None, code=b"code", **values):
    """What is chosen, and for which stories it was chosen now."""
    paper = Paper(make_edition(*articles, **values), plans={}, assets={}, theme_colours={})
    records = {
        article.path: SourceRecord(
            path=article.path,
            stamp=NO_STAMP,
            digest=(digests or {}).get(article.slug, b"1"),
            value=article,
        )
        for article in articles
    }
    workers = Counting()
    found = rank(paper, records, memory=memory, workers=workers, code=code)
    assert {article.path: picks.pick(article, paper) for article in articles} == found
    return [path.removeprefix("articles/2026/").removesuffix(".md") for path in workers.asked]


def test_at_first_all_choose(memory):
    assert ["a", "b", "c", "d"] == ranked(memory)


def test_where_nothing_has_changed_nobody_chooses_again(memory):
    ranked(memory)

    assert [] == ranked(memory)


def test_a_story_with_another_text_chooses_no_other(memory):
    ranked(memory)

    assert [] == ranked(memory, digests={"b": b"2"})
    assert [] == ranked(memory, digests={"b": b"2"})


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Other"},
        {"related": ("d",)},
        {"body": Body(links=(LINK,))},
        {"body": Body(blocks=(Block(kind=BlockKind.RELATED, target="d"),))},
        {"body": Body(words=1_000)},
    ],
)
def test_a_story_that_chooses_by_something_else_chooses_again_alone(memory, changes):
    articles = (ARTICLES[0], replace(ARTICLES[1], **changes), *ARTICLES[2:])
    ranked(memory)

    assert ["b"] == ranked(memory, articles, digests={"b": b"2"})
    assert [] == ranked(memory, articles, digests={"b": b"2"})


def test_a_headline_that_another_story_has_makes_all_choose_again(memory):
    twice = (replace(ARTICLES[0], title="One"), replace(ARTICLES[1], title="One"), *ARTICLES[2:])
    ranked(memory)

    assert 4 == len(ranked(memory, twice, digests={"a": b"2", "b": b"2"}))


@pytest.mark.parametrize(
    "changes",
    [
        {"tags": ("tide",)},
        {"section": "sea"},
        {"date": replace(ARTICLES[2].date, at=ARTICLES[2].date.at.replace(day=1))},
        {"aliases": ("old/c",)},
        {"slug": "e"},
    ],
)
def test_what_others_may_choose_by_makes_all_choose_again(memory, changes):
    ranked(memory)
    articles = (*ARTICLES[:2], replace(ARTICLES[2], **changes), ARTICLES[3])

    assert 4 == len(ranked(memory, articles))


def test_a_story_that_comes_or_goes_makes_all_choose_again(memory):
    ranked(memory)

    assert 3 == len(ranked(memory, ARTICLES[:3]))
    assert 4 == len(ranked(memory))


def test_other_settings_and_other_code_make_all_choose_again(memory):
    ranked(memory)

    assert 4 == len(ranked(memory, settings=make_settings(related_size=3)))
    assert 4 == len(ranked(memory, settings=make_settings(related_size=3), code=b"other"))


def test_what_was_chosen_is_remembered_by_the_store(tmp_path):
    project = make_project(tmp_path)
    first, second = make_memory(project), make_memory(project)
    with first.opened():
        ranked(first)
        first.save()

    with second.opened():
        facts = second.facts

    assert {"pool", "picks"} <= facts.keys()


def test_few_stories_choose_in_the_process_that_asks(tmp_path):
    memory = make_memory(make_project(tmp_path))

    with memory.opened():
        assert [] == ranked(memory)
