"""The newsroom as a Hugo site, written the way Hugo's own users do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from importlib.resources import as_file, files
from pathlib import Path

from jamstack.benches.folders import copy_static, picture_name, write_pictures, write_text
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

_THEM = {"he": "him", "she": "her", "they": "them"}


def write_hugo(room: Newsroom, folder: Path, *, theme: Path) -> None:
    """Write the site into `folder`, with the static files of `theme`."""
    with as_file(files("jamstack.benches") / "hugo") as layouts:
        shutil.copytree(layouts, folder)
    configuration = folder / "hugo.toml"
    write_text(configuration, _configuration(configuration.read_text(encoding="utf-8")))
    copy_static(theme / "static", folder / "static")
    write_pictures(room, folder / "assets" / "pictures")
    content = folder / "content"
    for slug in SECTIONS:
        front = {"title": slug.title(), "description": section_line(slug)}
        write_text(content / slug / "_index.md", _document(front))
    for author in room.authors:
        write_text(content / "authors" / author.slug / "_index.md", _author(author))
    for path, matter in _periods(room):
        write_text(content / path / "_index.md", _document(matter))
    for story in stories_of(room):
        write_text(content / story_path(story.outline), _story(story))


def story_path(outline: Outline) -> str:
    """A story's file, relative to the content folder."""
    return f"{outline.section}/{outline.slug}.md"


def _configuration(shared: str) -> str:
    """The configuration: what the newsroom is, then what is the same for every newsroom."""
    parts = [
        f"baseURL = {json.dumps(ADDRESS + '/')}",
        f"title = {json.dumps(NAME)}",
        f"locale = {json.dumps(LANGUAGE)}",
        shared,
        f"[params]\ntagline = {json.dumps(TAGLINE)}",
        "[permalinks.page]",
        *(f'{slug} = "/stories/:contentbasename/"' for slug in SECTIONS),
    ]
    for weight, slug in enumerate(SECTIONS, start=1):
        parts += [
            "[[menus.main]]",
            f'identifier = "{slug}"\nname = "{slug.title()}"',
            f'pageRef = "/{slug}"\nweight = {weight}',
        ]
    return "\n".join(parts) + "\n"


def _periods(room: Newsroom) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The years and months in which there are stories, as terms with their names.

    Two taxonomies, since Hugo counts what lies below a term as the term's own; the list of months
    has no page.
    """
    months = {(outline.date.year, outline.date.month): outline.date for outline in room.outlines}
    for year in {year for year, _ in months}:
        yield f"archive/{year}", {"title": f"{year}"}
    for (year, month), date in months.items():
        address = f"/archive/{year}/{month:02d}/"
        names = {"title": f"{date:%B %Y}", "linkTitle": f"{date:%B}", "url": address}
        yield f"months/{year}-{month:02d}", {**names, "year": f"{year}"}
    yield "months", {"title": "Months", "build": {"render": "never"}}


def _document(matter: Mapping[str, object], body: str = "") -> str:
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in matter.items())
    return f"---\n{lines}---\n\n{body}\n"


def _author(author: Author) -> str:
    follow = [
        {"label": item.label, "handle": item.handle, "url": item.url} for item in author.networks
    ]
    matter = {
        "title": author.name,
        "role": author.role,
        "description": author.bio,
        "outputs": ["html", "rss", "atom", "jsonfeed"],
        "them": _THEM[author.pronouns.split("/")[0]],
        "follow": follow,
    }
    return _document(matter, author.biography)


def _story(story: Story) -> str:
    outline = story.outline
    body = story.body.replace(LINK, f"/{story_path(story.linked)}")
    body = body.replace(PICTURE, f"/pictures/{picture_name(story.picture)}")
    image = (
        f"image:\n  name: {picture_name(story.picture)}\n  alt: {story.alt}\n"
        f"  caption: {story.caption}\n  credit: {story.credit}\n"
    )
    return (
        f"---\ntitle: {outline.title}\ndescription: {story.dek}\n"
        f"date: {outline.date:%Y-%m-%dT%H:%M:%SZ}\n"
        f"authors: [{', '.join(story.authors)}]\ntags: [{', '.join(story.tags)}]\n"
        f'archive: ["{outline.date:%Y}"]\nmonths: ["{outline.date:%Y-%m}"]\n{image}---\n\n{body}\n'
    )
