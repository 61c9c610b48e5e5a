"""`invoke bench related` on a newsroom of a few made-up articles."""

import gzip
import json

import numpy as np
import pytest

from jamstack.benches import related
from jamstack.benches.related_corpus import read_corpora, without_links
from jamstack.benches.related_cost import RelatedCost, cost, made_up
from jamstack.benches.related_ways import WAYS, tags
from jamstack.errors import CommandError
from jamstack.related.vectors import unpacked

TOPICS = {
    "ferry": "The ferry crossed the sound before the storm, and its crew told of waves.",
    "bridge": "The bridge over the canal was painted green by pupils of two schools.",
    "budget": "The council spent its budget on libraries, parks and a new archive.",
}


def make_row(name, topic, *, day, links=()):
    text = TOPICS[topic] + "".join(f" See [the {other} story]({other}.md)." for other in links)
    return {
        "id": name, "slug": name, "title": f"The {topic} again: {name}", "summary": "",
        "date": f"2026-01-{day:02}", "section": "town", "authors": ["mira"], "tags": [topic],
        "lang": "en", "body_markdown": text, "links_out": list(links),
    }  # fmt: skip


ROWS = [
    make_row(f"{topic}-{number}", topic, day=number * 3 + place + 1,
             links=(f"{topic}-0",) if number == 2 else ())
    for place, topic in enumerate(TOPICS)
    for number in range(3)
]  # fmt: skip


@pytest.fixture
def corpus(tmp_path):
    with gzip.open(tmp_path / "little-articles.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in ROWS)
    return tmp_path


def test_the_answers_are_the_links_and_the_texts_have_none(corpus):
    (little,) = read_corpora(corpus)
    slugs = [article.slug for article in little.articles]

    assert "little" == little.name
    assert {f"{topic}-2": (f"{topic}-0",) for topic in TOPICS} == little.links
    assert slugs == sorted(slugs, key=lambda slug: (slug[-1], list(TOPICS).index(slug[:-2])))[::-1]
    assert not any("See the" in article.body.blocks[0].html for article in little.articles)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("A [word](/stories/ferry/) here", "A   here"),
        ("A [word](https://a.example/2026-01-02-ferry.md#top) here", "A   here"),
        ("A [word](https://b.example/other/) here", "A word here"),
        ("A [word][one].\n\n[one]: /ferry/", "A  .\n\n"),
        ("A [ferry][].\n\n[ferry]: /other/", "A ferry.\n\n"),
        ('<a href="/ferry">Word</a> <a href="/x">kept</a>', "  kept"),
        ("![ferry](ferry.jpg) {{< figure >}} https://c.example/ferry &amp; co", "     & co"),
    ],
)
def test_links_to_stories_are_taken_out_with_their_words(written, left):
    assert left == without_links(written, frozenset({"ferry"}))


def test_a_folder_without_articles_is_told(tmp_path):
    with pytest.raises(CommandError, match="there are no real articles in"):
        read_corpora(tmp_path)


@pytest.mark.parametrize("name", WAYS)
def test_every_way_finds_the_stories_of_the_topic(corpus, name):
    (little,) = read_corpora(corpus)

    picks = WAYS[name](little)

    assert set(little.answers) <= set(picks)
    for number in little.answers:
        topic = little.articles[number].tags
        assert topic == little.articles[picks[number][0]].tags
        assert number not in picks[number]


def test_made_up_stories_are_the_same_for_a_seed():
    articles, profiles = made_up(30, seed=7)

    assert (articles, profiles) == made_up(30, seed=7)
    assert profiles != made_up(30, seed=8)[1]
    assert articles == sorted(articles, key=lambda item: item.date.at, reverse=True)
    starts, _, counts = unpacked(profiles)
    sums = np.add.reduceat(counts.astype(int), starts[:-1])
    assert {150} == set(sums.tolist())


def test_the_cost_is_that_of_ranking_as_builds_do():
    found = cost(40, seed=7)

    assert 40 == found.stories
    assert min(found.read_ms, found.rank_ms, found.added_ms, found.peak_mb) > 0


def test_the_whole_text(corpus, monkeypatch):
    monkeypatch.setattr(related, "SIZES", (10,))
    monkeypatch.setattr(related, "WAYS", {"tags": tags})
    monkeypatch.setattr(
        related,
        "cost_apart",
        lambda stories, **_: RelatedCost(
            stories=stories, read_ms=0.125, rank_ms=0.5, added_ms=20.4, peak_mb=1234.5
        ),
    )
    monkeypatch.setattr(related, "version", lambda name: f"of {name}")
    told = []

    found = related.measure(corpus, stories=10, seed=7, announce=told.append)

    assert ["little: tags", "ranking 10 stories"] == told
    assert EXPECTED == found


EXPECTED = """\
`little`: 9 stories (en), 3 of which link to others.

| chosen by | recall@5 | nDCG@5 | MRR |
| --- | ---: | ---: | ---: |
| tags | 1.000 (1.000 to 1.000) | 0.631 (0.631 to 0.631) | 0.500 (0.500 to 0.500) |

Made-up stories of 150 terms, one process, processor time; numpy of numpy, SciPy of scipy.

| stories | read ms a story | rank ms a story | one story added, ms | peak MB |
| --- | ---: | ---: | ---: | ---: |
| 10 | 0.12 | 0.50 | 20 | 1,234 |
"""
