from __future__ import annotations

import pytest

from jamstack.cards.card import CardColours
from jamstack.cards.frame import Frame
from jamstack.cards.palette import on_paper
from jamstack.cards.people import names
from tests.cards.builders import COLOURS, make_person

SPACES = str.maketrans("\u00a0", " ")


@pytest.fixture
def frame(fonts):
    assert isinstance(COLOURS, CardColours)
    return Frame(fonts=fonts, palette=on_paper(COLOURS), lang="en", is_mirrored=False)


def crowd(count):
    return tuple(make_person(f"Ana Duarte{chr(97 + place % 26)}") for place in range(count))


def said(frame, people, byline="") -> str:
    return names(frame, people, byline).text.translate(SPACES)


def test_the_byline_is_said_as_it_is(frame):
    assert "Reporting by Ana Duartea" == said(frame, crowd(1), "Reporting by Ana Duartea")


def test_no_line_ends_inside_a_name(frame):
    block = names(frame, crowd(2), "By Ana Duartea and Ana Duarteb")

    assert "Ana\u00a0Duartea" in block.text
    assert "Ana\u00a0Duarteb" in block.text


@pytest.mark.parametrize("count", [12, 30])
def test_a_crowd_is_counted_at_the_end(frame, count):
    people = crowd(count)
    text = said(frame, people, "By " + ", ".join(who.name for who in people))
    listed = text.split(" and ")[0].split(", ")

    assert text.endswith(f" and {count - len(listed)} more")
    assert [who.name for who in people[: len(listed)]] == listed
    assert 3 <= len(listed)


def test_in_other_languages_by_a_sign(frame):
    people = crowd(30)
    other = Frame(fonts=frame.fonts, palette=frame.palette, lang="de", is_mirrored=False)
    text = said(other, people, "Von " + ", ".join(who.name for who in people))

    assert text.split(" ")[-1].startswith("+")


def test_a_person_with_an_endless_name_is_cut(frame):
    block = names(frame, (make_person("Ana " * 500),) * 2, "")

    assert block.is_cut or "more" in block.text


def test_nobody_says_nothing(frame):
    assert names(frame, (), " ") is None
