"""Those who make the paper, and how a story credits them."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from jamstack.model.articles import Role
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


class Author(Value, frozen=True, kw_only=True):
    """One person or organization that can be credited. `biography` is the long bio."""

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
    lines: Mapping[str, int] = {}


class TextPart(Value, frozen=True, kw_only=True):
    """A run of text, linked when `url` is not empty.

    In a byline `url` is a URL path of this site, in a follow line a whole address elsewhere.
    """

    text: str
    url: str = ""


class Byline(Value, frozen=True, kw_only=True):
    """Who made a story, computed once for every surface.

    `parts` concatenate to the printed line; `people` are the credits resolved, in order.
    """

    parts: tuple[TextPart, ...]
    people: tuple[tuple[Author, Role], ...]

    @property
    def text(self) -> str:
        """The printed line without links."""
        return "".join(part.text for part in self.parts)

    @property
    def authors(self) -> tuple[Author, ...]:
        """Those whose byline it is: the reporting credits, or everyone where nobody reported."""
        reporting = tuple(person for person, role in self.people if role is Role.REPORTING)
        return reporting or tuple(person for person, _ in self.people)
