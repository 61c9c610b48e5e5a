"""Builders with defaults that the rooms' tests share: one valid thing each, changed by name."""

from datetime import UTC, datetime

from jamstack.edition import gather
from jamstack.model import Article, Author, Body, Credit, HomeFront, Moment, Section, StandingPage
from jamstack.settings import Settings

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECTIONS = (Section(slug="town", name="Town"), Section(slug="sea", name="The Sea"))

STORY_HEAD = {
    "title": "The bridge reopens",
    "date": "2026-11-20",
    "section": "town",
    "authors": "[mira]",
}


def make_settings(**values):
    defaults = {
        "site_url": "https://herald.example/paper",
        "name": "The Herald",
        "sections": SECTIONS,
    }
    return Settings(**(defaults | values))


def make_moment(text="2026-11-20"):
    at = datetime.fromisoformat(text)
    return Moment(at=at if at.tzinfo else at.replace(tzinfo=UTC), has_time="T" in text)


def make_article(slug="bridge", **values):
    defaults = {
        "path": f"articles/2026/{slug}.md",
        "slug": slug,
        "title": f"Story {slug}",
        "date": make_moment(),
        "section": "town",
        "credits": (Credit(author="mira", line=5),),
        "body": Body(),
    }
    return Article(**(defaults | values))


def make_author(slug="mira", **values):
    name = values.get("name", slug.title())
    defaults = {"path": f"authors/{slug}.md", "slug": slug, "name": name, "sort_name": name}
    return Author(**(defaults | values))


def make_page(slug="about", **values):
    defaults = {"path": f"pages/{slug}.md", "slug": slug, "title": slug.title(), "body": Body()}
    return StandingPage(**(defaults | values))


def make_edition(*articles, authors=None, pages=(), front=None, settings=None, now=NOW, **values):
    """An edition of these articles; `mira` is its author unless others are given."""
    return gather(
        articles,
        (make_author(),) if authors is None else authors,
        pages,
        front or HomeFront(path="fronts/home.yml"),
        settings=settings or make_settings(),
        now=now,
        **values,
    )


def story_text(body="The bridge reopens on Monday.\n", **fields):
    """A story's file as text. Fields are written as given; one that is None is left out."""
    head = {**STORY_HEAD, **fields}
    lines = [f"{name}: {value}\n" for name, value in head.items() if value is not None]
    return f"---\n{''.join(lines)}---\n{body}"
