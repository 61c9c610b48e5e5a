"""Choosing related stories for all that need it; the rest is remembered.

What a story offers depends on the story itself and on what all visible stories are about. So where
that is as it was, only changed stories choose again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import Picks, pick
from jamstack.model import Article
from jamstack.press.codec import DamagedError, decode, digest_of, encode
from jamstack.press.memory import Memory
from jamstack.press.records import SourceRecord
from jamstack.press.workers import OneWorker, Workers
from jamstack.related.choosing import headline_of

PIECE = 250
"""Stories that a worker ranks at a time."""
FEW = 5_000
"""Stories that are ranked sooner than workers are started."""

Known = dict[str, tuple[bytes, bytes, Picks]]
"""By source path: the digest of the file that chose, that of what it chose by, and its choice."""


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
    known = _known(memory) if memory.facts.get("pool") == pool else {}
    found: Known = {}
    wanted = []
    for article in articles:
        path, mark = article.path, records[article.path].digest
        remembered = known.get(path)
        if remembered and remembered[0] == mark:
            found[path] = remembered
        elif remembered and remembered[1] == _wish(article, indexes):
            found[path] = (mark, *remembered[1:])
        else:
            wanted.append(path)
    for path, picks in _ranked(indexes, wanted, workers):
        found[path] = (records[path].digest, _wish(indexes.edition.by_path[path], indexes), picks)
    if found != known:
        memory.keep_facts({"pool": pool, "picks": encode(found)})
    return {path: picks for path, (_, _, picks) in found.items()}


def rank_piece(indexes: Indexes, piece: tuple[str, ...]) -> list[Picks]:
    """Choose for a few stories; work for any worker."""
    return [pick(indexes.edition.by_path[path], indexes) for path in piece]


def _ranked(
    indexes: Indexes, wanted: Sequence[str], workers: Workers
) -> Iterator[tuple[str, Picks]]:
    if not wanted:
        return
    pieces = [tuple(wanted[at : at + PIECE]) for at in range(0, len(wanted), PIECE)]
    # Computed once, before workers get their copies.
    _ = indexes.related, indexes.by_address
    chosen = OneWorker() if len(wanted) < FEW else workers
    for piece, picks in zip(pieces, chosen.run(rank_piece, indexes, pieces), strict=True):
        yield from zip(piece, picks, strict=True)


def _pool(indexes: Indexes, code: bytes) -> bytes:
    """The digest of all that choosing knows of other stories, and of how it is done."""
    articles = indexes.edition.articles
    headlines = list(map(headline_of, articles))
    counts = Counter(headlines)
    # A headline keeps a story from being offered only where another story has the same.
    shared = [headline if counts[headline] > 1 else "" for headline in headlines]
    traits = [
        (item.path, item.slug, headline, item.date.at, item.section, item.tags, item.aliases)
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
            [(block.kind, block.target) for block in body.blocks],
            body.words < indexes.settings.inline_related_words,
        )
    )


def _known(memory: Memory) -> Known:
    try:
        return decode(memory.facts.get("picks", b""), Known)
    except DamagedError:
        return {}
