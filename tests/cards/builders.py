"""Cards with defaults, pictures made in memory, and ways to look at what was drawn."""

from __future__ import annotations

from io import BytesIO
from random import Random

import numpy
from PIL import Image, ImageDraw

from jamstack.cards.card import AuthorCard, CardColours, CardPerson, CardPicture, StoryCard
from jamstack.model import CardLayout

SIZE = (1200, 630)
SQUARE = range(285, 915)
FOUR_BY_THREE = range(180, 1020)
PAPER = (251, 251, 248)
COLOURS = CardColours(paper="#fbfbf8", ink="#15191a", accent="#0b5d4b")

HEADLINES = {
    "en": "Ferry fares will double in spring unless the council finds four million",
    "el": "Τα εισιτήρια των πορθμείων θα διπλασιαστούν την άνοιξη",
    "ru": "Тарифы на паром удвоятся весной, если совет не найдёт денег",
    "vi": "Giá vé phà sẽ tăng gấp đôi vào mùa xuân",
    "ar": "مجلس المدينة يقرر مضاعفة أسعار العبّارات في الربيع",
    "he": "העירייה תכפיל את מחירי המעבורת באביב",
    "hi": "परिषद ने कहा कि वसंत में नौका का किराया दोगुना हो जाएगा",
    "th": "สภาเมืองจะขึ้นค่าเรือข้ามฟากเป็นสองเท่าในฤดูใบไม้ผลิ",
    "zh": "除非市议会筹到四百万，否则渡轮票价将在春季翻倍",
    "ja": "市議会、財源が見つからなければ春にフェリー運賃を2倍に",
    "ko": "시의회, 마련하지 못하면 봄에 여객선 요금 두 배로 인상",
}
EMOJI = "👩🏽‍💻 👨‍👩‍👧‍👦 🇫🇷 ❤️ 1️⃣ 👍🏿 🏴󠁧󠁢󠁳󠁣󠁴󠁿"


def make_person(name="Ana Duarte", **changes) -> CardPerson:
    initials = "".join(word[0] for word in name.split()) if name else ""
    return CardPerson(**({"name": name, "initials": initials} | changes))


def make_story(**changes) -> StoryCard:
    values = {
        "headline": HEADLINES["en"],
        "kicker": "Transport",
        "people": (make_person(),),
        "byline": "By Ana Duarte",
        "newsroom": "The Harbour Paper",
        "layout": CardLayout.TYPE,
        "colours": COLOURS,
    }
    return StoryCard(**(values | changes))


def make_photo_story(**changes) -> StoryCard:
    values = {"layout": CardLayout.PHOTO, "photo": make_picture("photo")}
    return make_story(**(values | changes))


def make_author(**changes) -> AuthorCard:
    values = {
        "person": make_person(),
        "role": "Transport correspondent",
        "bio": "Ana Duarte covers ferries, trams and the people who depend on them.",
        "handles": ("@ana@harbour.example",),
        "newsroom": "The Harbour Paper",
        "colours": COLOURS,
    }
    return AuthorCard(**(values | changes))


def make_picture(name: str, **changes) -> CardPicture:
    return CardPicture(**({"path": f"{name}.jpg", "digest": name} | changes))


def no_picture(picture):
    raise AssertionError(f"{picture.path} was asked for")


def reader(picture: Image.Image, image_format="PNG", **options):
    """Hands out one picture, whatever is asked for."""
    data = encoded(picture, image_format, **options)
    return lambda _: data


def encoded(picture: Image.Image, image_format="PNG", **options) -> bytes:
    stream = BytesIO()
    picture.save(stream, image_format, **options)
    return stream.getvalue()


def plain(colour, size=SIZE) -> Image.Image:
    return Image.new("RGB", size, colour)


def noise(size=SIZE) -> Image.Image:
    return Image.frombytes("RGB", size, Random(7).randbytes(size[0] * size[1] * 3))  # noqa: S311


def stripes(size=SIZE) -> Image.Image:
    picture = plain("black", size)
    draw = ImageDraw.Draw(picture)
    for place, left in enumerate(range(0, size[0], 24)):
        colour = ("white", "yellow", "cyan", "black")[place % 4]
        draw.rectangle((left, 0, left + 12, size[1]), fill=colour)
    return picture


def pixels(data: bytes) -> numpy.ndarray:
    return numpy.asarray(Image.open(BytesIO(data)).convert("RGB")).astype(int)


def columns_of(changed: numpy.ndarray) -> tuple[int, int]:
    """The first and the last column in which something is."""
    found = numpy.flatnonzero(changed.any(axis=0))
    return int(found[0]), int(found[-1])


def differing(one: bytes, other: bytes) -> numpy.ndarray:
    """Where two cards differ by more than compression does."""
    return numpy.abs(pixels(one) - pixels(other)).max(axis=2) > 60
