"""Those who make the paper, and how a story credits them."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping

from jamstack.model.articles import Moment, Role
from jamstack.model.bodies import Body, Picture
from jamstack.values import Value


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


class FollowLink(Value, frozen=True, kw_only=True):
    """An author's profile elsewhere: `network` is the key, `label` the printed name."""

    network: str
    label: str
    url: str
    handle: str


class Past(Value, frozen=True, kw_only=True):
    """What was true of an author up to and including the day of `until`.

    Empty where it was as it is now.
    """

    until: Moment
    role: str = ""
    bio: str = ""


class Author(Value, frozen=True, kw_only=True):
    """One person or organization that can be credited. `biography` is the long bio.

    `slug` is empty for someone without a page. `past` has the oldest first; `aliases` are slugs
    that the author had before.
    """

    path: str
    slug: str
    name: str
    sort_name: str
    role: str = ""
    beats: tuple[str, ...] = ()
    bio: str = ""
    biography: Body = Body()
    portrait: Picture | None = None
    pronouns: str = ""
    email: str = ""
    follow: tuple[FollowLink, ...] = ()
    kind: AuthorKind = AuthorKind.PERSON
    status: AuthorStatus = AuthorStatus.STAFF
    past: tuple[Past, ...] = ()
    aliases: tuple[str, ...] = ()
    lines: Mapping[str, int] = {}


class TextPart(Value, frozen=True, kw_only=True):
    """A run of text, linked when `url` is not empty.

    In a byline `url` is a URL path of this site, in a follow line a whole address elsewhere.
    """

    text: str
    url: str = ""


class Credited(Value, frozen=True, kw_only=True):
    """One credit resolved: who did what, as it was on the day of the story.

    Someone without a page has an `Author` without a slug. Who is not named by decision has a
    `reason`.
    """

    author: Author
    role: Role = Role.REPORTING
    place: str = ""
    agency: Author | None = None
    note: str = ""
    reason: str = ""


class Byline(Value, frozen=True, kw_only=True):
    """Who made a story, computed once for every surface.

    `parts` concatenate to the printed line; `people` are the credits resolved, in order.
    """

    parts: tuple[TextPart, ...]
    people: tuple[Credited, ...]

    @property
    def text(self) -> str:
        """The printed line without links."""
        return "".join(part.text for part in self.parts)

    @property
    def bylined(self) -> tuple[Credited, ...]:
        """Those whose byline it is: the reporting credits, or everyone where nobody reported.

        Each person once.
        """
        reporting = [one for one in self.people if one.role is Role.REPORTING]
        return _once(reporting or self.people)

    @property
    def contributors(self) -> tuple[Author, ...]:
        """Everyone else, each once, whatever they did."""
        bylined = {(one.author.slug, one.author.name) for one in self.bylined}
        return tuple(
            one.author
            for one in _once(self.people)
            if (one.author.slug, one.author.name) not in bylined
        )

    @property
    def authors(self) -> tuple[Author, ...]:
        """The people of `bylined`."""
        return tuple(one.author for one in self.bylined)


def _once(people: Iterable[Credited]) -> tuple[Credited, ...]:
    found: dict[tuple[str, str], Credited] = {}
    for one in people:
        found.setdefault((one.author.slug, one.author.name), one)
    return tuple(found.values())
