"""The words of a byline as a writer may type it, one table for each language.

A line does not say which language it is in, so all tables are read together; a test sees to it
that no words mean two roles. Words are in lower case; white space stands between tokens, as in
`d '` for the French `d'` before a name. To add a language, add a table to `LANGUAGES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jamstack.model import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one language says in a byline.

    `by` makes those who follow the reporters; `links` lead from the word of a role to its names;
    `companions` (`with`) may stand before a role. `origins` stand before a place, `firms` between
    a person and an agency, `specials` before the newsroom's name in a note. `guests` stand in
    brackets behind the name of someone who gets no page.
    """

    by: tuple[str, ...]
    links: tuple[str, ...] = ()
    roles: Mapping[Role, tuple[str, ...]]
    conjunctions: tuple[str, ...]
    companions: tuple[str, ...]
    origins: tuple[str, ...]
    firms: tuple[str, ...]
    specials: tuple[str, ...]
    guests: tuple[str, ...]


_ENGLISH = Words(
    by=("by",),
    roles={
        Role.REPORTING: ("article", "reported", "reporting", "story", "text", "words", "written"),
        Role.ADDITIONAL_REPORTING: (
            "additional reporting",
            "contributing reporting",
            "reporting contributed",
            "with reporting",
        ),
        Role.PHOTOGRAPHS: (
            "photo", "photograph", "photographed", "photographs", "photography", "photos",
            "pictures",
        ),
        Role.ILLUSTRATION: ("artwork", "drawings", "illustrated", "illustration", "illustrations"),
        Role.GRAPHICS: (
            "charts", "graphic", "graphics", "infographic", "infographics", "map", "maps",
        ),
        Role.VIDEO: ("film", "video", "videos"),
        Role.TRANSLATION: ("translated", "translation"),
        Role.EDITING: ("edited", "editing"),
    },
    conjunctions=("and", "&", "+"),
    companions=("with",),
    origins=("in", "from", "reporting from", "reporting in"),
    firms=("of", "from"),
    specials=("Special to", "Special for", "for"),
    guests=("guest",),
)  # fmt: skip

_SPANISH = Words(
    by=("por",),
    links=("de", "de la", "del"),
    roles={
        Role.REPORTING: ("crónica", "escrito", "reportaje", "texto", "textos", "un reportaje"),
        Role.ADDITIONAL_REPORTING: (
            "con aportes", "con información", "con reportes", "información adicional",
        ),
        Role.PHOTOGRAPHS: ("foto", "fotografía", "fotografías", "fotos", "imágenes"),
        Role.ILLUSTRATION: ("dibujos", "ilustración", "ilustraciones", "ilustrado"),
        Role.GRAPHICS: ("gráfico", "gráficos", "infografía", "infografías", "mapas"),
        Role.VIDEO: ("vídeo", "vídeos", "video", "videos"),
        Role.TRANSLATION: ("traducción", "traducida", "traducido"),
        Role.EDITING: ("edición", "editada", "editado"),
    },
    conjunctions=("y", "e"),
    companions=("con",),
    origins=("en", "desde", "informando desde"),
    firms=("de", "de la", "del"),
    specials=("Especial para", "para"),
    guests=("invitada", "invitado"),
)  # fmt: skip

_FRENCH = Words(
    by=("par",),
    links=("de", "de l '", "de la", "d '", "du"),
    roles={
        Role.REPORTING: (
            "article", "propos recueillis", "récit", "reportage", "texte", "textes", "un reportage",
        ),
        Role.ADDITIONAL_REPORTING: (
            "avec la collaboration", "avec la contribution", "reportage complémentaire",
        ),
        Role.PHOTOGRAPHS: ("photo", "photographie", "photographies", "photos"),
        Role.ILLUSTRATION: ("dessin", "dessins", "illustration", "illustrations", "illustré"),
        Role.GRAPHICS: ("cartes", "cartographie", "graphiques", "infographie", "infographies"),
        Role.VIDEO: ("vidéo", "vidéos"),
        Role.TRANSLATION: ("traduction", "traduit", "traduite"),
        Role.EDITING: ("édition", "édité"),
    },
    conjunctions=("et",),
    companions=("avec",),
    origins=("à", "en", "au", "aux", "depuis"),
    firms=("de", "de l '", "de la", "d '", "du"),
    specials=("Spécial pour", "pour"),
    guests=("invité", "invitée"),
)  # fmt: skip

