"""Choosing related stories for all that need it; the rest is remembered.

The kin of a story depends on its own terms and on those of the stories it could be kin to. Where a
story changes, those that had found it or would find it now look again, and nobody else; what comes
out is what ranking everything anew would give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import Picks, listed_slugs, pick, settled_names
from jamstack.model import Article
from jamstack.press.codec import DamagedError, decode, digest_of, encode
from jamstack.press.memory import Memory
from jamstack.press.records import SourceRecord
from jamstack.press.workers import OneWorker, Workers
from jamstack.related.kin import Kin
from jamstack.values import Value, replace

PIECE = 250
"""Stories that a worker ranks at a time."""
FEW = 1_000
"""Stories that are ranked sooner than workers are started."""


class Choice(Value, frozen=True, kw_only=True):
    """What one story chose.

    `digest` is that of its file, `mark` that of all that its kin know of it. `inline` and `end`
    are as in `Picks`, with the stories' numbers in the edition in place of their paths.
    """

    path: str
    slug: str
    digest: bytes
    mark: bytes
    kin: Kin
    inline: tuple[tuple[int, int], ...]
    end: tuple[int, ...]


class Ranking(Value, frozen=True, kw_only=True):
    """What all stories chose, in the order of the edition, on one ground."""

    ground: bytes
    choices: tuple[Choice, ...]


def rank(
    indexes: Indexes,
    records: Mapping[str, SourceRecord],
    *,
    memory: Memory,
    workers: Workers,
    code: bytes,
) -> Mapping[str, Picks]:
    """What each visible story offers, by source path."""
    ground = digest_of((code, indexes.settings))
    known = _known(memory, ground)
    articles = indexes.edition.articles
    seen = [(article.path, _digest(article, indexes, records)) for article in articles]
    if seen != [(choice.path, choice.digest) for choice in known]:
        indexes.profiles = memory.profiles()
        known = tuple(_Desk(indexes, records, known, workers).choices())
        memory.keep_facts({"ranking": encode(Ranking(ground=ground, choices=known))})
    return {choice.path: _picks(choice, articles) for choice in known}


def rank_piece(indexes: Indexes, piece: tuple[int, ...]) -> list[tuple[Kin, Picks]]:
    """Find the kin of a few stories, by number, and choose among them; work for any worker."""
    articles = indexes.edition.articles
    kin = indexes.related.kin(piece)
    return [(one, pick(articles[row], indexes, one)) for row, one in zip(piece, kin, strict=True)]


class _Desk:
    """One ranking, of what is not as it is `known`."""

    def __init__(
        self,
        indexes: Indexes,
        records: Mapping[str, SourceRecord],
        known: Sequence[Choice],
        workers: Workers,
    ) -> None:
        self.indexes = indexes
        self.articles = indexes.edition.articles
        self.digests = [_digest(article, indexes, records) for article in self.articles]
        self.marks = _marks(indexes, records)
        self.known = known
        self.workers = workers
        self.numbers = {article.path: row for row, article in enumerate(self.articles)}
        self.moved = [self.numbers.get(choice.path, -1) for choice in known]
        self.before: dict[int, int] = {
            row: number for number, row in enumerate(self.moved) if row >= 0
        }

    def choices(self) -> Iterator[Choice]:
        """What each story chooses, in order."""
        changed = [row for row in range(len(self.articles)) if not self._is_same(row)]
        gone = {
            number for number, row in enumerate(self.moved) if row < 0 or not self._is_same(row)
        }
        anew = self._shaken(changed, gone)
        ranked = dict(zip(anew, self._ranked(anew), strict=True))
        touched, others = self._touched(changed, gone), set(changed)
        for row, article in enumerate(self.articles):
            if row in ranked:
                kin, picks = ranked[row]
                yield self._choice(row, kin, picks)
                continue
            last = self.known[self.before[row]]
            kin = self._kept(last.kin)
            is_other = last.digest != self.digests[row] or _names(article, touched)
            if is_other or not others.isdisjoint(self.indexes.related.out[row]):
                yield self._choice(row, kin, pick(article, self.indexes, kin))
            else:
                yield replace(
                    last,
                    kin=kin,
                    inline=tuple((line, self.moved[number]) for line, number in last.inline),
                    end=tuple(self.moved[number] for number in last.end),
                )

    def _is_same(self, row: int) -> bool:
        """True for a story that its kin know as it is."""
        number = self.before.get(row)
        return number is not None and self.known[number].mark == self.marks[row]

    def _shaken(self, changed: Sequence[int], gone: set[int]) -> list[int]:
        """The stories whose kin may be others now: all, where that is sooner than to look."""
        if 3 * (len(changed) + len(gone)) > len(self.articles):
            return list(range(len(self.articles)))
        found = set(changed)
        for row, number in self.before.items():
            if not gone.isdisjoint(self.known[number].kin.found):
                found.add(row)
        if changed:
            # Row by row: who is found by whom, and how strongly.
            product = self.indexes.related.products(changed).tocsr()
            strongest = product.max(axis=1).toarray().ravel().tolist()
            found.update(
                row
                for row, number in self.before.items()
                if 0 < strongest[row] >= self.known[number].kin.reach
            )
        return sorted(found)

    def _ranked(self, rows: Sequence[int]) -> Iterator[tuple[Kin, Picks]]:
        if not rows:
            return iter(())
        pieces = [tuple(rows[at : at + PIECE]) for at in range(0, len(rows), PIECE)]
        # Computed once, before workers get their copies.
        _ = self.indexes.related, self.indexes.by_address
        chosen = OneWorker() if len(rows) < FEW else self.workers
        return chain.from_iterable(chosen.run(rank_piece, self.indexes, pieces))

    def _touched(self, changed: Sequence[int], gone: set[int]) -> frozenset[str]:
        """The slugs of all stories that came, went or changed."""
        slugs = {self.known[number].slug for number in gone}
        slugs.update(self.articles[row].slug for row in changed)
        return frozenset(slugs)

    def _kept(self, kin: Kin) -> Kin:
        """The kin of a story that has the same ones still, by their new numbers."""
        if len(self.known) == len(self.articles) and self.moved == list(range(len(self.known))):
            return kin
        return replace(
            kin,
            rows=tuple(map(self.moved.__getitem__, kin.rows)),
            found=tuple(map(self.moved.__getitem__, kin.found)),
        )

    def _choice(self, row: int, kin: Kin, picks: Picks) -> Choice:
        article = self.articles[row]
        return Choice(
            path=article.path,
            slug=article.slug,
            digest=self.digests[row],
            mark=self.marks[row],
            kin=kin,
            inline=tuple((line, self.numbers[path]) for line, path in picks.inline),
            end=tuple(self.numbers[path] for path in picks.end),
        )


def _digest(article: Article, indexes: Indexes, records: Mapping[str, SourceRecord]) -> bytes:
    """The digest of a story's file, and of whom it names or lists where that is not in the file."""
    record = records[article.path]
    named = settled_names(article)
    written = settled_names(record.value) if isinstance(record.value, Article) else ()
    if named == written and not article.series:
        return record.digest
    return digest_of((record.digest, named, listed_slugs(article, indexes)))


