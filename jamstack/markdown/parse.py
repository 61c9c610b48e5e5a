"""Markdown text to a `Body`: blocks in order, with links, pictures and anchors found.

The steps, in order, and why in that order:

1. parse: the Rust parser writes HTML from the Markdown;
2. sanitize: only where raw HTML may stand, before anything else reads the HTML;
3. control characters: out, as entities can bring them and the steps below put in their own;
4. footnotes: out of the text, so that no piece refers into another;
5. cut: into outermost pieces, which needs well-formed HTML;
6. blocks: each piece becomes a block; links, pictures and headings are rewritten.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

import pyromark

from jamstack.errors import Finding
from jamstack.markdown import footnotes, related_lines, sanitize
from jamstack.markdown.embeds import recognise
from jamstack.markdown.inline import IMAGE, Inline
from jamstack.markdown.lines import Locator
from jamstack.markdown.markup import (
    attributes,
    count_words,
    is_balanced,
    is_shown,
    plain_text,
    text_words,
)
from jamstack.markdown.pieces import top_level, written_top_level
from jamstack.model import Block, BlockKind, Body
from jamstack.sources.text import without_control

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_SMART_PUNCTUATION
)

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|center|right)">')
_EMPTY_HEADER = re.compile(r'<th( class="[^"]*")?></th>')
_LONE_IMAGE = re.compile(rf"<p>\s*{IMAGE}\s*</p>")
_LONE_URL = re.compile(r'<p>(?:<a href="([^"]*)">)?(https?://[^\s<]+)(?:</a>)?</p>')
_PULL_QUOTE = re.compile(r"<blockquote>\s*<p>\s*\[!PULLQUOTE\]\s*(.*)</blockquote>", re.DOTALL)
_ATTRIBUTION = re.compile(r"(?:(?:<br ?/?>)?\n|</p>\s*<p>)[—–]\s*([^\n]+?)\s*</p>\Z")
_TYPOGRAPHY = {"—": "---", "–": "--", "…": "..."}

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "blockquote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
    "hr": BlockKind.RULE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}


def parse(text: str, *, path: str, first_line: int = 1) -> tuple[Body, tuple[Finding, ...]]:
    """Parse the Markdown `text` of the content file `path`.

    `first_line` is the line of the file on which the text begins. Findings are complete: every
    active element, wrong link and wrong picture, with its line.
    """
    is_raw = sanitize.has_raw_html(text)
    inline = Inline(path=path, locate=Locator(text, first_line), is_sanitized=is_raw)
    if is_raw or "|" in text or "^" in text:
        markup, section = _rich(text, inline, first_line)
    else:
        # Without these signs there is no HTML, no table and no footnote: two steps are left.
        markup, section = without_control(pyromark.html(text, options=OPTIONS)), ""
    pieces = top_level(markup) if is_raw else written_top_level(markup)
    if "RELATED:" in markup:
        pieces = _apart(pieces)
    blocks = [block for name, piece in pieces if (block := _block(name, piece, inline))]
    if section:
        section = inline.rewrite(section)
        blocks.append(Block(kind=BlockKind.FOOTNOTES, html=section, words=count_words(section)))
    return _body(blocks, inline), tuple(inline.findings)


def _rich(text: str, inline: Inline, first_line: int) -> tuple[str, str]:
    """The HTML of a text that may hold anything, without its footnotes; and their section."""
    markup = _ALIGNED.sub(r'<\1 class="align-\2">', pyromark.html(text, options=OPTIONS))
    if inline.is_sanitized:
        found = sanitize.findings(text, OPTIONS, path=inline.path, first_line=first_line)
        inline.findings.extend(found)
        markup = sanitize.clean(markup)
    # A header that names nothing is announced by screen readers all the same: it is a cell.
    markup = _EMPTY_HEADER.sub(r"<td\1></td>", markup)
    markup, bodies = footnotes.take(without_control(markup))
    if inline.is_sanitized:
        markup = inline.keep_anchors(markup)
        bodies = {label: inline.keep_anchors(bodies[label]) for label in bodies}
    notes = footnotes.link(markup, bodies)
    inline.notes = notes.identities
    inline.outline.anchors.update(notes.identities)
    return notes.markup, notes.section


def _body(blocks: list[Block], inline: Inline) -> Body:
    first = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    return Body(
        blocks=tuple(blocks),
        links=tuple(inline.links),
        pictures=tuple(inline.pictures),
        anchors=tuple(sorted(inline.outline.anchors)),
        text=plain_text(first.html) if first else "",
        words=sum(block.words for block in blocks),
    )


def _apart(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pieces, with a paragraph that holds a related line parted there."""
    for name, piece in pieces:
        if name == "p" and "RELATED:" in piece:
            yield from ((name, part) for part in related_lines.apart(piece))
        else:
            yield name, piece


