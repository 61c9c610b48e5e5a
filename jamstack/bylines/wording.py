"""The words of credit lines and author cards, a table for each language.

What stands between the items of a list is Unicode's (CLDR, by Babel); the rest is here. A language
without a table is worded in English, but its bylines leave out the `By`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from babel import Locale

from jamstack.model import Role, TextPart

Parts = tuple[TextPart, ...]
"""A run of text, some of it linked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's words.

    `roles` stand before the names of each role. Texts with `{…}` are forms: `place` holds
    `{place}`; `covers` holds `{name}` and `{beats}`; `follow_him` and `follow_her` come before
    where somebody is followed, as does `follow_name`, which holds `{name}`. `on` and `at` lead to
    networks and to addresses; `or_at` parts the two. `locale` is where lists come from.
    """

    locale: str
    roles: Mapping[Role, str]
    between: str
    comma: str
    place: str
    covers: str
    covers_her: str
    follow_him: str
    follow_her: str
    follow_name: str
    on: str
    at: str
    or_at: str
    now: str
    formerly: str
    contributor: str
    guest: str


_ENGLISH = Wording(
    # Not American English: newspapers do without the comma before `and`.
    locale="en_001",
    roles={
        Role.REPORTING: "by",
        Role.ADDITIONAL_REPORTING: "additional reporting by",
        Role.PHOTOGRAPHS: "photographs by",
        Role.ILLUSTRATION: "illustration by",
        Role.GRAPHICS: "graphics by",
        Role.VIDEO: "video by",
        Role.TRANSLATION: "translated by",
        Role.EDITING: "edited by",
    },
    between="; ",
    comma=", ",
    place=" in {place}",
    covers="{name} covers {beats}.",
    covers_her="{name} covers {beats}.",
    follow_him="Follow him ",
    follow_her="Follow her ",
    follow_name="Follow {name} ",
    on="on ",
    at="at ",
    or_at=", or at ",
    now="now {role}",
    formerly="Formerly of the newsroom",
    contributor="Contributor",
    guest="Guest contributor",
)
_SPANISH = Wording(
    locale="es",
    roles={
        Role.REPORTING: "por",
        Role.ADDITIONAL_REPORTING: "información adicional de",
        Role.PHOTOGRAPHS: "fotografías de",
        Role.ILLUSTRATION: "ilustración de",
        Role.GRAPHICS: "gráficos de",
        Role.VIDEO: "vídeo de",
        Role.TRANSLATION: "traducción de",
        Role.EDITING: "edición de",
    },
    between="; ",
    comma=", ",
    place=" en {place}",
    covers="{name} cubre {beats}.",
    covers_her="{name} cubre {beats}.",
    follow_him="Síguelo ",
    follow_her="Síguela ",
    follow_name="Sigue a {name} ",
    on="en ",
    at="en ",
    or_at=", o en ",
    now="ahora {role}",
    formerly="Formó parte de la redacción",
    contributor="Colaboración",
    guest="Firma invitada",
)
_FRENCH = Wording(
    locale="fr",
    roles={
        Role.REPORTING: "par",
        Role.ADDITIONAL_REPORTING: "avec la contribution de",
        Role.PHOTOGRAPHS: "photographies par",
        Role.ILLUSTRATION: "illustration par",
        Role.GRAPHICS: "infographie par",
        Role.VIDEO: "vidéo par",
        Role.TRANSLATION: "traduction par",
        Role.EDITING: "édition par",
    },
    between="\u00a0; ",
    comma=", ",
    place=" à {place}",
    covers="{name} couvre {beats}.",
    covers_her="{name} couvre {beats}.",
    follow_him="Suivez-le ",
    follow_her="Suivez-la ",
    follow_name="Suivez {name} ",
    on="sur ",
    at="sur ",
    or_at=", ou sur ",
    now="aujourd’hui {role}",
    formerly="A fait partie de la rédaction",
    contributor="Collaboration régulière",
    guest="Plume invitée",
)
_GERMAN = Wording(
    locale="de",
    roles={
        Role.REPORTING: "von",
        Role.ADDITIONAL_REPORTING: "unter Mitarbeit von",
        Role.PHOTOGRAPHS: "Fotos von",
        Role.ILLUSTRATION: "Illustration von",
        Role.GRAPHICS: "Grafik von",
        Role.VIDEO: "Video von",
        Role.TRANSLATION: "übersetzt von",
        Role.EDITING: "redigiert von",
    },
    between="; ",
    comma=", ",
    place=" in {place}",
    covers="{name} berichtet über {beats}.",
    covers_her="{name} berichtet über {beats}.",
    follow_him="Folgen Sie ihm ",
    follow_her="Folgen Sie ihr ",
    follow_name="Folgen Sie {name} ",
    on="auf ",
    at="unter ",
    or_at=" oder unter ",
    now="heute {role}",
    formerly="Gehörte früher zur Redaktion",
    contributor="Freie Mitarbeit",
    guest="Gastbeitrag",
)
_PORTUGUESE = Wording(
    locale="pt",
    roles={
        Role.REPORTING: "por",
        Role.ADDITIONAL_REPORTING: "reportagem adicional de",
        Role.PHOTOGRAPHS: "fotografias de",
        Role.ILLUSTRATION: "ilustração de",
        Role.GRAPHICS: "gráficos de",
        Role.VIDEO: "vídeo de",
        Role.TRANSLATION: "tradução de",
        Role.EDITING: "edição de",
    },
    between="; ",
    comma=", ",
    place=" em {place}",
    covers="{name} cobre {beats}.",
    covers_her="{name} cobre {beats}.",
    follow_him="Siga-o ",
    follow_her="Siga-a ",
    follow_name="Siga {name} ",
    on="em ",
    at="em ",
    or_at=", ou em ",
    now="hoje {role}",
    formerly="Fez parte da redação",
    contributor="Colaboração",
    guest="Participação especial",
)
_ARABIC = Wording(
    locale="ar",
    roles={
        Role.REPORTING: "بقلم",
        Role.ADDITIONAL_REPORTING: "شارك في التغطية",
        Role.PHOTOGRAPHS: "تصوير",
        Role.ILLUSTRATION: "رسم",
        Role.GRAPHICS: "تصميم",
        Role.VIDEO: "فيديو",
        Role.TRANSLATION: "ترجمة",
        Role.EDITING: "تحرير",
    },
    between="؛ ",
    comma="، ",
    place=" في {place}",
    covers="يغطي {name} {beats}.",
    covers_her="تغطي {name} {beats}.",
    follow_him="تابعه ",
    follow_her="تابعها ",
    follow_name="تابع {name} ",
    on="على ",
    at="على ",
    or_at="، أو على ",
    now="حاليًا {role}",
    formerly="عمل سابقًا في هيئة التحرير",
    contributor="مساهم",
    guest="كاتب ضيف",
)

WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {
        "en": _ENGLISH,
        "es": _SPANISH,
        "fr": _FRENCH,
        "de": _GERMAN,
        "pt": _PORTUGUESE,
        "ar": _ARABIC,
    }
)
"""Every language that has words of its own, by the first part of its tag."""

_HE = frozenset({"he", "él", "il", "er", "ele", "هو"})
_SHE = frozenset({"she", "ella", "elle", "sie", "ela", "هي"})
_SOUNDS_LIKE_I = re.compile(r"[iíî]|hi(?![aeo])|hí", re.IGNORECASE)
"""Before these a Spanish `y` is `e`: `Ana e Inés`."""


def wording_of(language: str) -> Wording:
    """The words for a language tag such as `es` or `pt-BR`."""
    return WORDINGS.get(language.partition("-")[0].lower(), _ENGLISH)


def is_he(pronouns: str) -> bool:
    """True for `he/him` and its like in the languages above, where it comes first."""
    return _first_form(pronouns) in _HE


def is_she(pronouns: str) -> bool:
    """True for `she/her` and its like in the languages above, where it comes first."""
    return _first_form(pronouns) in _SHE


def in_series(items: Sequence[Parts], wording: Wording, *, parted: bool = False) -> Parts:
    """The items with what stands between them: `A`, `A and B`, `A, B and C`.

    A comma stands before the last one, too, where they are to be `parted`: `A and B, and C`.
    """
    if not items:
        return ()
    parts = [*items[0]]
    for number, item in enumerate(items[1:], start=1):
        is_last = number == len(items) - 1
        text = _separator(wording.locale, is_last, len(items) == 2)
        if is_last and wording is _SPANISH and _SOUNDS_LIKE_I.match(item[0].text):
            text = " e "
        if is_last and parted:
            text = f"{wording.comma}{text.strip()}{' ' if text.endswith(' ') else ''}"
        parts += (TextPart(text=text), *item)
    return tuple(parts)


def listed(texts: Sequence[str], wording: Wording) -> str:
    """The texts as a list."""
    items = [(TextPart(text=text),) for text in texts]
    return "".join(part.text for part in in_series(items, wording))


def _first_form(pronouns: str) -> str:
    return pronouns.split("/")[0].strip().casefold()


@functools.cache
def _separator(locale: str, is_last: bool, is_pair: bool) -> str:
    patterns = Locale.parse(locale).list_patterns["standard"]
    name = ("2" if is_pair else "end") if is_last else "middle"
    return str(patterns[name]).replace("{0}", "").replace("{1}", "")
