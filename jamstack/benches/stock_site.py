"""The newsroom as a site of stock Pelican: its own readers, generators, writer and feeds.

It has no image processing, so it is given the finished files that the others make.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from PIL import Image

from jamstack.benches.folders import write_text
from jamstack.benches.newsroom import (
    ADDRESS,
    LANGUAGE,
    LINK,
    NAME,
    NOW,
    PICTURE,
    PICTURES,
    SECTIONS,
    TAGLINE,
    Author,
    Newsroom,
    Outline,
    Story,
    section_line,
    stories_of,
)
from jamstack.benches.pictures import picture

QUALITY = 78
SHARE_SIZE_PX = (800, 420)
SMALL_SIZE_PX = (480, 320)

_THEM = {"he": "him", "she": "her", "they": "them"}

_SETTINGS = """\
import datetime
import json
from pathlib import Path

PEOPLE = json.loads(Path(__file__).with_name("people.json").read_text(encoding="utf-8"))
ASSETS = {assets!r}
NOW = datetime.datetime.fromisoformat({now!r})
SECTIONS = {sections!r}

SITEURL = {address!r}
SITENAME = {name!r}
SITESUBTITLE = {tagline!r}
LANGUAGE = {language!r}
TIMEZONE = "UTC"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["related_by_tags"]
ARTICLE_PATHS = list(section[0] for section in SECTIONS)
STATIC_PATHS = ["images", "favicon.ico"]
FORMATTED_FIELDS = []

ARTICLE_URL = "stories/{{slug}}/"
CATEGORY_URL = "{{slug}}/"
TAG_URL = "tags/{{slug}}/"
AUTHOR_URL = "authors/{{slug}}/"
YEAR_ARCHIVE_URL = "archive/{{date:%Y}}/"
MONTH_ARCHIVE_URL = "archive/{{date:%Y}}/{{date:%m}}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"

DIRECT_TEMPLATES = [
    "index", "tags", "authors", "archives", "missing", "sitemap", "news", "robots", "manifest",
]
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_SAVE_AS = "authors/index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
MISSING_SAVE_AS = "404.html"
SITEMAP_SAVE_AS = "sitemap.xml"
NEWS_SAVE_AS = "news-sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"
MANIFEST_SAVE_AS = "manifest.webmanifest"

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = dict.fromkeys(("category", "tag", "author", "period_archives"))
PAGINATION_PATTERNS = [
    (1, "{{base_name}}/", "{{base_name}}/index.html"),
    (2, "{{base_name}}/page/{{number}}/", "{{base_name}}/page/{{number}}/index.html"),
]

FEED_ALL_RSS = "feed.xml"
FEED_ALL_ATOM = "atom.xml"
CATEGORY_FEED_RSS = "{{slug}}/feed.xml"
CATEGORY_FEED_ATOM = "{{slug}}/atom.xml"
AUTHOR_FEED_RSS = "authors/{{slug}}/feed.xml"
AUTHOR_FEED_ATOM = "authors/{{slug}}/atom.xml"
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
"""


def write_stock(room: Newsroom, folder: Path, *, theme: Path) -> None:
    """Write the site into `folder`, with the static files of `theme`."""
    with as_file(files("jamstack.benches") / "stock") as parts:
        shutil.copytree(parts, folder, ignore=shutil.ignore_patterns("__pycache__"))
    static = folder / "theme" / "static"
    content = folder / "content"
    content.mkdir()
    shutil.copytree(theme / "static", static)
    (static / "favicon.ico").rename(content / "favicon.ico")
    write_text(folder / "pelicanconf.py", _settings(static))
    people = {author.name: _person(author) for author in room.authors}
    write_text(folder / "people.json", json.dumps(people, indent=1))
    _write_pictures(room, content / "images")
    for story in stories_of(room):
        write_text(content / story_path(story.outline), _story(story, room))


def story_path(outline: Outline) -> str:
    """A story's file, relative to the content folder."""
    return f"{outline.section}/{outline.slug}.md"


def _settings(static: Path) -> str:
    sections = [(slug, slug.title(), section_line(slug)) for slug in SECTIONS]
    return _SETTINGS.format(
        assets=dict(_assets(static)),
        now=NOW.isoformat(),
        sections=sections,
        address=ADDRESS,
        name=NAME,
        tagline=TAGLINE,
        language=LANGUAGE,
    )


def _assets(static: Path) -> Iterator[tuple[str, str]]:
    """The addresses of the theme's files, with a digest of their content."""
    for file in sorted(path for path in static.rglob("*") if path.is_file()):
        name = file.relative_to(static).as_posix()
        yield name, f"/theme/{name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:10]}"


def _person(author: Author) -> dict[str, object]:
    return {
        "initials": "".join(word[0] for word in author.name.split()),
        "role": author.role,
        "bio": author.bio,
        "biography": author.biography,
        "them": _THEM[author.pronouns.split("/")[0]],
        "follow": [
            {"label": item.label, "handle": item.handle, "url": item.url}
            for item in author.networks
        ],
    }


def _write_pictures(room: Newsroom, folder: Path) -> None:
    folder.mkdir()
    for number in range(PICTURES):
        image = Image.open(io.BytesIO(picture(number, seed=room.seed)))
        top = (image.height - SHARE_SIZE_PX[1]) // 2
        share = image.crop((0, top, SHARE_SIZE_PX[0], top + SHARE_SIZE_PX[1]))
        stem = f"view-{number}"
        image.resize(SMALL_SIZE_PX).save(folder / f"{stem}-480.webp", quality=QUALITY)
        image.save(folder / f"{stem}-800.webp", quality=QUALITY)
        image.save(folder / f"{stem}-800.jpg", quality=QUALITY)
        share.save(folder / f"{stem}-share.jpg", quality=QUALITY)


def _story(story: Story, room: Newsroom) -> str:
    outline = story.outline
    names = {author.slug: author.name for author in room.authors}
    body = story.body.replace(LINK, f"{{filename}}/{story_path(story.linked)}")
    body = body.replace(PICTURE, f"/images/view-{story.picture}.jpg")
    return (
        f"Title: {outline.title}\nSlug: {outline.slug}\nDate: {outline.date:%Y-%m-%d %H:%M}\n"
        f"Category: {outline.section.title()}\nSummary: {story.dek}\n"
        f"Authors: {', '.join(names[slug] for slug in story.authors)}\n"
        f"Tags: {', '.join(story.tags)}\nPicture: view-{story.picture}\nAlt: {story.alt}\n"
        f"Caption: {story.caption}\nCredit: {story.credit}\n\n{body}\n"
    )
