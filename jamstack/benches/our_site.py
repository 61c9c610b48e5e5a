"""The newsroom as a project of this platform: content, settings and the platform's own theme."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from jamstack.benches.folders import picture_name, write_pictures, write_text
from jamstack.benches.newsroom import (
    ADDRESS,
    LANGUAGE,
    LINK,
    NAME,
    PICTURE,
    SECTIONS,
    TAGLINE,
    Author,
    Newsroom,
    Outline,
    Story,
    section_line,
    stories_of,
)

APPLICATION = "pelican-app"
CONTENT = f"{APPLICATION}/content"

_SETTINGS = """\
from pathlib import Path

from jamstack.pelican_plugin import NewsroomPelican

_PROJECT = Path(__file__).resolve().parent.parent

SITEURL = {address!r}
PATH = str(_PROJECT / "pelican-app" / "content")
THEME = str(_PROJECT / "pelican-app" / "theme")
OUTPUT_PATH = str(_PROJECT / "output")
CACHE_PATH = str(_PROJECT / ".cache")
PELICAN_CLASS = NewsroomPelican
PLUGINS = ["jamstack.pelican_plugin"]
DELETE_OUTPUT_DIRECTORY = False
JAMSTACK = {newsroom!r}
SITENAME = JAMSTACK["name"]
"""

_TASKS = """\
from jamstack.tasks import namespace

__all__ = ["namespace"]
"""


def write_ours(room: Newsroom, folder: Path, *, theme: Path, share_cards: bool = False) -> None:
    """Write the project into `folder`, with a copy of `theme`."""
    # Nobody else draws cards, so builds are compared without them.
    write_project(folder, newsroom_settings() | {"share_cards": share_cards}, theme=theme)
    content = folder / CONTENT
    write_pictures(room, content / "pictures")
    for author in room.authors:
        write_text(content / "authors" / f"{author.slug}.md", _author(author))
    for story in stories_of(room):
        write_text(content / story_path(story.outline), _story(story))


def write_project(folder: Path, settings: Mapping[str, object], *, theme: Path) -> None:
    """Write everything but the content: commands, theme, and these as the `JAMSTACK` settings."""
    application = folder / APPLICATION
    write_text(folder / "tasks.py", _TASKS)
    text = _SETTINGS.format(address=ADDRESS, newsroom=dict(settings))
    write_text(application / "pelicanconf.py", text)
    shutil.copytree(theme, application / "theme")


def newsroom_settings() -> dict[str, object]:
    """The `JAMSTACK` settings of the made-up newsroom."""
    return {
        "name": NAME,
        "tagline": TAGLINE,
        "language": LANGUAGE,
        "timezone": "UTC",
        "share_cards": False,
        "sections": [
            {"slug": slug, "name": slug.title(), "description": section_line(slug)}
            for slug in SECTIONS
        ],
    }


def story_path(outline: Outline) -> str:
    """A story's file, relative to the content folder."""
    return f"articles/{outline.date.year}/{outline.slug}.md"


def _author(author: Author) -> str:
    follow = "".join(f'  {item.key}: "{item.url}"\n' for item in author.networks)
    return (
        f"---\nname: {author.name}\nrole: {author.role}\nbio: {author.bio}\n"
        f"pronouns: {author.pronouns}\nfollow:\n{follow}---\n\n{author.biography}\n"
    )


def _story(story: Story) -> str:
    outline = story.outline
    body = story.body.replace(LINK, f"../{story.linked.date.year}/{story.linked.slug}.md")
    body = body.replace(PICTURE, f"../../pictures/{picture_name(story.picture)}")
    return (
        f"---\ntitle: {outline.title}\ndek: {story.dek}\ndate: {outline.date:%Y-%m-%d %H:%M}\n"
        f"section: {outline.section}\nauthors: [{', '.join(story.authors)}]\n"
        f"tags: [{', '.join(story.tags)}]\n"
        f"image:\n  src: ../../pictures/{picture_name(story.picture)}\n  alt: {story.alt}\n"
        f"  caption: {story.caption}\n  credit: {story.credit}\n---\n\n{body}\n"
    )
