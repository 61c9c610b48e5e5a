"""What a share card says, and what its file is called. Pure.

A name holds everything that decides the file's bytes (every word, colour and picture, the fonts,
the recipe, the libraries' versions), so a file that exists under its name is never drawn again.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version

import msgspec

from jamstack.model import CardLayout
from jamstack.values import Value, replace

RECIPE = 4
"""Raised whenever `draw` would make other bytes of the same card."""
FOLDER = "cards"
WIDTH_PX = 1200
HEIGHT_PX = 630
CENTRE = (50, 50)
DIGEST_LENGTH = 16
LIBRARIES = ("skia-python", "pillow", "budoux")
"""Whose versions decide bytes: one draws, one compresses, one tells phrases."""


class CardPicture(Value, frozen=True, kw_only=True):
    """A photo or portrait. `digest` is of the original's bytes; `path` is where they are found.

    `focus`, in percent from the left and top, is what a crop keeps.
    """

    path: str
    digest: str
    focus: tuple[int, int] = CENTRE


class CardPerson(Value, frozen=True, kw_only=True):
    """An author: `initials` stand where there is no `portrait`."""

    name: str
    initials: str
    portrait: CardPicture | None = None


class CardColours(Value, frozen=True, kw_only=True):
    """Three colours as `#rrggbb`: the ground, the type, and what stands out."""

    paper: str
    ink: str
    accent: str


class StoryCard(Value, frozen=True, kw_only=True):
    """What a story's card says. `byline` is the line of names and roles as on the page.

    On a `PHOTO` layout without a `photo` the type stands on paper.
    `kicker` is the section's name; both may be empty. `lang` is a BCP 47 tag.
    """

    headline: str
    kicker: str
    people: tuple[CardPerson, ...]
    byline: str
    newsroom: str
    layout: CardLayout
    colours: CardColours
    photo: CardPicture | None = None
    lang: str = "en"


class AuthorCard(Value, frozen=True, kw_only=True):
    """What an author's card says; `role`, `bio` and `handles` may be empty."""

    person: CardPerson
    role: str
    bio: str
    handles: tuple[str, ...]
    newsroom: str
    colours: CardColours
    lang: str = "en"


Card = StoryCard | AuthorCard


def card_name(card: Card, fonts: str) -> str:
    """The card's URL path, `cards/<16 hexadecimal digits>.jpg`.

    `fonts` is what `FontDigests.of` gives for its texts.
    """
    kind = "story" if isinstance(card, StoryCard) else "author"
    made_of = msgspec.json.encode((RECIPE, _versions(), fonts, kind, _pathless(card)))
    return f"{FOLDER}/{hashlib.sha256(made_of).hexdigest()[:DIGEST_LENGTH]}.jpg"


def card_alt(card: Card) -> str:
    """What the card says, as alternative text."""
    if isinstance(card, AuthorCard):
        said: tuple[str, ...] = (
            ", ".join(filter(None, (card.person.name, card.role))),
            card.newsroom,
        )
    else:
        said = (card.kicker, card.headline, card.byline, card.newsroom)
    return " · ".join(part for part in (" ".join(text.split()) for text in said) if part)


def people_of(card: Card) -> tuple[CardPerson, ...]:
    """Everyone the card names, in order."""
    return card.people if isinstance(card, StoryCard) else (card.person,)


def texts_of(card: Card) -> dict[str, str]:
    """Every text the card shows, by what it is called in messages."""
    if isinstance(card, AuthorCard):
        texts = {"name": card.person.name, "role": card.role, "bio": card.bio}
        texts |= {"handles": " ".join(card.handles)}
    else:
        texts = {"headline": card.headline, "kicker": card.kicker, "byline": card.byline}
    # Initials are a part of the name, and a fault of theirs is a fault of the name.
    texts |= {"authors": " ".join(person.name for person in people_of(card))}
    return texts | {"newsroom": card.newsroom}


@lru_cache(maxsize=1)
def _versions() -> tuple[str, ...]:
    """Asked once: the answer stands in files."""
    return tuple(version(library) for library in LIBRARIES)


def _pathless(card: Card) -> Card:
    """The same card without the places of its pictures, which decide no byte."""
    if isinstance(card, AuthorCard):
        return replace(card, person=_placeless(card.person))
    photo = replace(card.photo, path="") if card.photo else None
    return replace(card, people=tuple(map(_placeless, card.people)), photo=photo)


def _placeless(person: CardPerson) -> CardPerson:
    if person.portrait is None:
        return person
    return replace(person, portrait=replace(person.portrait, path=""))
