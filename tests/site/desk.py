"""The desk of an invented newsroom: sources as values to change, and the files they make.

Every story, author and page has a word of its own (`zqs1z`, `zqa2z`, `zqp3z`) wherever it can be
named, so that one look for the word tells whether readers could learn of it.
"""

import struct
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

SECTIONS = ("local", "harbour")
SHARED_TAGS = ("Tide", "tide", "Old Harbour")
LONGEST = 5
"""Paragraphs of a story, at most."""


def flat_picture(shade: int) -> bytes:
    """A small picture of one colour; of all shades equally many bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    row = b"\0" + bytes((shade, 90, 160)) * 48
    header = struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0)
    # Not compressed, so that no shade takes fewer bytes than another.
    pixels = zlib.compress(row * 32, 0)
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


SHADES = tuple(flat_picture(shade) for shade in (20, 120, 220))


@dataclass
class Story:
    """One story. `others` are the stories named in its text, pinned, and in related lines."""

    word: str
    edition: int = 1
    year: int = 2026
    date: str = "2026-11-18"
    section: str = "local"
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    body: int = 1
    title: int = 1
    shade: int | None = None
    is_draft: bool = False
    embargo: str = ""
    updated: str = ""
    corrected: int = 0
    aliases: tuple[str, ...] = ()
    linked: set[str] = field(default_factory=set)
    pinned: set[str] = field(default_factory=set)
    lined: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    series: str = ""
    part: int = 0
    inline: str = ""
    is_wrong: bool = False

    @property
    def slug(self) -> str:
        return f"{self.word}-{self.edition}"

    @property
    def path(self) -> str:
        return f"articles/{self.year}/{self.slug}.md"

    @property
    def picture(self) -> str:
        return f"articles/{self.year}/{self.word}-photo.png"

    def forget(self, word: str) -> None:
        for named in (self.linked, self.pinned, self.lined, self.named):
            named.discard(word)


@dataclass
class Person:
    """One author."""

    word: str
    name: int = 1
    bio: int = 0
    shade: int | None = None

    @property
    def path(self) -> str:
        return f"authors/{self.word}.md"

    def text(self) -> str:
        lines = [f"name: {self.word.title()} Named {self.name}"]
        if self.shade is not None:
            lines.append(f"portrait: {{src: {self.word}-face.png, alt: {self.word} smiles}}")
        biography = f"Writes of {self.word} {self.bio}.\n" if self.bio else ""
        return "\n".join(["---", *lines, "---", biography])


@dataclass
class Desk:
    """All sources, by word."""

    stories: dict[str, Story] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    lead: str = ""
    top: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    issued: int = 0

    def word(self, kind: str) -> str:
        """A word that nothing has had."""
        self.issued += 1
        return f"zq{kind}{self.issued}z"

    def plain(self) -> list[str]:
        """The stories that readers see at any time, so that all may name them."""
        return [word for word, it in self.stories.items() if not it.is_draft and not it.embargo]

    def withdraw(self, word: str) -> None:
        """Name a story nowhere."""
        for story in self.stories.values():
            story.forget(word)
        self.lead = "" if self.lead == word else self.lead
        self.top = tuple(other for other in self.top if other != word)
        self.pins = tuple(other for other in self.pins if other != word)

    def files(self) -> dict[str, bytes]:
        """Every source file's bytes by content path."""
        files: dict[str, bytes] = {}
        for story in self.stories.values():
            files[story.path] = self._story(story).encode()
            if story.shade is not None:
                files[story.picture] = SHADES[story.shade]
        for person in self.people.values():
            files[person.path] = person.text().encode()
            if person.shade is not None:
                files[f"authors/{person.word}-face.png"] = SHADES[person.shade]
        for word, text in self.pages.items():
            files[f"pages/{word}.md"] = f"---\ntitle: Of {word}\n---\nTold {text} times.\n".encode()
        front = self._front()
        return {**files, "fronts/home.yml": front.encode()} if front else files

    def _story(self, story: Story) -> str:
        if story.is_wrong:
            return f"---\ntitle: {story.word}\ndate: soon\nsection: nowhere\n---\nWrong.\n"
        fields = {
            "title": self._title(story),
            "date": story.date,
            "section": story.section,
            "authors": f"[{', '.join(story.authors)}]",
            "tags": f"[{', '.join(story.tags)}]" if story.tags else "",
            "status": "draft" if story.is_draft else "",
            "embargo": story.embargo,
            "updated": story.updated,
            "aliases": f"[{', '.join(story.aliases)}]" if story.aliases else "",
            "series": story.series,
            "part": str(story.part) if story.part and story.series else "",
            "related_inline": story.inline,
            "related": f"[{', '.join(self._slugs(story.pinned))}]" if story.pinned else "",
        }
        if story.shade is not None:
            fields["image"] = f"{{src: {story.word}-photo.png, alt: The {story.word} view}}"
        if story.corrected:
            noted = f"{{date: 2026-11-19, text: Corrected {story.word} {story.corrected}}}"
            fields["corrections"] = f"[{noted}]"
        head = [f"{name}: {value}" for name, value in fields.items() if value]
        return "\n".join(["---", *head, "---", "", *self._paragraphs(story)])

    def _paragraphs(self, story: Story) -> list[str]:
        count = 1 + story.body % LONGEST
        told = [f"{story.word} paragraph {n} of {story.body}.\n" for n in range(count)]
        links = [
            f"See [{story.word} said so](../{self.stories[word].path.removeprefix('articles/')}).\n"
            for word in sorted(story.linked)
        ]
        lines = [f"RELATED: {slug}\n" for slug in self._slugs(story.lined)]
        # By headline, which changes here as soon as it changes there.
        titles = [self._title(self.stories[word]) for word in sorted(story.named)]
        lines += [f"RELATED: {title}\n" for title in titles]
        return [*told, *links, *lines]

    def _title(self, story: Story) -> str:
        return f"The {story.word} story {story.title}"

    def _slugs(self, words: set[str] | tuple[str, ...]) -> list[str]:
        ordered = words if isinstance(words, tuple) else sorted(words)
        return [self.stories[word].slug for word in ordered]

    def _front(self) -> str:
        lines = [f"lead: {self.stories[self.lead].slug}"] if self.lead else []
        if self.top:
            lines.append(f"top: [{', '.join(self._slugs(self.top))}]")
        if self.order:
            lines.append(f"order: [{', '.join(self.order)}]")
        if self.pins:
            lines.append(f"sections: {{local: [{', '.join(self._slugs(self.pins))}]}}")
        return "".join(f"{line}\n" for line in lines)


def hidden_words(desk: Desk, now: datetime, zone: ZoneInfo) -> set[str]:
    """The words of stories that readers may not know of, and of authors of such stories alone."""

    def is_hidden(story: Story) -> bool:
        out = datetime.fromisoformat(story.embargo).replace(tzinfo=zone) if story.embargo else now
        return story.is_draft or out > now

    stories = desk.stories.values()
    shown = {author for it in stories if not is_hidden(it) for author in it.authors}
    behind = {author for it in stories if is_hidden(it) for author in it.authors}
    return {it.word for it in stories if is_hidden(it)} | (behind - shown)