def _block(name: str, piece: str, inline: Inline) -> Block | None:
    """The block of an outermost piece; None for one that shows nothing."""
    if _is_just_text(piece):
        return Block(kind=BlockKind.PARAGRAPH, html=piece, words=text_words(piece[3:-4]))
    if name == "p":
        image = _LONE_IMAGE.fullmatch(piece)
        if image:
            return _figure(attributes(image[1]), inline)
        special = _related_or_embed(piece, inline)
        if special:
            return special
    elif name == "blockquote":
        pull_quote = _PULL_QUOTE.fullmatch(piece)
        if pull_quote:
            return _pull_quote(pull_quote[1], inline)
    kind = _KINDS.get(name, BlockKind.HTML)
    markup = inline.rewrite(piece)
    if kind is BlockKind.RULE or is_shown(markup):
        return Block(kind=kind, html=markup, words=count_words(markup))
    if ' id="' in markup:
        # An anchor alone: links lead to it, so it stays, but not as a paragraph.
        alone = markup[3:-4] if markup.startswith("<p>") else markup
        return Block(kind=BlockKind.HTML, html=alone)
    return None


def _is_just_text(piece: str) -> bool:
    """True for a paragraph of text alone that is surely seen and stands for nothing else."""
    text = piece[3:-4]
    is_text = piece.startswith("<p>") and "<" not in text and "&" not in text
    is_seen = is_text and text != "" and not text.isspace()
    return is_seen and "RELATED:" not in text and not text.startswith("http")


def _figure(found: dict[str, str], inline: Inline) -> Block | None:
    picture = inline.picture(found)
    return Block(kind=BlockKind.FIGURE, picture=picture, line=picture.line) if picture else None


def _related_or_embed(piece: str, inline: Inline) -> Block | None:
    """What a paragraph of one line stands for; None when it is just a paragraph."""
    target = related_lines.target(piece)
    if target is not None:
        line = inline.locate.find_line("RELATED:", target)
        return Block(kind=BlockKind.RELATED, target=target, line=line)
    url = _LONE_URL.fullmatch(piece)
    written = _as_typed(html.unescape(url[2])) if url else ""
    embed = recognise(written) if url and html.unescape(url[1] or written) == written else None
    if embed:
        return Block(kind=BlockKind.EMBED, embed=embed, line=inline.locate.find(written))
    return None


def _pull_quote(inner: str, inline: Inline) -> Block | None:
    quote = f"<p>{inner.strip()}".removeprefix("<p></p>").strip()
    attribution = _ATTRIBUTION.search(quote)
    if attribution and not is_balanced(attribution[1]):
        attribution = None
    if attribution:
        quote = f"{quote[: attribution.start()]}</p>"
    markup = inline.rewrite(quote)
    if not is_shown(markup):
        return None
    return Block(
        kind=BlockKind.PULL_QUOTE,
        html=markup,
        words=count_words(markup),
        attribution=plain_text(attribution[1]) if attribution else "",
    )


def _as_typed(url: str) -> str:
    """Undo smart punctuation in an address."""
    return re.sub("[—–…]", lambda match: _TYPOGRAPHY[match[0]], url)
