"""The kin of one story, as it is remembered. Needs no library of matrices."""

from __future__ import annotations

from jamstack.model import Article
from jamstack.values import Value


class Kin(Value, frozen=True, kw_only=True):
    """The kin of one story, nearest first: rows in the pool, scores, and groups.

    Of one group at most one may be offered: they are nearly the same. `found` are
    all rows that were looked at, and `reach` is the weakest product by which one was found; a
    stranger with less cannot become kin.
    """

    rows: tuple[int, ...] = ()
    scores: tuple[int, ...] = ()
    groups: tuple[int, ...] = ()
    found: tuple[int, ...] = ()
    reach: int = 0


def headline_of(article: Article) -> str:
    """What two stories that may not be offered together have in common."""
    return " ".join(article.title.casefold().split())
