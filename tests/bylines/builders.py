"""Builders with defaults for the tests of this room."""

from jamstack.bylines.follow import normalise
from jamstack.model import Author, AuthorKind, Credit, Role


def make_author(name="Mira Castell", **values):
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    defaults = {"path": f"authors/{slug}.md", "slug": slug, "name": name, "sort_name": name}
    return Author(**(defaults | values))


def make_agency(name="Harbour Wire", **values):
    return make_author(name, kind=AuthorKind.ORGANIZATION, **values)


def make_credits(*names, role=Role.REPORTING):
    return [Credit(author=name, role=role) for name in names]


def make_follow(**accounts):
    return tuple(normalise(network, value) for network, value in accounts.items())
