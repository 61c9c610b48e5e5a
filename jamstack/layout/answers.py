"""The answers to the questions that pages ask of the paper, as plain values to compare.

One function per kind of question; `Paper` notes a question as `kind:name`. A question that has no
answer any more (an author who is gone) gives None. The kinds `story` and `face` are not here:
their answers are the source files themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from jamstack.layout.home import home_choice
from jamstack.layout.paper import Paper
from jamstack.model import Article, Body
from jamstack.values import replace


def answer(kind: str, name: str, paper: Paper) -> object:
    """The answer to one question; None where the paper has none.

    Raises:
        KeyError: no page asks questions of this kind.
    """
    return ANSWERS[kind](paper, name)


def _author(paper: Paper, slug: str) -> object:
    author = paper.edition.authors.get(slug)
    return author and replace(author, biography=_as_shown(author.biography), lines={})


def _name(paper: Paper, slug: str) -> object:
    author = paper.edition.authors.get(slug)
    return author.name if author else None


def _standing(paper: Paper, path: str) -> object:
    page = paper.by_standing.get(path)
    return page and replace(page, body=_as_shown(page.body), lines={})


def _picture(paper: Paper, name: str) -> object:
    path, _, focus = name.rpartition("@")
    x, _, y = focus.partition(",")
    return paper.plans.get((path, (int(x), int(y))))


def _tag(paper: Paper, slug: str) -> object:
    return paper.tag_names.get(slug)


def _target(paper: Paper, path: str) -> object:
    return paper.targets.get(path)


def _picks(paper: Paper, path: str) -> object:
    return paper.picks_of(path) if path in paper.edition.by_path else None


def _series(paper: Paper, key: str) -> object:
    found = paper.series.get(key)
    return found and (found.name, _paths(found.parts))


def _slice(paper: Paper, name: str) -> object:
    listed, _, number = name.rpartition("#")
    found = paper.sliced(listed, int(number))
    return (_paths(found.articles), found.count)


def _newest(paper: Paper, name: str) -> object:
    listed, _, count = name.rpartition("#")
    return _paths(paper.listed(listed)[: int(count)])


def _recent(paper: Paper, seconds: str) -> object:
    return _paths(paper.recently(timedelta(seconds=int(seconds))))


def _index(paper: Paper, name: str) -> object:
    return INDEXES[name](paper)


def _home(paper: Paper) -> object:
    chosen = home_choice(paper)
    return (_paths(chosen.first), [(slug, _paths(stories)) for slug, stories in chosen.strips])


def _tags(paper: Paper) -> object:
    return [(slug, paper.tag_names[slug], len(found)) for slug, found in paper.by_tag.items()]


def _authors(paper: Paper) -> object:
    return [(author.slug, len(paper.by_author.get(author.slug, ()))) for author in paper.authors]


def _archive(paper: Paper) -> object:
    return [
        (year, [(month, len(stories)) for month, stories in months.items()])
        for year, months in paper.by_month.items()
    ]


def _site(paper: Paper) -> object:
    pages = [page.slug for page in paper.edition.pages]
    return (pages, [author.slug for author in paper.authors], sorted(paper.by_tag))


def _as_shown(body: Body) -> Body:
    # No page shows them, and a set comes in another order in each process.
    return replace(body, anchors=())


def _paths(articles: tuple[Article, ...]) -> list[str]:
    return [article.path for article in articles]


INDEXES: Mapping[str, Callable[[Paper], object]] = MappingProxyType(
    {"home": _home, "tags": _tags, "authors": _authors, "archive": _archive, "site": _site}
)
ANSWERS: Mapping[str, Callable[[Paper, str], object]] = MappingProxyType(
    {
        "author": _author,
        "name": _name,
        "standing": _standing,
        "picture": _picture,
        "tag": _tag,
        "target": _target,
        "picks": _picks,
        "series": _series,
        "slice": _slice,
        "newest": _newest,
        "recent": _recent,
        "index": _index,
    }
)
