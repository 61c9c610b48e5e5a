from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.model import Block, BlockKind
from jamstack.related.placing import (
    LEAST_GAP,
    PARAGRAPHS_AFTER,
    PARAGRAPHS_BEFORE,
    places,
    room,
)

from .builders import KINDS, make_body


@pytest.mark.parametrize(
    ("kinds", "wanted", "expected"),
    [
        ("", 2, ()),
        ("pppp", 1, ()),
        ("ppppp", 1, (3,)),
        ("ppppp", 5, (3,)),
        ("pppppp", 1, (3,)),
        ("ppppppp", 2, (3, 5)),
        ("pppppppppp", 1, (5,)),
        ("pppppppppppp", 2, (4, 8)),
        ("pppppppppppp", 3, (3, 6, 9)),
        ("ppphpppp", 2, (5,)),
        ("pppfpppp", 1, (5,)),
        ("pphphphphp", 2, ()),
        ("pppepupqp-plptpcpxp", 3, ()),
        ("pppppn", 1, (3,)),
        ("hpppppp", 1, (4,)),
        ("pppppppppppp", 0, ()),
        ("pppppppppppp", -1, ()),
        ("pppprpppppppp", 2, ()),
    ],
)
def test_lines_go_between_paragraphs_where_they_divide_the_text(kinds, wanted, expected):
    assert expected == places(make_body(kinds), wanted=wanted)


def test_long_paragraphs_draw_the_line_to_the_middle_of_the_words():
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, words=words)
        for words in (10, 10, 10, 10, 10, 10, 500, 500, 10)
    ]

    assert places(blocks, wanted=1) == (7,)


def test_all_that_fit_are_placed_even_where_they_crowd():
    assert places(make_body("pppppppp" + "hp" * 20), wanted=3) == (3, 5, 7)


def test_a_body_without_words_is_divided_by_its_blocks():
    assert places(make_body("pppppppppp", words=0), wanted=1) == (5,)


BODIES = st.lists(
    st.builds(
        lambda kind, words: Block(kind=kind, words=words),
        st.sampled_from([BlockKind.PARAGRAPH] * 12 + [KINDS[k] for k in "hlqut-cxfen"]),
        st.integers(0, 300),
    ),
    max_size=40,
)


@given(blocks=BODIES, wanted=st.integers(-1, 8))
def test_a_line_stands_only_where_it_may(blocks, wanted):
    found = places(blocks, wanted=wanted)

    kinds = [block.kind for block in blocks]
    assert len(found) <= max(wanted, 0)
    assert list(found) == sorted(set(found))
    assert all(later - earlier >= LEAST_GAP for earlier, later in pairwise(found))
    for place in found:
        assert [BlockKind.PARAGRAPH] * 2 == kinds[place - 1 : place + 1]
        assert kinds[:place].count(BlockKind.PARAGRAPH) >= PARAGRAPHS_BEFORE
        assert kinds[place:].count(BlockKind.PARAGRAPH) >= PARAGRAPHS_AFTER


@given(blocks=BODIES, wanted=st.integers(1, 8))
def test_more_wanted_never_gives_fewer(blocks, wanted):
    assert len(places(blocks, wanted=wanted)) <= len(places(blocks, wanted=wanted + 1))


@given(blocks=BODIES)
def test_one_line_is_nearest_to_the_middle_of_the_words(blocks):
    found = places(blocks, wanted=1)
    every = places(blocks, wanted=len(blocks))

    def distance(place):
        before, after = blocks[:place], blocks[place:]
        return abs(sum(max(b.words, 1) for b in before) - sum(max(b.words, 1) for b in after))

    assert bool(found) == bool(every)
    assert all(distance(found[0]) <= distance(place) for place in every)


@given(blocks=BODIES, where=st.integers(0, 40), wanted=st.integers(0, 8))
def test_a_body_with_a_line_of_its_own_gets_none(blocks, where, wanted):
    blocks.insert(where, Block(kind=BlockKind.RELATED))

    assert () == places(blocks, wanted=wanted)


@given(blocks=BODIES, has_line=st.booleans(), wanted=st.integers(-1, 8))
def test_there_is_room_for_as_many_lines_as_are_placed(blocks, has_line, wanted):
    if has_line:
        blocks.append(Block(kind=BlockKind.RELATED))

    assert len(places(blocks, wanted=wanted)) == room(
        [block.kind for block in blocks], wanted=wanted
    )
