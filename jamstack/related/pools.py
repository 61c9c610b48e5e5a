"""Pools of stories out of the profiles of them all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from jamstack.model import Article
from jamstack.related.kinship import Pool
from jamstack.related.vectors import Rarity, chosen, rarity_of, renumbered, weighed


def rarity_among(articles: Sequence[Article], profiles: Sequence[bytes]) -> Rarity:
    """How rare terms are among these stories, newest first."""
    return rarity_of(chosen(profiles, [article.slug for article in articles]), len(articles))


def full_pool(
    articles: Sequence[Article],
    profiles: Sequence[bytes],
    links: Mapping[str, Collection[str]],
    *,
    language: str,
    direction: str = "",
) -> Pool:
    """The pool of these stories, newest first (then by slug); otherwise as `Pool`."""
    whole, strong = weighed(profiles, rarity_among(articles, profiles))
    return Pool(
        articles,
        strong,
        renumbered(whole).take,
        links,
        language=language,
        direction=direction,
    )
