import numpy as np
import pytest

from jamstack.related import kinship
from jamstack.related.kin import Kin
from jamstack.related.kinship import PARTS
from jamstack.related.vectors import UNIT

from .builders import make_article, make_pool


def make_story(slug, title, **values):
    return make_article(slug, title=title, credits=(), **values)


def kin_of(slug, pool):
    """The slugs of a story's kin, nearest first."""
    (kin,) = pool.kin([pool.ranks[slug]])
    return [pool.articles[row].slug for row in kin.rows]


def parts_of(slug, other, pool):
    found = pool.parts([pool.ranks[slug]], [np.array([pool.ranks[other]])])
    return dict(zip(PARTS, found[0].tolist(), strict=True))


OWN = make_story("own", "anchor barge canal", day=10)
NEAR = make_story("near", "anchor barge kelp", day=9)
FAR = make_story("far", "anchor estuary gull", day=9)
STRANGER = make_story("stranger", "island jetty", day=9)


class TestKin:
    def test_who_shares_more_is_nearer_and_strangers_are_none(self):
        assert ["near", "far"] == kin_of("own", make_pool(OWN, FAR, STRANGER, NEAR))

    def test_nobody_has_kin_in_an_empty_paper(self):
        assert [] == make_pool().kin([])
        assert [Kin()] == make_pool(OWN).kin([0])

    def test_among_equals_the_newer_comes_first_then_the_smaller_slug(self):
        equals = [
            make_story(slug, f"anchor barge {word}", day=9)
            for slug, word in (("c", "kelp"), ("b", "gull"))
        ]
        pool = make_pool(OWN, *equals, make_story("a", "anchor barge quay", day=8))

        assert ["b", "c", "a"] == kin_of("own", pool)

    def test_it_is_the_same_alone_and_with_all_others(self):
        pool = make_pool(OWN, NEAR, FAR, STRANGER)

        assert pool.kin(range(4)) == [pool.kin([row])[0] for row in range(4)]

    def test_few_are_looked_at_and_fewer_kept(self, monkeypatch):
        monkeypatch.setattr(kinship, "FOUND", 2)
        monkeypatch.setattr(kinship, "KEPT", 1)
        pool = make_pool(OWN, NEAR, FAR, make_story("third", "anchor reef sail tide", day=9))

        (kin,) = pool.kin([pool.ranks["own"]])

        assert (1, 2) == (len(kin.rows), len(kin.found))
        assert 0 < kin.reach

    def test_those_that_are_nearly_the_same_are_one_group(self):
        twin = make_story("twin", "anchor barge kelp", day=8)

        (kin,) = make_pool(OWN, NEAR, twin, FAR).kin([0])

        assert (0, 0) == kin.groups


class TestParts:
    def test_equal_stories_have_all_of_their_text_in_common(self):
        pool = make_pool(OWN, make_story("same", OWN.title))

        assert UNIT * UNIT == pytest.approx(parts_of("own", "same", pool)["text"], rel=0.01)

    def test_time_passes(self):
        pool = make_pool(OWN, NEAR, make_story("old", NEAR.title, day=9 - 360))

        assert parts_of("own", "near", pool)["time"] > 2 * parts_of("own", "old", pool)["time"]

    @pytest.mark.parametrize(
        ("direction", "earlier", "later"),
        [("", 1000, 0), ("any", 1000, 0), ("earlier", 1000, -850), ("later", -850, 1000)],
    )
    @pytest.mark.parametrize("is_own", [True, False])
    def test_earlier_stories_are_preferred_unless_said(self, direction, earlier, later, is_own):
        own = make_story("own", OWN.title, day=10, related_direction=direction if is_own else None)
        pool = make_pool(
            own,
            NEAR,
            make_story("later", NEAR.title, day=11),
            direction="" if is_own else direction,
        )

        for other, expected in (("near", earlier), ("later", later)):
            parts = parts_of("own", other, pool)

            assert parts["text"] * expected // 1000 == parts["direction"]

    def test_the_same_section_and_another_language_are_felt(self):
        pool = make_pool(OWN, NEAR, make_story("else", NEAR.title, section="sea", lang="es"))
        near, other = parts_of("own", "near", pool), parts_of("own", "else", pool)

        assert (near["text"] // 10, 0) == (near["section"], near["language"])
        assert (0, other["text"] * -2) == (other["section"], other["language"])

    def test_a_story_that_others_link_to_is_nearer_but_for_the_own_link(self):
        pool = make_pool(OWN, NEAR, FAR, links={"far": ["near"], "own": ["near"]})
        text = parts_of("own", "near", pool)["text"]

        assert text * 200 // 1000 == parts_of("own", "near", pool)["links"]
        assert 0 == parts_of("own", "far", pool)["links"]

    def test_a_story_that_links_here_is_nearer(self):
        pool = make_pool(OWN, NEAR, links={"near": ["own"]})

        assert parts_of("own", "near", pool)["text"] // 10 == parts_of("own", "near", pool)["links"]

    def test_two_that_others_link_to_are_cited_together(self):
        links = {"far": ["own", "near"], "stranger": ["own", "near"]}
        pool = make_pool(OWN, NEAR, FAR, STRANGER, links=links)

        assert 2 * kinship.CITED_TOGETHER == parts_of("own", "near", pool)["cited together"]

    def test_links_alone_make_no_kin(self):
        pool = make_pool(OWN, STRANGER, FAR, links={"far": ["own", "stranger"]})

        assert "stranger" not in kin_of("own", pool)


def test_kin_are_the_same_whether_many_or_few_are_asked_for():
    few, many = make_pool(OWN, NEAR, FAR, STRANGER), make_pool(OWN, NEAR, FAR, STRANGER)
    many.prepare()

    assert few.kin(range(4)) == many.kin(range(4))
