"""The contact sheet: cards as networks show them, so that a person can look before readers do."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from jamstack.cards.card import HEIGHT_PX, WIDTH_PX
from jamstack.values import Value


class Network(Value, frozen=True, kw_only=True):
    """How a network shows a card: the crop's proportions, and its width on a phone in pixels."""

    name: str
    shape: tuple[int, int]
    width_px: int


NETWORKS: tuple[Network, ...] = (
    Network(name="Facebook", shape=(1200, 630), width_px=360),
    Network(name="X", shape=(191, 100), width_px=340),
    Network(name="LinkedIn", shape=(1200, 627), width_px=350),
    Network(name="Bluesky", shape=(191, 100), width_px=330),
    Network(name="Mastodon", shape=(16, 9), width_px=320),
    Network(name="Slack", shape=(40, 21), width_px=300),
    Network(name="Pinterest (4:3)", shape=(4, 3), width_px=236),
    Network(name="WhatsApp (1:1)", shape=(1, 1), width_px=120),
)
"""Eight shapes and sizes in use. The widest sees all of a card, the last the middle 630 pixels."""
MARGIN_PX = 24
LABEL_PX = 22
GROUND = (228, 229, 226)
INK = (21, 25, 26)


class SheetCard(Value, frozen=True, kw_only=True):
    """One card: its file's name relative to the sheet, and its alternative text."""

    name: str
    alt: str


def crop(shape: tuple[int, int]) -> tuple[int, int, int, int]:
    """The middle of a card in a network's proportions: left, top, right, bottom in pixels."""
    width = min(WIDTH_PX, round(HEIGHT_PX * shape[0] / shape[1]))
    height = min(HEIGHT_PX, round(WIDTH_PX * shape[1] / shape[0]))
    left, top = (WIDTH_PX - width) // 2, (HEIGHT_PX - height) // 2
    return left, top, left + width, top + height


def sheet_html(cards: Sequence[SheetCard], *, title: str) -> str:
    """A page that shows each card in each network's crop; it asks for the cards' files alone."""
    rows = "\n".join(_row(card) for card in cards)
    styles = "\n".join(_style(place, network) for place, network in enumerate(NETWORKS))
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{html.escape(title)}</title>
<style>
body {{ margin: 2rem; background: #e4e5e2; color: #15191a; font: 0.875rem/1.4 sans-serif; }}
section {{ display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: start; margin: 1.5rem 0; }}
figure {{ margin: 0; }}
img {{ display: block; object-fit: cover; border-radius: 6px; }}
{styles}
</style>
<h1>{html.escape(title)}</h1>
{rows}
</html>
"""


def sheet_png(cards: Mapping[str, bytes]) -> bytes:
    """The same as a picture: one row for each card, by its label, one column for each network."""
    widths = [network.width_px for network in NETWORKS]
    heights = [_height(network) for network in NETWORKS]
    row_height = max(heights) + LABEL_PX + MARGIN_PX
    size = (sum(widths) + MARGIN_PX * (len(widths) + 1), row_height * len(cards) + MARGIN_PX)
    sheet = Image.new("RGB", size, GROUND)
    painter = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(14)
    for row, data in enumerate(cards.values()):
        card = Image.open(BytesIO(data)).convert("RGB")
        left, top = MARGIN_PX, MARGIN_PX + row * row_height
        for network, height in zip(NETWORKS, heights, strict=True):
            shown = card.resize(
                (network.width_px, height), Image.Resampling.LANCZOS, crop(network.shape)
            )
            painter.text((left, top), network.name, INK, font)
            sheet.paste(shown, (left, top + LABEL_PX))
            left += network.width_px + MARGIN_PX
    stream = BytesIO()
    sheet.save(stream, "PNG")
    return stream.getvalue()


def _height(network: Network) -> int:
    return round(network.width_px * network.shape[1] / network.shape[0])


def _style(place: int, network: Network) -> str:
    return f".n{place} {{ width: {network.width_px}px; height: {_height(network)}px; }}"


def _row(card: SheetCard) -> str:
    name, alt = html.escape(card.name), html.escape(card.alt)
    figures = "".join(
        f'<figure><img class="n{place}" src="{name}" alt="{alt}">'
        f"<figcaption>{html.escape(network.name)}</figcaption></figure>"
        for place, network in enumerate(NETWORKS)
    )
    return f"<section>{figures}</section>"
