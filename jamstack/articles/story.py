"""A story's file to an `Article`: the table of its fields, and reading by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jamstack.articles.kinds import NOTICE, Alias, CreditKind, LineCount, Tag
from jamstack.edition import tag_slug
from jamstack.errors import Finding
from jamstack.markdown.parse import parse
from jamstack.model import Article, ArticleType, Body, CardLayout, RelatedDirection, Status
from jamstack.settings import Settings
from jamstack.sources.compound import Free, ListOf
from jamstack.sources.fields import Field, Reading, Table, Values, read
from jamstack.sources.front_matter import FrontMatter
from jamstack.sources.kinds import Address, Choice, Matching, Number, Slug, Text, Time
from jamstack.sources.opening import open_source, slug_of_path
from jamstack.sources.pictures import PICTURE

STORY_FIELDS = Table(
    Field(name="title", kind=Text(), meaning="The headline.", is_required=True),
    Field(name="dek", kind=Text(), meaning="The standfirst: one sentence under the headline."),
    Field(
        name="summary",
        kind=Text(),
        meaning="What lists and search engines show; the dek, or the first paragraph, if absent.",
    ),
    Field(
        name="date",
        kind=Time(),
        meaning="When it was published; a date in the future is an embargo.",
        is_required=True,
    ),
    Field(name="updated", kind=Time(), meaning="When readers were last told something new."),
    Field(
        name="section",
        kind=Slug("a section's slug"),
        meaning="The section it runs in, one of the declared ones.",
        is_required=True,
    ),
    Field(name="kicker", kind=Text(), meaning="The word above the headline; the section's name."),
    Field(
        name="authors",
        kind=ListOf(CreditKind(), "a list of author slugs", may_be_text=True),
        meaning="Who made it, in order: slugs, or mappings.",
        is_required=True,
        unless="byline",
    ),
    Field(
        name="byline",
        kind=Text("the line as printed", maximum=1_000),
        meaning="In place of `authors`: the line as it is printed, with names of authors.",
    ),
    Field(
        name="tags",
        kind=ListOf(Tag(), "a list of tags", may_be_text=True),
        meaning="What it is about.",
    ),
    Field(name="type", kind=Choice(ArticleType), meaning="What kind of story; `news` unless said."),
    Field(name="image", kind=PICTURE, meaning="The lead picture."),
    Field(
        name="card",
        kind=Choice(CardLayout),
        meaning="How its share card is set; as the newsroom's setting says if absent.",
    ),
    Field(
        name="share_image",
        kind=PICTURE,
        meaning="In place of a card: the picture that networks show, cropped to 1200×630.",
    ),
    Field(
        name="related",
        kind=ListOf(Text("a story", maximum=500), "a list of stories", may_be_text=True),
        meaning="Stories the editor pins to the end, in order: slugs, headlines, paths, addresses.",
    ),
    Field(
        name="related_direction",
        kind=Choice(RelatedDirection),
        meaning="Which stories to offer: `earlier`, `later` or `any`; the setting's if absent.",
    ),
    Field(
        name="related_inline",
        kind=LineCount(),
        meaning="How many related lines are placed in the text; as its length bears if absent.",
    ),
    Field(
        name="series",
        kind=Text("a name", maximum=120),
        meaning="The name of the series that it is a part of.",
    ),
    Field(
        name="part",
        kind=Number(1, 999),
        meaning="Which part of its series; by date if absent.",
    ),
    Field(name="status", kind=Choice(Status), meaning="`published` unless said."),
    Field(name="embargo", kind=Time(), meaning="Before this time it does not exist for readers."),
    Field(
        name="corrections",
        kind=ListOf(NOTICE, "a list of `{date, text}`"),
        meaning="Mistakes put right, told to readers.",
    ),
    Field(
        name="updates",
        kind=ListOf(NOTICE, "a list of `{date, text}`"),
        meaning="What was added later, told to readers.",
    ),
    Field(
        name="slug",
        kind=Slug(),
        meaning="The story's name in its address; the file's (or folder's) name if absent.",
    ),
    Field(
        name="aliases",
        kind=ListOf(Alias(), "a list of old paths", may_be_text=True),
        meaning="Old addresses that lead here.",
    ),
    Field(
        name="canonical",
        kind=Address(),
        meaning="The full address of the original, when it ran elsewhere first.",
    ),
    Field(
        name="lang",
        kind=Matching("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language tag such as `es`"),
        meaning="The story's language; the site's if absent.",
    ),
    Field(name="extra", kind=Free(), meaning="A free mapping for the theme."),
)

_REQUIRED = frozenset({"title", "date", "section"})
_MADE_ELSEWHERE = frozenset({"slug", "authors", "summary"})
"""Fields that do not go into the article as they were read."""

RENAMED = {
    "author": "authors",
    "category": "section",
    "description": "dek",
    "headline": "title",
    "modified": "updated",
    "published": "date",
    "time": "date",
    "standfirst": "dek",
    "subtitle": "dek",
    "tag": "tags",
    "image_alt": "image",
    "save_as": "slug",
    "url": "slug",
    "draft": "status",
    "language": "lang",
}
"""Names that other systems give to our fields."""


def read_story(
    data: bytes, *, path: str, settings: Settings
) -> tuple[Article | None, tuple[Finding, ...]]:
    """Read the story in `data`, the bytes of the content file `path`.

    The result depends on these arguments alone. No article comes back where a required field is
    absent or is nothing of its kind; the findings tell all that is wrong with the file, not the
    first fault only. Of tags that share an address the first is kept.
    """
    head, reading = open_source(data, path=path, settings=settings)
    if head is None:
        return None, tuple(reading.findings)
    values = read(head.fields, STORY_FIELDS, reading, renamed=RENAMED)
    slug = values.get("slug") if "slug" in values.lines else slug_of_path(path, reading)
    body, found = parse(head.body, path=path, first_line=head.body_line)
    reading.findings.extend(found)
    if not head.body.strip():
        reading.fault("", head.body_line, "has no text after the front matter", "write the story")
    elif not body.blocks and not any(finding.is_fault for finding in found):
        reading.fault("", head.body_line, "has no text that readers could see", "write the story")
    _check_lists(values, head, reading)
    article = _article(path, slug, values, body) if slug else None
    return article, tuple(reading.findings)


def _article(path: str, slug: str, values: Values, body: Body) -> Article | None:
    if not values.values.keys() >= _REQUIRED or not values.values.keys() & {"authors", "byline"}:
        return None
    given = {name: values.values[name] for name in values.values if name not in _MADE_ELSEWHERE}
    if "tags" in given:
        given["tags"] = _distinct(given["tags"], by=tag_slug)
    summary = values.get("summary") or values.get("dek") or body.text
    return Article(
        path=path,
        slug=slug,
        credits=values.get("authors", ()),
        summary=summary,
        body=body,
        lines=values.lines,
        **given,
    )


def _distinct(values: Iterable[str], *, by: Callable[[str], str]) -> tuple[str, ...]:
    """The values without those that equal an earlier one in `by`."""
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(by(value), value)
    return tuple(found.values())


def _check_lists(values: Values, head: FrontMatter, reading: Reading) -> None:
    if values.lines.keys() >= {"authors", "byline"}:
        message = "stands beside `authors`, expected one of the two"
        reading.fault("byline", values.line("byline"), message, "remove one of them")
    authors = values.get("authors")
    if authors is not None and not authors:
        node = head.fields.items["authors"]
        if not any(finding.field.startswith("authors[") for finding in reading.findings):
            hint = "name at least one author"
            reading.fault("authors", node.line, "is an empty list, expected author slugs", hint)
    seen = set()
    for credit in authors or ():
        who = credit.author or credit.name
        if (who, credit.role) in seen:
            message = f"names `{who}` twice as {credit.role}"
            reading.fault("authors", credit.line, message, "keep one of the two")
        seen.add((who, credit.role))
