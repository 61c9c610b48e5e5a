"""Sample cards in many scripts, in a newsroom's name and colours, with its portraits and photos."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.bylines.author_card import initials
from jamstack.bylines.credit_line import byline
from jamstack.cards.card import CardPerson, CardPicture, StoryCard
from jamstack.cards.specimens import SPECIMENS, Specimen
from jamstack.layout.cards import PlannedCard, card_colours, card_person, card_photo, planned
from jamstack.layout.paper import Paper
from jamstack.model import CardLayout, Credit


def specimens(paper: Paper) -> Iterator[PlannedCard]:
    """A card of each text, where the newsroom draws cards; portraits and photos in turn."""
    fonts = paper.fonts
    if fonts is None:
        return
    portraits = _portraits(paper)
    photos = _photos(paper)
    for number, text in enumerate(SPECIMENS):
        photo = photos[number // 2 % len(photos)] if photos and text.is_photo else None
        people = tuple(
            # One in four has none, as guests have none.
            _person(name, portraits, None if place % 4 == 3 else place)
            for place, name in enumerate(text.names, number)
        )
        source = f"sample {number + 1} ({text.lang})"
        yield planned(_card(text, people, photo, paper), source, fonts)


def _card(
    text: Specimen, people: tuple[CardPerson, ...], photo: CardPicture | None, paper: Paper
) -> StoryCard:
    named = [Credit(name=name) for name in text.names]
    return StoryCard(
        headline=text.headline,
        kicker=text.kicker,
        people=people,
        byline=byline(named, {}, language=text.lang).text,
        newsroom=paper.settings.name,
        layout=CardLayout.PHOTO if photo else CardLayout.TYPE,
        colours=card_colours(paper),
        photo=photo,
        lang=text.lang,
    )


def _person(name: str, portraits: tuple[CardPicture, ...], place: int | None) -> CardPerson:
    has_portrait = portraits and place is not None
    portrait = portraits[place % len(portraits)] if has_portrait and place is not None else None
    return CardPerson(name=name, initials=initials(name), portrait=portrait)


def _portraits(paper: Paper) -> tuple[CardPicture, ...]:
    found = (card_person(author, paper).portrait for author in paper.authors)
    return tuple(portrait for portrait in found if portrait)


def _photos(paper: Paper) -> tuple[CardPicture, ...]:
    pictures = (article.image for article in paper.edition.articles if article.image)
    found = (card_photo(picture, paper) for picture in pictures)
    return tuple(dict.fromkeys(photo for photo in found if photo))
