from jamstack.related.explaining import explain

from .builders import make_article, make_pool


def make_story(slug, title, **values):
    return make_article(slug, title=title, credits=(), **values)


OWN = make_story("own", "anchor barge canal", day=10, related=("pin",))
STORIES = (
    OWN,
    make_story("near", "anchor barge kelp", day=9),
    make_story("twin", "anchor barge kelp kelp", day=9),
    make_story("rerun", "Anchor  barge canal", day=9),
    make_story("linked", "anchor barge sail", day=9),
    make_story("further", "anchor reef", day=9),
    make_story("pin", "quay", day=9),
)


def test_each_pick_and_each_near_miss_has_its_reason():
    pool = make_pool(*STORIES)
    (kin,) = pool.kin([pool.ranks["own"]])

    found = explain(OWN, pool, kin, inline=["near"], end=["pin"], linked={"linked"})

    assert [
        ("line", "near", ""),
        ("end", "pin", "pinned"),
        ("not", "rerun", "a rerun of own"),
        ("not", "twin", "nearly the same as near"),
        ("not", "linked", "linked in the text"),
        ("not", "further", "others are nearer"),
    ] == [_told(line) for line in found]


def test_what_is_too_far_is_told_and_why():
    own = make_story("own", "anchor barge canal dredge estuary", day=10, related_direction="later")
    other = make_story("other", "anchor gull island jetty mooring", day=9)
    pool = make_pool(own, other)
    (kin,) = pool.kin([pool.ranks["own"]])

    found = explain(own, pool, kin, inline=[], end=[], linked=())

    assert ["not     7 other: not in the direction wanted"] == [
        line.partition(" (")[0] for line in found
    ]


def test_a_story_alone_has_nothing_to_tell():
    pool = make_pool(OWN)

    assert [] == list(explain(OWN, pool, pool.kin([0])[0], inline=[], end=[], linked=()))


def _told(line):
    head = line.partition(" (")[0]
    place, _, name = head.split(maxsplit=2)
    slug, _, why = name.partition(": ")
    return place, slug, why
