from itertools import pairwise

import numpy as np
import pytest

from jamstack.related import vectors
from jamstack.related.terms import profile
from jamstack.related.vectors import (
    UNIT,
    chosen,
    counted,
    join,
    rarity_of,
    reference_size,
    renumbered,
    weighed,
)

from .builders import make_article

TITLES = ("anchor barge canal", "anchor barge kelp", "anchor estuary gull", "island jetty")


def make_titled(title):
    return make_article(title, title=title)


@pytest.mark.parametrize(
    ("count", "size"), [(0, 0), (1, 1), (15, 15), (17, 16), (10_000, 9_216), (100_000, 98_304)]
)
def test_rarity_is_counted_in_most_of_the_oldest_stories(count, size):
    assert size == reference_size(count)


def profiles_of(*stories):
    return [profile(item, language="en") for item in stories]


def lines_of(rows):
    return [rows.terms[start:end].tolist() for start, end in pairwise(rows.starts.tolist())]


def test_a_new_story_changes_the_vectors_of_no_other():
    words = [f"word{number}" for number in range(40)]
    stories = [
        make_article(f"s{day}", title=" ".join(words[day : day + 5]), day=day) for day in range(34)
    ]
    slugs = [item.slug for item in reversed(stories)]
    profiles = profiles_of(*reversed(stories))
    before = rarity_of(chosen(profiles[1:], slugs[1:]), 33)

    assert before.same_as(rarity_of(chosen(profiles, slugs), 34))


def test_of_a_large_paper_rarity_is_counted_in_some_stories(monkeypatch):
    monkeypatch.setattr(vectors, "COUNTED", 4)
    slugs = [f"s{number}" for number in range(59)]

    found = counted(slugs)

    assert 0 < found.sum() < 16
    assert found.tolist() == [False, *counted(slugs[1:])]


def test_a_term_that_many_stories_have_counts_nothing():
    profiles = profiles_of(
        *(make_article(f"s{day}", title="anchor", credits=()) for day in range(30))
    )
    whole, _ = weighed(profiles, rarity_of(profiles, 30))

    assert [[]] * 30 == lines_of(whole)


def test_stories_are_weighed_a_few_at_a_time_as_all_at_once(monkeypatch):
    profiles = profiles_of(*map(make_titled, TITLES))
    rarity = rarity_of(profiles, 4)
    whole, strong = weighed(profiles, rarity)
    monkeypatch.setattr(vectors, "PIECE", 1)

    assert [lines_of(whole), lines_of(strong)] == list(map(lines_of, weighed(profiles, rarity)))


def test_a_vector_has_the_length_of_a_unit():
    profiles = profiles_of(*map(make_titled, TITLES))
    whole, _ = weighed(profiles, rarity_of(profiles, len(profiles)))

    for start, end in pairwise(whole.starts.tolist()):
        squares = (whole.shares[start:end].astype(int) ** 2).sum()
        assert UNIT * UNIT == pytest.approx(squares, rel=0.01)


def test_rows_are_joined_and_taken_in_any_order():
    profiles = profiles_of(*map(make_titled, TITLES))
    whole, _ = weighed(profiles, rarity_of(profiles, len(profiles)))
    rows = lines_of(whole)

    assert [rows[2], rows[0], rows[2]] == lines_of(whole.take(np.array([2, 0, 2])))
    assert [*rows, *rows] == lines_of(join([whole, whole]))
    assert [] == lines_of(join([]))


@pytest.mark.parametrize("piece", [1, 2_048], ids=["many", "few"])
def test_terms_numbered_anew_are_the_same_where_they_were_the_same(piece, monkeypatch):
    profiles = profiles_of(*map(make_titled, TITLES))
    whole, _ = weighed(profiles, rarity_of(profiles, len(profiles)))
    monkeypatch.setattr(vectors, "PIECE", piece)
    pairs = set(zip(whole.terms.tolist(), renumbered(whole).terms.tolist(), strict=True))

    assert set(range(len(pairs))) == {new for _, new in pairs}
    assert len(pairs) == len({old for old, _ in pairs})