_GERMAN = Words(
    by=("von",),
    links=("vom",),
    roles={
        Role.REPORTING: ("bericht", "ein bericht", "reportage", "text", "texte"),
        Role.ADDITIONAL_REPORTING: (
            "mitarbeit", "unter mitarbeit", "zusätzliche berichterstattung",
        ),
        Role.PHOTOGRAPHS: ("bild", "bilder", "foto", "fotografie", "fotografien", "fotos"),
        Role.ILLUSTRATION: ("illustration", "illustrationen", "illustriert", "zeichnungen"),
        Role.GRAPHICS: ("grafik", "grafiken", "infografik", "infografiken", "karte", "karten"),
        Role.VIDEO: ("video", "videos"),
        Role.TRANSLATION: ("übersetzt", "übersetzung"),
        Role.EDITING: ("redaktion", "redigiert"),
    },
    conjunctions=("und",),
    companions=("mit",),
    origins=("in", "im", "aus", "berichtet aus"),
    firms=("von", "vom"),
    specials=("Exklusiv für", "für"),
    guests=("gast", "gastbeitrag"),
)  # fmt: skip

_PORTUGUESE = Words(
    by=("por",),
    links=("da", "de", "do"),
    roles={
        Role.REPORTING: ("escrito", "reportagem", "texto", "textos", "uma reportagem"),
        Role.ADDITIONAL_REPORTING: (
            "com informações", "com reportagem", "reportagem adicional",
        ),
        Role.PHOTOGRAPHS: ("foto", "fotografia", "fotografias", "fotos", "imagens"),
        Role.ILLUSTRATION: ("desenhos", "ilustração", "ilustrações", "ilustrado"),
        Role.GRAPHICS: ("gráfico", "gráficos", "infografia", "infográfico", "infográficos"),
        Role.VIDEO: ("vídeo", "vídeos"),
        Role.TRANSLATION: ("tradução", "traduzida", "traduzido"),
        Role.EDITING: ("edição", "editada", "editado"),
    },
    conjunctions=("e",),
    companions=("com",),
    origins=("em", "na", "nas", "no", "nos", "desde"),
    firms=("da", "de", "do"),
    specials=("Especial para", "para"),
    guests=("convidada", "convidado"),
)  # fmt: skip

_ARABIC = Words(
    by=("بقلم", "كتب", "كتبت"),
    roles={
        Role.REPORTING: ("إعداد", "تقرير", "نص", "النص"),
        Role.ADDITIONAL_REPORTING: (
            "بمشاركة", "شارك في التغطية", "شارك في التقرير", "ساهم في التقرير",
        ),
        Role.PHOTOGRAPHS: ("الصور", "بعدسة", "تصوير", "صور", "عدسة"),
        Role.ILLUSTRATION: ("الرسوم", "رسوم"),
        Role.GRAPHICS: ("إنفوغرافيك", "خرائط", "رسوم بيانية", "غرافيك"),
        Role.VIDEO: ("فيديو",),
        Role.TRANSLATION: ("ترجمة",),
        Role.EDITING: ("تحرير",),
    },
    conjunctions=("و",),
    companions=("مع",),
    origins=("في", "من"),
    firms=("من",),
    specials=("خاص لـ", "لصحيفة"),
    guests=("ضيف", "ضيفة"),
)  # fmt: skip

LANGUAGES: Mapping[str, Words] = MappingProxyType(
    {
        "en": _ENGLISH,
        "es": _SPANISH,
        "fr": _FRENCH,
        "de": _GERMAN,
        "pt": _PORTUGUESE,
        "ar": _ARABIC,
    }
)
"""The tables, by language."""

ATTACHED_CONJUNCTION = "و"
"""The Arabic `and`, which is written as the first letter of the next word."""

NEVER_IN_NAMES = frozenset({"of"})
"""Words before an agency that no person's name holds, so that what follows must be an agency."""

