from jamstack.markdown.lines import Locator

TEXT = "a\nb a\nc &amp; d\n  RELATED:  x <br>\nRELATED:\nRELATED: x\\\n"


def test_each_next_occurrence_is_found_and_then_the_last_again():
    locate = Locator(TEXT, 10)

    assert [10, 11, 12, 12, 12] == [locate.find("a") for _ in range(5)]


def test_the_first_needle_that_occurs_counts():
    assert 2 == Locator(TEXT, 1).find("", "nowhere", "b")


def test_what_was_typed_with_entities_is_found():
    assert 3 == Locator(TEXT, 1).find("c & d")


def test_what_occurs_nowhere_is_on_the_first_line():
    assert [7, 7, 7] == [
        Locator(TEXT, 7).find("nowhere"),
        Locator("no such", 7).find("nowhere"),
        Locator(TEXT, 7).find(""),
    ]


def test_whole_lines_are_found_whatever_the_white_space():
    locate = Locator(TEXT, 1)

    assert [4, 6, 6, 5, 5] == [
        locate.find_line("RELATED:", "x"),
        locate.find_line("RELATED:", "x"),
        locate.find_line("RELATED:", "x"),
        locate.find_line("RELATED:", ""),
        locate.find_line("RELATED:", ""),
    ]


def test_a_line_that_is_none_is_found_by_its_start():
    assert [4, 1] == [
        Locator(TEXT, 1).find_line("RELATED:", "y"),
        Locator("none", 1).find_line("RELATED:", "y"),
    ]
