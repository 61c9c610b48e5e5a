"""A small paper that shows everything once, and its edition as the press makes and remembers it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from jamstack.images.formats import PictureFormat
from jamstack.images.inspect import PictureFacts
from jamstack.images.plan import plan
from jamstack.layout.paper import Paper
from jamstack.layout.site import file_plans, page_plans, site_view
from jamstack.model import (
    Article,
    ArticleType,
    Author,
    Body,
    Credit,
    FollowLink,
    HomeFront,
    Notice,
    Role,
    StandingPage,
    Status,
)
from jamstack.press.codec import digest_of
from jamstack.press.gallery import pictures_of
from jamstack.press.ledger import Ledger, layout_ground
from jamstack.press.records import NO_STAMP, SourceRecord
from jamstack.press.run import frames_of
from jamstack.settings import Settings

from ..builders import NOW, make_article, make_author, make_edition, make_page, make_settings
from ..copies import replace
from .builders import ASSETS, at, make_body, make_picture

HOUR = timedelta(hours=1)
SETTINGS = make_settings(
    timezone="Europe/Dublin",
    language="en-GB",
    tagline="News of the bay",
    corrections_page="about",
    page_size=3,
    front_size=2,
    top_size=2,
    feed_size=4,
    related_size=3,
    inline_related_words=20,
    inline_related_from=20,
)
RICH = """One [ferry](ferry.md#later), [about](../../pages/about.md), [Mira](../../authors/mira.md),
[a path](/tags/), [here](#below) and a note.[^1]

## Below

![A gull](gull.jpg "A gull on the pier")

A small ![bird](bird.jpg) sat there.

https://www.youtube.com/watch?v=abcdefghijk

> [!PULLQUOTE]
> It sat there.
> — A witness

RELATED: old

More.

RELATED:

[^1]: The note.
"""
LONG = "## Later\n\n" + "\n\n".join(f"Paragraph {word} has its words." for word in "abcdefghij")
BIOGRAPHY = """She wrote [this](../articles/2026/old.md).

## Then

## Now

![Desk](desk.jpg)
"""
ABOUT = """We write. See [it](../articles/2026/elsewhere.md), [her](../authors/mira.md).

![Us](us.jpg)
"""
MASTODON = FollowLink(
    network="mastodon", label="Mastodon", url="https://s.example/@mira", handle="@mira@s.example"
)
X = FollowLink(network="x", label="X", url="https://x.com/mira", handle="mira")


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """Everything that an edition is made of; `pictures` are widths by path, where not the usual."""

    stories: tuple[Article, ...]
    authors: tuple[Author, ...]
    pages: tuple[StandingPage, ...]
    front: HomeFront
    settings: Settings = SETTINGS
    now: datetime = NOW
    is_preview: bool = False
    pictures: dict[str, int] = field(default_factory=dict)

    def edition(self):
        """The edition; as in a build, its stories lack their text."""
        return make_edition(
            *(replace(story, body=story.body.without_text()) for story in self.stories),
            authors=self.authors,
            pages=self.pages,
            front=self.front,
            settings=self.settings,
            now=self.now,
            is_preview=self.is_preview,
        )


class Printed:
    """An edition with every page and file made.

    `values` are what pages and files show, `asked` the questions they asked, `texts` the stories
    whose text their plan says they show; all by path.
    """

    def __init__(self, newsroom):
        self.paper = make_printed_paper(newsroom)
        self.values, self.asked, self.texts = {}, {}, {}
        self._frames = {}
        records = {story.path: _record(story) for story in newsroom.stories}
        self._ledger = Ledger(self.paper, records, ground=layout_ground(self.paper, b"code"))
        self._make()

    def key(self, printed, path):
        """The key that what stands in `printed` at `path` would have in this edition."""
        return self._ledger.key(printed.asked[path], self._frames[path])

    def _make(self):
        site, pages = site_view(self.paper), tuple(page_plans(self.paper))
        frames = frames_of(site, {page.template: page.template.encode() for page in pages})
        for page in pages:
            views, self.asked[page.path] = self.paper.asked_by(page.lay_out)
            self.values[page.path] = (page.template, site, views)
            self._frames[page.path] = frames[page.template]
            self.texts[page.path] = set(page.texts)
        for file in file_plans(self.paper):
            self.values[file.path], self.asked[file.path] = self.paper.asked_by(file.make)
            self._frames[file.path] = b""
            self.texts[file.path] = set(file.texts)


def make_printed_paper(newsroom):
    """The paper of a newsroom, with all its texts."""
    edition = newsroom.edition()
    plans = {}
    for _, _, picture in pictures_of(edition):
        width = newsroom.pictures.get(picture.path, 1600)
        facts = PictureFacts(
            width=width, height=1200, format=PictureFormat.JPEG, digest=f"{width:064x}"
        )
        plans[picture.path, picture.focus] = plan(
            facts, settings=newsroom.settings, stem="picture", focus=picture.focus
        )
    paper = Paper(edition, plans=plans, assets=ASSETS, theme_colours={})
    paper.texts = {story.path: story.body for story in newsroom.stories}
    return paper


def make_story(slug, text="Short.\n", *, hours=1, **values):
    """A story of so many hours ago."""
    path = f"articles/2026/{slug}.md"
    date = at(NOW - hours * HOUR)
    return make_article(slug, **({"date": date, "body": make_body(text, path=path)} | values))


def make_newsroom(**values):
    """The paper before any edit; no fault in it."""
    defaults = {
        "stories": _stories(),
        "authors": _authors(),
        "pages": (
            make_page(body=make_body(ABOUT, path="pages/about.md")),
            make_page("contact", dek="Write to us."),
        ),
        "front": HomeFront(path="fronts/home.yml", lead="ferry", sections={"town": ("told",)}),
    }
    return Newsroom(**(defaults | values))


def _stories():
    shared = (Credit(author="mira"), Credit(author="ben", role=Role.PHOTOGRAPHS))
    told = (Notice(date=at(NOW - HOUR), text="Wrong name."),)
    return (
        make_story("rich", RICH, tags=("Harbour", "Night Bus"), image=make_picture(focus=(20, 30))),
        make_story("ferry", LONG, hours=3, tags=("night bus",), aliases=("x/",), section="sea"),
        make_story(
            "opinion",
            hours=5,
            type=ArticleType.OPINION,
            lang="es",
            kicker="Tides",
            series="The Bay",
        ),
        make_story(
            "told", hours=40, corrections=told, updated=at(NOW), credits=shared, series="The bay"
        ),
        make_story("pins", LONG, hours=60, related=("old", "ferry"), tags=("night-bus",)),
        make_story("elsewhere", hours=70, canonical="https://first.example/x", summary="It was."),
        make_story("old", hours=24 * 200, tags=("harbour",), section="sea", extra={"a": 1}),
        make_story("older", hours=24 * 500, credits=(Credit(author="ben"),)),
        make_story("draft", status=Status.DRAFT, credits=(Credit(author="eva"),), tags=("secret",)),
        make_story("ahead", hours=-1.5, status=Status.DRAFT),
        make_story("later", embargo=at(NOW + 3 * HOUR), tags=("harbour",)),
    )


def _authors():
    mira = make_author(
        name="Mira Solberg",
        beats=("the council",),
        follow=(MASTODON, X),
        portrait=make_picture("mira.jpg"),
        biography=make_body(BIOGRAPHY, path="authors/mira.md"),
    )
    return (mira, *map(make_author, ("ben", "eva", "idle")))


def _record(story):
    """What is remembered of a story: its file's digest, and that of all but its text."""
    return SourceRecord(
        path=story.path,
        stamp=NO_STAMP,
        digest=digest_of(replace(story, body=replace(story.body, anchors=()))),
        value=None,
        face=digest_of(replace(story, body=Body(), lines={})),
    )
