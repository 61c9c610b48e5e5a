"""A plugin of the stock Pelican site: related stories by shared tags, and figures with captions.

It does what the other sites do by themselves, the way such plugins usually do it.
"""

from __future__ import annotations

import re
from collections import Counter

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

SHOWN = 4
INLINE = 2
PLACES = (3, 4)
"""The gaps between neighbouring paragraphs that get a line to a related story."""

_PICTURE = re.compile(r'<p><img alt="([^"]*)" src="/images/([^"]*)\.jpg" title="([^"]*)"></p>')
_FIGURE = """\
<figure class="figure">
<picture>
<source type="image/webp" srcset="/images/{1}-480.webp 480w, /images/{1}-800.webp 800w" \
sizes="(min-width: 48em) 680px, 100vw">
<img src="/images/{1}-800.jpg" width="800" height="533" alt="{0}" loading="lazy" decoding="async">
</picture>

<figcaption>
<span class="caption">{2}</span>
</figcaption>
</figure>"""
_LINE = """<aside class="related-line" aria-labelledby="related-{number}">
<h2 id="related-{number}">Related<span class="visually-hidden"> story {number}</span></h2>
<a href="/{url}">{title}</a>
</aside>
"""
_TAG = re.compile("<[^>]*>")


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(enrich)


def enrich(generator: ArticlesGenerator) -> None:
    """Give every article `related_articles` and `word_count`, and fill its content."""
    ranks = {article: rank for rank, article in enumerate(generator.articles)}
    for article in generator.articles:
        found = _related(article, generator, ranks)
        article.related_articles = found[INLINE:]
        # Pelican has no public way to change a text that was read.
        text = _PICTURE.sub(_figure, article._content)  # noqa: SLF001
        article.word_count = len(_TAG.sub(" ", text).split())
        article._content = _with_lines(text, found[:INLINE])  # noqa: SLF001


def _figure(match: re.Match[str]) -> str:
    return _FIGURE.format(*match.groups())


def _related(
    article: Article, generator: ArticlesGenerator, ranks: dict[Article, int]
) -> list[Article]:
    """The articles that share most tags, newest first."""
    shared = Counter(
        other for tag in article.tags for other in generator.tags[tag] if other is not article
    )
    ordered = sorted(shared, key=lambda other: (-shared[other], ranks[other]))
    return ordered[: INLINE + SHOWN]


def _with_lines(text: str, related: list[Article]) -> str:
    parts = text.split("</p>\n<p>")
    lines = list(zip(PLACES, enumerate(related, 1), strict=False))
    # From the last on, so that the places before it stay what they are.
    for place, (number, other) in reversed(lines):
        line = _LINE.format(number=number, url=other.url, title=other.title)
        if place < len(parts):
            parts[place - 1 : place + 1] = [f"{parts[place - 1]}</p>\n{line}<p>{parts[place]}"]
    return "</p>\n<p>".join(parts)
