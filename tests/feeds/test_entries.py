from datetime import timedelta

from jamstack.feeds.entries import BEFORE_EVERYTHING, newest_first

from .builders import NOON, make_entry, make_feed


def test_categories_are_the_section_and_the_tags_once_each():
    entry = make_entry(section="Town", tags=("port", "town", "Port", "storm"))

    assert ("Town", "port", "storm") == entry.categories


def test_an_entry_without_section_and_tags_has_no_categories():
    assert make_entry(section="").categories == ()


def test_a_feed_changed_when_its_latest_entry_did():
    feed = make_feed(make_entry(1, updated=NOON + timedelta(days=9)), make_entry(2))

    assert NOON + timedelta(days=9) == feed.changed


def test_a_feed_that_says_when_it_changed_is_believed():
    assert NOON == make_feed(make_entry(1), updated=NOON).changed


def test_an_empty_feed_never_changed():
    assert BEFORE_EVERYTHING == make_feed().changed


def test_entries_stand_newest_first_then_by_id():
    entries = [
        make_entry(1),
        make_entry(3, id="b"),
        make_entry(3, id="a"),
    ]

    assert ["a", "b", make_entry(1).id] == [entry.id for entry in newest_first(entries)]
