"""A story that is named somewhere: whether there is one, and what may have been meant."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from slugify import slugify

from jamstack.edition import Edition, hidden_because
from jamstack.errors import Finding
from jamstack.model import Article
from jamstack.naming import Names, headline_key
from jamstack.nearest import nearest

NEAREST = 3
"""Stories that a hint names."""


class Targets:
    """The stories of an edition, as what others may point to."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._names = Names(edition.all_articles, edition.settings)
        self._near: dict[tuple[str, bool], str] = {}

    def judge(
        self,
        target: str,
        *,
        path: str,
        line: int,
        field: str,
        is_public: bool = True,
        otherwise: str = "name it by its slug, headline, file or address",
    ) -> Finding | None:
        """The fault of naming the story `target` at this place; None when it may be named.

        There must be one story of that name, and where readers see the place (`is_public`) it must
        be published. Without a `field` the place is a `RELATED:` line. `otherwise` is the hint
        where no story of a name like it is found.
        """
        what = "" if field else "`RELATED:` "
        found = self._edition.by_slug.get(target)
        if found is None and not self.is_unread(target):
            message, hint = self._unknown(target, path, is_public=is_public)
            hint = hint or otherwise
        elif found and is_public and not self._edition.is_visible(found):
            why = hidden_because(found, self._edition.now)
            message = f"names `{target}`, which is {why} (`{found.path}`)"
            near = self._nearest(found.title, is_public=True)
            hint = "publish that story first, or name another" + (f": {near}" if near else "")
        else:
            return None
        return Finding(path=path, line=line, field=field, message=f"{what}{message}", hint=hint)

    def linked(self, article: Article) -> tuple[str, ...]:
        """The slugs of the stories that the text of `article` links to."""
        found = (self._names.linked(link.path) for link in article.body.links)
        return tuple(one.slug for one in found if one)

    def is_unread(self, target: str) -> bool:
        """True for what may name a file that is there but could not be read."""
        edition = self._edition
        return target in edition.unread_slugs or (
            bool(edition.unread) and any(target.endswith(path) for path in edition.unread)
        )

    def _unknown(self, target: str, path: str, *, is_public: bool) -> tuple[str, str]:
        same = self._names.find(target, source=path)
        if len(same) > 1:
            both = _either([f"`{article.slug}` (`{article.path}`)" for article in same], "and")
            return f"names `{target}`, the headline of {both}", "name the one meant by its slug"
        near = self._nearest(target, is_public=is_public)
        return f"names `{target}`, which is no story", f"did you mean {near}?" if near else ""

    def _nearest(self, name: str, *, is_public: bool) -> str:
        """The stories whose slug or headline comes nearest, in words; empty where none is near."""
        key = (name, is_public)
        if key not in self._near:
            found = self._alike(name, is_public=is_public)
            self._near[key] = _either([f"`{one.slug}` (“{one.title}”)" for one in found], "or")
        return self._near[key]

    def _alike(self, name: str, *, is_public: bool) -> Sequence[Article]:
        """At most `NEAREST` stories, the likest first; only those that may be named there."""
        called: dict[str, Article] = {}
        # A headline that was changed often lives on in the slug.
        for spelling in dict.fromkeys((headline_key(name), slugify(name.removesuffix(".md")))):
            for match in nearest(spelling, self._called, limit=4 * NEAREST):
                called.setdefault(match, self._called[match])
        shown = (one for one in _ordered(name, called) if self._may(one, is_public=is_public))
        return list({one.slug: one for one in shown}.values())[:NEAREST]

    def _may(self, article: Article, *, is_public: bool) -> bool:
        return not is_public or self._edition.is_visible(article)

    @functools.cached_property
    def _called(self) -> Mapping[str, Article]:
        """Stories by headline and by slug."""
        by_headline = {
            headline_key(article.title): article for article in self._edition.all_articles
        }
        return {**by_headline, **self._edition.by_slug}


def _ordered(name: str, called: Mapping[str, Article]) -> Iterator[Article]:
    """The stories whose names are given, the one most like `name` first; ties to the name."""
    from rapidfuzz import fuzz

    wanted = (headline_key(name), slugify(name.removesuffix(".md")))

    def likeness(known: str) -> tuple[float, str]:
        return (-max(fuzz.ratio(one, known) for one in wanted), known)

    return (called[known] for known in sorted(called, key=likeness))


def _either(names: Sequence[str], word: str) -> str:
    *most, last = names or [""]
    return f"{', '.join(most)} {word} {last}" if most else last
