from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.related import choosing
from jamstack.related.choosing import index, kin_of

from .builders import make_article


def slugs(articles):
    return [article.slug for article in articles]


def choose(article, pool, **values):
    return choosing.choose(article, pool, kin_of(article, pool), **values)


def choose_inline(article, pool, used):
    """The slugs of all stories that lines may name."""
    return slugs(choosing.choose_inline(article, pool, kin_of(article, pool), used))


class TestIndex:
    def test_the_newest_ranks_highest_then_the_smaller_slug(self):
        pool = index([make_article("c", day=1), make_article("b", day=2), make_article("a", day=1)])

        assert ["c", "a", "b"] == slugs(pool.articles)
        assert {"c": 0, "a": 1, "b": 2} == pool.ranks

    def test_a_tag_has_a_bit_for_each_story_in_any_case(self):
        pool = index(
            [
                make_article("a", day=9, tags=("Port", "PORT")),
                *(make_article(f"b{day}", day=day) for day in range(8)),
                make_article("c", day=8, tags=("port", "sea")),
            ]
        )

        assert {"port": 0b11_0000_0000, "sea": 0b01_0000_0000} == pool.tags

    def test_a_section_has_its_stories_the_best_first(self):
        pool = index(
            [make_article("a"), make_article("b", section="sea"), make_article("c", day=1)]
        )

        assert {"town": (2, 1), "sea": (0,)} == pool.sections

    def test_empty_pool_offers_nothing(self):
        assert choose(make_article(), index([]), limit=3) == ()


class TestKin:
    POOL = index(
        [
            make_article("a", day=0, tags=("port", "storm", "sea")),
            make_article("b", day=1, tags=("storm", "bus")),
            make_article("c", day=2, tags=("port",)),
            make_article("d", day=3, tags=("sea", "port")),
        ]
    )

    @pytest.mark.parametrize(
        ("tags", "expected"),
        [
            ((), ()),
            (("zoo",), ()),
            (("port",), (0b1101,)),
            (("PORT", "zoo"), (0b1101,)),
            (("port", "sea"), (0b1001, 0b1101)),
            (("port", "storm", "sea"), (0b0001, 0b1001, 0b1111)),
            (("port", "storm", "sea", "bus"), (0, 0b0001, 0b1011, 0b1111)),
        ],
    )
    def test_those_with_all_tags_come_first_and_those_with_any_last(self, tags, expected):
        assert expected == kin_of(make_article(tags=tags), self.POOL)


class TestChoose:
    def test_pins_come_first_in_the_editors_order(self):
        pool = index([make_article(slug, day=day) for day, slug in enumerate("bcd")])

        picks = choose(make_article(related=("b", "d")), pool, limit=3)

        assert ["b", "d", "c"] == slugs(picks)

    def test_pin_outside_the_pool_is_passed_over(self):
        picks = choose(make_article(related=("draft", "b")), index([make_article("b")]), limit=3)

        assert ["b"] == slugs(picks)

    def test_pins_beyond_the_limit_are_left_out(self):
        pool = index([make_article("b"), make_article("c")])

        assert ["c"] == slugs(choose(make_article(related=("c", "b")), pool, limit=1))

    def test_a_story_pinned_twice_is_shown_once(self):
        pool = index([make_article("b"), make_article("c")])

        assert ["c", "b"] == slugs(choose(make_article(related=("c", "c")), pool, limit=3))

    def test_more_shared_tags_beat_a_newer_story(self):
        pool = index(
            [
                make_article("one", day=9, tags=("port",)),
                make_article("three", day=1, tags=("port", "storm", "bridge")),
                make_article("two", day=2, tags=("storm", "bridge", "school")),
                make_article("none", day=10),
            ]
        )

        picks = choose(make_article(tags=("port", "storm", "bridge")), pool, limit=4)

        assert ["three", "two", "one", "none"] == slugs(picks)

    def test_newer_wins_among_equals_then_the_smaller_slug(self):
        pool = index(
            [
                make_article("c", day=1, tags=("port",)),
                make_article("b", day=1, tags=("port",)),
                make_article("d", day=2, tags=("port",)),
            ]
        )

        assert ["d", "b", "c"] == slugs(choose(make_article(tags=("port",)), pool, limit=4))

    def test_tags_match_in_any_case_and_count_once(self):
        pool = index(
            [
                make_article("b", day=1, tags=("port", "PORT")),
                make_article("c", tags=("Port", "storm")),
            ]
        )

        picks = choose(make_article(tags=("PORT", "port", "Storm")), pool, limit=2)

        assert ["c", "b"] == slugs(picks)

    def test_same_section_comes_before_the_newest(self):
        pool = index(
            [
                make_article("sport", day=9, section="sport"),
                make_article("town", day=1),
                make_article("older", day=0),
            ]
        )

        assert ["town", "older", "sport"] == slugs(choose(make_article(), pool, limit=4))

    def test_section_nobody_else_is_in_falls_back_to_the_newest(self):
        pool = index([make_article("b", day=1), make_article("c", day=2)])

        assert ["c", "b"] == slugs(choose(make_article(section="sport"), pool, limit=4))

    def test_never_the_story_itself(self):
        article = make_article("a", related=("a",))

        assert choose(article, index([article]), limit=3) == ()

    def test_never_an_excluded_story_even_when_pinned(self):
        pool = index([make_article("b"), make_article("c")])

        picks = choose(make_article(related=("b",)), pool, limit=3, exclude={"b", "unknown"})

        assert ["c"] == slugs(picks)

    def test_never_two_stories_with_one_headline(self):
        pool = index(
            [
                make_article("b", day=2, title="Bridge reopens"),
                make_article("c", day=1, title="bridge  Reopens"),
                make_article("d", day=0),
            ]
        )

        assert ["b", "d"] == slugs(choose(make_article(), pool, limit=3))

    def test_never_a_rerun_of_the_story_or_of_an_excluded_one(self):
        pool = index(
            [
                make_article("b", title="Bridge reopens"),
                make_article("c", title="Storm"),
                make_article("d", title="Storm"),
            ]
        )

        picks = choose(make_article(title="Bridge reopens"), pool, limit=3, exclude={"c"})

        assert () == picks

    @pytest.mark.parametrize("limit", [0, -1])
    def test_a_limit_below_one_gives_nothing(self, limit):
        assert () == choose(make_article(), index([make_article("b")]), limit=limit)


