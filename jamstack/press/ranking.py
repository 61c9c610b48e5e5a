"""Choosing related stories for all that need it; the rest is remembered.

What a story offers depends on the story itself and on what all visible stories are about. So where
that is as it was, only changed stories choose again.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import Picks, lines_wanted, pick, settled_names
from jamstack.model import Article
from jamstack.press.codec import DamagedError, decode, digest_of, encode
from jamstack.press.memory import Memory
from jamstack.press.records import SourceRecord
from jamstack.press.workers import OneWorker, Workers
from jamstack.related.choosing import headline_of
from jamstack.series import series_key
from jamstack.values import Value, replace

PIECE = 250
"""Stories that a worker ranks at a time."""
FEW = 5_000
"""Stories that are ranked sooner than workers are started."""


class Choice(Value, frozen=True, kw_only=True):
    """What one story chose.

    `mark` is the digest of its file, `wish` that of all in it that it chose by. `inline` and `end`
    are as in `Picks`, with the stories' numbers in the edition in place of their paths.
    """

    mark: bytes
    wish: bytes
    inline: tuple[tuple[int, int], ...]
    end: tuple[int, ...]


def rank(
    indexes: Indexes,
    records: Mapping[str, SourceRecord],
    *,
    memory: Memory,
    workers: Workers,
    code: bytes,
) -> Mapping[str, Picks]:
    """What each visible story offers, by source path."""
    articles = indexes.edition.articles
    pool = _pool(indexes, code)
    # As long as the pool is the same, so are the stories' numbers.
    known = _known(memory, len(articles)) if memory.facts.get("pool") == pool else ()
    found: list[Choice | None] = []
    for article, last in itertools.zip_longest(articles, known):
        mark = _mark(article, records)
        if last and last.mark != mark:
            last = replace(last, mark=mark) if last.wish == _wish(article, indexes) else None
        found.append(last)
    wanted = [number for number, choice in enumerate(found) if choice is None]
    numbers = {article.path: number for number, article in enumerate(articles)}
    paths = [articles[number].path for number in wanted]
    for number, picks in zip(wanted, _ranked(indexes, paths, workers), strict=True):
        article = articles[number]
        found[number] = Choice(
            mark=_mark(article, records),
            wish=_wish(article, indexes),
            inline=tuple((line, numbers[path]) for line, path in picks.inline),
            end=tuple(numbers[path] for path in picks.end),
        )
    choices = [choice for choice in found if choice]
    if choices != list(known):
        memory.keep_facts({"pool": pool, "picks": encode(choices)})
    return {
        article.path: Picks(
            inline=tuple((line, articles[number].path) for line, number in choice.inline),
            end=tuple(articles[number].path for number in choice.end),
        )
        for article, choice in zip(articles, choices, strict=True)
    }


def rank_piece(indexes: Indexes, piece: tuple[str, ...]) -> list[Picks]:
    """Choose for a few stories; work for any worker."""
    return [pick(indexes.edition.by_path[path], indexes) for path in piece]


def _ranked(indexes: Indexes, wanted: Sequence[str], workers: Workers) -> Iterator[Picks]:
    if not wanted:
        return
    pieces = [tuple(wanted[at : at + PIECE]) for at in range(0, len(wanted), PIECE)]
    # Computed once, before workers get their copies.
    _ = indexes.related, indexes.by_address
    chosen = OneWorker() if len(wanted) < FEW else workers
    for picks in chosen.run(rank_piece, indexes, pieces):
        yield from picks


def _mark(article: Article, records: Mapping[str, SourceRecord]) -> bytes:
    """The digest of a story's file, and of whom it names where that is not in the file."""
    record = records[article.path]
    named = settled_names(article)
    if isinstance(record.value, Article) and settled_names(record.value) != named:
        return digest_of((record.digest, named))
    return record.digest


def _pool(indexes: Indexes, code: bytes) -> bytes:
    """The digest of all that choosing knows of other stories, and of how it is done."""
    articles = indexes.edition.articles
    headlines = list(map(headline_of, articles))
    counts = Counter(headlines)
    # A headline keeps a story from being offered only where another story has the same.
    shared = [headline if counts[headline] > 1 else "" for headline in headlines]
    traits = [
        (
            *(item.path, item.slug, headline, item.date.at, item.section, item.tags, item.aliases),
            series_key(item.series),
        )
        for item, headline in zip(articles, shared, strict=True)
    ]
    return digest_of((code, indexes.settings, traits))


def _wish(article: Article, indexes: Indexes) -> bytes:
    """The digest of all in a story that its own choice depends on."""
    body = article.body
    return digest_of(
        (
            (article.slug, article.title, article.section, article.tags, article.related),
            [link.path for link in body.links],
            body.kinds,
            [(block.kind, block.target) for block in body.blocks],
            lines_wanted(article, indexes.settings),
            series_key(article.series),
        )
    )


def _known(memory: Memory, count: int) -> Sequence[Choice]:
    """What all stories chose last time; nothing where that is not to be had."""
    try:
        choices = decode(memory.facts.get("picks", b""), list[Choice])
    except DamagedError:
        return ()
    return choices if len(choices) == count else ()
