"""Pages that are not stories and not lists: standing pages, the 404 page, redirects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jamstack import addresses
from jamstack.layout.bodies import body_views
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan
from jamstack.layout.publisher import default_share, organization
from jamstack.views import MissingPage, PlainPage, RedirectPage

LATEST = 6
"""Stories offered on the 404 page."""


def page_plans(paper: Paper, targets: Mapping[str, str]) -> Iterator[PagePlan]:
    """The standing pages."""
    for page in paper.edition.pages:
        facts = PageFacts(
            url=addresses.page_url(page.slug),
            title=page.title,
            description=page.dek or page.body.text,
            image=default_share(paper),
            structured=(organization(paper),),
        )
        yield PagePlan(
            path=addresses.output_path(facts.url),
            template="page.html",
            head=head_view(facts, paper),
            page=PlainPage(
                title=page.title, dek=page.dek, body=body_views(page.body, paper, targets)
            ),
            source=page.path,
        )


def missing_plan(paper: Paper) -> PagePlan:
    """The page that is shown for an address that is not here."""
    facts = PageFacts(url=addresses.MISSING, title="Page not found", is_indexed=False)
    latest = tuple(paper.teaser(article) for article in paper.edition.articles[:LATEST])
    return PagePlan(
        path=addresses.MISSING,
        template="404.html",
        head=head_view(facts, paper),
        page=MissingPage(latest=latest),
    )


def redirect_plans(paper: Paper) -> Iterator[PagePlan]:
    """A page at each old address that sends readers on."""
    settings = paper.settings
    for article in paper.edition.articles:
        url = paper.url(article)
        for alias in article.aliases:
            facts = PageFacts(
                url=addresses.normal_alias(alias),
                title=article.title,
                canonical=settings.absolute(url),
                is_indexed=False,
            )
            yield PagePlan(
                path=addresses.output_path(facts.url),
                template="redirect.html",
                head=head_view(facts, paper),
                page=RedirectPage(
                    title=article.title,
                    url=settings.href(url),
                    absolute_url=settings.absolute(url),
                ),
                source=article.path,
            )
