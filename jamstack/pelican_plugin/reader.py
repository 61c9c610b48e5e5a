"""Stories and pages for stock Pelican: what the press has read, in Pelican's own words.

Used on the ordinary path only, where a third-party plugin or a stock theme is switched on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader, Readers
from pelican.utils import SafeDatetime

from jamstack import addresses
from jamstack.layout.paper import Paper
from jamstack.layout.stories import last_changed
from jamstack.layout.syndication import standing_html, story_html
from jamstack.model import Article, StandingPage

PREPARED = "JAMSTACK_PREPARED"
"""The key in Pelican's settings under which prepared sources wait for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One source as Pelican wants it: HTML, and metadata without Pelican's own objects."""

    html: str
    metadata: Mapping[str, Any]


class PreparedReader(BaseReader):
    """Hands out what was prepared; a file that was not is none for readers."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The HTML and the metadata of one source file."""
        settings = self.settings
        path = Path(source_path).relative_to(settings["PATH"]).as_posix()
        prepared: Prepared = settings[PREPARED][path]
        metadata = dict(prepared.metadata)
        for name, make in (("category", Category), ("author", Author)):
            if name in metadata:
                metadata[name] = make(metadata[name], settings)
        for name, make in (("tags", Tag), ("authors", Author)):
            if name in metadata:
                metadata[name] = [make(value, settings) for value in metadata[name]]
        for name in ("date", "modified"):
            if name in metadata:
                metadata[name] = SafeDatetime.fromtimestamp(
                    metadata[name].timestamp(), tz=metadata[name].tzinfo
                )
        return prepared.html, metadata


def add_reader(readers: Readers) -> None:
    """Read Markdown by what was prepared."""
    if PREPARED in readers.settings:
        readers.reader_classes["md"] = PreparedReader


def register() -> None:
    """Connect to Pelican; module-level functions only, since it holds them weakly."""
    signals.readers_init.connect(add_reader)


def prepare(paper: Paper) -> Mapping[str, Prepared]:
    """Everything published, by source path."""
    stories = {article.path: _story(article, paper) for article in paper.edition.articles}
    pages = {page.path: _page(page, paper) for page in paper.edition.pages}
    return {**stories, **pages}


def _story(article: Article, paper: Paper) -> Prepared:
    url = paper.url(article)
    # Stock themes print text as it is; ours escape, and leave alone what is escaped already.
    text = Markup.escape
    metadata: dict[str, Any] = {
        "title": text(article.title),
        "date": article.date.at,
        "category": text(paper.sections[article.section].name),
        "authors": [text(author.name) for author in paper.byline(article).authors],
        "tags": [text(tag) for tag in article.tags],
        "summary": text(article.summary),
        "slug": article.slug,
        "status": "published",
        "lang": article.lang or paper.settings.language,
        "url": url,
        "save_as": addresses.output_path(url),
    }
    changed = last_changed(article)
    if changed.at > article.date.at:
        metadata["modified"] = changed.at
    return Prepared(html=story_html(paper.story(article.path), paper), metadata=metadata)


def _page(page: StandingPage, paper: Paper) -> Prepared:
    url = addresses.page_url(page.slug)
    metadata = {
        "title": Markup.escape(page.title),
        "slug": page.slug,
        "summary": Markup.escape(page.dek or page.body.text),
        "status": "published",
        "url": url,
        "save_as": addresses.output_path(url),
    }
    return Prepared(html=standing_html(page, paper), metadata=metadata)
