"""How many clicks every story is from the home page, by the links that pages show.

Follows what the pages of our theme link to: the home page's stories, the sections and the indexes
in the frame of every page, lists with their page numbers, and from a story its text, its related
stories, its series, its section, authors and tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jamstack.edition import tag_slug
from jamstack.layout.home import home_choice
from jamstack.layout.lists import offered
from jamstack.layout.paper import Paper
from jamstack.layout.picks import linked_slugs
from jamstack.model import Article
from jamstack.related.reporting import Links

_HOME = ("home", 1)
_Page = tuple[str, int]
"""A list or a story (`story/<path>`), and which page of it."""


def clicks(paper: Paper) -> Mapping[str, int]:
    """The least clicks from the home page to each visible story, by source path."""
    found: dict[_Page, int] = {_HOME: 0}
    waiting = [_HOME]
    for page in waiting:
        for other in _links(page, paper):
            if other not in found:
                found[other] = found[page] + 1
                waiting.append(other)
    return {
        name.removeprefix("story/"): count
        for (name, _), count in found.items()
        if name.startswith("story/")
    }


def story_links(paper: Paper) -> tuple[Links, ...]:
    """What each visible story leads to, newest first."""
    return tuple(
        Links(path=article.path, title=article.title, to=tuple(_stories_of(article, paper)))
        for article in paper.edition.articles
    )


def _links(page: _Page, paper: Paper) -> Iterator[_Page]:
    name, number = page
    kind, _, key = name.partition("/")
    if name == "home":
        yield from _frame(paper)
        chosen = home_choice(paper)
        yield from map(_story, chosen.first)
        for _, stories in chosen.strips:
            yield from map(_story, stories)
    elif kind == "story":
        article = paper.edition.by_path[key]
        yield from ((f"story/{path}", 1) for path in _stories_of(article, paper))
        yield (f"section/{article.section}", 1)
        yield from ((f"tag/{tag_slug(tag)}", 1) for tag in article.tags)
        yield from ((f"author/{slug}", 1) for slug in article.credited)
    elif name == "archive":
        for year, months in paper.by_month.items():
            yield (f"year/{year}", 1)
            yield from ((f"month/{year}/{month}", 1) for month in months)
    elif name == "tags":
        yield from ((f"tag/{slug}", 1) for slug in paper.by_tag)
    elif name == "authors":
        yield from ((f"author/{author.slug}", 1) for author in paper.authors)
    else:
        part = paper.sliced(name, number)
        yield from map(_story, part.articles)
        yield from ((name, other) for other in offered(number, part.count) if other)


def _frame(paper: Paper) -> Iterator[_Page]:
    """What every page links to."""
    yield from ((f"section/{slug}", 1) for slug in paper.sections)
    yield from ((name, 1) for name in ("archive", "authors", "tags"))


def _story(article: Article) -> _Page:
    return (f"story/{article.path}", 1)


def _stories_of(article: Article, paper: Paper) -> Iterator[str]:
    picks = paper.picks_of(article.path)
    yield from (path for _, path in picks.inline)
    yield from picks.end
    by_slug = paper.edition.by_slug
    yield from (by_slug[slug].path for slug in sorted(linked_slugs(article, paper)))
    series = paper.series_of(article)
    if series:
        yield from (part.path for part in series.parts if part.path != article.path)
