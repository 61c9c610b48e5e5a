"""Author pages and the authors' index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jamstack import addresses
from jamstack.bylines.author_card import card_text, fediverse_handles, standing_note
from jamstack.feeds import json_ld
from jamstack.layout.bodies import body_views
from jamstack.layout.cards import author_share
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.lists import list_part, list_plans
from jamstack.layout.paper import Paper
from jamstack.layout.pictures import feed_image
from jamstack.layout.plans import PagePlan, Views
from jamstack.model import Author
from jamstack.views import (
    AuthorEntry,
    AuthorPage,
    AuthorsPage,
    FollowView,
    MetaTag,
)


def author_plans(paper: Paper) -> Iterator[PagePlan]:
    """A page for each author, paginated, and the index."""
    for author in paper.authors:
        url = addresses.author_url(author.slug)
        lay_out = partial(author_page, slug=author.slug)
        yield from list_plans(f"author/{author.slug}", url, "author.html", lay_out, paper)
    yield PagePlan(
        path=addresses.output_path(addresses.AUTHORS),
        template="authors.html",
        lay_out=authors_page,
    )


def author_page(paper: Paper, *, slug: str, number: int) -> Views:
    """Page `number` of an author's stories, with portrait and biography."""
    author = paper.author(slug)
    language = paper.settings.language
    url = addresses.author_url(slug)
    part = list_part(f"author/{slug}", url, number, paper)
    page = AuthorPage(
        name=author.name,
        role=author.role,
        note=standing_note(author, language),
        bio=card_text(author, paper.settings.language),
        biography=body_views(author.biography, paper),
        portrait=paper.picture(author.portrait) if author.portrait else None,
        initials=paper.initials(author),
        email=author.email,
        follow=tuple(
            FollowView(network=link.network, label=link.label, url=link.url, handle=link.handle)
            for link in author.follow
        ),
        feed_url=paper.href(f"{url}{addresses.RSS}") if part.teasers else "",
        teasers=part.teasers,
        pagination=part.pagination,
    )
    facts = _facts(author, paper, has_feed=bool(part.teasers))
    return Views(head=head_view(facts, paper, part.pagination), page=page)


def authors_page(paper: Paper) -> Views:
    """The index of authors."""
    paper.index("authors")
    facts = PageFacts(
        url=addresses.AUTHORS,
        title="Our journalists",
        description=f"The people who write, draw and photograph for {paper.settings.name}.",
    )
    entries = tuple(_entry(author, paper) for author in paper.authors)
    return Views(head=head_view(facts, paper), page=AuthorsPage(authors=entries))


def _facts(author: Author, paper: Paper, *, has_feed: bool) -> PageFacts:
    url = addresses.author_url(author.slug)
    structured = json_ld.profile_page(
        author,
        paper.settings,
        url=paper.settings.absolute(url),
        image=feed_image(paper.picture(author.portrait)) if author.portrait else None,
    )
    return PageFacts(
        url=url,
        title=author.name,
        description=card_text(author, paper.settings.language),
        og_type="profile",
        image=author_share(author, paper),
        meta=tuple(_meta(author)),
        structured=(structured,),
        feed=url if has_feed else "",
        feed_title=f"{paper.settings.name}: {author.name}",
    )


def _meta(author: Author) -> Iterator[MetaTag]:
    for handle in fediverse_handles(author):
        yield MetaTag(attribute="name", key="fediverse:creator", content=handle)


def _entry(author: Author, paper: Paper) -> AuthorEntry:
    author = paper.author(author.slug)
    return AuthorEntry(
        name=author.name,
        url=paper.href(addresses.author_url(author.slug)),
        role=author.role,
        bio=card_text(author, paper.settings.language),
        portrait=paper.picture(author.portrait) if author.portrait else None,
        initials=paper.initials(author),
        count=len(paper.by_author.get(author.slug, ())),
    )
