"""A small newsroom whose names are hard to find in a line, for the tests of typed bylines."""

from jamstack.bylines.typed_line import Registry, read_typed_line
from jamstack.model import Role

from .builders import make_agency, make_author

PEOPLE = (
    make_author("Mira Solberg", slug="mira-solberg"),
    make_author("Rafe Okonjo", slug="rafe"),
    make_author("Jan Novak", slug="jan"),
    make_author("Zuleika", slug="zuleika-one"),
    make_author("Liam O'Fallon", slug="liam"),
    make_author("Ana-María Peña", slug="ana"),
    make_author("Carl von Lund", slug="carl"),
    make_author("Eduardo de la Rubia", slug="eduardo"),
    make_author("Amando E. Gavino, Jr.", slug="amando"),
    make_author("Isabel (Izzy) Metzger", slug="izzy"),
    make_author('Abigail "Abby" Bowman', slug="abby"),
    make_author("Khalid al-Amin", slug="khalid"),
    make_author("Rand and Daughter", slug="rand"),
    make_author("José Ortega y Prado", slug="jose"),
    make_author("Élodie Brûlé", slug="elodie"),
    make_author("Jörg Weiß", slug="joerg"),
    make_author("ليلى حداد", slug="layla"),
    make_author("وليد منصور", slug="walid"),
    make_author("Ana Diaz", slug="ana-diaz"),
    make_author("Ana Diaz", slug="ana-diaz-2"),
)
ORGANIZATIONS = (
    make_agency("Meridian Press", slug="meridian"),
    make_agency("Harbour Wire", slug="wire"),
    make_agency("Office of Rivers, Lakes and Locks", slug="locks"),
    make_agency("La Gaceta", slug="gaceta"),
    make_agency("Data.example Team", slug="data"),
    make_agency("Photos", slug="photos-desk"),
    make_agency("In Brief", slug="in-brief"),
    make_agency("Words and Pictures Ltd.", slug="words"),
)
AUTHORS = {author.slug: author for author in (*PEOPLE, *ORGANIZATIONS)}
REGISTRY = Registry(AUTHORS.values(), newsroom="The Herald")


def read(line):
    """The credits of a line in short, such as `jan in Lisbon; photographs: ana of wire`."""
    found, faults = read_typed_line(line, REGISTRY)
    assert () == faults
    return "; ".join(map(short, found))


def short(credit):
    role = "" if credit.role is Role.REPORTING else f"{credit.role}: "
    place = f" in {credit.place}" if credit.place else ""
    agency = f" of {credit.agency}" if credit.agency else ""
    note = f" ({credit.note})" if credit.note else ""
    return f"{role}{credit.author or repr(credit.name)}{place}{agency}{note}"


def refuse(line):
    """The messages and hints of a refused line, as a list of pairs."""
    found, faults = read_typed_line(line, REGISTRY)
    assert () == found
    return [(fault.message, fault.hint) for fault in faults]
