"""Sentences, paragraphs and headlines out of the vocabulary, from a given source of chance."""

from __future__ import annotations

from random import Random

from jamstack.benches.vocabulary import (
    ADJECTIVES,
    CONJUNCTIONS,
    DETERMINERS,
    NOUNS,
    PREPOSITIONS,
    VERBS,
)


def chance_of(name: str, *, seed: int) -> Random:
    """A source of chance that is the same whenever the name and the seed are."""
    return Random(f"{seed} {name}")  # noqa: S311 - it keeps no secret


def paragraph(chance: Random, *, words: int) -> str:
    """Whole sentences until they have at least `words` words."""
    found: list[str] = []
    count = 0
    while count < words:
        found.append(sentence(chance))
        count += found[-1].count(" ") + 1
    return " ".join(found)


def sentence(chance: Random) -> str:
    """One sentence of 5 to 25 words with a capital and a full stop."""
    text = _clause(chance)
    if chance.random() < 0.4:
        text = f"{text} {chance.choice(CONJUNCTIONS)} {_clause(chance)}"
    return f"{text[0].upper()}{text[1:]}."


def headline(chance: Random) -> str:
    """A headline of six to eight words without a full stop."""
    first, second = chance.choice(ADJECTIVES), chance.choice(ADJECTIVES)
    nouns = chance.sample(NOUNS, 3)
    text = (
        f"{first} {nouns[0]} {chance.choice(VERBS)} {second} {nouns[1]}"
        f" {chance.choice(PREPOSITIONS)} {nouns[2]}"
    )
    return text.capitalize()


def topic(chance: Random) -> str:
    """Two words that name what a story is about."""
    return f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"


def thing(chance: Random) -> str:
    """Something with an article, to be linked or shown: `the narrow bridge`."""
    return f"the {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"


def _clause(chance: Random) -> str:
    text = f"{_noun_phrase(chance)} {chance.choice(VERBS)} {_noun_phrase(chance)}"
    if chance.random() < 0.7:
        text = f"{text} {chance.choice(PREPOSITIONS)} {_noun_phrase(chance)}"
    return text


def _noun_phrase(chance: Random) -> str:
    noun = chance.choice(NOUNS)
    if chance.random() < 0.5:
        noun = f"{chance.choice(ADJECTIVES)} {noun}"
    return f"{chance.choice(DETERMINERS)} {noun}"
