"""A parsed body: its blocks, and what they point to."""

from __future__ import annotations

import enum

from jamstack.values import Value, replace


class Picture(Value, frozen=True, kw_only=True):
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


class Embed(Value, frozen=True, kw_only=True):
    """Something on another site that loads only when a reader asks for it.

    `frame_url` is empty where the provider has no frame; the card is then a plain link.
    """

    provider: str
    url: str
    frame_url: str = ""


class Block(Value, frozen=True, kw_only=True):
    """A top-level piece of a body, in order.

    `html` is sanitized and self-contained; where it links to another story or shows a picture it
    holds a `marker(kind, index)` in place of the address, filled in when pages are laid out.
    `FIGURE` has `picture`; `EMBED` has `embed`; `RELATED` has `target`, a story as the writer named
    it (by its slug once that is settled), or empty where the platform chooses; `PULL_QUOTE` has
    `attribution` and the quote's inner HTML.
    """

    kind: BlockKind
    html: str = ""
    words: int = 0
    line: int = 0
    picture: Picture | None = None
    embed: Embed | None = None
    target: str = ""
    attribution: str = ""


class InternalLink(Value, frozen=True, kw_only=True):
    """A link from a body to another source file or to an anchor on the same page.

    `path` is the target's source path relative to the content folder (empty for this page);
    `fragment` is without `#`; `written` is what the writer typed.
    """

    path: str
    fragment: str
    written: str
    line: int


class Body(Value, frozen=True, kw_only=True):
    """A parsed body: blocks in order and what they point to.

    Markers in the blocks' HTML index into `links` and `pictures`. `anchors` are the ids a link may
    name. `text` is the first paragraph as plain text. `outline` has the kind of every block where
    `blocks` lacks those that are nothing but text.
    """

    blocks: tuple[Block, ...] = ()
    links: tuple[InternalLink, ...] = ()
    pictures: tuple[Picture, ...] = ()
    anchors: tuple[str, ...] = ()
    text: str = ""
    words: int = 0
    outline: tuple[BlockKind, ...] = ()

    @property
    def kinds(self) -> tuple[BlockKind, ...]:
        """What each block is, in order."""
        return self.outline or tuple(block.kind for block in self.blocks)

    def without_text(self) -> Body:
        """What the body points to and how it is built, without its text, which is most of it."""
        pointing = (block for block in self.blocks if _points(block))
        return replace(
            self,
            blocks=tuple(replace(block, html="", words=0) for block in pointing),
            text="",
            outline=self.kinds,
        )


def _points(block: Block) -> bool:
    """True for a block that is more than text: it shows or names something else."""
    return bool(block.kind is BlockKind.RELATED or block.picture or block.embed or block.target)


def marker(kind: str, index: int) -> str:
    """The placeholder that stands in a block's HTML for link or picture number `index`.

    U+0002 and U+0003 cannot occur in a source (reading refuses control characters).
    """
    return f"\x02{kind}:{index}\x03"
