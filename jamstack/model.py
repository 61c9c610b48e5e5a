"""The newsroom's values: what was read, and what the edition is made of. All frozen.

Nothing here reads a file, knows a template or formats a date for people. Datetimes are aware.
Paths are `str` relative to the content folder, with forward slashes. URL paths are relative to the
site root without a leading slash (`stories/harbour-bridge/`); the site's base path is added when
pages are laid out.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


class ArticleType(enum.StrEnum):
    """What kind of story it is; decides the label on the page and the JSON-LD type."""

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    REVIEW = "review"
    EXPLAINER = "explainer"


class Role(enum.StrEnum):
    """What a credited person did. `REPORTING` is the plain byline."""

    REPORTING = "reporting"
    ADDITIONAL_REPORTING = "additional reporting"
    PHOTOGRAPHS = "photographs"
    ILLUSTRATION = "illustration"
    GRAPHICS = "graphics"
    VIDEO = "video"
    TRANSLATION = "translation"
    EDITING = "editing"


class Status(enum.StrEnum):
    """Whether a story is meant for readers."""

    DRAFT = "draft"
    PUBLISHED = "published"


class AuthorKind(enum.StrEnum):
    """A person, or an organization such as an agency or a desk."""

    PERSON = "person"
    ORGANIZATION = "organization"


class AuthorStatus(enum.StrEnum):
    """How an author stands to the newsroom."""

    STAFF = "staff"
    CONTRIBUTOR = "contributor"
    GUEST = "guest"
    FORMER = "former"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date, or a date with a time. `has_time` is False when the writer gave the day alone."""

    at: datetime
    has_time: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A dated correction or update; `text` is plain text."""

    date: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One author's part in a story, as the writer declared it. `line` is where."""

    author: str
    role: Role = Role.REPORTING
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as a writer placed it. `path` is relative to the content folder.

    `focus` is the point that crops must keep, in percent from the left and top.
    """

    path: str
    alt: str
    caption: str = ""
    credit: str = ""
    focus: tuple[int, int] = (50, 50)
    is_decorative: bool = False
    line: int = 0


class BlockKind(enum.StrEnum):
    """What a top-level piece of a story's body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    PULL_QUOTE = "pull quote"
    TABLE = "table"
    CODE = "code"
    RULE = "rule"
    HTML = "html"
    FIGURE = "figure"
    EMBED = "embed"
    RELATED = "related"
    FOOTNOTES = "footnotes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something on another site that loads only when a reader asks for it.

    `frame_url` is empty where the provider has no frame; the card is then a plain link.
    """

    provider: str
    url: str
    frame_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A top-level piece of a body, in order.

    `html` is sanitized and self-contained; where it links to another story or shows a picture it
    holds a `marker(kind, index)` in place of the address, filled in when pages are laid out.
    `FIGURE` has `picture`; `EMBED` has `embed`; `RELATED` has `target`, a slug, or empty where the
    platform chooses; `PULL_QUOTE` has `attribution` and the quote's inner HTML.
    """

    kind: BlockKind
    html: str = ""
    words: int = 0
    line: int = 0
    picture: Picture | None = None
    embed: Embed | None = None
    target: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalLink:
    """A link from a body to another source file or to an anchor on the same page.

    `path` is the target's source path relative to the content folder (empty for this page);
    `fragment` is without `#`; `written` is what the writer typed.
    """

    path: str
    fragment: str
    written: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A parsed body: blocks in order and what they point to.

    Markers in the blocks' HTML index into `links` and `pictures`. `anchors` are the ids a link may
    name. `text` is the first paragraph as plain text.
    """

    blocks: tuple[Block, ...] = ()
    links: tuple[InternalLink, ...] = ()
    pictures: tuple[Picture, ...] = ()
    anchors: frozenset[str] = frozenset()
    text: str = ""
    words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story, read from one file and depending on that file alone.

    `lines` gives the source line of each front matter field present, for findings.
    """

    path: str
    slug: str
    title: str
    date: Moment
    section: str
    credits: tuple[Credit, ...]
    body: Body
    dek: str = ""
    summary: str = ""
    kicker: str = ""
    updated: Moment | None = None
    tags: tuple[str, ...] = ()
    type: ArticleType = ArticleType.NEWS
    image: Picture | None = None
    related: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    embargo: Moment | None = None
    corrections: tuple[Notice, ...] = ()
    updates: tuple[Notice, ...] = ()
    aliases: tuple[str, ...] = ()
    canonical: str = ""
    lang: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowLink:
    """An author's profile elsewhere: `network` is the key, `label` the printed name."""

    network: str
    label: str
    url: str
    handle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One person or organization that can be credited. `biography` is the long bio."""

    path: str
    slug: str
    name: str
    sort_name: str
    role: str = ""
    beats: tuple[str, ...] = ()
    bio: str = ""
    biography: Body = field(default_factory=Body)
    portrait: Picture | None = None
    pronouns: str = ""
    email: str = ""
    follow: tuple[FollowLink, ...] = ()
    kind: AuthorKind = AuthorKind.PERSON
    status: AuthorStatus = AuthorStatus.STAFF
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page that is not a story: about, corrections policy, contact."""

    path: str
    slug: str
    title: str
    body: Body
    dek: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A declared section of the paper."""

    slug: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFront:
    """The editor's order for the home page; empty parts are filled by the platform.

    `sections` maps a section's slug to the stories pinned at the top of its front, best first.
    """

    path: str = ""
    lead: str = ""
    top: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A run of text, linked when `url` is not empty.

    In a byline `url` is a URL path of this site, in a follow line a whole address elsewhere.
    """

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who made a story, computed once for every surface.

    `parts` concatenate to the printed line; `people` are the credits resolved, in order.
    """

    parts: tuple[TextPart, ...]
    people: tuple[tuple[Author, Role], ...]

    @property
    def text(self) -> str:
        """The printed line without links."""
        return "".join(part.text for part in self.parts)

    @property
    def authors(self) -> tuple[Author, ...]:
        """Those whose byline it is: the reporting credits, or everyone where nobody reported."""
        reporting = tuple(person for person, role in self.people if role is Role.REPORTING)
        return reporting or tuple(person for person, _ in self.people)


def marker(kind: str, index: int) -> str:
    """The placeholder that stands in a block's HTML for link or picture number `index`.

    U+0002 and U+0003 cannot occur in a source (reading refuses control characters).
    """
    return f"\x02{kind}:{index}\x03"
