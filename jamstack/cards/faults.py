"""What no font here can write: told before a card is drawn, so that no square is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jamstack.cards.card import Card, texts_of
from jamstack.values import Value

if TYPE_CHECKING:
    # Whoever only hands on what was found must not load what draws.
    from jamstack.cards.fonts import Fonts

HINT = (
    "install a font that has it (Debian: `apt install fonts-noto-core fonts-noto-cjk"
    " fonts-noto-color-emoji`), name a font file in the settings, or write it another way"
)


class CardProblem(Value, frozen=True, kw_only=True):
    """A sign that cannot be drawn; `part` is the part of the card that needs it.

    `message` begins with a verb, to follow the part's or a field's name.
    """

    part: str
    message: str
    hint: str


def findings(card: Card, fonts: Fonts) -> tuple[CardProblem, ...]:
    """Each sign of the card that no font here has, once; () where all can be drawn."""
    first: dict[str, CardProblem] = {}
    for problem in _problems(card, fonts):
        first.setdefault(problem.message, problem)
    return tuple(first.values())


def _problems(card: Card, fonts: Fonts) -> Iterator[CardProblem]:
    for part, text in texts_of(card).items():
        for sign in fonts.missing(text, card.lang):
            points = " ".join(f"U+{ord(point):04X}" for point in sign)
            message = f"needs {points} ({sign}), which no font here can draw"
            yield CardProblem(part=part, message=message, hint=HINT)
