"""What share cards say of stories and authors, and the pictures that networks show of each."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack.bylines.author_card import card_text
from jamstack.cards.card import (
    HEIGHT_PX,
    WIDTH_PX,
    AuthorCard,
    Card,
    CardColours,
    CardPerson,
    CardPicture,
    StoryCard,
    card_alt,
    card_name,
    texts_of,
)
from jamstack.cards.files import FontDigests
from jamstack.images.plan import CENTRE
from jamstack.layout.heads import ShareImage
from jamstack.layout.paper import Paper
from jamstack.layout.publisher import default_share
from jamstack.model import Article, Author, CardLayout, Picture
from jamstack.values import Value

PAPER, INK, ACCENT = "#ffffff", "#15191a", "#15191a"
"""Colours where the theme's marker has none."""
HANDLES = 3
"""Accounts on an author's card, at most."""


class PlannedCard(Value, frozen=True, kw_only=True):
    """A card to be drawn: its file, and the source that it tells of."""

    name: str
    card: Card
    source: str


def cards_of(paper: Paper) -> Iterator[PlannedCard]:
    """The card of every story and author that has one, in order."""
    if paper.fonts is None:
        return
    for article in paper.edition.articles:
        if article.share_image is None:
            card = story_card(article, paper)
            yield planned(card, article.path, paper.fonts)
    for author in paper.authors:
        yield planned(author_card(author, paper), author.path, paper.fonts)


def story_share(article: Article, paper: Paper) -> ShareImage | None:
    """The picture that networks show of a story.

    The one its writer chose; else its card; else, without cards, the crop of the lead picture, or
    the site's own picture.
    """
    if article.share_image:
        return _crop(article.share_image, paper) or default_share(paper)
    if paper.fonts is not None:
        return _drawn(story_card(article, paper), paper.fonts, paper)
    return (_crop(article.image, paper) if article.image else None) or default_share(paper)


def author_share(author: Author, paper: Paper) -> ShareImage | None:
    """The picture that networks show of an author: the card; without cards, the portrait."""
    if paper.fonts is not None:
        return _drawn(author_card(author, paper), paper.fonts, paper)
    if author.portrait is None:
        return None
    view = paper.picture(author.portrait)
    return ShareImage(url=view.absolute_url, width=view.width, height=view.height, alt=view.alt)


def story_card(article: Article, paper: Paper) -> StoryCard:
    """What a story's card says."""
    layout = article.card or paper.settings.card_layout
    is_photo = layout is CardLayout.PHOTO and article.image is not None
    return StoryCard(
        headline=article.title,
        kicker=paper.kicker(article).text,
        people=tuple(card_person(author, paper) for author in paper.bylined(article)),
        byline=paper.byline(article).text,
        newsroom=paper.settings.name,
        layout=CardLayout.PHOTO if is_photo else CardLayout.TYPE,
        colours=card_colours(paper),
        photo=card_photo(article.image, paper) if is_photo and article.image else None,
        lang=paper.language(article),
    )


def author_card(author: Author, paper: Paper) -> AuthorCard:
    """What an author's card says."""
    language = paper.settings.language
    return AuthorCard(
        person=card_person(paper.author(author.slug), paper),
        role=author.role,
        bio=card_text(author, language),
        handles=tuple(link.handle for link in author.follow[:HANDLES]),
        newsroom=paper.settings.name,
        colours=card_colours(paper),
        lang=language,
    )


def planned(card: Card, source: str, fonts: FontDigests) -> PlannedCard:
    """A card under its name."""
    return PlannedCard(name=_name(card, fonts), card=card, source=source)


def _name(card: Card, fonts: FontDigests) -> str:
    return card_name(card, fonts.of(texts_of(card).values()))


def _drawn(card: Card, fonts: FontDigests, paper: Paper) -> ShareImage:
    url = paper.settings.absolute(_name(card, fonts))
    return ShareImage(url=url, width=WIDTH_PX, height=HEIGHT_PX, alt=card_alt(card))


def _crop(picture: Picture, paper: Paper) -> ShareImage | None:
    share = paper.plan(picture).share
    if share is None:
        return None
    return ShareImage(
        url=paper.settings.absolute(share.name),
        width=share.width_px,
        height=share.height_px,
        alt=picture.alt,
    )


def card_person(author: Author, paper: Paper) -> CardPerson:
    """An author on a card, with the portrait that is made for readers."""
    portrait = None
    if author.portrait:
        plan = paper.plan(author.portrait)
        portrait = CardPicture(
            # The file made for readers: upright, in sRGB, and no larger than it need be.
            path=plan.fallback.name,
            digest=f"{plan.digest} {plan.quality}",
            focus=author.portrait.focus,
        )
    return CardPerson(name=author.name, initials=paper.initials(author), portrait=portrait)


def card_photo(picture: Picture, paper: Paper) -> CardPicture | None:
    """The crop of a picture for networks; None for one that has none."""
    plan = paper.plan(picture)
    if plan.share is None:
        return None
    left, top = picture.focus
    digest = f"{plan.digest} {plan.quality} {left},{top}"
    return CardPicture(path=plan.share.name, digest=digest, focus=CENTRE)


def card_colours(paper: Paper) -> CardColours:
    """The colours of the theme."""
    colours = paper.theme_colours
    return CardColours(
        paper=colours.get("background", PAPER),
        ink=colours.get("ink", INK),
        accent=colours.get("accent", ACCENT),
    )
