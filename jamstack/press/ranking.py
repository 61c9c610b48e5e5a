"""Choosing related stories for all that need it; the rest is remembered.

The kin of a story depend on its own terms, on those of the stories it could be kin to, and on the
links between them. Where a story changes, those that had found it or would find it now choose
again, and nobody else; what comes out is what ranking everything anew would give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import Picks, listed_slugs, pick, settled_names
from jamstack.model import Article
from jamstack.press.codec import DamagedError, decode, digest_of, encode
from jamstack.press.memory import Memory
from jamstack.press.ranked import Ranking
from jamstack.press.records import SourceRecord
from jamstack.press.workers import OneWorker, Workers

PIECE = 250
"""Stories that a worker ranks at a time."""
FEW = 1_000
"""Stories that are ranked sooner than workers are started."""


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
    paths = tuple(article.path for article in articles)
    digests = b"".join([_digest(article, indexes, records) for article in articles])
    ground = digest_of((code, indexes.settings))
    known = _known(memory, ground)
    if known is None or (known.paths, known.digests) != (paths, digests):
        known = _ranked(indexes, known, ground, digests, memory, workers)
        memory.keep_ranking(encode(known))
    return {
        path: Picks(
            inline=tuple([(line, paths[row]) for line, row in inline]),
            end=tuple([paths[row] for row in end]),
        )
        for path, inline, end in zip(paths, known.inline, known.end, strict=True)
    }


def rank_piece(indexes: Indexes, piece: tuple[int, ...]) -> list[tuple[int, Picks]]:
    """Find the kin of a few stories, by number, and choose among them; work for any worker.

    Comes back with the weakest product by which one was found.
    """
    articles = indexes.edition.articles
    kin = indexes.related.kin(piece)
    return [
        (one.reach, pick(articles[row], indexes, one)) for row, one in zip(piece, kin, strict=True)
    ]


def _ranked(
    indexes: Indexes,
    known: Ranking | None,
    ground: bytes,
    digests: bytes,
    memory: Memory,
    workers: Workers,
) -> Ranking:
    # Needs libraries that take their time; a build in which nothing is ranked can spare them.
    from jamstack.press.reranking import anew, ground_of, kept, noted

    found = ground_of(indexes, known, digests, memory) or anew(indexes, memory)
    indexes.related = found.pool
    rows = found.rows
    if len(rows) >= FEW:
        found.pool.prepare()
    ranked = dict(zip(rows, _chosen(indexes, rows, workers), strict=True))
    # Of no use to whoever lays out pages, and large.
    del indexes.related
    return noted(found, ranked, kept(found, known), ground_digest=ground, digests=digests)


def _chosen(indexes: Indexes, rows: Sequence[int], workers: Workers) -> Iterator[tuple[int, Picks]]:
    if not rows:
        return iter(())
    pieces = [tuple(rows[at : at + PIECE]) for at in range(0, len(rows), PIECE)]
    # Computed once, before workers get their copies.
    _ = indexes.by_address
    chosen = OneWorker() if len(rows) < FEW else workers
    return chain.from_iterable(chosen.run(rank_piece, indexes, pieces))


def _digest(article: Article, indexes: Indexes, records: Mapping[str, SourceRecord]) -> bytes:
    """The digest of a story's file, and of whom it names or lists where that is not in the file."""
    record = records[article.path]
    named = settled_names(article)
    written = settled_names(record.value) if isinstance(record.value, Article) else ()
    if named == written and not article.series:
        return record.digest
    return digest_of((record.digest, named, sorted(listed_slugs(article, indexes))))


def _known(memory: Memory, ground: bytes) -> Ranking | None:
    """What all stories chose last time; None where that is not to be had."""
    try:
        found = decode(memory.ranking(), Ranking)
    except DamagedError:
        return None
    return found if found.ground == ground else None
