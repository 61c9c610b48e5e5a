import json

import feedparser
import pytest

from jamstack.layout.syndication import feed_plans, permanent_id, standing_html, story_html
from jamstack.model import ArticleType, AuthorKind, Credit, Notice, Role, Status

from ..builders import make_article, make_author, make_moment, make_page, make_settings
from .builders import made, make_body, make_paper, make_picture, make_row

BEN = make_author("ben", name="Ben Ashe")
TEXT = """The [pier](../../pages/about.md) and [below](#below), [out](//other.example/x).

## Below

![A gull](gull.jpg "A gull on the pier")

A small ![bird](bird.jpg) sat there.

https://www.youtube.com/watch?v=abcdefghijk

> [!PULLQUOTE]
> It sat there.
> — A witness

RELATED: ferry

More, such as `<a href="/about/">`.
"""


def feeds(*articles, **values):
    paper = make_paper(*articles, **values)
    return made(feed_plans(paper), paper)


def parsed(data):
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def full_text(**values):
    article = make_article("own", body=make_body(TEXT), **values)
    paper = make_paper(article, make_article("ferry", title="The ferry"), pages=(make_page(),))
    return story_html(article, paper)


FORMS = ["feed.xml", "atom.xml", "feed.json"]


def test_there_are_three_feeds_for_the_site_and_for_each_section():
    folders = ("", "town/", "sea/")

    assert [f"{folder}{form}" for folder in folders for form in FORMS] == list(feeds())


class TestFeedsOfAuthors:
    def test_each_author_with_stories_has_some(self):
        found = feeds(make_article(), authors=(make_author(), BEN))

        assert [f"authors/mira/{form}" for form in FORMS] == list(found)[-3:]
        assert not any("ben" in path for path in found)

    def test_they_hold_what_the_author_did_in_any_role(self):
        given = (Credit(author="mira"), Credit(author="ben", role=Role.VIDEO))
        found = feeds(
            make_article("one", credits=given), make_article("two"), authors=(make_author(), BEN)
        )

        feed = parsed(found["authors/ben/feed.xml"])
        assert ("The Herald: Ben Ashe", ["Story one"]) == (
            feed.feed.title,
            [entry.title for entry in feed.entries],
        )
        assert "https://herald.example/paper/authors/ben/" == feed.feed.link

    def test_former_addresses_have_them_too(self):
        mira = make_author(aliases=("mira-berg",))
        found = feeds(make_article(), authors=(mira,))

        for form in FORMS:
            assert found[f"authors/mira/{form}"] == found[f"authors/mira-berg/{form}"]

    def test_an_agency_has_the_stories_of_its_people(self):
        wire = make_author("wire", kind=AuthorKind.ORGANIZATION)
        article = make_article(credits=(Credit(author="mira", agency="wire"),))

        found = feeds(article, authors=(make_author(), wire))

        assert 1 == len(parsed(found["authors/wire/feed.xml"]).entries)


def test_the_json_feed_tells_what_the_others_tell():
    given = (
        Credit(author="mira"),
        Credit(name="Pia Holm"),
        Credit(author="ben", role=Role.EDITING),
    )
    article = make_article(credits=given, body=make_body("Text.\n"))
    found = feeds(article, authors=(make_author(), BEN))

    feed = json.loads(found["feed.json"])
    (item,) = feed["items"]
    (entry,) = parsed(found["atom.xml"]).entries
    assert [
        {"name": "Mira", "url": "https://herald.example/paper/authors/mira/"},
        {"name": "Pia Holm"},
    ] == item["authors"]
    assert (entry.id, entry.link, entry.title) == (item["id"], item["url"], item["title"])
    assert entry.content[0].value == item["content_html"]
    assert ["Ben Ashe"] == [person.name for person in entry.contributors]


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
class TestBothFeeds:
    def test_all_authors_are_told(self, name):
        given = (Credit(author="mira"), Credit(author="ben"))
        made = feeds(make_article(credits=given), authors=(make_author(), BEN))

        (entry,) = parsed(made[name]).entries

        assert ["Mira", "Ben Ashe"] == [author.name for author in entry.authors]

    def test_who_did_two_things_and_nobody_reported_is_told_once(self, name):
        roles = (Role.PHOTOGRAPHS, Role.VIDEO)
        given = tuple(Credit(author="mira", role=role) for role in roles)

        (entry,) = parsed(feeds(make_article(credits=given))[name]).entries

        assert ["Mira"] == [author.name for author in entry.authors]

    def test_a_feed_names_itself_and_its_page(self, name):
        settings = make_settings(tagline="News of the bay", language="en-GB")

        feed = parsed(feeds(settings=settings)[f"sea/{name}"]).feed

        links = {link.rel: link.href for link in feed.links}
        assert "The Herald: The Sea" == feed.title
        assert f"https://herald.example/paper/sea/{name}" == links["self"]
        assert "https://herald.example/paper/sea/" == links["alternate"]
        assert "en-gb" == feed.language.lower()

    def test_sections_keep_to_themselves(self, name):
        made = feeds(*make_row("a"), *make_row("b", section="sea"))

        titles = [entry.title for entry in parsed(made[f"sea/{name}"]).entries]

        assert ["Story b"] == titles

    def test_no_more_stories_than_the_setting_newest_first(self, name):
        made = feeds(*make_row("a", "b", "c"), settings=make_settings(feed_size=2))

        assert ["Story a", "Story b"] == [one.title for one in parsed(made[name]).entries]

    def test_hidden_stories_are_not_in_it_but_on_a_preview(self, name):
        draft = make_article("draft", status=Status.DRAFT)

        assert [] == parsed(feeds(draft)[name]).entries
        assert 1 == len(parsed(feeds(draft, is_preview=True)[name]).entries)

    def test_the_whole_text_and_the_picture_are_told(self, name):
        article = make_article("own", body=make_body("One & two."), image=make_picture())

        (entry,) = parsed(feeds(article)[name]).entries

        assert "<p>One &amp; two.</p>" in entry.content[0].value
        assert 'src="https://herald.example/paper/images/pier-' in entry.content[0].value
        (media,) = entry.media_content
        assert media["url"].startswith("https://herald.example/paper/images/pier-")
        assert ("1200", "900", "image/jpeg") == (media["width"], media["height"], media["type"])

    def test_an_entry_tells_its_address_section_and_tags(self, name):
        article = make_article("own", tags=("Ferry",), summary="It sails.")

        (entry,) = parsed(feeds(article)[name]).entries

        assert "https://herald.example/paper/stories/own/" == entry.link
        assert "tag:herald.example,2000:/paper/stories/own/" == entry.id
        assert ["Town", "Ferry"] == [tag.term for tag in entry.tags]
        assert "It sails." == entry.summary


