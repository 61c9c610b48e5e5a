"""Pages that are not stories and not lists: standing pages, the 404 page, redirects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jamstack import addresses
from jamstack.layout.bodies import body_views
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan, Views
from jamstack.layout.publisher import default_share, organization
from jamstack.views import MissingPage, PlainPage, RedirectPage

LATEST = 6
"""Stories offered on the 404 page."""


def standing_plans(paper: Paper) -> Iterator[PagePlan]:
    """The standing pages."""
    for page in paper.edition.pages:
        yield PagePlan(
            path=addresses.output_path(addresses.page_url(page.slug)),
            template="page.html",
            lay_out=partial(standing_page, path=page.path),
            source=page.path,
        )


def standing_page(paper: Paper, *, path: str) -> Views:
    """A standing page."""
    page = paper.standing(path)
    facts = PageFacts(
        url=addresses.page_url(page.slug),
        title=page.title,
        description=page.dek or page.body.text,
        image=default_share(paper),
        structured=(organization(paper),),
    )
    return Views(
        head=head_view(facts, paper),
        page=PlainPage(title=page.title, dek=page.dek, body=body_views(page.body, paper)),
    )


def missing_plan() -> PagePlan:
    """The page that is shown for an address that is not here."""
    return PagePlan(path=addresses.MISSING, template="404.html", lay_out=missing_page)


def missing_page(paper: Paper) -> Views:
    """The page for an address that is not here, with the newest stories."""
    facts = PageFacts(url=addresses.MISSING, title="Page not found", is_indexed=False)
    latest = tuple(paper.teaser(article) for article in paper.newest("site", LATEST))
    return Views(head=head_view(facts, paper), page=MissingPage(latest=latest))


def redirect_plans(paper: Paper) -> Iterator[PagePlan]:
    """A page at each old address of a story or an author, which sends readers on."""
    for article in paper.edition.articles:
        for alias in article.aliases:
            url = addresses.normal_alias(alias)
            yield PagePlan(
                path=addresses.output_path(url),
                template="redirect.html",
                lay_out=partial(redirect_page, path=article.path, url=url),
                source=article.path,
            )
    for author in paper.authors:
        for alias in author.aliases:
            url = addresses.author_url(alias)
            yield PagePlan(
                path=addresses.output_path(url),
                template="redirect.html",
                lay_out=partial(author_redirect_page, slug=author.slug, url=url),
                source=author.path,
            )


def redirect_page(paper: Paper, *, path: str, url: str) -> Views:
    """The page at the old address `url` of a story."""
    article = paper.face(paper.edition.by_path[path])
    return _redirect(article.title, url, paper.url(article), paper)


def author_redirect_page(paper: Paper, *, slug: str, url: str) -> Views:
    """The page at the old address `url` of an author."""
    return _redirect(paper.author(slug).name, url, addresses.author_url(slug), paper)


def _redirect(title: str, url: str, target: str, paper: Paper) -> Views:
    settings = paper.settings
    facts = PageFacts(url=url, title=title, canonical=settings.absolute(target), is_indexed=False)
    page = RedirectPage(
        title=title, url=settings.href(target), absolute_url=settings.absolute(target)
    )
    return Views(head=head_view(facts, paper), page=page)
