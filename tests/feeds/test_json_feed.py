import json

from jamstack.feeds.elements import MAXIMUM_ENTRY_BYTES, MAXIMUM_FEED_BYTES
from jamstack.feeds.entries import FeedAuthor
from jamstack.feeds.json_feed import json_feed, json_item

from .builders import make_entry, make_feed, make_image


def test_the_whole_document_is_as_written_here():
    entry = make_entry(lang="pt", tags=("port",), image=make_image())

    assert {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Herald",
        "home_page_url": "https://herald.example/paper/",
        "feed_url": "https://herald.example/paper/feed.xml",
        "description": "News of the harbour",
        "language": "en",
        "items": [
            {
                "id": "tag:herald.example,2025:story-1",
                "url": "https://herald.example/paper/stories/story-1/",
                "title": "Story 1",
                "content_html": "<p>The bridge reopens.</p>",
                "summary": "The bridge reopens.",
                "image": make_image().url,
                "date_published": "2025-11-04T12:00:00+00:00",
                "date_modified": "2025-11-04T12:00:00+00:00",
                "authors": [
                    {"name": "Mira Castell", "url": "https://herald.example/paper/authors/mira/"}
                ],
                "tags": ["Town", "port"],
                "language": "pt",
            }
        ],
    } == json.loads(json_feed(make_feed(entry)))


def test_a_feed_without_stories_is_one():
    assert [] == json.loads(json_feed(make_feed()))["items"]


def test_newest_come_first():
    feed = json.loads(json_feed(make_feed(make_entry(1), make_entry(2), make_entry(3))))

    dates = [item["date_published"] for item in feed["items"]]
    assert sorted(dates, reverse=True) == dates
    assert 3 == len(dates)


def test_what_was_written_before_is_taken():
    entry = make_entry()

    assert b"{}" in json_feed(make_feed(entry), {entry.id: b"{}"})
    assert json_feed(make_feed(entry)) == json_feed(make_feed(entry), {entry.id: json_item(entry)})


def test_someone_without_a_page_has_no_address():
    (item,) = json.loads(json_feed(make_feed(make_entry(authors=(FeedAuthor(name="Pia"),)))))[
        "items"
    ]

    assert [{"name": "Pia"}] == item["authors"]


def test_a_story_too_large_goes_without_its_text():
    entry = make_entry(html="a" * MAXIMUM_ENTRY_BYTES)

    item = json.loads(json_item(entry))

    assert (False, "The bridge reopens.") == ("content_html" in item, item["content_text"])


def test_the_whole_stays_under_the_limit():
    entries = [make_entry(number, html="a" * 300_000) for number in range(1, 6)]

    written = json_feed(make_feed(*entries))

    assert len(written) < MAXIMUM_FEED_BYTES
    assert 3 == len(json.loads(written)["items"])
