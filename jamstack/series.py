"""Series: which stories are the parts of one, and in what order.

Numbers that readers see are places among the visible parts, so that nobody can tell from a gap that
a part is still to come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from jamstack.model import Article
from jamstack.values import Value


class Series(Value, frozen=True, kw_only=True):
    """A series of two parts or more. `name` is the spelling used most; ties go to the smaller."""

    name: str
    parts: tuple[Article, ...]


def series_key(name: str) -> str:
    """What two spellings of one series share: letters' case and white space do not matter."""
    return " ".join(name.casefold().split())


def all_series(articles: Iterable[Article]) -> Mapping[str, Series]:
    """The series that `articles` make, by key; a story alone is no series.

    Parts with a number (`part`) come first, in its order, then those without, the oldest first;
    ties go to the smaller slug.
    """
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.series:
            found[series_key(article.series)].append(article)
    return {
        key: Series(name=_name(parts), parts=tuple(sorted(parts, key=_order)))
        for key, parts in found.items()
        if len(parts) > 1
    }


def _order(article: Article) -> tuple[bool, int, float, str]:
    return (article.part == 0, article.part, article.date.at.timestamp(), article.slug)


def _name(parts: Iterable[Article]) -> str:
    counts = Counter(article.series for article in parts)
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))
