"""What all stories chose, as it is remembered from one build to the next."""

from __future__ import annotations

from jamstack.values import Value


class Ranking(Value, frozen=True, kw_only=True):
    """What all stories chose, in the order of the edition, and what that came from.

    `digests` are those of their files, one after another. `inline` and `end` are as in `Picks`,
    with the stories' numbers in place of their paths; so are `links`, which their texts hold.
    `reach`, `starts`, `terms` and `shares` are little-endian arrays: how weak a product a stranger
    must have to be no kin, and the vectors of strong terms. So are `known_terms` and `numbers`, in
    how many of `size` stories, those `counted`, each term is.
    """

    ground: bytes
    paths: tuple[str, ...]
    slugs: tuple[str, ...]
    digests: bytes
    inline: tuple[tuple[tuple[int, int], ...], ...]
    end: tuple[tuple[int, ...], ...]
    links: tuple[tuple[int, ...], ...]
    reach: bytes
    starts: bytes
    terms: bytes
    shares: bytes
    counted: bytes
    known_terms: bytes
    numbers: bytes
    size: int
    step: int