PLACE_PARTICLES = frozenset(
    {
        "al", "am", "an", "auf", "bei", "d", "da", "das", "de", "del", "della", "den", "der",
        "di", "do", "dos", "du", "el", "im", "l", "la", "las", "le", "les", "los", "of", "on",
        "sous", "sur", "the", "unter", "upon", "van", "von", "vor",
    }
)  # fmt: skip
"""Words that stand within the name of a place without a capital."""

ABBREVIATIONS = frozenset(
    {
        "av", "col", "dr", "dra", "drs", "fr", "ft", "gen", "jr", "lt", "maj", "mme", "mr", "mrs",
        "ms", "mt", "pres", "prof", "sgt", "sr", "sra", "st", "ste", "vs",
    }
)  # fmt: skip
"""Words whose full stop does not end a part of the line, beside single letters."""

PLACES_WITH_AND = (
    "Andaman and Nicobar", "Antigua and Barbuda", "Argyll and Bute", "Bosnia and Herzegovina",
    "Brighton and Hove", "Dumfries and Galloway", "Heard and McDonald Islands",
    "Jammu and Kashmir", "Newfoundland and Labrador", "Saint Kitts and Nevis",
    "Saint Pierre and Miquelon", "Saint Vincent and the Grenadines", "Sao Tome and Principe",
    "St. Kitts and Nevis", "St. Vincent and the Grenadines", "São Tomé and Príncipe",
    "Trinidad and Tobago", "Turks and Caicos", "Tyne and Wear", "Wallis and Futuna",
)  # fmt: skip
"""Places whose own `and` joins no two names."""

REGIONS = (
    "Andhra Pradesh", "Arabia Saudita", "Arabia Saudí", "Arunachal Pradesh", "Arábia Saudita",
    "Baja California", "British Columbia", "Buenos Aires", "Burkina Faso", "Cabo Verde",
    "Cape Verde", "Castilla y León", "Chad", "Coreia do Sul", "Corea del Sur", "Corée du Sud",
    "DR Congo", "Dakota", "Entre Ríos", "Equatorial Guinea", "Espírito Santo", "Florida",
    "Frankreich", "Friuli Venezia Giulia", "Georgia", "Great Britain", "Himachal Pradesh",
    "Hong Kong", "India", "Inner Mongolia", "Israel", "Jordan", "Kenya", "Madhya Pradesh", "Maine",
    "Mato Grosso", "Minas Gerais", "Papua New Guinea", "País Vasco", "Países Baixos",
    "Países Bajos", "Pays Basque", "Quintana Roo", "Reino Unido", "Saudi Arabia", "Sierra Leone",
    "Sri Lanka", "Tamil Nadu", "Tierra del Fuego", "Timor Leste", "Uttar Pradesh", "Viet Nam",
    "Virginia", "Washington", "África do Sul", "Afrique du Sud", "الإمارات العربية المتحدة",
    "المملكة العربية السعودية", "المملكة المتحدة", "الولايات المتحدة", "كوريا الجنوبية",
)  # fmt: skip
"""Regions that read like people: of several words, or somebody's first name."""

REGION_STARTS = frozenset(
    {
        "central", "costa", "côte", "east", "eastern", "el", "gran", "isla", "islas", "los",
        "lower", "neu", "new", "north", "northern", "nova", "nueva", "nuevo", "puerto", "rio",
        "río", "saint", "san", "santa", "south", "southern", "st", "são", "the", "united", "upper",
        "vereinigte", "vereinigtes", "west", "western",
    }
)  # fmt: skip
"""First words of regions of several words: `New South Wales`, `Costa Rica`, `the Netherlands`."""

REGION_WORDS = frozenset(
    {
        "city", "comunidad", "county", "department", "departamento", "district", "distrito",
        "emirates", "estado", "estados", "island", "islands", "kanton", "kingdom", "oblast", "of",
        "pays", "prefecture", "province", "provincia", "region", "región", "republic", "república",
        "république", "state", "states", "territories", "territory",
    }
)  # fmt: skip
"""Words in regions of several words that people's names do not hold: `Isle of Wight`."""
