import feedparser
import pytest
from lxml import etree

from jamstack.feeds.elements import MAXIMUM_ENTRY_BYTES, MAXIMUM_FEED_BYTES
from jamstack.feeds.entries import FeedAuthor
from jamstack.feeds.rss import rss, rss_item

from .builders import SITE, make_entry, make_feed, make_image


def read(*entries, **values):
    return feedparser.parse(rss(make_feed(*entries, **values)))


def test_the_whole_document_is_as_written_here():
    entry = make_entry(
        authors=(FeedAuthor(name="Mira Castell"), FeedAuthor(name="Ben Okafor")),
        tags=("port",),
        lang="pt",
    )

    written = rss(make_feed(entry)).decode()

    assert written == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:media="http://search.yahoo.com/mrss/">\n'
        "<channel>\n"
        "<title>The Herald</title>\n"
        "<link>https://herald.example/paper/</link>\n"
        "<description>News of the harbour</description>\n"
        "<language>en</language>\n"
        "<lastBuildDate>Tue, 04 Nov 2025 12:00:00 +0000</lastBuildDate>\n"
        '<atom:link rel="self" type="application/rss+xml"'
        ' href="https://herald.example/paper/feed.xml"/>\n'
        "<item>\n"
        "<title>Story 1</title>\n"
        "<link>https://herald.example/paper/stories/story-1/</link>\n"
        '<guid isPermaLink="false">tag:herald.example,2025:story-1</guid>\n'
        "<pubDate>Tue, 04 Nov 2025 12:00:00 +0000</pubDate>\n"
        "<dc:creator>Mira Castell</dc:creator>\n"
        "<dc:creator>Ben Okafor</dc:creator>\n"
        "<category>Town</category>\n"
        "<category>port</category>\n"
        "<dc:language>pt</dc:language>\n"
        "<description>The bridge reopens.</description>\n"
        "<content:encoded>&lt;p&gt;The bridge reopens.&lt;/p&gt;</content:encoded>\n"
        "</item>\n"
        "</channel>\n"
        "</rss>\n"
    )


def test_a_feed_reader_finds_no_fault():
    assert not read(make_entry(), make_entry(2)).bozo


def test_a_feed_reader_finds_the_story():
    item = read(make_entry(image=make_image(alt="A bridge"))).entries[0]

    assert (
        "tag:herald.example,2025:story-1",
        f"{SITE}/stories/story-1/",
        "Story 1",
        "<p>The bridge reopens.</p>",
        f"{SITE}/images/bridge.jpg",
    ) == (item.id, item.link, item.title, item.content[0].value, item.media_content[0]["url"])


def test_a_feed_reader_finds_every_author():
    authors = (FeedAuthor(name="Ana Diaz"), FeedAuthor(name="Ben & Sons"))
    parsed = etree.fromstring(rss(make_feed(make_entry(authors=authors))))

    names = parsed.xpath(
        "//dc:creator/text()", namespaces={"dc": "http://purl.org/dc/elements/1.1/"}
    )

    assert ["Ana Diaz", "Ben & Sons"] == names


@pytest.mark.parametrize("title", ["Map::Tube::<*>", "<del>", "f***ed", "AT&T", "A < B > C"])
def test_a_title_is_shown_and_not_rendered(title):
    parsed = etree.fromstring(rss(make_feed(make_entry(title=title))))

    assert title == parsed.findtext("channel/item/title")


def test_a_summary_is_text_within_html():
    parsed = etree.fromstring(rss(make_feed(make_entry(summary='<del> & "so"'))))

    assert parsed.findtext("channel/item/description") == '&lt;del&gt; &amp; "so"'


def test_what_is_not_known_is_left_out():
    item = rss_item(make_entry(summary="", html="", authors=(), section="")).decode()

    assert item == (
        "<item>\n"
        "<title>Story 1</title>\n"
        "<link>https://herald.example/paper/stories/story-1/</link>\n"
        '<guid isPermaLink="false">tag:herald.example,2025:story-1</guid>\n'
        "<pubDate>Tue, 04 Nov 2025 12:00:00 +0000</pubDate>\n"
        "</item>\n"
    )


def test_newest_stories_come_first():
    titles = [item.title for item in read(make_entry(1), make_entry(3), make_entry(2)).entries]

    assert ["Story 3", "Story 2", "Story 1"] == titles


def test_the_oldest_stories_give_way_to_the_limit():
    entries = [make_entry(number, html="<p>" + "ä" * 70_000) for number in range(1, 11)]

    written = rss(make_feed(*entries))

    assert len(written) < MAXIMUM_FEED_BYTES
    titles = [item.title for item in feedparser.parse(written).entries]
    assert ["Story 10", "Story 9", "Story 8", "Story 7", "Story 6", "Story 5", "Story 4"] == titles


def test_a_story_too_long_for_a_feed_has_its_summary_alone():
    item = rss_item(make_entry(html="x" * MAXIMUM_ENTRY_BYTES)).decode()

    assert "<description>The bridge reopens.</description>" in item
    assert "content:encoded" not in item


def test_entries_written_before_are_used_again():
    items = {make_entry(1).id: b"<item><title>Written before</title></item>\n"}

    written = rss(make_feed(make_entry(1), make_entry(2)), items)

    titles = [item.title for item in feedparser.parse(written).entries]
    assert ["Story 2", "Written before"] == titles


def test_signs_that_xml_cannot_hold_are_left_out():
    entry = make_entry(title="a\x08b", html="<p>\x0f\x00c\ud800</p>", summary="\x1bd")

    assert not read(entry, title="The\x0b Herald").bozo


def test_an_empty_feed_can_be_read():
    parsed = read()

    assert (False, []) == (bool(parsed.bozo), parsed.entries)
