import pytest

from jamstack.bylines.credit_line import author_url, byline
from jamstack.model import Credit, Credited, Role, TextPart

from .builders import make_agency, make_author, make_credits

AUTHORS = {
    author.slug: author
    for author in (
        make_author("Ana Diaz", slug="a"),
        make_author("Ben Okafor", slug="b"),
        make_author("Chen Wei", slug="c"),
        make_author("Dora van der Berg", slug="d"),
        make_author("Inés Iglesias", slug="i"),
        make_agency("Harbour Wire", slug="w"),
    )
}
WORDING = {
    Role.REPORTING: "By Ana Diaz",
    Role.ADDITIONAL_REPORTING: "Additional reporting by Ana Diaz",
    Role.PHOTOGRAPHS: "Photographs by Ana Diaz",
    Role.ILLUSTRATION: "Illustration by Ana Diaz",
    Role.GRAPHICS: "Graphics by Ana Diaz",
    Role.VIDEO: "Video by Ana Diaz",
    Role.TRANSLATION: "Translated by Ana Diaz",
    Role.EDITING: "Edited by Ana Diaz",
}


@pytest.mark.parametrize(
    ("slugs", "line"),
    [
        ("a", "By Ana Diaz"),
        ("ab", "By Ana Diaz and Ben Okafor"),
        ("abc", "By Ana Diaz, Ben Okafor and Chen Wei"),
        ("dcba", "By Dora van der Berg, Chen Wei, Ben Okafor and Ana Diaz"),
    ],
)
def test_reporters_are_listed_in_the_order_of_the_credits(slugs, line):
    assert line == byline(make_credits(*slugs), AUTHORS).text


@pytest.mark.parametrize("role", Role)
def test_line_begins_with_a_capital_whatever_the_role(role):
    assert WORDING[role] == byline(make_credits("a", role=role), AUTHORS).text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REPORTING])
def test_other_roles_follow_reporting_after_a_semicolon(role):
    credited = make_credits("b", role=role) + make_credits("a")
    words = WORDING[role].replace("Ana Diaz", "Ben Okafor")

    assert f"By Ana Diaz; {words[0].lower()}{words[1:]}" == byline(credited, AUTHORS).text


def test_other_roles_keep_the_order_in_which_they_are_first_named():
    credited = [
        *make_credits("a", role=Role.EDITING),
        *make_credits("b", role=Role.PHOTOGRAPHS),
        *make_credits("c"),
        *make_credits("d", role=Role.EDITING),
    ]

    assert (
        "By Chen Wei; edited by Ana Diaz and Dora van der Berg; photographs by Ben Okafor"
    ) == byline(credited, AUTHORS).text


def test_one_person_may_have_two_roles():
    credited = make_credits("a") + make_credits("a", role=Role.PHOTOGRAPHS)

    assert "By Ana Diaz; photographs by Ana Diaz" == byline(credited, AUTHORS).text


def test_names_are_linked_and_nothing_else_is():
    parts = byline(make_credits("a", "b"), AUTHORS).parts

    assert (
        TextPart(text="By "),
        TextPart(text="Ana Diaz", url="authors/a/"),
        TextPart(text=" and "),
        TextPart(text="Ben Okafor", url="authors/b/"),
    ) == parts


def test_people_are_the_credits_resolved_in_their_order():
    credited = make_credits("c", role=Role.VIDEO) + make_credits("a")

    assert (
        Credited(author=AUTHORS["c"], role=Role.VIDEO),
        Credited(author=AUTHORS["a"], role=Role.REPORTING),
    ) == byline(credited, AUTHORS).people


def test_no_credits_give_a_byline_without_parts():
    line = byline([], AUTHORS)

    assert ((), (), "") == (line.parts, line.people, line.text)


def test_author_page_lies_under_authors():
    assert "authors/ana-diaz/" == author_url("ana-diaz")


def placed(*pairs):
    return [Credit(author=slug, place=place) for slug, place in pairs]


def line(credits_, language="en"):
    return byline(credits_, AUTHORS, language=language).text


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([("a", "Lisbon")], "By Ana Diaz in Lisbon"),
        (
            [("a", "Lisbon"), ("b", "New York")],
            "By Ana Diaz in Lisbon and Ben Okafor in New York",
        ),
        (
            [("a", "Lisbon"), ("b", "Lisbon"), ("c", "New York")],
            "By Ana Diaz and Ben Okafor in Lisbon, and Chen Wei in New York",
        ),
        (
            [("a", "Lisbon"), ("b", "Porto"), ("c", "Faro")],
            "By Ana Diaz in Lisbon, Ben Okafor in Porto and Chen Wei in Faro",
        ),
        ([("a", ""), ("b", "Porto")], "By Ana Diaz and Ben Okafor in Porto"),
    ],
)
def test_places_stand_behind_the_names_that_share_them(pairs, text):
    assert text == line(placed(*pairs))


