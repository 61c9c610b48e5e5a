"""What a finished output is, told to those who publish it: kind, files, stories, what is hidden."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Iterator, Mapping

from jamstack.addresses import article_url, output_path
from jamstack.deploy.needles import LEAST_TEXT
from jamstack.deploy.release import Build, HiddenStory, ManifestStory
from jamstack.edition import Edition, gather
from jamstack.model import Article, Body, HomeFront
from jamstack.press import standstill
from jamstack.press.codec import DamagedError, decode, encode
from jamstack.press.looking import Sources, look_at_sources
from jamstack.press.making import Renderer
from jamstack.press.memory import Memory
from jamstack.press.project import Project
from jamstack.press.records import NO_STAMP
from jamstack.press.theme import load_theme
from jamstack.values import Value

FACT = "made"
OUTDATED = "is not what a build would make now: sources, settings, the theme or the clock went on"
UNFINISHED = "was not built to its end"
LEAST_RUN = 32
"""Characters of a hidden story's text that are looked for, at least."""
_PIECE = re.compile(r"<[^>]*>|[<>&\"'\\\n\x02\x03]|&[#\w]+;")


class Made(Value, frozen=True, kw_only=True):
    """What the output was made for; `is_ordinary` is True on stock Pelican's path."""

    site_url: str
    is_preview: bool
    made_at: datetime.datetime
    is_ordinary: bool


def unnoted(memory: Memory) -> None:
    """Take the note away before the output is touched: it is no finished one for a while."""
    memory.keep_facts({FACT: b""})


def note_made(memory: Memory, project: Project, *, is_ordinary: bool) -> None:
    """Note what a finished output was made for."""
    made = Made(
        site_url=project.settings.site_url,
        is_preview=project.is_preview,
        made_at=project.now,
        is_ordinary=is_ordinary,
    )
    memory.keep_facts({FACT: encode(made)})


def handed_over(project: Project, renderer: Renderer | None, memory: Memory) -> Build:
    """What stands in the output, as far as builds remember; the memory is open.

    `project` has production settings and the present time. `renderer` is None on stock Pelican's
    path.
    """
    try:
        made = decode(memory.facts.get(FACT, b""), Made)
    except DamagedError:
        now = project.now
        return Build(site_url=project.settings.site_url, is_preview=False, made_at=now, digests={})
    memory.recall()
    edition = gather(
        (record.value for record in memory.sources.values() if isinstance(record.value, Article)),
        (),
        (),
        HomeFront(),
        settings=project.settings,
        now=made.made_at,
    )
    digests = {path: record.digest for path, record in memory.files.items()}
    return Build(
        site_url=made.site_url,
        is_preview=made.is_preview,
        made_at=made.made_at,
        digests=digests,
        stories=tuple(_stories(edition, memory)),
        hidden=_hidden(edition, memory),
        outdated=_outdated(project, renderer, memory, made),
    )


def _stories(edition: Edition, memory: Memory) -> Iterator[ManifestStory]:
    for article in edition.articles:
        mark = memory.sources[article.path].digest.hex()[:12]
        page = output_path(article_url(article, edition.settings))
        yield ManifestStory(page=page, headline=article.title, mark=mark)


def _outdated(project: Project, renderer: Renderer | None, memory: Memory, made: Made) -> str:
    if any(not record.digest for record in memory.files.values()):
        return UNFINISHED
    if made.site_url != project.settings.site_url or made.is_preview:
        # Told as such; it cannot be compared with a production build.
        return ""
    sources = look_at_sources(project.content)
    if renderer is None or made.is_ordinary:
        return "" if _stand(sources, memory) else OUTDATED
    counts = standstill.unchanged(
        memory,
        theme=load_theme(project.theme, settings=project.settings),
        renderer=renderer,
        settings=project.settings,
        is_preview=False,
        content=project.content,
        sources=sources,
        output=project.output,
        now=project.now,
    )
    return "" if counts else OUTDATED


def _stand(sources: Sources, memory: Memory) -> bool:
    """True where every source is as it was read."""
    read = {path: record.stamp for path, record in memory.sources.items()}
    return sources.stamps == read and NO_STAMP not in read.values()


def _hidden(edition: Edition, memory: Memory) -> tuple[HiddenStory, ...]:
    """Hidden stories with what they could be known by: nothing that is told elsewhere anyway."""
    if not edition.hidden:
        return ()
    try:
        bodies = memory.texts(article.path for article in edition.hidden)
        texts = {
            article.path: tuple(_texts(article, bodies[article.path], edition))
            for article in edition.hidden
        }
        return _without_known(texts, edition, memory)
    except DamagedError:
        # Titles and addresses, at least, are in memory.
        return tuple(
            HiddenStory(path=article.path, texts=tuple(_heads(article, edition)))
            for article in edition.hidden
        )


def _heads(article: Article, edition: Edition) -> Iterator[str]:
    yield article_url(article, edition.settings)
    yield from (text for text in (article.title, article.dek) if len(text) >= LEAST_TEXT)


def _texts(article: Article, body: bytes, edition: Edition) -> Iterator[str]:
    yield from _heads(article, edition)
    for block in decode(body, Body).blocks:
        run = max(map(str.strip, _PIECE.split(block.html)), key=len, default="")
        if len(run) >= LEAST_RUN:
            yield html.unescape(run)[:200]


def _without_known(
    texts: Mapping[str, tuple[str, ...]], edition: Edition, memory: Memory
) -> tuple[HiddenStory, ...]:
    """Without what published stories say themselves."""
    import ahocorasick_rs

    listed = sorted({text for found in texts.values() for text in found})
    searcher = ahocorasick_rs.BytesAhoCorasick([text.encode() for text in listed])
    known: set[str] = set()
    for data in _public(edition, memory):
        found = searcher.find_matches_as_indexes(data, overlapping=True)
        known.update(listed[index] for index, _, _ in found)
    return tuple(
        HiddenStory(path=path, texts=tuple(text for text in found if text not in known))
        for path, found in texts.items()
    )


def _public(edition: Edition, memory: Memory) -> Iterable[bytes]:
    for article in edition.articles:
        heads = (article_url(article, edition.settings), article.title, article.dek)
        yield "\n".join(heads).encode()
        yield from memory.texts((article.path,)).values()
