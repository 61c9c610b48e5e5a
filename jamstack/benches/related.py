"""How well related stories are chosen, by us and by others, and what that costs."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from jamstack.benches.prose import chance_of
from jamstack.benches.related_corpus import Corpus, read_corpora
from jamstack.benches.related_scores import judged
from jamstack.benches.related_ways import WAYS
from jamstack.model import Article, Body, Credit, Moment
from jamstack.related.kinship import Pool
from jamstack.related.terms import TERM_BITS, WEIGHT_BITS, weight_of

SIZES = (1_000, 10_000)
TERMS, WORDS = 150, 60_000
"""Terms of one made-up story, and words of the language."""


def measure(corpus: Path, *, stories: int, seed: int, announce: Callable[[str], None]) -> str:
    """Judge every way on every corpus, and time ours; the whole text of the results, as Markdown.

    Raises:
        CommandError: there are no real articles in `corpus`.
    """
    parts = [_quality(one, announce) for one in read_corpora(corpus)]
    sizes = sorted({size for size in (*SIZES, stories) if size <= stories})
    lines = []
    for size in sizes:
        announce(f"ranking {size:,} stories")
        lines.append(_cost(size, seed))
    heads = ("stories", "prepare ms", "rank ms a story", "rank again after one edit, ms", "peak MB")
    parts.append(
        f"Made-up stories of {TERMS} terms, one core; numpy {version('numpy')}, SciPy "
        f"{version('scipy')}.\n\n" + _table(heads, lines)
    )
    return "\n\n".join(parts) + "\n"


def _quality(corpus: Corpus, announce: Callable[[str], None]) -> str:
    lines = []
    for name, way in WAYS.items():
        announce(f"{corpus.name}: {name}")
        found = judged(way(corpus), corpus.answers)
        lines.append((name, *map(str, found)))
    languages = sorted({article.lang for article in corpus.articles})
    title = (
        f"`{corpus.name}`: {len(corpus.articles):,} stories ({', '.join(languages)}), "
        f"{len(corpus.answers):,} of which link to others."
    )
    return title + "\n\n" + _table(("chosen by", "recall@5", "nDCG@5", "MRR"), lines)


def _cost(size: int, seed: int) -> tuple[str, ...]:
    articles, profiles = made_up(size, seed=seed)
    started = time.process_time()
    pool = Pool(articles, profiles, {}, language="en")
    prepared = time.process_time()
    pool.kin(range(size))
    ranked = time.process_time()
    again = _again(articles, profiles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak_mb = peak / (1_000_000 if sys.platform == "darwin" else 1_000)
    return (
        f"{size:,}",
        f"{(prepared - started) * 1e3:,.0f}",
        f"{(ranked - prepared) * 1e3 / size:.3f}",
        f"{again * 1e3:,.0f}",
        f"{peak_mb:,.0f}",
    )


def _again(articles: Sequence[Article], profiles: Sequence[bytes]) -> float:
    """Processor seconds to prepare anew, to see who found one story, and to rank those."""
    started = time.process_time()
    pool = Pool(articles, profiles, {}, language="en")
    found = pool.products([0]).tocsr().max(axis=1).toarray().ravel()
    pool.kin(np.argsort(-found, kind="stable")[:60].tolist())
    return time.process_time() - started


def made_up(size: int, *, seed: int) -> tuple[list[Article], list[bytes]]:
    """Stories whose terms are as frequent as words are (Zipf), each third of them on its topic."""
    chance = np.random.default_rng(seed)
    shares = 1 / np.arange(20, WORDS + 20)
    shares /= shares.sum()
    numbers = chance.permutation(1 << TERM_BITS)[:WORDS]
    articles, profiles = [], []
    topics = [chance.choice(WORDS, 120) for _ in range(max(1, size // 25))]
    days = chance_of("related", seed=seed)
    for number in range(size):
        words = chance.choice(WORDS, TERMS * 2 // 3, p=shares)
        topic = topics[int(chance.integers(len(topics)))]
        terms, counts = np.unique(
            numbers[np.concatenate([words, chance.choice(topic, TERMS // 3)])], return_counts=True
        )
        weights = np.array([weight_of(int(count)) for count in counts])
        profiles.append((terms << WEIGHT_BITS | weights).astype("<u4").tobytes())
        articles.append(_article(number, days.randrange(3_000)))
    return articles, profiles


def _article(number: int, age_days: int) -> Article:
    from datetime import UTC, datetime, timedelta

    at = datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=age_days)
    return Article(
        path=f"articles/{number}.md",
        slug=f"s{number}",
        title=f"Story {number}",
        date=Moment(at=at, has_time=False),
        section=f"s{number % 8}",
        credits=(Credit(author="a"),),
        body=Body(),
    )


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *lines))
