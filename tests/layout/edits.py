"""Every way in which a newsroom may change.

An edit is (what, which, option): `what` is a name in `EDITS`; the numbers choose among the things
that can be changed so and among the ways to do it, and wrap round.
"""

import inspect
from datetime import UTC, datetime

from jamstack.checks import check
from jamstack.model import (
    ArticleType,
    AuthorKind,
    AuthorStatus,
    Body,
    Credit,
    Notice,
    Role,
    Status,
)
from jamstack.press.gallery import pictures_of

from ..builders import NOW, make_author, make_page
from ..copies import replace
from .builders import at, make_body, make_picture
from .newsroom import HOUR, LONG, MASTODON, RICH, X, make_story


def edited(newsroom, *edits):
    """The newsroom after these edits, without those that no build would accept."""
    for what, which, option in edits:
        changed = EDITS[what](newsroom, which, option)
        if not check(changed.edition()):
            newsroom = changed
    return newsroom


def _can(options, which=(0,)):
    """Say in how many ways an edit changes a thing, and which things are worth a try."""

    def told(edit):
        edit.options, edit.which = options, which
        return edit

    return told


def _of_story(name, *options):
    return _of("stories", name, options, (0, 8))


def _of_author(name, *options):
    return _of("authors", name, options, (0, 1))


def _of_page(name, *options):
    return _of("pages", name, options, (0, 1))


def _of(kind, name, options, which):
    """An edit that gives one thing of a kind another value in one field."""

    @_can(len(options), which)
    def edit(newsroom, which, option):
        things = list(getattr(newsroom, kind))
        if things:
            which %= len(things)
            value = options[option % len(options)]
            given = value(things[which]) if inspect.isfunction(value) else value
            things[which] = replace(things[which], **{name: given})
        return replace(newsroom, **{kind: tuple(things)})

    return edit


def _of_front(name, *options):
    return _within("front", name, options)


def _of_settings(name, *options):
    return _within("settings", name, options)


def _within(part, name, options):
    """An edit that gives one field of a part of the newsroom another value."""

    @_can(len(options))
    def edit(newsroom, _, option):
        value = options[option % len(options)]
        return replace(newsroom, **{part: replace(getattr(newsroom, part), **{name: value})})

    return edit


def _clock(*options):
    @_can(len(options))
    def edit(newsroom, _, option):
        return replace(newsroom, now=options[option % len(options)])

    return edit


def _added(kind, *things):
    """An edit that adds one thing, in the place of the one of its slug."""

    @_can(len(things))
    def edit(newsroom, _, option):
        thing = things[option % len(things)]
        others = tuple(one for one in getattr(newsroom, kind) if one.slug != thing.slug)
        return replace(newsroom, **{kind: (*others, thing)})

    return edit


def _removed(kind, *which):
    @_can(1, which)
    def edit(newsroom, which, _):
        things = getattr(newsroom, kind)
        which %= len(things) or 1
        return replace(newsroom, **{kind: things[:which] + things[which + 1 :]})

    return edit


@_can(3, (0, 3, 5))
def _moved(newsroom, which, option):
    """A story's file in another folder."""
    things = list(newsroom.stories)
    which %= len(things)
    story = things[which]
    folder = ("articles/2025", "articles/2026", "articles/2026/june")[option % 3]
    things[which] = replace(story, path=f"{folder}/{story.slug}.md")
    return replace(newsroom, stories=tuple(things))


@_can(3, (0, 1, 2, 3, 4, 5))
def _resized(newsroom, which, option):
    """Another picture in the place of one."""
    paths = sorted({picture.path for _, _, picture in pictures_of(newsroom.edition())})
    widths = {**newsroom.pictures, paths[which % len(paths)]: (1600, 900, 300)[option % 3]}
    return replace(newsroom, pictures=widths)


def _written(text):
    return lambda thing: make_body(text, path=thing.path)


BEN, MIRA, EVA = (Credit(author=slug) for slug in ("ben", "mira", "eva"))
PHOTOS = Credit(author="eva", role=Role.PHOTOGRAPHS)
DAYS = (
    *(at(NOW - hours * HOUR) for hours in (0, 1, 4, 47, 48, 49, 24 * 40, 24 * 400)),
    *(at(NOW + hours * HOUR) for hours in (1, 30)),
    at(datetime(2025, 12, 31, 23, 30, tzinfo=UTC)),
    at(datetime(2025, 6, 30, 23, 30, tzinfo=UTC), has_time=False),
)
HOURS = (0, 1, 2, 3, 6, 40, 49, 24 * 60, -1, -2, -4, -50)
SLUGS = ((), ("ferry",), ("old", "rich"), ("told", "pins", "older"), ("draft",), ("new",))
NEW = make_story("new", LONG, hours=2, tags=("Harbour",), image=make_picture("new.jpg"))
LINES = "RELATED:\n\nOne.\n\nRELATED:\n\nTwo."