class TestChooseInline:
    def test_the_story_that_shares_most_tags_is_named(self):
        pool = index(
            [
                make_article("b", day=1, tags=("port", "storm"), section="sport"),
                make_article("c", day=2, tags=("port",)),
            ]
        )

        assert ["b", "c"] == choose_inline(make_article(tags=("port", "storm")), pool, ())

    def test_a_used_story_gives_way_to_the_next(self):
        pool = index(
            [make_article("b", day=1, tags=("port",)), make_article("c", day=2, tags=("port",))]
        )

        assert ["b"] == choose_inline(make_article(tags=("port",)), pool, {"c"})

    def test_newest_of_the_section_stands_in_when_no_tag_is_shared(self):
        pool = index([make_article("b", day=1), make_article("c", day=2, section="sport")])

        assert ["b"] == choose_inline(make_article(tags=("port",)), pool, ())

    def test_nothing_is_named_when_neither_tag_nor_section_is_shared(self):
        pool = index([make_article("c", section="sport")])

        assert [] == choose_inline(make_article(), pool, ())

    def test_pins_are_kept_for_the_block_at_the_end(self):
        pool = index([make_article("b", section="sport")])

        assert [] == choose_inline(make_article(related=("b",)), pool, ())


TAGS = st.lists(st.sampled_from(["port", "storm", "Storm", "bridge", "school"]), max_size=4)
STORIES = st.lists(
    st.tuples(
        st.sampled_from("abcdefghij"),
        st.integers(0, 3),
        TAGS,
        st.sampled_from(["town", "sport"]),
        st.sampled_from(["Bridge", "bridge", "Storm", "Port", "School"]),
    ),
    max_size=10,
    unique_by=lambda story: story[0],
)


def plainly_chosen(article, pool, limit, exclude):
    """The rule as told, one comparison after another."""

    def tags(item):
        return {tag.casefold() for tag in item.tags}

    def order(item):
        return (
            item.slug not in article.related,
            article.related.index(item.slug) if item.slug in article.related else 0,
            -len(tags(item) & tags(article)),
            item.section != article.section,
            -item.date.at.timestamp(),
            item.slug,
        )

    # Of those that share tags, the section does not matter.
    def key(item):
        shares = bool(tags(item) & tags(article))
        pinned, place, count, section, *rest = order(item)
        return (pinned, place, count, False if shares else section, *rest)

    taken = {article.title.casefold()}
    taken |= {item.title.casefold() for item in pool if item.slug in exclude}
    picks = []
    for item in sorted(pool, key=key):
        if item.slug in exclude or item.slug == article.slug or item.title.casefold() in taken:
            continue
        taken.add(item.title.casefold())
        picks.append(item)
    return tuple(picks[:limit])


@given(
    stories=STORIES,
    tags=TAGS,
    pins=st.lists(st.sampled_from("abcdefghij"), max_size=3, unique=True),
    exclude=st.sets(st.sampled_from("abcdefghij"), max_size=3),
    limit=st.integers(0, 6),
)
def test_choosing_by_bits_gives_what_the_rule_says(stories, tags, pins, exclude, limit):
    pool = [
        make_article(slug, day=day, tags=tuple(own), section=section, title=title)
        for slug, day, own, section, title in stories
    ]
    article = make_article("a", title="Own headline", tags=tuple(tags), related=tuple(pins))

    assert plainly_chosen(article, pool, limit, exclude) == choose(
        article, index(pool), limit=limit, exclude=exclude
    )


@given(stories=STORIES, tags=TAGS, used=st.sets(st.sampled_from("abcdefghij"), max_size=3))
def test_one_line_after_another_gets_the_best_that_is_left(stories, tags, used):
    pool = index(
        [
            make_article(slug, day=day, tags=tuple(own), section=section, title=title)
            for slug, day, own, section, title in stories
        ]
    )
    article = make_article("a", title="Own headline", tags=tuple(tags))
    every = choose_inline(article, pool, used)

    assert every[1:] == choose_inline(article, pool, {*used, *every[:1]})


class Counted(tuple):
    """Headlines that know how many were read."""

    read = 0

    def __getitem__(self, rank):
        self.read += 1
        return super().__getitem__(rank)


def test_of_many_stories_that_share_a_tag_few_are_looked_at():
    """Looking at each of them would grow with the square of the paper."""
    pool = index([make_article(f"s{day}", day=day, tags=("port",)) for day in range(2_000)])
    pool = replace(pool, headlines=Counted(pool.headlines))
    article = make_article(tags=("port",))

    picks = choose(article, pool, limit=4, exclude={"s1", "s2"})

    assert ["s1999", "s1998", "s1997", "s1996"] == slugs(picks)
    assert 4 + 2 == pool.headlines.read


def test_a_line_more_looks_at_one_story_more():
    pool = index([make_article(f"s{day}", day=day) for day in range(2_000)])
    pool = replace(pool, headlines=Counted(pool.headlines))
    article = make_article()

    lines = choosing.choose_inline(article, pool, kin_of(article, pool), ())

    assert ["s1999", "s1998"] == slugs(islice(lines, 2))
    assert 2 == pool.headlines.read
