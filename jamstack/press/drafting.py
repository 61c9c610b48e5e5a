"""A new story's file: valid from its first line, and never in the place of another."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint
from jamstack.settings import Settings
from jamstack.sources.kinds import MAXIMUM_SLUG_LENGTH, Text

MAXIMUM_TITLE_LENGTH = Text().maximum
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What a source file, or YAML in it, may not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is known of a story before it is written."""

    title: str
    section: str
    authors: tuple[str, ...]
    slug: str = ""
    has_folder: bool = False


def write_draft(
    draft: Draft,
    *,
    folder: Path,
    settings: Settings,
    now: datetime.datetime,
    authors: Mapping[str, str],
    taken: Mapping[str, str],
) -> str:
    """Write the file of a new story and return its content path.

    `authors` maps known slugs to names, `taken` the slugs in use to their files.

    Raises:
        CommandError: the title is empty or cannot be printed, nobody is named, or a section, an
            author or a slug is none that can be.
    """
    slug = _slug(draft, taken)
    if not draft.authors:
        raise CommandError("the story has no author", "name at least one with `--author`")
    _known("section", draft.section, [section.slug for section in settings.sections])
    for author in draft.authors:
        _known("author", author, list(authors))
    local = now.astimezone(settings.zone)
    name = f"{slug}/index.md" if draft.has_folder else f"{slug}.md"
    path = f"articles/{local.year}/{name}"
    file = folder / path
    if os.path.lexists(file):
        raise CommandError(f"`{path}` is there already", "choose another `--slug`")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Never in the place of another, even one that was written a moment ago.
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(draft_text(draft, local))
    except OSError as error:
        message = f"`{path}` cannot be written: {error.strerror}"
        hint = "check the free space and the permissions of the folder"
        raise CommandError(message, hint) from error
    return path


def draft_text(draft: Draft, at: datetime.datetime) -> str:
    """The text of a new story's file; JSON strings are YAML strings, whatever is in a title."""
    authors = "\n".join(f"  - {author}" for author in dict.fromkeys(draft.authors))
    return (
        "---\n"
        f"title: {json.dumps(' '.join(draft.title.split()), ensure_ascii=False)}\n"
        "dek:\n"
        f"date: {at:%Y-%m-%dT%H:%M}\n"
        f"section: {draft.section}\n"
        f"authors:\n{authors}\n"
        "tags: []\n"
        "status: draft\n"
        "---\n\n"
        "Write the story here.\n"
    )


def _slug(draft: Draft, taken: Mapping[str, str]) -> str:
    if not draft.title.strip():
        raise CommandError("the headline is empty", "give one with `--title`")
    if len(draft.title) > MAXIMUM_TITLE_LENGTH:
        message = f"the headline has {len(draft.title):,} characters"
        raise CommandError(f"{message}, expected at most {MAXIMUM_TITLE_LENGTH:,}", "shorten it")
    if found := _UNPRINTABLE.search(" ".join(draft.title.split())):
        message = f"the headline holds U+{ord(found[0]):04X}, which cannot be printed"
        raise CommandError(message, "type it again")
    slug = draft.slug or slugify(draft.title, max_length=80, word_boundary=True)
    if not slug or slugify(slug) != slug or len(slug) > MAXIMUM_SLUG_LENGTH:
        form = "lower-case letters, digits and single hyphens"
        raise CommandError(f"the slug is `{slug}`, expected {form}", "give one with `--slug`")
    if slug in taken:
        raise CommandError(
            f"the slug `{slug}` is that of `{taken[slug]}`", "choose another `--slug`"
        )
    return slug


def _known(what: str, slug: str, known: list[str]) -> None:
    if slug not in known:
        listed = ", ".join(f"`{name}`" for name in known)
        hint = nearest_hint(slug, known) or f"known: {listed}"
        raise CommandError(f"there is no {what} `{slug}`", hint)
