import pytest

from jamstack.benches.prose import chance_of, headline, paragraph, sentence, thing, topic
from jamstack.benches.vocabulary import NOUNS

SEEDS = range(50)


def test_chance_goes_by_name_and_seed():
    def first(name, seed):
        return chance_of(name, seed=seed).random()

    assert first("tags", 7) == first("tags", 7)
    assert 3 == len({first("tags", 7), first("tags", 8), first("authors", 7)})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sentence_has_a_capital_and_a_full_stop(seed):
    text = sentence(chance_of("sentence", seed=seed))

    assert text[0].isupper()
    assert text.endswith(".")
    assert 5 <= len(text.split()) <= 25


def test_a_paragraph_is_whole_sentences_and_long_enough():
    text = paragraph(chance_of("paragraph", seed=7), words=40)

    assert 40 <= len(text.split()) < 65
    assert text.endswith(".")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_headline_is_a_line_without_a_full_stop(seed):
    text = headline(chance_of("headline", seed=seed))

    assert text == text.capitalize()
    assert 7 == len(text.split())
    assert text[-1].isalpha()


def test_a_topic_is_two_words():
    assert 2 == len(topic(chance_of("topic", seed=7)).split())


def test_a_thing_has_its_article():
    article, _, noun = thing(chance_of("thing", seed=7)).split()

    assert ("the", True) == (article, noun in NOUNS)
