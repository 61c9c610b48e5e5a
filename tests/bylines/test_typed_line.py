"""Typed bylines that are read, each by the line as it is printed."""

import pytest

from jamstack.bylines.typed_line import Registry, read_typed_line
from jamstack.model import Credit, Role

from .builders import make_agency, make_author
from .typed_people import REGISTRY, read

NAMES = {
    "By Mira Solberg": "mira-solberg",
    "Mira Solberg": "mira-solberg",
    "mira solberg": "mira-solberg",
    "BY MIRA SOLBERG AND RAFE OKONJO": "mira-solberg; rafe",
    "By Mira Solberg, Rafe Okonjo and Jan Novak": "mira-solberg; rafe; jan",
    "By Mira Solberg, Rafe Okonjo, and Jan Novak": "mira-solberg; rafe; jan",
    "By Mira Solberg & Rafe Okonjo": "mira-solberg; rafe",
    "By Mira Solberg/Rafe Okonjo": "mira-solberg; rafe",
    "By  Mira \t Solberg ,Rafe Okonjo": "mira-solberg; rafe",
    "By Mira Solberg; Rafe Okonjo": "mira-solberg; rafe",
    "By: Mira Solberg.": "mira-solberg",
    "mira-solberg and zuleika-one": "mira-solberg; zuleika-one",
    "By Zuleika": "zuleika-one",
    "By Liam O’Fallon": "liam",
    "BY LIAM O'FALLON": "liam",
    "By Ana‑Mari\u0301a Pen\u0303a": "ana",
    "By Amando E. Gavino, Jr. and Jan Novak": "amando; jan",
    "By Amando E Gavino Jr, Jan Novak": "amando; jan",
    "By Isabel (Izzy) Metzger and Abigail “Abby” Bowman": "izzy; abby",
    "By Khalid al-Amin": "khalid",
    "By Rand and Daughter and Rafe Okonjo": "rand; rafe",
    "Por José Ortega y Prado y Eduardo de la Rubia": "jose; eduardo",
    "Von Jörg Weiß": "joerg",
    "VON JÖRG WEISS": "joerg",
    "By Office of Rivers, Lakes and Locks": "locks",
    "By Data.example Team and In Brief": "data; in-brief",
    "By Photos": "photos-desk",
    "By Words and Pictures Ltd. and Mira Solberg": "words; mira-solberg",
    "\u200fبقلم ليلى حداد": "layla",
    "بقلم ليلى حداد ووليد منصور": "layla; walid",
    "بقلم ليلى حداد و وليد منصور": "layla; walid",
    "بقـلم وليد منصور، ليلى حداد": "walid; layla",
}

