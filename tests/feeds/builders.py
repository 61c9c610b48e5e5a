"""Builders with defaults for the tests of this room."""

from datetime import UTC, datetime, timedelta

from jamstack.feeds.entries import Feed, FeedAuthor, FeedEntry, FeedImage
from jamstack.model import Article, Author, Body, Byline, Credited, Moment, Role, Section
from jamstack.settings import Settings

NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
SITE = "https://herald.example/paper"


def make_entry(number=1, **values):
    published = NOON + timedelta(days=number)
    defaults = {
        "id": f"tag:herald.example,2025:story-{number}",
        "url": f"{SITE}/stories/story-{number}/",
        "title": f"Story {number}",
        "summary": "The bridge reopens.",
        "html": "<p>The bridge reopens.</p>",
        "published": published,
        "updated": published,
        "authors": (FeedAuthor(name="Mira Castell", url=f"{SITE}/authors/mira/"),),
        "section": "Town",
    }
    return FeedEntry(**(defaults | values))


def make_feed(*entries, **values):
    defaults = {
        "title": "The Herald",
        "description": "News of the harbour",
        "home_url": f"{SITE}/",
        "self_url": f"{SITE}/feed.xml",
        "language": "en",
        "entries": entries,
    }
    return Feed(**(defaults | values))


def make_image(**values):
    defaults = {"url": f"{SITE}/images/bridge.jpg", "width": 1200, "height": 800}
    return FeedImage(**(defaults | values))


def make_settings(**values):
    defaults = {
        "site_url": SITE,
        "name": "The Herald",
        "sections": (Section(slug="town", name="Town"),),
    }
    return Settings(**(defaults | values))


def make_author(name="Mira Castell", **values):
    slug = name.split()[0].lower()
    defaults = {"path": f"authors/{slug}.md", "slug": slug, "name": name, "sort_name": name}
    return Author(**(defaults | values))


def make_byline(*people):
    """A byline of authors, who reported, or of (author, role) pairs."""
    pairs = [person if isinstance(person, tuple) else (person, Role.REPORTING) for person in people]
    return Byline(
        parts=(), people=tuple(Credited(author=author, role=role) for author, role in pairs)
    )


def make_article(**values):
    defaults = {
        "path": "articles/2025/bridge.md",
        "slug": "bridge",
        "title": "The bridge reopens",
        "date": Moment(at=NOON, has_time=True),
        "section": "town",
        "credits": (),
        "body": Body(words=120, text="The first paragraph."),
    }
    return Article(**(defaults | values))
