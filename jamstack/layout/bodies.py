"""A parsed body as the blocks a page shows: links, pictures and related headlines filled in."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from jamstack.layout.paper import Paper
from jamstack.model import Article, Block, BlockKind, Body, InternalLink
from jamstack.related.placing import places
from jamstack.views import BlockView, EmbedView, Html, Link

_MARK = "\x02"
_MARKER = re.compile("\x02(link|picture):([0-9]+)\x03")


def body_views(body: Body, paper: Paper) -> tuple[BlockView, ...]:
    """The blocks of a body that is not a story's, such as a biography."""
    return tuple(_merge(_views(body.blocks, body, paper, {})))


def story_views(article: Article, paper: Paper) -> tuple[BlockView, ...]:
    """The blocks of a story, with the inline lines picked for it."""
    by_path = paper.edition.by_path
    lines = {number: by_path[path] for number, path in paper.picks(article).inline}
    blocks = _with_lines(article, lines)
    return tuple(_merge(_views(blocks, article.body, paper, lines)))


def _with_lines(article: Article, lines: Mapping[int, Article]) -> Iterator[Block]:
    blocks = article.body.blocks
    if any(block.kind is BlockKind.RELATED for block in blocks):
        yield from blocks
        return
    # Where fewer stories were found than there are places, the places are divided anew.
    found = places(blocks, wanted=len(lines)) if lines else ()
    for number, block in enumerate(blocks):
        if number in found:
            yield Block(kind=BlockKind.RELATED)
        yield block


def _views(
    blocks: Iterable[Block],
    body: Body,
    paper: Paper,
    lines: Mapping[int, Article],
) -> Iterator[BlockView]:
    number, shown_lines = 0, 0
    for block in blocks:
        if block.kind is BlockKind.RELATED:
            target = lines.get(number)
            number += 1
            if target:
                shown, shown_lines = paper.face(target), shown_lines + 1
                url = paper.href(paper.url(shown))
                link = Link(text=shown.title, url=url)
                yield BlockView(kind="related", related=link, number=shown_lines)
        elif block.picture:
            yield BlockView(kind="figure", picture=paper.picture(block.picture))
        elif block.embed:
            embed = block.embed
            view = EmbedView(provider=embed.provider, url=embed.url, frame_url=embed.frame_url)
            yield BlockView(kind="embed", embed=view)
        else:
            is_pull_quote = block.kind is BlockKind.PULL_QUOTE
            yield BlockView(
                kind="pull-quote" if is_pull_quote else "html",
                html=_scrollable(block, _filled(block.html, body, paper)),
                attribution=block.attribution,
            )


def _scrollable(block: Block, markup: Html) -> Html:
    """A table in a box that scrolls by itself, also by keyboard; the page never does sideways."""
    if block.kind is not BlockKind.TABLE:
        return markup
    box = '<div class="table-scroll" role="group" aria-label="Table" tabindex="0">'
    return Html(f"{box}{markup}</div>")


def _merge(views: Iterable[BlockView]) -> Iterator[BlockView]:
    """Join neighbouring runs of plain HTML, so that a page has few pieces."""
    run: list[str] = []
    for view in views:
        if view.kind == "html":
            run.append(view.html)
            continue
        if run:
            yield BlockView(kind="html", html=Html("\n".join(run)))
            run = []
        yield view
    if run:
        yield BlockView(kind="html", html=Html("\n".join(run)))


def _filled(markup: str, body: Body, paper: Paper) -> Html:
    if _MARK not in markup:
        return Html(markup)

    def fill(match: re.Match[str]) -> str:
        number = int(match[2])
        if match[1] == "link":
            return html.escape(_address(body.links[number], paper))
        view = paper.picture(body.pictures[number])
        return (
            f'<img src="{html.escape(view.url)}" srcset="{html.escape(view.srcset)}"'
            f' sizes="auto, 40rem" width="{view.width}" height="{view.height}"'
            f' alt="{html.escape(view.alt)}" loading="lazy" decoding="async">'
        )

    return Html(_MARKER.sub(fill, markup))


def _address(link: InternalLink, paper: Paper) -> str:
    fragment = f"#{link.fragment}" if link.fragment else ""
    if not link.path:
        return fragment
    if link.path.startswith("/"):
        return f"{paper.settings.base_path}{link.path}{fragment}"
    return f"{paper.target(link.path)}{fragment}"
