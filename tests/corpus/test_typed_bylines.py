"""Every byline of the real articles, printed as a line, is read back to the same authors.

Two pairs of authors have one name each. Of these a line gives the slug, which is what the fault
on the name asks for in its way: the name alone is refused, and never read as one of the two.
"""

import importlib.util
from collections import Counter

import pytest

from jamstack.bylines.typed_line import Registry, read_typed_line
from jamstack.model import Author, AuthorKind, Role

from .builders import CORPUS

pytestmark = pytest.mark.corpus

SERIES = {
    "en": ("By ", ", ", " and "),
    "en, a comma before and": ("By ", ", ", ", and "),
    "es": ("Por ", ", ", " y "),
    "fr": ("Par ", ", ", " et "),
    "de": ("Von ", ", ", " und "),
    "pt": ("Por ", ", ", " e "),
    "ar": ("بقلم ", "، ", " و"),
    "without words": ("", "; ", "; "),
}


@pytest.fixture(scope="module")
def converter():
    """The converter of the corpus, for its slugs and names."""
    found = importlib.util.spec_from_file_location("to_content", CORPUS / "to_content.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def articles(converter):
    return [
        article
        for name in converter.HOME
        for article in converter.rows(CORPUS / f"{name}-articles.jsonl.gz")
    ]


@pytest.fixture(scope="module")
def authors(converter, articles):
    """Everybody with a record or a story, as {slug: author}; kinds are as the converter's."""
    named = {}
    for name in converter.HOME:
        for row in converter.rows(CORPUS / f"{name}-authors.jsonl.gz"):
            plain = converter.plain(row["name"] or row["id"])
            named.setdefault(converter.slugify(row["id"]), plain)
    for original in (author for article in articles for author in article["authors"]):
        named.setdefault(converter.slugify(original), original.replace("-", " ").title())
    return {slug: make_author(slug, name) for slug, name in named.items()}


@pytest.fixture(scope="module")
def registry(authors):
    return Registry(authors.values(), newsroom="Real Articles")


@pytest.fixture(scope="module")
def bylines(converter, articles):
    """The distinct lists of authors, as slugs."""
    return sorted(
        {
            tuple(dict.fromkeys(map(converter.slugify, article["authors"])))
            for article in articles
            if article["authors"]
        }
    )


@pytest.fixture(scope="module")
def shared(authors):
    """The names that more than one author has."""
    counted = Counter(author.name for author in authors.values())
    return {name for name, number in counted.items() if number > 1}


def make_author(slug, name):
    is_team = slug.endswith(("staff", "team"))
    kind = AuthorKind.ORGANIZATION if is_team else AuthorKind.PERSON
    return Author(path=f"authors/{slug}.md", slug=slug, name=name, sort_name=name, kind=kind)


def printed(slugs, authors, shared, form):
    before, comma, conjunction = SERIES[form]
    names = [slug if authors[slug].name in shared else authors[slug].name for slug in slugs]
    *first, last = names
    return before + (comma.join(first) + conjunction if first else "") + last


def is_apposition(slugs, authors, form):
    """True where a comma on either side would make a team a person's agency."""
    teams = [authors[slug].kind is AuthorKind.ORGANIZATION for slug in slugs]
    return form == "en, a comma before and" and any(teams[1:-1])


@pytest.mark.parametrize("form", SERIES)
@pytest.mark.parametrize("case", [str, str.upper], ids=["as typed", "in capitals"])
def test_every_byline_is_read_back_to_its_authors(authors, registry, bylines, shared, form, case):
    wrong = {}
    for slugs in bylines:
        if is_apposition(slugs, authors, form):
            continue
        line = case(printed(slugs, authors, shared, form))
        credits_found, faults = read_typed_line(line, registry)
        found = tuple(credit.author for credit in credits_found)
        if (
            faults
            or found != slugs
            or {credit.role for credit in credits_found} != {Role.REPORTING}
        ):
            wrong[line] = (found, faults)

    assert len(bylines) > 900
    assert {} == wrong


def test_a_team_between_commas_is_the_agency_of_the_person_before_it(authors, registry, bylines):
    form = "en, a comma before and"
    found = [
        read_typed_line(printed(slugs, authors, set(), form), registry)[0]
        for slugs in bylines
        if is_apposition(slugs, authors, form)
    ]

    assert [[("jeremyzilar", "digitalgov-team"), ("dan-williams", "")]] == [
        [(credit.author, credit.agency) for credit in line] for line in found
    ]


def test_a_name_of_two_authors_is_refused_with_both_slugs(registry, shared):
    messages = {
        fault.message for name in shared for fault in read_typed_line(f"By {name}", registry)[1]
    }

    assert {
        "names `Jacqueline Snee`, which is the name of `jacqueline-snee` and `jsnee`",
        "names `Nirmala Ramprasad`, which is the name of `nirmala-ramprasad` and `nramprasad`",
    } == messages
