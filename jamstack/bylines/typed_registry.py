"""The registry of authors and the words of the tables, made ready to be found in typed lines."""

from __future__ import annotations

from collections.abc import Iterable

from jamstack.bylines.typed_tokens import Phrases, keys_of
from jamstack.bylines.typed_words import LANGUAGES, PLACES_WITH_AND, REGIONS
from jamstack.model import Author, AuthorKind, Role

CLOSE_SIMILARITY = 80.0
"""Percent of similarity from which a supposed place is rather a mistyped name."""


class Registry:
    """Who can be credited, by name and by slug, and the words of every language.

    Built once for many lines, and not changed by reading them. `newsroom` is the paper's own name,
    which a note gives (`Special to The Herald`).
    """

    def __init__(self, authors: Iterable[Author], *, newsroom: str) -> None:
        self.authors = {author.slug: author for author in authors}
        self.newsroom = " ".join(newsroom.split())
        self.names = tuple(sorted({author.name for author in self.authors.values()}))
        self.slugs = tuple(sorted(self.authors))
        self.firms = tuple(
            sorted({author.name for author in self.authors.values() if is_organization(author)})
        )
        self.people = _people(self.authors.values())
        self.notes = _notes(self.newsroom)
        self.roles, self.makers, self.links = Phrases(), Phrases(), Phrases()
        self.conjunctions, self.companions = Phrases(), Phrases()
        self.origins, self.firm_words, self.specials = Phrases(), Phrases(), Phrases()
        self.guests = Phrases()
        self.places_with_and = Phrases()
        for place in PLACES_WITH_AND:
            self.places_with_and.add(keys_of(place), place)
        self.regions = Phrases()
        for region in (*REGIONS, *PLACES_WITH_AND):
            self.regions.add(keys_of(region), region)
        self.name_words = frozenset(
            "".join(keys_of(word))
            for author in self.authors.values()
            if not is_organization(author)
            for word in author.name.split()
        )
        self._add_words()
        self.role_words = tuple(
            sorted(
                {
                    word
                    for words in LANGUAGES.values()
                    for role in words.roles.values()
                    for word in role
                }
            )
        )

    def is_organization(self, slug: str) -> bool:
        """True when `slug` is an agency or a desk."""
        return is_organization(self.authors[slug])

    def _add_words(self) -> None:
        for words in LANGUAGES.values():
            for role, phrases in words.roles.items():
                _add(self.roles, phrases, role.value)
            _add(self.makers, words.by, Role.REPORTING.value)
            _add(self.links, (*words.by, *words.links), "link")
            _add(self.conjunctions, words.conjunctions, "and")
            _add(self.companions, words.companions, "with")
            _add(self.origins, words.origins, "in")
            _add(self.firm_words, words.firms, "of")
            for special in words.specials:
                self.specials.add(keys_of(special), special)
            _add(self.guests, words.guests, "guest")


def is_organization(author: Author) -> bool:
    """True when `author` is an agency or a desk."""
    return author.kind is AuthorKind.ORGANIZATION


def is_close(name: str, known: str) -> bool:
    """True when `name` is so near to `known` that it is hardly another word."""
    # Only a doubtful line needs it, and loading it takes a while.
    from rapidfuzz import fuzz

    return fuzz.ratio(name.casefold(), known.casefold()) >= CLOSE_SIMILARITY


def _add(phrases: Phrases, texts: Iterable[str], meaning: str) -> None:
    for text in texts:
        phrases.add(keys_of(text), meaning)


def _people(authors: Iterable[Author]) -> Phrases:
    """Every author by name and slug, then by the name as it is typed without stops and commas."""
    people, variants = Phrases(), []
    for author in authors:
        keys = keys_of(author.name)
        people.add(keys, author.slug)
        people.add(keys_of(author.slug), author.slug)
        variants += [(_without(keys, signs), author.slug) for signs in (".", ",", ".,")]
    # What somebody is really called comes before what another's name may be shortened to.
    shortened = [(keys, slug) for keys, slug in variants if not people.has(keys)]
    for keys, slug in shortened:
        people.add(keys, slug)
    return people


def _without(keys: tuple[str, ...], signs: str) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in signs)


def _notes(newsroom: str) -> Phrases:
    """Every note on this newsroom, with its article and without."""
    notes = Phrases()
    keys = keys_of(newsroom)
    for words in LANGUAGES.values():
        for special in words.specials:
            before = keys_of(special)
            if keys:
                notes.add((*before, *keys), f"{special} {newsroom}")
                notes.add((*before, "the", *keys), f"{special} the {newsroom}")
    return notes