ROLES = {
    "By Mira Solberg; photographs by Jan Novak": "mira-solberg; photographs: jan",
    "By Mira Solberg, photographs by Jan Novak": "mira-solberg; photographs: jan",
    "By Mira Solberg photographs by Jan Novak": "mira-solberg; photographs: jan",
    "By Mira Solberg and photographs by Jan Novak": "mira-solberg; photographs: jan",
    "By Mira Solberg with photos by Jan Novak": "mira-solberg; photographs: jan",
    "Photos by Jan Novak | Story by Mira Solberg": "photographs: jan; mira-solberg",
    "Words by Mira Solberg — Pictures by Jan Novak": "mira-solberg; photographs: jan",
    "By Mira Solberg - Video: Jan Novak": "mira-solberg; video: jan",
    "Text: Mira Solberg Photos: Jan Novak": "mira-solberg; photographs: jan",
    "Text / Mira Solberg / Pictures / Jan Novak": "mira-solberg; photographs: jan",
    "Words Mira Solberg Photographs Jan Novak": "mira-solberg; photographs: jan",
    "Reporting by Mira Solberg. Graphics by Jan Novak. Edited by Zuleika.": (
        "mira-solberg; graphics: jan; editing: zuleika-one"
    ),
    "By Mira Solberg\nIllustration by Jan Novak\r\nTranslated by Zuleika": (
        "mira-solberg; illustration: jan; translation: zuleika-one"
    ),
    "By Mira Solberg. With additional reporting by Jan Novak": (
        "mira-solberg; additional reporting: jan"
    ),
    "By Mira Solberg with reporting by Jan Novak": "mira-solberg; additional reporting: jan",
    "Additional reporting by Jan Novak and Zuleika": (
        "additional reporting: jan; additional reporting: zuleika-one"
    ),
    "Text and photographs by Mira Solberg and Zuleika": (
        "mira-solberg; zuleika-one; photographs: mira-solberg; photographs: zuleika-one"
    ),
    "Text, maps & video: Mira Solberg": "mira-solberg; graphics: mira-solberg; video: mira-solberg",
    "Photos by Photos": "photographs: photos-desk",
    "Photographs by Harbour Wire": "photographs: wire",
    "Por Jan Novak con información de Zuleika; fotos de La Gaceta": (
        "jan; additional reporting: zuleika-one; photographs: gaceta"
    ),
    "Textos y fotos: Eduardo de la Rubia": "eduardo; photographs: eduardo",
    "Par Élodie Brûlé, photos d’Ana-María Peña, traduit par Jan Novak": (
        "elodie; photographs: ana; translation: jan"
    ),
    "Texte : Élodie Brûlé. Dessins : Zuleika": "elodie; illustration: zuleika-one",
    "Von Carl von Lund; Fotos von Jan Novak; Übersetzung: Zuleika": (
        "carl; photographs: jan; translation: zuleika-one"
    ),
    "Text und Fotos: Carl von Lund": "carl; photographs: carl",
    "Reportagem de Zuleika; imagens de Jan Novak; edição: Mira Solberg": (
        "zuleika-one; photographs: jan; editing: mira-solberg"
    ),
    "بقلم ليلى حداد؛ تصوير: وليد منصور": "layla; photographs: walid",
    "نص وصور: ليلى حداد": "layla; photographs: layla",
    "By Mira Solberg; photographs by Mira Solberg": "mira-solberg; photographs: mira-solberg",
}

PLACES = {
    "By Mira Solberg in Lisbon": "mira-solberg in Lisbon",
    "Mira Solberg in Lisbon and Rafe Okonjo in New York": (
        "mira-solberg in Lisbon; rafe in New York"
    ),
    "Mira Solberg and Jan Novak in Lisbon, and Zuleika in New York": (
        "mira-solberg in Lisbon; jan in Lisbon; zuleika-one in New York"
    ),
    "Mira Solberg in Lisbon and Jan Novak": "mira-solberg in Lisbon; jan",
    "Mira Solberg; Jan Novak in Lisbon": "mira-solberg; jan in Lisbon",
    "By Mira Solberg, reporting from Lisbon": "mira-solberg in Lisbon",
    "By Mira Solberg | Reporting from Lisbon": "mira-solberg in Lisbon",
    "By Mira Solberg in Portland, Oregon": "mira-solberg in Portland, Oregon",
    "Mira Solberg in Salem, Marion County, Oregon, Jan Novak": (
        "mira-solberg in Salem, Marion County, Oregon; jan"
    ),
    "Mira Solberg in Portland, Oregon, Jan Novak in St. Louis; photos by Zuleika": (
        "mira-solberg in Portland, Oregon; jan in St. Louis; photographs: zuleika-one"
    ),
    "Mira Solberg in Washington, D.C. Photos by Jan Novak in Lisbon.": (
        "mira-solberg in Washington, D.C.; photographs: jan in Lisbon"
    ),
    "Mira Solberg in Abidjan, Côte d'Ivoire and Jan Novak in Stratford-upon-Avon": (
        "mira-solberg in Abidjan, Côte d'Ivoire; jan in Stratford-upon-Avon"
    ),
    "Mira Solberg in Trinidad and Tobago and Jan Novak in Port of Spain, photos by Zuleika": (
        "mira-solberg in Trinidad and Tobago; jan in Port of Spain; photographs: zuleika-one"
    ),
    "Mira Solberg, Jan Novak (in Lisbon) and Zuleika": ("mira-solberg; jan in Lisbon; zuleika-one"),
    "By Mira Solberg in the Hague": "mira-solberg in the Hague",
    "By Mira Solberg in Zuleika": "mira-solberg in Zuleika",
    "Por Jan Novak en Buenos Aires y Zuleika em São Paulo": (
        "jan in Buenos Aires; zuleika-one in São Paulo"
    ),
    "Por Zuleika no Rio de Janeiro": "zuleika-one in Rio de Janeiro",
    "Par Élodie Brûlé à La Rochelle et Jan Novak au Caire": ("elodie in La Rochelle; jan in Caire"),
    "Von Carl von Lund in Frankfurt am Main und Jan Novak aus Wien": (
        "carl in Frankfurt am Main; jan in Wien"
    ),
    "بقلم ليلى حداد في بيروت": "layla in بيروت",
    "BY MIRA SOLBERG IN NEW YORK": "mira-solberg in NEW YORK",
    "Mira Solberg (in Lisbon, Carol Nobody) and Jan Novak": (
        "mira-solberg in Lisbon, Carol Nobody; jan"
    ),
    "Zuleika (in Lisbon, Mira Solbreg)": "zuleika-one in Lisbon, Mira Solbreg",
} | {
    f"Mira Solberg in {place}, Jan Novak": f"mira-solberg in {place}; jan"
    for place in (
        "Lisbon, Portugal",
        "Portland, Maine",
        "St. John's, Newfoundland and Labrador",
        "Basseterre, St. Kitts and Nevis",
        "Sydney, New South Wales",
        "Durham, North Carolina, United States",
        "Amsterdam, the Netherlands",
        "Ryde, Isle of Wight",
        "Galle, Sri Lanka",
        "San José, Costa Rica",
        "Victoria, British Columbia",
        "Salem, Marion County",
        "Ulm, Baden-Württemberg",
        "Dublin, Republic of Ireland",
        "Tbilisi, Georgia",
        "Brooklyn, New York City",
    )
}

