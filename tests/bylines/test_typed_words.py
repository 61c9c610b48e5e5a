"""The tables of words: all are found as they mean it, and no words mean two things at once."""

import pytest

from jamstack.bylines.typed_words import LANGUAGES
from jamstack.model import Role

from .typed_people import REGISTRY, read

PHRASES = sorted(
    {
        (role, phrase)
        for words in LANGUAGES.values()
        for role, phrases in words.roles.items()
        for phrase in phrases
    }
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_role_and_joint(language):
    words = LANGUAGES[language]

    assert set(Role) == set(words.roles)
    assert all((words.by, words.conjunctions, words.companions, words.origins, words.firms))
    assert words.specials


def test_no_words_mean_two_roles():
    phrases = [phrase for _, phrase in PHRASES]

    assert sorted(set(phrases)) == sorted(phrases)


@pytest.mark.parametrize(("role", "phrase"), PHRASES)
def test_the_words_of_a_role_are_read_with_a_colon(role, phrase):
    shown = "jan" if role is Role.REPORTING else f"{role}: jan"

    assert shown == read(f"{phrase}: Jan Novak")
    assert f"zuleika-one; {shown}" == read(f"Zuleika; {phrase.upper()}: Jan Novak")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_language_are_read_between_names(language):
    words = LANGUAGES[language]
    line = "{} Jan Novak {} Lisbon {} Zuleika"
    lines = [
        line.format(by, origin, conjunction)
        for by in words.by
        for origin in words.origins
        for conjunction in words.conjunctions
    ]

    assert {"jan in Lisbon; zuleika-one"} == set(map(read, lines))


def test_the_words_for_hints_are_those_of_the_tables():
    assert tuple(sorted({phrase for _, phrase in PHRASES})) == REGISTRY.role_words
