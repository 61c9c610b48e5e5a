import pytest

from jamstack.related.choosing import choose, choose_inline, kin_of
from jamstack.related.kin import Kin

from .builders import make_article
from .builders import make_pool as index


def slugs(articles):
    return [article.slug for article in articles]


def make_pool(*articles):
    """Stories and kin that has them all in the order given, none like another."""
    pool = index(*articles)
    rows = tuple(pool.ranks[article.slug] for article in articles)
    return pool, Kin(rows=rows, scores=(9,) * len(rows), groups=tuple(range(len(rows))))


OWN = make_article("own", related=("pin",))
A, B, C, PIN = (make_article(slug, day=day) for day, slug in enumerate(("a", "b", "c", "pin")))


class TestChoose:
    def test_pins_come_first_and_then_the_nearest(self):
        pool, kin = make_pool(OWN, B, A, C, PIN)

        assert ["pin", "b", "a"] == slugs(choose(OWN, pool, kin, limit=3))

    def test_pins_stand_in_the_editors_order_each_once(self):
        own = make_article("own", related=("c", "a", "c"))
        pool, _ = make_pool(own, A, B, C)

        assert ["c", "a"] == slugs(choose(own, pool, Kin(), limit=4))

    def test_where_nothing_is_near_nothing_is_chosen(self):
        pool, _ = make_pool(A, B, C)

        assert () == choose(A, pool, Kin(), limit=4)

    @pytest.mark.parametrize("limit", [0, -1])
    def test_none_are_chosen_where_none_are_wanted(self, limit):
        pool, kin = make_pool(OWN, A, PIN)

        assert () == choose(OWN, pool, kin, limit=limit)

    def test_never_what_is_excluded_even_when_pinned(self):
        pool, kin = make_pool(OWN, A, B, PIN)

        assert ["b"] == slugs(choose(OWN, pool, kin, limit=4, exclude={"a", "pin"}))

    def test_a_pin_that_is_not_there_is_left_out(self):
        pool, kin = make_pool(OWN, A)

        assert ["a"] == slugs(choose(OWN, pool, kin, limit=4))

    def test_of_those_that_are_nearly_the_same_one_is_chosen(self):
        pool, kin = make_pool(A, B, C)
        kin = Kin(rows=kin.rows[1:] + kin.rows[:1], scores=(9, 8, 7), groups=(0, 0, 2))

        assert ["b", "a"] == slugs(choose(PIN, pool, kin, limit=4))

    @pytest.mark.parametrize(
        ("own", "other"),
        [
            ({"title": "Storm  hits"}, {"title": "STORM HITS"}),
            ({"canonical": "https://a.example/x"}, {"canonical": "https://a.example/x"}),
        ],
    )
    def test_no_rerun_of_itself_of_a_pick_or_of_what_is_excluded(self, own, other):
        first, again = make_article("a", **own), make_article("b", **other)
        pool, kin = make_pool(first, again, C)

        assert ["c"] == slugs(choose(first, pool, kin, limit=4))
        assert ["a", "c"] == slugs(choose(PIN, pool, kin, limit=4))
        assert ["c"] == slugs(choose(PIN, pool, kin, limit=4, exclude={"a"}))


def test_lines_name_the_nearest_that_are_not_used_and_no_pins():
    pool, kin = make_pool(A, B, C, PIN)

    assert ["a", "c", "pin"] == slugs(choose_inline(OWN, pool, kin, {"b"}))


def test_a_story_of_the_pool_has_kin_and_a_stranger_none():
    pool = index(A, make_article("again", title=A.title))

    assert 1 == len(kin_of(A, pool).rows)
    assert Kin() == kin_of(OWN, pool)