def _names(article: Article, touched: frozenset[str]) -> bool:
    """True where a story pins one of `touched`, or names it in a line."""
    if not touched.isdisjoint(article.related):
        return True
    body = article.body
    return any(block.target in touched for block in body.blocks if block.target)


def _marks(indexes: Indexes, records: Mapping[str, SourceRecord]) -> list[bytes]:
    """The digest of all that a story's kin, and its own finding them, depend on."""
    pool = indexes.related
    marks = pool.vectors.marks.tolist()
    slugs = [article.slug for article in indexes.edition.articles]
    found = []
    for row, article in enumerate(indexes.edition.articles):
        around = [pool.out[row], *(pool.out[by] for by in pool.linked_by.get(row, ()))]
        near = [[slugs[other] for other in out] for out in around]
        found.append(digest_of((records[article.path].face, marks[row], near)))
    return found


def _picks(choice: Choice, articles: Sequence[Article]) -> Picks:
    return Picks(
        inline=tuple((line, articles[number].path) for line, number in choice.inline),
        end=tuple(articles[number].path for number in choice.end),
    )


def _known(memory: Memory, ground: bytes) -> tuple[Choice, ...]:
    """What all stories chose last time; nothing where that is not to be had."""
    try:
        found = decode(memory.facts.get("ranking", b""), Ranking)
    except DamagedError:
        return ()
    return found.choices if found.ground == ground else ()
