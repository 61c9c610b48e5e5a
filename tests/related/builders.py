"""Builders with defaults for the tests of this room."""

from datetime import UTC, datetime, timedelta

from jamstack.model import Article, Block, BlockKind, Body, Credit, Moment
from jamstack.related.pools import full_pool
from jamstack.related.terms import profile

FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)


def make_article(slug="a", *, day=0, **values):
    defaults = {
        "path": f"articles/2025/{slug}.md",
        "slug": slug,
        "title": f"Story {slug}",
        "date": Moment(at=FIRST_DAY + timedelta(days=day), has_time=False),
        "section": "town",
        "credits": (Credit(author="mira"),),
        "body": Body(),
    }
    return Article(**(defaults | values))


def make_pool(*articles, links=None, direction=""):
    newest = sorted(articles, key=lambda item: (-item.date.at.timestamp(), item.slug))
    profiles = [profile(item, language="en") for item in newest]
    return full_pool(newest, profiles, links or {}, language="en", direction=direction)


def make_body(kinds, *, words=50):
    """Blocks from letters: `p` paragraph, `h` heading, `f` figure, `r` related, and so on."""
    return [Block(kind=KINDS[letter], words=0 if letter in "fer-" else words) for letter in kinds]


KINDS = {
    "p": BlockKind.PARAGRAPH,
    "h": BlockKind.HEADING,
    "l": BlockKind.LIST,
    "q": BlockKind.QUOTE,
    "u": BlockKind.PULL_QUOTE,
    "t": BlockKind.TABLE,
    "c": BlockKind.CODE,
    "-": BlockKind.RULE,
    "x": BlockKind.HTML,
    "f": BlockKind.FIGURE,
    "e": BlockKind.EMBED,
    "r": BlockKind.RELATED,
    "n": BlockKind.FOOTNOTES,
}
