from jamstack.checks.series import check_series
from tests.builders import make_article, make_edition
from tests.checks.builders import make_draft, printed

LINES = {"series": 6, "part": 7}


def found(*articles):
    return printed(check_series(make_edition(*articles)))


def part(slug, number=0, series="The Bay", **values):
    return make_article(slug, series=series, part=number, lines=LINES, **values)


def test_a_series_by_numbers_and_one_by_dates_are_right():
    assert [] == found(part("a", 1), part("b", 2), part("c", series="Tides"), make_article("d"))


def test_two_stories_with_one_number_are_a_fault_that_names_both():
    assert [
        "articles/2026/b.md:7: `part`: is `1`, which `articles/2026/a.md` is, too\n"
        "hint: give each part of a series a number of its own"
    ] == found(part("a", 1), part("b", 1))


def test_a_part_without_a_number_beside_some_with_one_is_a_warning():
    assert [
        "articles/2026/b.md:6: warning: `part`: is missing, though other parts of the series have"
        " a number\n"
        "hint: number all parts, or none to go by their dates"
    ] == found(part("a", 1), make_article("b", series="The Bay", lines={"series": 6}))


def test_a_number_without_a_series_is_a_warning():
    assert [
        "articles/2026/a.md:7: warning: `part`: stands without `series`\n"
        "hint: name the series that it is a part of"
    ] == found(part("a", 1, series=""))


def test_a_name_near_that_of_a_series_is_a_warning():
    assert [
        "articles/2026/c.md:6: warning: `series`: is `The Bey`, which no other story has\n"
        "hint: did you mean `The Bay`?"
    ] == found(part("a"), part("b"), part("c", series="The Bey"))


def test_a_draft_is_a_part_for_those_who_write():
    draft = make_draft("b", series="The Bay", part=1, lines=LINES)

    assert 1 == len(found(part("a", 1), draft))
