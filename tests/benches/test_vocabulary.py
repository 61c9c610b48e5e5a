import pytest

from jamstack.benches import vocabulary

LISTS = ("NOUNS", "ADJECTIVES", "VERBS", "PREPOSITIONS", "FIRST_NAMES", "SURNAMES")


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice(name):
    words = getattr(vocabulary, name)

    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_one_of_letters(name):
    """A hyphen would make a headline's markup another in one of the themes."""
    assert [] == [word for word in getattr(vocabulary, name) if not word.isalpha()]


def test_there_are_enough_pairs_for_the_tags():
    assert len(vocabulary.NOUNS) * len(vocabulary.ADJECTIVES) > 10_000
