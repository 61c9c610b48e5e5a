"""Whatever is typed gives credits or faults, and what the platform prints is read back."""

from hypothesis import example, given
from hypothesis import strategies as st

from jamstack.bylines.credit_line import byline
from jamstack.bylines.typed_line import read_typed_line
from jamstack.bylines.typed_words import LANGUAGES
from jamstack.model import Credit, Role

from .typed_people import AUTHORS, REGISTRY

UNAMBIGUOUS = sorted(slug for slug in AUTHORS if not slug.startswith("ana-diaz"))

CREDITS = st.lists(
    st.builds(Credit, author=st.sampled_from(UNAMBIGUOUS), role=st.sampled_from(Role)),
    min_size=1,
    max_size=30,
    unique=True,
)


def words_of(words):
    yield from (*words.by, *words.links, *words.conjunctions, *words.companions)
    yield from (*words.origins, *words.firms, *words.specials, *words.guests)
    yield from (word for role in words.roles.values() for word in role)


TYPED = st.lists(
    st.sampled_from(sorted({word for words in LANGUAGES.values() for word in words_of(words)}))
    | st.sampled_from(sorted(author.name for author in AUTHORS.values()))
    | st.sampled_from(
        [*",;|./—-:()\n&'", "The Herald", "Lisbon", "Portland, Oregon", "Mira", "(guest)"]
    )
    | st.text(max_size=4),
    max_size=25,
)


@given(credited=CREDITS)
def test_a_line_that_the_platform_prints_is_read_back_to_its_credits(credited):
    printed = byline(credited, AUTHORS).text
    # As it is printed: reporting first, then each role where it is first named.
    order = list(dict.fromkeys([Role.REPORTING, *(credit.role for credit in credited)]))
    expected = tuple(sorted(credited, key=lambda credit: order.index(credit.role)))

    assert (expected, ()) == read_typed_line(printed, REGISTRY)
    assert (expected, ()) == read_typed_line(printed.upper(), REGISTRY)


@given(text=st.text() | st.builds(" ".join, TYPED) | st.builds("".join, TYPED))
@example(text="\ud800")
@example(text="\u0345\u0130\ufb03")
@example(text="(Meridian Press (of")
@example(text="d'")
def test_any_text_gives_credits_or_faults_and_never_both(text):
    credited, faults = read_typed_line(text, REGISTRY, line=3)

    assert bool(credited) != bool(faults)
    for credit in credited:
        assert credit.author in AUTHORS or (not credit.author and credit.name)
        assert "" == credit.agency or REGISTRY.is_organization(credit.agency)
        assert not set(credit.place + credit.note) & set("<>[]{}`\n")
    for fault in faults:
        assert fault.message.isprintable()
        assert 0 == fault.message.count("`") % 2


@given(words=TYPED)
def test_typographic_signs_are_read_as_straight_ones(words):
    line = " ".join(words)
    typographic = line.replace("'", "’").replace('"', "”")

    plain = read_typed_line(line, REGISTRY)[0]

    assert [(one.author, one.role) for one in plain] == [
        (one.author, one.role) for one in read_typed_line(typographic, REGISTRY)[0]
    ]
