from __future__ import annotations

from jamstack.cards.faults import HINT, CardProblem, findings
from tests.cards.builders import EMOJI, make_author, make_person, make_story


def test_a_card_that_can_be_drawn_has_none(system_fonts):
    assert () == findings(make_story(headline=f"Ferries {EMOJI}"), system_fonts)
    assert () == findings(make_author(), system_fonts)


def test_a_sign_nobody_has_is_named_with_its_number(fonts):
    expected = CardProblem(
        part="headline",
        message="needs U+0378 (\u0378), which no font here can draw",
        hint=HINT,
    )

    assert (expected,) == findings(make_story(headline="A\u0378\u0378"), fonts)
    assert "fonts-noto-cjk" in HINT


def test_each_sign_is_told_once_where_it_is_first(fonts):
    card = make_story(
        headline="A\u0378", kicker="B\u0379", byline="By \u0378", people=(make_person("\u0378"),)
    )

    assert [("headline", "U+0378"), ("kicker", "U+0379")] == [
        (problem.part, problem.message.split()[1]) for problem in findings(card, fonts)
    ]


def test_every_part_of_an_authors_card_is_looked_at(fonts):
    card = make_author(
        person=make_person("\u0378"),
        role="\u0379",
        bio="\u0380",
        handles=("\u0381",),
        newsroom="\u0382",
    )

    assert {"name", "role", "bio", "handles", "newsroom"} == {
        problem.part for problem in findings(card, fonts)
    }