GUESTS = {
    "By Pia Holm (guest)": "'Pia Holm'",
    "Mira Solberg and Pia Holm (guest) in Lisbon": "mira-solberg in Lisbon; 'Pia Holm' in Lisbon",
    "Mira Solberg in Lisbon, Pia Holm (guest)": "mira-solberg in Lisbon; 'Pia Holm'",
    "Mira Solberg in Lisbon, Bo (GUEST) in Rome": "mira-solberg in Lisbon; 'Bo' in Rome",
    "By Zuleika; photographs by Carl van den Holm (guest), Special to The Herald": (
        "zuleika-one; photographs: 'Carl van den Holm' (Special to The Herald)"
    ),
    "By Carol Zuleika (guest) and Zuleika": "'Carol Zuleika'; zuleika-one",
    "By Pia Holm (guest), Meridian Press": "'Pia Holm' of meridian",
    "By Mira Solberg (guest)": "'Mira Solberg'",
    "Por Pía Ruiz (invitada) y Zuleika": "'Pía Ruiz'; zuleika-one",
    "Par Lou Brel (invité) et Jan Novak": "'Lou Brel'; jan",
    "Von Ina Moos (Gast); Fotos: Zuleika": "'Ina Moos'; photographs: zuleika-one",
    "Por Rui Melo (convidado)": "'Rui Melo'",
    "بقلم سمير كرم (ضيف)": "'سمير كرم'",
    "Text and photographs by Pia Holm (guest)": "'Pia Holm'; photographs: 'Pia Holm'",
}
AGENCIES = {
    "Jan Novak, Meridian Press": "jan of meridian",
    "Jan Novak of Meridian Press": "jan of meridian",
    "Jan Novak (Meridian Press)": "jan of meridian",
    "Jan Novak/Meridian Press": "jan of meridian",
    "JAN NOVAK\nMERIDIAN PRESS": "jan of meridian",
    "By Jan Novak (meridian)": "jan of meridian",
    "By Jan Novak, of Meridian Press, and Zuleika": "jan of meridian; zuleika-one",
    "By Jan Novak, Meridian Press, and Zuleika, Harbour Wire": (
        "jan of meridian; zuleika-one of wire"
    ),
    "Mira Solberg, Jan Novak/Meridian Press and Zuleika in Lisbon": (
        "mira-solberg in Lisbon; jan in Lisbon of meridian; zuleika-one in Lisbon"
    ),
    "By Jan Novak in Lisbon, Meridian Press": "jan in Lisbon of meridian",
    "By Jan Novak in Lisbon of Meridian Press": "jan in Lisbon of meridian",
    "By Jan Novak and Meridian Press": "jan; meridian",
    "By Jan Novak; Meridian Press": "jan; meridian",
    "By Meridian Press, Jan Novak": "meridian; jan",
    "By Jan Novak, Office of Rivers, Lakes and Locks": "jan of locks",
    "Por Jan Novak, de La Gaceta": "jan of gaceta",
    "Par Jan Novak de Meridian Press à Paris": "jan in Paris of meridian",
    "Von Jan Novak von Meridian Press": "jan of meridian",
    "By Jan Novak from Meridian Press": "jan of meridian",
}

