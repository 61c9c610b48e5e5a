"""Typed bylines that are refused, each with the whole of what is said."""

import pytest

from jamstack.bylines.typed_line import Registry, TypedFault, read_typed_line
from jamstack.bylines.typed_tokens import Phrases

from .builders import make_author
from .typed_people import REGISTRY, refuse

LEAVE_OUT = "leave one of them out"
NAME_THERE = "write a name of `authors/` there, or leave the words out"
COMMA = "a comma or `and` is missing between them"
CAPITALS = "write a place with its capitals, such as `in New York`"
NAMES_ALONE = "write the names alone: each of them is linked to its page"
NEWSROOM = "a note names this newsroom, by the setting `name`"
ROLES = (
    "expected one of `reporting`, `additional reporting`, `photographs`, `illustration`, "
    "`graphics`, `video`, `translation` or `editing`"
)
NEAREST_ROLE = "write the role that comes nearest, or leave it out"
EMPTY = (
    "is empty, expected names of `authors/`",
    "write a line such as `By Mira Solberg and Rafe Okonjo`, or leave `byline` out and write "
    "`authors:`",
)
NOT_AGENCY = "write `and` between two people, or set `kind: organization` in the agency's file"
SOLBERG = "did you mean `Mira Solberg`?"

REFUSED = {
    "": [EMPTY],
    " \n\t": [EMPTY],
    ", ; .": [EMPTY],
    "By": [("has no name after `By`", NAME_THERE)],
    "By:": [("has no name after `By`", NAME_THERE)],
    "By and Mira Solberg": [("has no name after `By`", NAME_THERE)],
    "By Mira Solberg; photographs by": [("has no name after `photographs by`", NAME_THERE)],
    "Text: Photos: Mira Solberg": [("has no name after `Text`", NAME_THERE)],
    "By Mira Solberg and": [("has no name after `and`", NAME_THERE)],
    "By Mira Solberg and and Zuleika": [("has no name after `and`", NAME_THERE)],
    "By Mira Solberg and in Lisbon": [("has no name after `and`", NAME_THERE)],
    "By Mira Solberg and for The Herald": [("has no name after `and`", NAME_THERE)],
    "By Mira Solberg of": [("has no name after `of`", NAME_THERE)],
    "By Mira Solbreg": [("names `Mira Solbreg`, who is not in `authors/`", SOLBERG)],
    "mira-solbreg": [
        ("names `mira-solbreg`, who is not in `authors/`", "did you mean `mira-solberg`?")
    ],
    "By Mira Solbreg and Raffe Okonjo": [
        ("names `Mira Solbreg`, who is not in `authors/`", SOLBERG),
        ("names `Raffe Okonjo`, who is not in `authors/`", "did you mean `Rafe Okonjo`?"),
    ],
    "By Mira Solbreg, Zuleika and Xq Zzyzx": [
        ("names `Mira Solbreg`, who is not in `authors/`", SOLBERG),
        (
            "names `Xq Zzyzx`, who is not in `authors/`",
            "for someone without a page, write `Xq Zzyzx (guest)`",
        ),
    ],
    "By Dr. Mira Solberg": [("names `Dr. Mira Solberg`, who is not in `authors/`", SOLBERG)],
    "By Mira Solberg Jr": [("names `Mira Solberg Jr`, who is not in `authors/`", SOLBERG)],
    "By Mira Solberg-Lund": [("names `Mira Solberg-Lund`, who is not in `authors/`", SOLBERG)],
    "By Mira Solberg's": [("names `Mira Solberg's`, who is not in `authors/`", SOLBERG)],
    "By Hans von Lund": [
        ("names `Hans von Lund`, who is not in `authors/`", "did you mean `Carl von Lund`?")
    ],
    "بقلم ليلى حداد ووليد منصر": [
        ("names `وليد منصر`, who is not in `authors/`", "did you mean `وليد منصور`?")
    ],
    "By Mira Solberg and Mira Solberg": [("names `Mira Solberg` twice for reporting", LEAVE_OUT)],
    "By Mira Solberg; photos by Zuleika, mira-solberg and Zuleika": [
        ("names `Zuleika` twice for photographs", LEAVE_OUT)
    ],
    "Mira Solberg Rafe Okonjo": [("runs `Mira Solberg` into `Rafe Okonjo`", COMMA)],
    "By Mira Solberg in Lisbon Zuleika": [("runs `in Lisbon` into `Zuleika`", COMMA)],
    "By Jan Novak (Meridian Press) Zuleika": [("runs `(Meridian Press)` into `Zuleika`", COMMA)],
    "By Mira Solberg with Zuleika": [
        (
            "has no role after `with`",
            "write `and`, or what they did, such as `with additional reporting by`",
        )
    ],
    "By in Lisbon": [
        (
            "gives the place `Lisbon` without a name before it",
            "write it after the name, such as `Mira Solberg in Lisbon`",
        )
    ],
    "By Mira Solberg in": [
        ("has no place after `in`", "write one such as `in Lisbon`, or leave the word out")
    ],
    "By Mira Solberg in lisbon": [("has `lisbon` after `in`, expected a place", CAPITALS)],
    "By Mira Solberg in Rafe Okonjo": [
        ("has `Rafe Okonjo` after `in`, expected a place", CAPITALS)
    ],
    "By Mira Solberg in Lisbon 7 times": [
        ("has `Lisbon 7 times` after `in`, expected a place", CAPITALS)
    ],
    "By Mira Solberg in Lisbon!": [("has `Lisbon!` after `in`, expected a place", CAPITALS)],
    "By Mira Solberg (in Lisbon, Rafe Okonjo)": [
        ("has `Lisbon, Rafe Okonjo` after `in`, expected a place", CAPITALS)
    ],
    "By Mira Solberg in Lisbon in Rome": [
        ("gives `Rome` as a second place of `Mira Solberg`, expected one", LEAVE_OUT)
    ],
    "By Mira Solberg in Lisbon, Rafe Okonja and Zuleika": [
        (
            "names `Rafe Okonja`, who is not in `authors/`",
            "did you mean `Rafe Okonjo`? For a place, write `(in Lisbon, Rafe Okonja)`",
        )
    ],
    "By Mira Solberg in Lisbon, Carol Nobody": [
        (
            "names `Carol Nobody`, who is not in `authors/`",
            "for someone without a page, write `Carol Nobody (guest)`; for a place, write "
            "`(in Lisbon, Carol Nobody)`",
        )
    ],
    "By Mira Solberg in Lisbon, Portugal, Carol Nobody": [
        (
            "names `Carol Nobody`, who is not in `authors/`",
            "for someone without a page, write `Carol Nobody (guest)`; for a place, write "
            "`(in Lisbon, Portugal, Carol Nobody)`",
        )
    ],
    "By Mira Solberg in Lisbon, Okonjo": [
        (
            "names `Okonjo`, who is not in `authors/`",
            "did you mean `Rafe Okonjo`? For a place, write `(in Lisbon, Okonjo)`",
        )
    ],
    "By Mira Solberg in Lisbon, O’Fallon and Zuleika": [
        (
            "names `O’Fallon`, who is not in `authors/`",
            "did you mean `Liam O'Fallon`? For a place, write `(in Lisbon, O’Fallon)`",
        )
    ],
    "By Mira Solberg in Lisbon, Oliver North": [
        (
            "names `Oliver North`, who is not in `authors/`",
            "for someone without a page, write `Oliver North (guest)`; for a place, write "
            "`(in Lisbon, Oliver North)`",
        )
    ],
    "By Mira Solberg in Lisbon (guest)": [
        (
            "has `(guest)` without a name before it",
            "write it right after the name, such as `Pia Holm (guest)`",
        )
    ],
    "By (Guest) Mira Solberg": [
        (
            "has `(Guest)` without a name before it",
            "write it right after the name, such as `Pia Holm (guest)`",
        ),
        ("runs `(Guest)` into `Mira Solberg`", COMMA),
    ],
    "By Mira Solberg Pia Holm (guest)": [
        ("names `Mira Solberg Pia Holm`, who is not in `authors/`", SOLBERG),
        (
            "has `(guest)` without a name before it",
            "write it right after the name, such as `Pia Holm (guest)`",
        ),
    ],
    "By Pia Holm (guest), Zuleika and Pia Holm (guest)": [
        ("names `Pia Holm` twice for reporting", LEAVE_OUT)
    ],
    "By 7 (guest)": [
        (
            "names `7`, who is not in `authors/`",
            "for someone without a page, write `7 (guest)`",
        ),
        (
            "has `(guest)` without a name before it",
            "write it right after the name, such as `Pia Holm (guest)`",
        ),
    ],
    "By Zuleika in Lisbon, Mira Solbreg and Jan Novak": [
        (
            "names `Mira Solbreg`, who is not in `authors/`",
            "did you mean `Mira Solberg`? For a place, write `(in Lisbon, Mira Solbreg)`",
        )
    ],
    "Jan Novak of Mira Solberg": [
        (
            "gives `Mira Solberg` as the agency of `Jan Novak`, expected an organization",
            NOT_AGENCY,
        )
    ],
    "Jan Novak (Mira Solberg)": [
        (
            "gives `Mira Solberg` as the agency of `Jan Novak`, expected an organization",
            NOT_AGENCY,
        )
    ],
    "Jan Novak (Ana Diaz)": [
        (
            "names `Ana Diaz`, which is the name of `ana-diaz` and `ana-diaz-2`",
            "write `authors:` with the slug of the one you mean, in place of `byline`",
        )
    ],
    "Jan Novak of Meridian Pres": [
        (
            "names the agency `Meridian Pres`, which is not in `authors/`",
            "did you mean `Meridian Press`?",
        )
    ],
    "Jan Novak (Xyzzy)": [
        (
            "names the agency `Xyzzy`, which is not in `authors/`",
            "add a file for it with `kind: organization`, or correct the name",
        )
    ],
    "Jan Novak (Meridian Press) of Harbour Wire": [
        ("gives `Harbour Wire` as a second agency of `Jan Novak`, expected one", LEAVE_OUT)
    ],
    "Jan Novak, Meridian Press, Harbour Wire": [
        ("gives `Harbour Wire` as a second agency of `Jan Novak`, expected one", LEAVE_OUT)
    ],
    "Photos by Jan Novak. Mira Solberg": [
        (
            "does not say what `Mira Solberg` did, after the end of another part",
            "write it before the name, such as `by Mira Solberg`, or join the names with `and`",
        )
    ],
    "By (Meridian Press)": [
        (
            "gives the agency `Meridian Press` without a person before it",
            "write it after a person's name, such as `Mira Solberg (Meridian Press)`",
        )
    ],
    "By Harbour Wire of Meridian Press": [
        (
            "gives the agency `Meridian Press` without a person before it",
            "write it after a person's name, such as `Mira Solberg (Meridian Press)`",
        )
    ],
    "By Ana Diaz": [
        (
            "names `Ana Diaz`, which is the name of `ana-diaz` and `ana-diaz-2`",
            "write `authors:` with the slug of the one you mean, in place of `byline`",
        )
    ],
    "By Mira Solberg for The Gazette": [
        ("has `for The Gazette`, expected `for The Herald`", NEWSROOM)
    ],
    "Mira Solberg (Special to The Gazette)": [
        ("has `Special to The Gazette`, expected `Special to The Herald`", NEWSROOM)
    ],
    "Special to The Herald": [
        ("has `Special to The Herald` without a name before it", "write it after the name")
    ],
    "By Mira Solberg for The Herald, Special to The Herald": [
        (
            "gives `Special to The Herald` as a second note on `Mira Solberg`, expected one",
            LEAVE_OUT,
        )
    ],
    "Catering by Mira Solberg": [(f"has the role `Catering by`, {ROLES}", NEAREST_ROLE)],
    "By Zuleika, catering: Jan Novak": [(f"has the role `catering`, {ROLES}", NEAREST_ROLE)],
    "By Zuleika catering by: Jan Novak": [(f"has the role `catering by`, {ROLES}", NEAREST_ROLE)],
    "Catering von Zuleika": [(f"has the role `Catering von`, {ROLES}", NEAREST_ROLE)],
    "Photgraphs by Mira Solberg": [
        (f"has the role `Photgraphs by`, {ROLES}", "did you mean `photographs`?")
    ],
    "Mira Solberg (photographs)": [
        (
            "has the role `photographs` after `Mira Solberg`, expected it before",
            "write it before the name, such as `photographs by Mira Solberg`",
        )
    ],
    "Mira Solberg ()": [("has `()` where a name or a role is expected", "leave it out")],
    "Mira Solberg) and Zuleika": [("has `)` where a name or a role is expected", "leave it out")],
    "Mira Solberg: Zuleika": [("has `:` where a name or a role is expected", "leave it out")],
    "By Mira Solberg (Meridian Press": [
        (
            "opens a bracket `(` and does not close it",
            "write `)` after the agency, the place or the note",
        ),
    ],
    "By [Mira Solberg](https://mira.example)": [
        ("holds `[`, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By <b>Mira Solberg</b>": [
        ("holds `<`, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By `Mira Solberg`": [
        ("holds a backtick, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By Mira Solberg, https://mira.example": [
        ("holds `://`, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By Mira Solberg www.mira.example": [
        ("holds `www.`, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By mailto:mira@herald.example": [
        ("holds `mailto:`, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By Mira Solberg &amp; Zuleika": [
        ("holds `&amp;`, which is markup or a link, expected plain words", NAMES_ALONE)
    ],
    "By Mira\x08 Solberg": [
        (
            "holds the control character U+0008, expected plain words",
            "type the line again, or delete what stands there unseen",
        )
    ],
    "Zuleika," * 31: [
        (
            "names 31 people, expected at most 30",
            "credit a desk or a team of `authors/` in place of its members",
        )
    ],
    "B" * 1001: [
        (
            "has 1001 characters, expected at most 1000",
            "write names and what they did, and leave the rest to the story",
        )
    ],
    f"By {'Y' * 90}": [
        (
            f"names `{'Y' * 79}…`, who is not in `authors/`",
            f"for someone without a page, write `{'Y' * 79}… (guest)`",
        )
    ],
}


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: line[:40] or "nothing")
def test_a_line_is_refused_with_the_whole_of_its_faults(line):
    assert REFUSED[line] == refuse(line)


def test_a_fault_without_help_has_no_hint():
    assert "" == TypedFault(message="is wrong").hint


def test_an_empty_phrase_means_nothing():
    phrases = Phrases()
    phrases.add((), "nothing")

    assert not phrases.has(())


@pytest.mark.parametrize(
    "line",
    [
        "(" * 1000,
        ")" * 1000,
        "By " * 333,
        "in A," * 200,
        "\u0301" * 1000,
        "text," * 200,
        "A of " * 200,
        "و" * 1000,
        "-' " * 333,
        "x.x" * 333,
        "photos and " * 90,
        ": / " * 250,
    ],
    ids=lambda line: line[:6],
)
def test_a_hostile_line_of_the_longest_kind_is_answered(line):
    assert refuse(line)


def test_names_are_looked_up_for_a_limited_number_of_faults(monkeypatch):
    looked = []
    monkeypatch.setattr(
        "jamstack.bylines.typed_faults.nearest_hint", lambda name, _: looked.append(name) or ""
    )
    found, faults = read_typed_line("Zuleika" + " (x)" * 240, REGISTRY)

    assert ((), 1) == (found, len(faults))
    assert len(looked) < 250


def test_a_registry_without_a_newsroom_takes_no_note():
    registry = Registry([make_author("Zuleika")], newsroom=" ")

    _, faults = read_typed_line("Zuleika for The Herald", registry)

    assert "has `for The Herald`, expected `for`" == faults[0].message
