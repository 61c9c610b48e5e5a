"""How fast share images are drawn: by us, by Pillow alone, and by resvg.

The cards are made up from a seed: every third stands on a photo, all have two authors with
portraits. Each way draws the same cards; all are compressed by the same library at the same
quality.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from io import BytesIO
from multiprocessing import get_context
from statistics import median

from PIL import Image, ImageOps

from jamstack.benches.card_rivals import pillow_card, resvg_card
from jamstack.benches.pictures import picture
from jamstack.benches.prose import chance_of, headline
from jamstack.cards.card import (
    HEIGHT_PX,
    WIDTH_PX,
    CardColours,
    CardPerson,
    CardPicture,
    StoryCard,
)
from jamstack.cards.draw import draw
from jamstack.cards.fonts import Fonts, load_fonts
from jamstack.model import CardLayout

PEOPLE = ("Ada Harrow", "Bruno Vane", "Clara Quill", "Darius Rowan", "Edda Lacey", "Ivo Marden")
PHOTOS = 4
PHOTO_QUALITY = 78
"""What photos made for readers have unless the settings say otherwise."""
EVERY = 3
"""Of so many cards one stands on a photo."""
COLOURS = CardColours(paper="#fbfbf8", ink="#15191a", accent="#0b5d4b")
WARM_UP = 6
LIBRARIES = ("skia-python", "pillow", "resvg-py")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRun:
    """What one way of drawing took: of one core's time a card, and together with all cores."""

    contender: str
    type_ms: float
    photo_ms: float
    cards_a_second: float
    size_bytes: int


def measure(*, cards: int = 120, rounds: int = 3, seed: int = 7) -> str:
    """Draw `cards` cards in each way, in turns; the whole text of the results, as Markdown."""
    found: dict[str, list[CardRun]] = {name: [] for name in WAYS}
    for number in range(rounds):
        # The order turns round, so that a slow minute of the machine hits no one alone.
        for name in sorted(WAYS, reverse=bool(number % 2)):
            found[name].append(_run(name, cards, seed))
    medians = [_median(runs) for runs in found.values()]
    return table(medians, cards=cards, rounds=rounds, seed=seed)


def table(runs: list[CardRun], *, cards: int, rounds: int, seed: int) -> str:
    """The circumstances and one line for each way of drawing."""
    cores = os.cpu_count() or 1
    versions = ", ".join(f"{library} {version(library)}" for library in LIBRARIES)
    lines = [
        f"{cards:,} cards of seed {seed}, one in {EVERY} on a photo; {rounds} rounds, medians;"
        f" {cores} cores, {platform.system()} {platform.machine()}; {versions}.",
        "",
        "| by | ms a card, type | ms a card, photo | cards a second, all cores | bytes a card |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(
            f"| {run.contender} | {run.type_ms:.1f} | {run.photo_ms:.1f}"
            f" | {run.cards_a_second:,.0f} | {run.size_bytes:,} |"
            for run in runs
        ),
    ]
    return "\n".join(lines) + "\n"


def made_up(count: int, *, seed: int) -> Iterator[StoryCard]:
    """So many cards, the same for the same seed."""
    chance = chance_of("cards", seed=seed)
    for number in range(count):
        names = chance.sample(PEOPLE, 2)
        is_photo = number % EVERY == 0
        photo = f"photo {number % PHOTOS}"
        yield StoryCard(
            headline=headline(chance),
            kicker="Town",
            people=tuple(map(_person, names)),
            byline=f"By {names[0]} and {names[1]}",
            newsroom="The Harbour Paper",
            layout=CardLayout.PHOTO if is_photo else CardLayout.TYPE,
            colours=COLOURS,
            photo=CardPicture(path=photo, digest=photo) if is_photo else None,
        )


def _person(name: str) -> CardPerson:
    initials = "".join(word[0] for word in name.split())
    portrait = CardPicture(path=f"portrait {PEOPLE.index(name)}", digest=name)
    return CardPerson(name=name, initials=initials, portrait=portrait)


@lru_cache(maxsize=32)
def _bytes_of(path: str) -> bytes:
    kind, number = path.split()
    if kind == "portrait":
        return picture(int(number) + 100, seed=7)
    # As builds hand photos to cards: cut to a card's size, and compressed for readers.
    stream = BytesIO()
    with Image.open(BytesIO(picture(int(number), seed=7))) as image:
        photo = ImageOps.fit(image, (WIDTH_PX, HEIGHT_PX))
    photo.save(stream, "JPEG", quality=PHOTO_QUALITY, optimize=True, progressive=True)
    return stream.getvalue()


def _read(wanted: CardPicture) -> bytes:
    return _bytes_of(wanted.path)


@lru_cache(maxsize=1)
def _fonts() -> Fonts:
    return load_fonts()


def _ours(card: StoryCard) -> bytes:
    return draw(card, _fonts(), _read)


def _pillow(card: StoryCard) -> bytes:
    return pillow_card(card, _read)


def _resvg(card: StoryCard) -> bytes:
    return resvg_card(card, _read)


WAYS: Mapping[str, Callable[[StoryCard], bytes]] = {
    "ours": _ours,
    "Pillow": _pillow,
    "resvg": _resvg,
}
"""By their printed names."""


def _run(name: str, count: int, seed: int) -> CardRun:
    way, cards = WAYS[name], tuple(made_up(count, seed=seed))
    for card in made_up(WARM_UP, seed=seed + 1):
        way(card)
    on_type: list[float] = []
    on_photo: list[float] = []
    size = 0
    for card in cards:
        start = time.process_time()
        size += len(way(card))
        (on_photo if card.photo else on_type).append(time.process_time() - start)
    return CardRun(
        contender=name,
        type_ms=1_000 * median(on_type),
        photo_ms=1_000 * median(on_photo),
        cards_a_second=_together(name, cards, seed),
        size_bytes=size // count,
    )


def _together(name: str, cards: tuple[StoryCard, ...], seed: int) -> float:
    """Cards a second with a process on each core, once all have begun."""
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        warm = [(name, card) for card in made_up(WARM_UP * cores, seed=seed + 1)]
        list(pool.map(_draw_one, warm))
        start = time.perf_counter()
        list(pool.map(_draw_one, [(name, card) for card in cards], chunksize=4))
        return len(cards) / (time.perf_counter() - start)


def _draw_one(work: tuple[str, StoryCard]) -> int:
    name, card = work
    return len(WAYS[name](card))


def _median(runs: list[CardRun]) -> CardRun:
    return CardRun(
        contender=runs[0].contender,
        type_ms=median(run.type_ms for run in runs),
        photo_ms=median(run.photo_ms for run in runs),
        cards_a_second=median(run.cards_a_second for run in runs),
        size_bytes=runs[0].size_bytes,
    )