NOTES = {
    "By Mira Solberg, Special to The Herald": "mira-solberg (Special to The Herald)",
    "BY MIRA SOLBERG\nSPECIAL TO THE HERALD": "mira-solberg (Special to The Herald)",
    "By Mira Solberg for The Herald": "mira-solberg (for The Herald)",
    "By Mira Solberg (for The Herald) and Jan Novak": "mira-solberg (for The Herald); jan",
    "By Mira Solberg and Jan Novak in Lisbon for The Herald": (
        "mira-solberg in Lisbon (for The Herald); jan in Lisbon (for The Herald)"
    ),
    "Por Jan Novak, especial para The Herald": "jan (Especial para The Herald)",
    "Von Jan Novak für The Herald": "jan (für The Herald)",
    "Par Jan Novak pour The Herald": "jan (pour The Herald)",
    "ليلى حداد، خاص لـ The Herald": "layla (خاص لـ The Herald)",
}

PRINTED = NAMES | ROLES | PLACES | AGENCIES | NOTES | GUESTS


@pytest.mark.parametrize("line", PRINTED)
def test_a_line_gives_its_credits_in_the_order_printed(line):
    assert PRINTED[line] == read(line)


def test_an_organization_in_a_series_as_the_platform_prints_it_is_credited_itself():
    assert "jan; meridian; zuleika-one" == read("By Jan Novak, Meridian Press and Zuleika")


def test_a_typed_guest_is_the_credit_of_front_matter():
    found, _ = read_typed_line("By Pia Holm (guest)", REGISTRY, line=7)

    assert (Credit(name="Pia Holm", line=7),) == found


def test_an_organization_called_guest_is_found():
    people = [make_author("Jan Novak", slug="jan"), make_agency("Guest", slug="guest")]

    found, _ = read_typed_line("Jan Novak (Guest)", Registry(people, newsroom="The Herald"))

    assert ("jan", "guest") == (found[0].author, found[0].agency)


def test_credits_say_where_the_line_stands():
    found, _ = read_typed_line("By Zuleika", REGISTRY, line=7)

    assert (Credit(author="zuleika-one", role=Role.REPORTING, line=7),) == found


def test_thirty_names_are_read():
    people = [make_author(f"Writer {number}") for number in range(30)]
    line = ", ".join(author.name for author in people)

    found, faults = read_typed_line(line, Registry(people, newsroom="The Herald"))

    assert ([author.slug for author in people], ()) == ([one.author for one in found], faults)


def test_a_newsroom_without_an_article_in_its_name_is_noted_with_it():
    registry = Registry([make_author("Jan Novak")], newsroom="Evening Post")

    found, _ = read_typed_line("Jan Novak for the Evening Post", registry)

    assert "for the Evening Post" == found[0].note


def test_a_full_name_is_preferred_to_another_name_without_its_stops():
    people = [make_author("J. Ito", slug="stops"), make_author("J Ito", slug="plain")]
    registry = Registry(people, newsroom="The Herald")

    found = [read_typed_line(line, registry)[0][0].author for line in ("By J. Ito", "By J Ito")]

    assert ["stops", "plain"] == found
