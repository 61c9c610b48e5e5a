"""How well related stories are chosen, by us and by others, and what that costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from jamstack.benches.related_corpus import Corpus, read_corpora
from jamstack.benches.related_cost import TERMS, cost_apart
from jamstack.benches.related_scores import judged
from jamstack.benches.related_ways import WAYS

SIZES = (1_000, 10_000)
HEADS = ("stories", "read ms a story", "rank ms a story", "one story added, ms", "peak MB")


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
        lines.append(cost_apart(size, seed=seed).cells())
    parts.append(
        f"Made-up stories of {TERMS} terms, one process, processor time; numpy "
        f"{version('numpy')}, SciPy {version('scipy')}.\n\n" + _table(HEADS, lines)
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


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *lines))