def test_an_agency_is_linked_behind_the_name():
    alone = byline([Credit(author="a", agency="w")], AUTHORS)

    assert "By Ana Diaz, Harbour Wire" == alone.text
    assert TextPart(text="Harbour Wire", url="authors/w/") in alone.parts
    assert AUTHORS["w"] is alone.people[0].agency


def test_beside_others_agency_and_note_stand_in_brackets():
    both = [Credit(author="a", agency="w", note="Special to The Herald"), Credit(author="b")]

    assert "By Ana Diaz (Harbour Wire, Special to The Herald) and Ben Okafor" == line(both)


def test_a_note_stands_behind_the_name():
    assert "By Ana Diaz, Special to The Herald" == line(
        [Credit(author="a", note="Special to The Herald")]
    )


def test_an_organization_is_credited_as_a_person_is():
    assert "By Harbour Wire" == line(make_credits("w"))


def test_a_guest_is_named_without_a_link():
    found = byline([Credit(name="Pia Holm"), Credit(author="a")], AUTHORS)

    assert (
        TextPart(text="By "),
        TextPart(text="Pia Holm"),
        TextPart(text=" and "),
        TextPart(text="Ana Diaz", url="authors/a/"),
    ) == found.parts
    assert ["", "a"] == [author.slug for author in found.authors]


def test_who_is_not_named_keeps_the_reason():
    found = byline([Credit(name="A nurse", reason="She fears for her job.")], AUTHORS)

    assert ("By A nurse", ["She fears for her job."]) == (
        found.text,
        [one.reason for one in found.people],
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By Ana Diaz, Ben Okafor and Chen Wei in Paris; photographs by Ana Diaz"),
        ("es", "Por Ana Diaz, Ben Okafor y Chen Wei en Paris; fotografías de Ana Diaz"),
        ("fr", "Par Ana Diaz, Ben Okafor et Chen Wei à Paris\u00a0; photographies par Ana Diaz"),
        ("de", "Von Ana Diaz, Ben Okafor und Chen Wei in Paris; Fotos von Ana Diaz"),
        ("pt-BR", "Por Ana Diaz, Ben Okafor e Chen Wei em Paris; fotografias de Ana Diaz"),
        ("ar", "بقلم Ana Diaz وBen Okafor وChen Wei في Paris؛ تصوير Ana Diaz"),
        ("it", "Ana Diaz, Ben Okafor e Chen Wei (Paris); photographs by Ana Diaz"),
        ("ja", "Ana Diaz、Ben Okafor、Chen Wei (Paris); photographs by Ana Diaz"),
        ("xx", "Ana Diaz, Ben Okafor, Chen Wei (Paris); photographs by Ana Diaz"),
    ],
)
def test_each_language_has_its_words_and_commas(language, text):
    together = placed(("a", "Paris"), ("b", "Paris"), ("c", "Paris"))

    assert text == line([*together, Credit(author="a", role=Role.PHOTOGRAPHS)], language)


@pytest.mark.parametrize(
    ("credits_", "text"),
    [
        (make_credits("a"), "Ana Diaz"),
        (placed(("a", "Paris"), ("b", "Rome")), "Ana Diaz (Paris) en Ben Okafor (Rome)"),
        (placed(("a", "Paris"), ("b", "Paris"), ("c", "Rome")),
         "Ana Diaz en Ben Okafor (Paris) en Chen Wei (Rome)"),
        (make_credits("a", role=Role.PHOTOGRAPHS), "Photographs by Ana Diaz"),
    ],
)  # fmt: skip
def test_a_language_without_words_has_names_alone(credits_, text):
    assert text == line(credits_, "nl-BE")


def test_spanish_and_sounds_right_before_an_i():
    assert "Por Ana Diaz e Inés Iglesias" == line(make_credits("a", "i"), "es")
    assert "Por Inés Iglesias y Ana Diaz" == line(make_credits("i", "a"), "es")


def test_thirty_people_are_one_line():
    many = {f"p{n}": make_author(f"Person {n}", slug=f"p{n}") for n in range(30)}

    text = byline(make_credits(*many), many).text

    assert text.startswith("By Person 0, Person 1, ")
    assert text.endswith(", Person 28 and Person 29")


class TestPeople:
    def test_those_who_reported_have_the_byline_each_once(self):
        found = byline([*make_credits("a", "b"), *make_credits("a", "c", role=Role.VIDEO)], AUTHORS)

        assert ["a", "b"] == [author.slug for author in found.authors]
        assert ["c"] == [author.slug for author in found.contributors]

    def test_where_nobody_reported_all_have_it(self):
        found = byline(make_credits("a", "b", role=Role.VIDEO), AUTHORS)

        assert ["a", "b"] == [author.slug for author in found.authors]
        assert () == found.contributors

    def test_two_guests_are_two(self):
        found = byline([Credit(name="Pia Holm"), Credit(name="Ada Holm")], AUTHORS)

        assert ["Pia Holm", "Ada Holm"] == [author.name for author in found.authors]
