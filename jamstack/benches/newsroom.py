"""A made-up newsroom as values: the same from the same seed, whoever writes it down. Pure.

Each story has a source of chance of its own, so that any one can be made without the others: a
hundred thousand of them never lie in memory together.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from slugify import slugify

from jamstack.benches.prose import chance_of, headline, paragraph, sentence, thing, topic
from jamstack.benches.vocabulary import FIRST_NAMES, SURNAMES

NAME = "The Bench Courier"
TAGLINE = "All the news that has never happened"
ADDRESS = "https://bench.example"
LANGUAGE = "en-GB"
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
"""The moment at which all sites are built: the newest story is a little older."""
SPAN = datetime.timedelta(days=5 * 365)
"""From the oldest story to `NOW`."""
SECTIONS = ("local", "harbour", "schools", "business", "culture", "sport", "opinion", "world")
TAGS = 300
AUTHORS = 50
PICTURES = 8
LINK = "%LINK%"
"""Stands in a text for the address of another story."""
PICTURE = "%PICTURE%"
"""Stands in a text for the address of the story's picture."""
TAGS_A_STORY = 3
ROLES = ("Reporter", "Correspondent", "Editor", "Columnist")
PRONOUNS = ("he/him", "she/her", "they/them")
TWO_AUTHORS = 0.25
"""The share of stories that two authors signed."""


@dataclass(frozen=True, slots=True)
class Network:
    """A profile elsewhere; `label` is the network's printed name."""

    key: str
    label: str
    handle: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One who writes; `pronouns` are such as `he/him`."""

    slug: str
    name: str
    role: str
    pronouns: str
    bio: str
    biography: str
    networks: tuple[Network, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What others need to know of a story to link to it."""

    number: int
    slug: str
    title: str
    date: datetime.datetime
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story. `picture` is the number of its picture, in the head and in the text.

    `body` is Markdown in which `LINK` stands for the address of the story `linked`, and `PICTURE`
    for that of the picture: each site generator has its own way to write them.
    """

    outline: Outline
    dek: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    picture: int
    alt: str
    caption: str
    credit: str
    body: str
    linked: Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """Everything of the site but the texts of its stories, newest first."""

    seed: int
    tags: tuple[str, ...]
    authors: tuple[Author, ...]
    outlines: tuple[Outline, ...]


def newsroom(*, stories: int, seed: int) -> Newsroom:
    """The newsroom with that many stories; the same for the same two numbers."""
    return Newsroom(
        seed=seed,
        tags=_tags(chance_of("tags", seed=seed)),
        authors=tuple(_authors(chance_of("authors", seed=seed))),
        outlines=tuple(_outline(number, stories, seed) for number in range(stories)),
    )


def stories_of(room: Newsroom) -> Iterator[Story]:
    """Every story, newest first, each made when it is asked for."""
    return (story(room, number) for number in range(len(room.outlines)))


def story(room: Newsroom, number: int) -> Story:
    """One story, about 600 words."""
    chance = chance_of(f"story {number}", seed=room.seed)
    # In turn, so that everybody has stories: a generator may leave out who has none.
    first = room.authors[number % AUTHORS]
    second = chance.choice(room.authors) if chance.random() < TWO_AUTHORS else first
    return Story(
        outline=room.outlines[number],
        dek=sentence(chance),
        tags=tuple(chance.sample(room.tags, TAGS_A_STORY)),
        authors=tuple(dict.fromkeys((first.slug, second.slug))),
        picture=chance.randrange(PICTURES),
        alt=f"A view of {thing(chance)}",
        caption=sentence(chance),
        credit=f"{chance.choice(FIRST_NAMES)} {chance.choice(SURNAMES)}",
        body=_body(chance),
        linked=chance.choice(room.outlines),
    )


def section_line(slug: str) -> str:
    """What a section's front says of it."""
    return f"Everything about {slug}, as it comes in."


def _tags(chance: Random) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < TAGS:
        found[topic(chance)] = None
    return tuple(found)


def _authors(chance: Random) -> Iterator[Author]:
    names = [f"{first} {last}" for first in FIRST_NAMES for last in SURNAMES]
    for name in chance.sample(names, AUTHORS):
        handle = name.replace(" ", "").lower()
        server = "social.example"
        yield Author(
            slug=slugify(name),
            name=name,
            role=chance.choice(ROLES),
            pronouns=chance.choice(PRONOUNS),
            bio=sentence(chance),
            biography=paragraph(chance, words=40),
            networks=(
                Network(
                    "mastodon", "Mastodon", f"@{handle}@{server}", f"https://{server}/@{handle}"
                ),
                Network("github", "GitHub", handle, f"https://github.com/{handle}"),
            ),
        )


def _outline(number: int, stories: int, seed: int) -> Outline:
    chance = chance_of(f"outline {number}", seed=seed)
    title = headline(chance)
    step = SPAN / stories
    age = step * number + step * chance.uniform(0.1, 0.9)
    return Outline(
        number=number,
        slug=f"{slugify(title)}-{number}",
        title=title,
        date=(NOW - age).replace(second=0, microsecond=0),
        section=SECTIONS[number % len(SECTIONS)],
    )


def _body(chance: Random) -> str:
    """Ten paragraphs, a subhead, a picture, a quote and a list.

    Twice two paragraphs and more stand together, where lines to related stories find room.
    """
    texts = [paragraph(chance, words=44) for _ in range(10)]
    texts[1] += f" This is told of [{thing(chance)}]({LINK})."
    elsewhere = f"https://elsewhere.example/{chance.randrange(999)}"
    texts[6] += f" More is known of [{thing(chance)}]({elsewhere})."
    picture = f'![A view of {thing(chance)}]({PICTURE} "{sentence(chance)}")'
    quote = f"> {paragraph(chance, words=25)}"
    points = "\n".join(f"- {sentence(chance)}" for _ in range(4))
    subhead = f"## {headline(chance)}"
    blocks = (
        *texts[:4],
        subhead,
        texts[4],
        picture,
        texts[5],
        quote,
        *texts[6:9],
        points,
        texts[9],
    )
    return "\n\n".join(blocks)
