from jamstack.series import all_series, series_key

from .builders import make_article, make_moment


def part(slug, number=0, *, day=1, series="The Bay"):
    return make_article(slug, series=series, part=number, date=make_moment(f"2026-11-{day:02d}"))


def order(*articles):
    return [article.slug for article in all_series(articles)[series_key("The Bay")].parts]


def test_parts_follow_their_numbers():
    assert ["c", "a", "b"] == order(part("a", 2), part("b", 3), part("c", 1))


def test_without_numbers_they_follow_their_dates_and_then_their_slugs():
    assert ["b", "a", "c"] == order(part("c", day=2), part("a", day=2), part("b", day=1))


def test_those_without_a_number_come_last():
    assert ["b", "a"] == order(part("a", day=1), part("b", 9, day=2))


def test_letters_case_and_white_space_make_no_second_series():
    found = all_series((part("a"), part("b", series="the  BAY"), part("c", series="The Bay")))

    assert ["the bay"] == list(found)
    assert "The Bay" == found["the bay"].name


def test_of_spellings_used_as_often_the_smaller_is_printed():
    found = all_series((part("a", series="the bay"), part("b", series="The Bay")))

    assert "The Bay" == found["the bay"].name


def test_a_story_alone_is_no_series():
    assert {} == all_series((part("a"), make_article("b"), make_article("c")))
