"""Real articles and the stories that their writers linked to: what related stories are judged by.

The links to other articles are taken out of the texts, words and address, before anybody ranks.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jamstack.errors import CommandError
from jamstack.model import Article, Block, BlockKind, Body, Credit, Moment

ARTICLES = "*-articles.jsonl.gz"

_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}", re.DOTALL)
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\]\n]+)\]:[ \t]*(\S+).*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_ANCHOR = re.compile(
    r"<a\b[^>]*href\s*=\s*[\"']?(?P<url>[^\"'>\s]*)[^>]*>(?P<words>.*?)</a>",
    re.DOTALL | re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\]]*)\]")
_MARKUP = re.compile(r"<[^>]*>|https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One newsroom's articles, newest first, and the numbers of those that each one links to."""

    name: str
    articles: tuple[Article, ...]
    answers: Mapping[int, frozenset[int]]

    @property
    def links(self) -> Mapping[str, tuple[str, ...]]:
        """The same by slug."""
        return {
            self.articles[number].slug: tuple(self.articles[other].slug for other in sorted(found))
            for number, found in self.answers.items()
        }


def read_corpora(folder: Path) -> tuple[Corpus, ...]:
    """All corpora in a folder, by name.

    Raises:
        CommandError: there are none.
    """
    files = sorted(folder.glob(ARTICLES))
    if not files:
        hint = "they are no part of the project; `--what` they are for is judged by them alone"
        raise CommandError(f"there are no real articles in `{folder.as_posix()}`", hint)
    return tuple(_read(file) for file in files)


def without_links(body: str, slugs: frozenset[str]) -> str:
    """The text of a Markdown body without its links to stories with these slugs."""
    body = _SHORTCODE.sub("", body)
    defined = {found[1].lower(): found[2] for found in _DEFINITION.finditer(body)}
    body = _PICTURE.sub(" ", _DEFINITION.sub("", body))
    body = _LINK.sub(lambda found: _kept(found[1], found[2], slugs), body)
    body = _ANCHOR.sub(lambda found: _kept(found["words"], found["url"], slugs), body)
    body = _REFERENCE.sub(
        lambda found: _kept(found[1], defined.get((found[2] or found[1]).lower(), ""), slugs), body
    )
    return html.unescape(_MARKUP.sub(" ", body))


def _kept(words: str, url: str, slugs: frozenset[str]) -> str:
    path = re.sub(r"^https?://[^/]+", "", re.split("[#?]", url)[0]).rstrip("/")
    name = re.sub(r"^\d{4}-\d\d-\d\d-", "", path.rpartition("/")[2].removesuffix(".md"))
    return " " if name in slugs else words


def _read(file: Path) -> Corpus:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    slugs = frozenset(row["slug"] for row in rows)
    rows.sort(key=lambda row: (row["date"][:10], row["id"]), reverse=True)
    numbers = {row["id"]: number for number, row in enumerate(rows)}
    answers = {
        numbers[row["id"]]: frozenset(
            numbers[other] for other in row["links_out"] if other in numbers
        )
        - {numbers[row["id"]]}
        for row in rows
    }
    articles = tuple(_article(row, slugs) for row in rows)
    name = file.name.removesuffix(ARTICLES.removeprefix("*"))
    return Corpus(
        name=name,
        articles=articles,
        answers={number: found for number, found in answers.items() if found},
    )


def _article(row: Mapping[str, Any], slugs: frozenset[str]) -> Article:
    text = html.escape(without_links(row["body_markdown"], slugs), quote=False)
    day = datetime.fromisoformat(row["date"][:10]).replace(tzinfo=UTC)
    return Article(
        path=row["id"],
        slug=row["id"],
        title=row["title"],
        dek=row["summary"] or "",
        date=Moment(at=day, has_time=False),
        section=row["section"] or "",
        credits=tuple(Credit(author=author) for author in row["authors"]),
        tags=tuple(row["tags"]),
        lang=row["lang"] or "en",
        body=Body(blocks=(Block(kind=BlockKind.PARAGRAPH, html=text),)),
    )