EDITS = {
    "story title": _of_story("title", "Changed", "Story old", "changed  again"),
    "story dek": _of_story("dek", "", "Another dek."),
    "story summary": _of_story("summary", "", "Another summary."),
    "story kicker": _of_story("kicker", "", "Ships"),
    "story section": _of_story("section", "town", "sea"),
    "story tags": _of_story(
        "tags", (), ("Harbour",), ("harbour", "night bus"), ("NIGHT BUS", "Zoo"), ("zoo",)
    ),
    "story date": _of_story("date", *DAYS),
    "story updated": _of_story("updated", None, at(NOW), at(NOW - 2 * HOUR)),
    "story corrections": _of_story(
        "corrections", (), (Notice(date=at(NOW - HOUR), text="Wrong date."),)
    ),
    "story updates": _of_story("updates", (), (Notice(date=at(NOW), text="More."),)),
    "story credits": _of_story("credits", (MIRA,), (BEN,), (MIRA, BEN), (EVA,), (BEN, PHOTOS)),
    "story image": _of_story(
        "image", None, make_picture(), make_picture(focus=(1, 2)), make_picture("gull.jpg", alt="A")
    ),
    "story type": _of_story("type", ArticleType.NEWS, ArticleType.REVIEW),
    "story lang": _of_story("lang", "", "es", "en-GB"),
    "story canonical": _of_story("canonical", "", "https://first.example/y"),
    "story aliases": _of_story("aliases", (), ("old/one",), ("x/", "2019/x.html"), ("y/",)),
    "story related": _of_story("related", *SLUGS),
    "story related inline": _of_story("related_inline", None, 0, 1, 3),
    "story series": _of_story("series", "", "The Bay", "the bay", "Tides"),
    "story part": _of_story("part", 0, 1, 2),
    "story status": _of_story("status", Status.DRAFT, Status.PUBLISHED),
    "story embargo": _of_story("embargo", None, at(NOW + HOUR), at(NOW - HOUR)),
    "story extra": _of_story("extra", {}, {"a": 2, "b": ["c"]}),
    "story slug": _of_story("slug", "renamed", "another"),
    "story text": _of_story(
        "body", *map(_written, (RICH, LONG, LINES, "Short.\n", "See [it](old.md).\n\nTwo."))
    ),
    "story added": _added(
        "stories", NEW, replace(NEW, date=at(NOW + HOUR)), replace(NEW, tags=("zoo",))
    ),
    "story removed": _removed("stories", 2, 4, 7, 8),
    "story moved": _moved,
    "author name": _of_author("name", "Mira Solberg", "Ana Ames"),
    "author sort name": _of_author("sort_name", "Zell", "Ames"),
    "author role": _of_author("role", "", "Editor"),
    "author bio": _of_author("bio", "", "Writes."),
    "author beats": _of_author("beats", (), ("the sea", "boats")),
    "author biography": _of_author(
        "biography", Body(), _written("One.\n\n## Two"), _written("See [it](../pages/about.md).")
    ),
    "author portrait": _of_author("portrait", None, make_picture("mira.jpg"), make_picture()),
    "author pronouns": _of_author("pronouns", "", "she/her"),
    "author email": _of_author("email", "", "m@herald.example"),
    "author follow": _of_author("follow", (), (X,), (MASTODON, X)),
    "author kind": _of_author("kind", AuthorKind.PERSON, AuthorKind.ORGANIZATION),
    "author status": _of_author("status", AuthorStatus.STAFF, AuthorStatus.FORMER),
    "author added": _added("authors", make_author("zoe"), make_author("zoe", name="Zoe Ames")),
    "author removed": _removed("authors", 3),
    "page title": _of_page("title", "Who we are", "Us"),
    "page dek": _of_page("dek", "", "A dek."),
    "page slug": _of_page("slug", "who", "us"),
    "page text": _of_page(
        "body", Body(), _written("One.\n\n## Two"), _written("See [it](contact.md).")
    ),
    "page added": _added("pages", make_page("policy"), make_page("policy", title="Rules")),
    "page removed": _removed("pages", 1),
    "front lead": _of_front("lead", "", "ferry", "rich", "later"),
    "front top": _of_front("top", *SLUGS),
    "front order": _of_front("order", (), ("sea",), ("sea", "town")),
    "front sections": _of_front(
        "sections", {}, {"town": ("pins", "ferry")}, {"sea": ("rich",), "town": ("rich",)}
    ),
    "clock": _clock(*(NOW + hours * HOUR for hours in HOURS)),
    "picture": _resized,
    "setting name": _of_settings("name", "The Herald", "The Mail"),
    "setting page size": _of_settings("page_size", 2, 3, 5),
    "setting zone": _of_settings("timezone", "Europe/Dublin", "Asia/Tokyo"),
}
