from datetime import timedelta

import feedparser
import pytest
from lxml import etree

from jamstack.feeds.atom import atom, atom_entry
from jamstack.feeds.elements import MAXIMUM_ENTRY_BYTES, MAXIMUM_FEED_BYTES
from jamstack.feeds.entries import FeedAuthor

from .builders import SITE, make_entry, make_feed, make_image

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_the_whole_document_is_as_written_here():
    entry = make_entry(lang="pt", tags=("port",))
    entry_updated = make_entry(
        updated=entry.published + timedelta(hours=1), lang="pt", tags=("port",)
    )

    written = atom(make_feed(entry_updated)).decode()

    assert written == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom"'
        ' xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">\n'
        "<id>https://herald.example/paper/feed.xml</id>\n"
        "<title>The Herald</title>\n"
        "<subtitle>News of the harbour</subtitle>\n"
        "<updated>2025-11-04T13:00:00+00:00</updated>\n"
        '<link rel="self" type="application/atom+xml"'
        ' href="https://herald.example/paper/feed.xml"/>\n'
        '<link rel="alternate" type="text/html" href="https://herald.example/paper/"/>\n'
        '<entry xml:lang="pt">\n'
        "<id>tag:herald.example,2025:story-1</id>\n"
        "<title>Story 1</title>\n"
        '<link rel="alternate" type="text/html"'
        ' href="https://herald.example/paper/stories/story-1/"/>\n'
        "<published>2025-11-04T12:00:00+00:00</published>\n"
        "<updated>2025-11-04T13:00:00+00:00</updated>\n"
        "<author>\n"
        "<name>Mira Castell</name>\n"
        "<uri>https://herald.example/paper/authors/mira/</uri>\n"
        "</author>\n"
        '<category term="Town"/>\n'
        '<category term="port"/>\n'
        "<summary>The bridge reopens.</summary>\n"
        '<content type="html">&lt;p&gt;The bridge reopens.&lt;/p&gt;</content>\n'
        "</entry>\n"
        "</feed>\n"
    )


def test_a_feed_reader_finds_no_fault():
    assert not feedparser.parse(atom(make_feed(make_entry(), make_entry(2)))).bozo


def test_a_feed_reader_finds_the_story():
    entry = make_entry(image=make_image(credit="Ana Diaz"))

    found = feedparser.parse(atom(make_feed(entry))).entries[0]

    assert (
        "tag:herald.example,2025:story-1",
        f"{SITE}/stories/story-1/",
        "Story 1",
        "<p>The bridge reopens.</p>",
        f"{SITE}/images/bridge.jpg",
    ) == (found.id, found.link, found.title, found.content[0].value, found.media_content[0]["url"])


def test_a_feed_reader_finds_every_author_and_their_page():
    authors = (FeedAuthor(name="Ana Diaz", url=f"{SITE}/authors/ana/"), FeedAuthor(name="A & B"))

    found = feedparser.parse(atom(make_feed(make_entry(authors=authors)))).entries[0]

    assert [
        {"name": "Ana Diaz", "href": f"{SITE}/authors/ana/"},
        {"name": "A & B"},
    ] == found.authors


def test_the_feed_has_an_author_where_an_entry_has_none():
    parsed = etree.fromstring(atom(make_feed(make_entry(authors=()), make_entry(2))))

    assert ["The Herald"] == parsed.xpath("/a:feed/a:author/a:name/text()", namespaces=ATOM)


@pytest.mark.parametrize("title", ["Map::Tube::<*>", "<del>", "f***ed", "AT&T", "A < B > C"])
def test_a_title_is_shown_and_not_rendered(title):
    parsed = etree.fromstring(atom(make_feed(make_entry(title=title))))

    assert title == parsed.findtext("a:entry/a:title", namespaces=ATOM)


def test_what_is_not_known_is_left_out():
    entry = make_entry(summary="", html="", authors=(), section="")

    assert atom_entry(entry).decode() == (
        "<entry>\n"
        "<id>tag:herald.example,2025:story-1</id>\n"
        "<title>Story 1</title>\n"
        '<link rel="alternate" type="text/html"'
        ' href="https://herald.example/paper/stories/story-1/"/>\n'
        "<published>2025-11-04T12:00:00+00:00</published>\n"
        "<updated>2025-11-04T12:00:00+00:00</updated>\n"
        "</entry>\n"
    )


def test_a_feed_without_description_has_no_subtitle():
    assert b"subtitle" not in atom(make_feed(description=""))


def test_the_oldest_stories_give_way_to_the_limit():
    entries = [make_entry(number, html="x" * 300_000) for number in range(1, 6)]

    written = atom(make_feed(*entries))

    assert len(written) < MAXIMUM_FEED_BYTES
    titles = [entry.title for entry in feedparser.parse(written).entries]
    assert ["Story 5", "Story 4", "Story 3"] == titles


def test_a_story_too_long_for_a_feed_has_its_summary_alone():
    written = atom_entry(make_entry(html="x" * MAXIMUM_ENTRY_BYTES)).decode()

    assert "<summary>The bridge reopens.</summary>" in written
    assert "<content" not in written


def test_entries_written_before_are_used_again():
    written = {make_entry(1).id: b"<entry><title>Written before</title></entry>\n"}

    found = feedparser.parse(atom(make_feed(make_entry(1), make_entry(2)), written)).entries

    assert ["Story 2", "Written before"] == [entry.title for entry in found]


def test_an_empty_feed_never_changed():
    parsed = feedparser.parse(atom(make_feed()))

    assert (False, "1970-01-01T00:00:00+00:00") == (bool(parsed.bozo), parsed.feed.updated)
