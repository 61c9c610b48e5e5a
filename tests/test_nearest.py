import pytest

from jamstack.nearest import nearest, nearest_hint

KNOWN = ("title", "tags", "related", "date", "updated", "dek")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("titel", ("title",)),
        ("TITLE", ("title",)),
        ("realted", ("related",)),
        ("upated", ("updated",)),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_the_nearest_name_is_found(name, found):
    assert found == nearest(name, KNOWN)


def test_more_names_come_best_first_and_ties_by_the_smaller():
    assert ("ab", "aab", "abb") == nearest("ab", {"abb", "zzz", "aab", "ab"}, limit=3)


def test_nothing_is_near_where_nothing_is_known():
    assert () == nearest("title", ())


@pytest.mark.parametrize(("name", "hint"), [("titel", "did you mean `title`?"), ("xyzzy", "")])
def test_a_hint_names_the_nearest(name, hint):
    assert hint == nearest_hint(name, KNOWN)