def test_atom_tells_the_last_change_and_the_pages_of_authors():
    article = make_article(
        updates=(Notice(date=make_moment("2026-11-22T09:00"), text="More."),),
        type=ArticleType.NEWS,
    )

    (entry,) = parsed(feeds(article)["atom.xml"]).entries

    assert "2026-11-22T09:00:00+00:00" == entry.updated
    assert "2026-11-20T00:00:00+00:00" == entry.published
    assert "https://herald.example/paper/authors/mira/" == entry.authors[0].href


def test_a_story_in_another_language_says_so_in_its_entry():
    made = feeds(make_article(lang="es"))

    assert b'<entry xml:lang="es">' in made["atom.xml"]
    assert b"<dc:language>es</dc:language>" in made["feed.xml"]


class TestPermanentId:
    def id_of(self, **values):
        article = make_article(**values)
        return permanent_id(article, make_paper(article))

    def test_it_is_the_first_address_of_the_story(self):
        assert "tag:herald.example,2000:/paper/stories/old/" == self.id_of(slug="old")

    @pytest.mark.parametrize("alias", ["stories/old/", "stories/old"])
    def test_a_rename_leaves_it_as_it_was(self, alias):
        before = self.id_of(slug="old")

        assert before == self.id_of(slug="new", title="Another title", aliases=(alias,))

    def test_a_second_rename_leaves_it_too(self):
        aliases = ("stories/old", "stories/new")

        assert self.id_of(slug="old") == self.id_of(slug="newest", aliases=aliases)

    def test_title_section_and_date_do_not_matter(self):
        changed = {"title": "B", "section": "sea", "date": make_moment("2020-01-01")}

        assert self.id_of(slug="a") == self.id_of(slug="a", **changed)


class TestFullText:
    def test_every_address_is_whole(self):
        text = full_text()

        assert '<a href="https://herald.example/paper/about/">pier</a>' in text
        assert '<a href="https://herald.example/paper/stories/own/#below">below</a>' in text
        assert 'href="https://other.example/x"' in text
        assert '<img src="https://herald.example/paper/images/bird-' in text
        assert '<p>Related: <a href="https://herald.example/paper/stories/ferry/">' in text
        assert "srcset" not in text
        assert "sizes" not in text

    def test_what_looks_like_a_link_in_the_text_stays_as_written(self):
        assert '<code>&lt;a href="/about/"&gt;</code>' in full_text().replace("&quot;", '"')

    def test_figures_embeds_and_quotes_are_plain(self):
        text = full_text()

        assert "<figcaption>A gull on the pier</figcaption></figure>" in text
        assert (
            '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">See it on YouTube</a></p>'
        ) in text
        assert "<blockquote><p>It sat there.</p>" in text.replace("\n", "")

    def test_the_lead_picture_comes_first_with_caption_and_credit(self):
        text = full_text(image=make_picture(caption="At <dawn>", credit="Ben Ashe"))

        assert text.startswith('<figure><img src="https://herald.example/paper/images/pier-')
        assert "<figcaption>At &lt;dawn&gt; Ben Ashe</figcaption></figure>" in text

    def test_a_picture_without_words_has_no_caption(self):
        assert "<figcaption>" not in full_text(image=make_picture()).split("</figure>")[0]

    def test_a_standing_page_has_one_too(self):
        page = make_page(body=make_body("See [the tide](/tags/).", path="pages/about.md"))

        text = standing_html(page, make_paper(pages=(page,)))

        assert '<p>See <a href="https://herald.example/paper/tags/">the tide</a>.</p>' in text
