from jamstack.benches.newsroom import (
    AUTHORS,
    LINK,
    NOW,
    PICTURE,
    SECTIONS,
    SPAN,
    TAGS,
    newsroom,
    stories_of,
    story,
)

SMALL = newsroom(stories=40, seed=7)


def test_the_same_seed_gives_the_same_newsroom():
    again = newsroom(stories=40, seed=7)

    assert SMALL == again
    assert list(stories_of(SMALL)) == list(stories_of(again))


def test_another_seed_gives_another_newsroom():
    other = newsroom(stories=40, seed=8)

    assert SMALL.tags != other.tags
    assert SMALL.authors != other.authors
    assert story(SMALL, 0) != story(other, 0)


def test_a_story_can_be_made_without_the_others():
    assert list(stories_of(SMALL))[31] == story(SMALL, 31)


def test_no_two_stories_have_one_slug():
    large = newsroom(stories=2_000, seed=7)

    assert 2_000 == len({outline.slug for outline in large.outlines})


def test_stories_are_spread_over_the_years_newest_first():
    dates = [outline.date for outline in newsroom(stories=2_000, seed=7).outlines]

    assert sorted(set(dates), reverse=True) == dates
    assert NOW - SPAN <= dates[-1] < dates[0] < NOW


def test_every_section_has_its_share():
    found = [outline.section for outline in SMALL.outlines]

    assert dict.fromkeys(SECTIONS, 5) == {name: found.count(name) for name in SECTIONS}


def test_everybody_writes():
    writing = {
        slug for item in stories_of(newsroom(stories=AUTHORS, seed=7)) for slug in item.authors
    }

    assert {author.slug for author in SMALL.authors} == writing


def test_some_stories_have_two_authors_and_none_the_same_twice():
    counts = {len(set(item.authors)) for item in stories_of(SMALL)}

    assert {1, 2} == counts
    assert all(len(set(item.authors)) == len(item.authors) for item in stories_of(SMALL))


def test_tags_are_all_different():
    assert TAGS == len(set(SMALL.tags))


def test_a_story_has_three_of_the_tags():
    assert all(len(set(item.tags) & set(SMALL.tags)) == 3 for item in stories_of(SMALL))


def test_a_story_is_as_long_as_stories_are():
    lengths = [len(item.body.split()) for item in stories_of(SMALL)]

    assert all(550 < length < 750 for length in lengths)


def test_a_text_links_to_another_story_and_shows_the_picture_once():
    assert all(1 == item.body.count(LINK) == item.body.count(PICTURE) for item in stories_of(SMALL))


def test_a_text_has_everything_that_texts_have():
    """A subhead, a quote, a list, a link to elsewhere and a caption."""
    lines = story(SMALL, 3).body.split("\n")

    assert 1 == sum(line.startswith("## ") for line in lines)
    assert 1 == sum(line.startswith("> ") for line in lines)
    assert 4 == sum(line.startswith("- ") for line in lines)
    assert 1 == sum("](https://elsewhere.example/" in line for line in lines)
    assert 1 == sum(line.startswith("![") and line.endswith('")') for line in lines)
