"""A made-up finished site for deploys: so many files, the same for the same seed, and edits of it.

Of ten files nine are pages of about 8 kB and one is a picture, which no compression makes smaller.
Stories lie in folders by month, so that no folder holds more than about a thousand others.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jamstack.benches.prose import chance_of, headline, sentence

SENTENCES = 2_000
"""So many are made up; each page is told with some of them, in an order of its own."""
SENTENCES_A_PAGE = 110
PICTURE_BYTES = 8_000
PICTURE_EVERY = 10
A_MONTH = 900
"""Stories that one folder holds, at most."""
FIRST_YEAR = 2015


@dataclass(frozen=True)
class MadeSite:
    """`files` files of a seed, known by their numbers from 0. The bytes of an edition are its own.

    The first two are the home page and the page for what is not there.
    """

    files: int
    seed: int

    @cached_property
    def _sentences(self) -> tuple[str, ...]:
        chance = chance_of("sentences of a deploy", seed=self.seed)
        return tuple(sentence(chance) for _ in range(SENTENCES))

    @cached_property
    def _months(self) -> int:
        return max(1, math.ceil(self.files / A_MONTH))

    def is_story(self, number: int) -> bool:
        """True for a page that can be edited."""
        return number > 1 and number % PICTURE_EVERY != 0

    def path(self, number: int) -> str:
        """Where a file lies, from the site root."""
        if number < 2:
            return ("index.html", "404.html")[number]
        month = number % self._months
        place = f"{FIRST_YEAR + month // 12}/{month % 12 + 1:02d}"
        if self.is_story(number):
            return f"stories/{place}/story-{number:06d}/index.html"
        return f"pictures/{place}/view-{number:06d}.jpg"

    def headline(self, number: int) -> str:
        """A story's headline, which no edit changes."""
        return headline(chance_of(f"headline {number}", seed=self.seed))

    def data(self, number: int, edition: int = 0) -> bytes:
        """What stands in a file."""
        chance = chance_of(f"file {number} edition {edition}", seed=self.seed)
        if number > 1 and not self.is_story(number):
            return chance.randbytes(PICTURE_BYTES)
        said = chance.choices(self._sentences, k=SENTENCES_A_PAGE)
        texts = "".join(
            f"<p>{' '.join(said[start : start + 5])}</p>\n" for start in range(0, len(said), 5)
        )
        title = self.headline(number)
        near = (number - 1, number + 1)
        links = "".join(
            f'<li><a href="/{self.path(other)}">Another</a></li>\n'
            for other in near
            if 0 <= other < self.files
        )
        return (
            f'<!doctype html>\n<html lang="en">\n<title>{title}</title>\n'
            f'<nav><a href="/">Home</a></nav>\n<main>\n<h1>{title}</h1>\n{texts}</main>\n'
            f"<ul>\n{links}</ul>\n</html>\n"
        ).encode()

    def edited(self, edition: int, count: int) -> dict[str, bytes]:
        """`count` stories as that edition changes them, by path; the first edition is 1."""
        chance = chance_of(f"edition {edition}", seed=self.seed)
        stories = [number for number in range(self.files) if self.is_story(number)]
        chosen = chance.sample(stories, min(count, len(stories)))
        return {self.path(number): self.data(number, edition) for number in sorted(chosen)}


def write_site(site: MadeSite, folder: Path) -> dict[str, bytes]:
    """Write the whole site into a new folder; SHA-256 of its files, by path."""
    found: dict[str, bytes] = {}
    for number in range(site.files):
        found |= write_files(folder, {site.path(number): site.data(number)})
    return found


def write_files(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write files by path, as a build does: whole ones in the place of the old; their SHA-256."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.part")
        part.write_bytes(data)
        part.replace(file)
    return {path: hashlib.sha256(data).digest() for path, data in files.items()}
