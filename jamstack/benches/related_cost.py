"""What choosing related stories costs: made-up stories, ranked as a build ranks them."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from jamstack.benches.prose import chance_of, headline, paragraph
from jamstack.edition import gather
from jamstack.layout.paper import Paper
from jamstack.model import Article, Block, BlockKind, Body, Credit, HomeFront, Moment, Section
from jamstack.press.codec import digest
from jamstack.press.memory import Memory
from jamstack.press.ranking import rank
from jamstack.press.records import NO_STAMP, SourceRecord
from jamstack.press.workers import OneWorker
from jamstack.related.terms import TERM_BITS, profile
from jamstack.settings import Settings

TERMS, WORDS = 150, 60_000
"""Terms of one made-up story, and words of the language."""
READ, LENGTH = 200, 600
"""Stories that are read, and the words of each."""
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCost:
    """Processor milliseconds: to read a story, to rank one of many, and after one is added.

    `peak_mb` is the most memory that ranking held, with the stories themselves.
    """

    stories: int
    read_ms: float
    rank_ms: float
    added_ms: float
    peak_mb: float

    def cells(self) -> tuple[str, ...]:
        """As a table prints it."""
        return (
            f"{self.stories:,}",
            f"{self.read_ms:.2f}",
            f"{self.rank_ms:.2f}",
            f"{self.added_ms:,.0f}",
            f"{self.peak_mb:,.0f}",
        )


def cost_apart(stories: int, *, seed: int) -> RelatedCost:
    """The cost, in a process of its own: what others have left in memory does not count."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(cost, stories, seed=seed).result()


def cost(stories: int, *, seed: int) -> RelatedCost:
    """What it costs to rank so many stories, by one process, and again when there is one more."""
    articles, profiles = made_up(stories + 1, seed=seed)
    read_ms = reading_ms(seed=seed)
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(file=Path(folder) / "press.sqlite", site="bench", tell=_say_nothing)
        with memory.opened():
            memory.keep_texts({}, dict(zip(_paths(articles), profiles, strict=True)))
            ranked_s = _ranked_s(articles[1:], memory)
            added_s = _ranked_s(articles, memory)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return RelatedCost(
        stories=stories,
        read_ms=read_ms,
        rank_ms=ranked_s * 1e3 / stories,
        added_ms=added_s * 1e3,
        peak_mb=peak / (1_000_000 if sys.platform == "darwin" else 1_000),
    )


def reading_ms(*, seed: int) -> float:
    """Milliseconds to find the terms of a story of 600 words, when its words have been seen."""
    chance = chance_of("reading", seed=seed)
    articles = [
        _article(number, 0, title=headline(chance), text=paragraph(chance, words=LENGTH))
        for number in range(READ)
    ]
    for article in articles:
        profile(article, language="en")
    started = time.process_time()
    for article in articles:
        profile(article, language="en")
    return (time.process_time() - started) * 1e3 / READ


def made_up(size: int, *, seed: int) -> tuple[list[Article], list[bytes]]:
    """Stories, newest first, with terms as frequent as words are (Zipf), a third on a topic."""
    chance = np.random.default_rng(seed)
    shares = 1 / np.arange(20, WORDS + 20)
    shares /= shares.sum()
    numbers = chance.permutation(1 << TERM_BITS)[:WORDS]
    topics = [chance.choice(WORDS, 120) for _ in range(max(1, size // 25))]
    ages = sorted(chance.integers(1, 3_000, size - 1).tolist())
    articles, profiles = [], []
    for number, age in enumerate([0, *ages]):
        words = chance.choice(WORDS, TERMS * 2 // 3, p=shares)
        topic = topics[int(chance.integers(len(topics)))]
        terms, counts = np.unique(
            numbers[np.concatenate([words, chance.choice(topic, TERMS // 3)])], return_counts=True
        )
        profiles.append(terms.astype("<u4").tobytes() + counts.astype(np.uint8).tobytes())
        articles.append(_article(number, age, title=f"Story {number}"))
    return articles, profiles


def _ranked_s(articles: Sequence[Article], memory: Memory) -> float:
    settings = Settings(
        site_url="https://news.example",
        name="News",
        sections=tuple(Section(slug=f"s{number}", name="S") for number in range(8)),
    )
    edition = gather(articles, (), (), HomeFront(), settings=settings, now=NOW)
    paper = Paper(edition, plans={}, assets={}, theme_colours={})
    records = {
        path: SourceRecord(path=path, stamp=NO_STAMP, digest=digest(path.encode()), value=article)
        for path, article in zip(_paths(articles), articles, strict=True)
    }
    started = time.process_time()
    rank(paper, records, memory=memory, workers=OneWorker(), code=b"")
    return time.process_time() - started


def _paths(articles: Sequence[Article]) -> list[str]:
    return [article.path for article in articles]


def _article(number: int, age_days: int, *, title: str, text: str = "") -> Article:
    return Article(
        path=f"articles/{number}.md",
        slug=f"s{number}",
        title=title,
        date=Moment(at=NOW - timedelta(days=age_days), has_time=False),
        section=f"s{number % 8}",
        credits=(Credit(author="a"),),
        body=Body(blocks=(Block(kind=BlockKind.PARAGRAPH, html=f"<p>{text}</p>"),)),
    )


def _say_nothing(_: str) -> None:
    pass
