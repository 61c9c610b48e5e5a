"""The whole site: what every page knows, and every page and file in order."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack import addresses
from jamstack.layout.archive import archive_plans
from jamstack.layout.fixed import missing_plan, redirect_plans, standing_plans
from jamstack.layout.home import home_plan
from jamstack.layout.lists import section_plans, tag_plans
from jamstack.layout.machines import machine_plans
from jamstack.layout.paper import Paper
from jamstack.layout.people import author_plans
from jamstack.layout.plans import FilePlan, PagePlan
from jamstack.layout.stories import story_plans
from jamstack.layout.syndication import feed_plans
from jamstack.views import Link, SiteView


def site_view(paper: Paper) -> SiteView:
    """What every page knows of the site."""
    settings = paper.settings
    navigation = tuple(
        Link(text=section.name, url=settings.href(addresses.section_url(section.slug)))
        for section in settings.sections
    )
    pages = tuple(
        Link(text=page.title, url=settings.href(addresses.page_url(page.slug)))
        for page in paper.edition.pages
    )
    return SiteView(
        name=settings.name,
        tagline=settings.tagline,
        lang=settings.language,
        absolute_url=settings.absolute(""),
        home_url=settings.href(addresses.HOME),
        archive_url=settings.href(addresses.ARCHIVE),
        authors_url=settings.href(addresses.AUTHORS),
        tags_url=settings.href(addresses.TAGS),
        feed_url=settings.href(addresses.RSS),
        navigation=navigation,
        pages=pages,
        year=paper.edition.now.astimezone(settings.zone).year,
        assets=paper.assets,
        mark=_mark(paper),
    )


def _mark(paper: Paper) -> str:
    if paper.edition.is_preview:
        return "Preview: drafts and embargoed stories are shown"
    return "" if paper.settings.is_indexed else "Preview: this is not the published site"


def page_plans(paper: Paper) -> Iterator[PagePlan]:
    """Every page of the site."""
    yield home_plan()
    yield from story_plans(paper)
    yield from section_plans(paper)
    yield from tag_plans(paper)
    yield from author_plans(paper)
    yield from archive_plans(paper)
    yield from standing_plans(paper)
    yield missing_plan()
    yield from redirect_plans(paper)


def file_plans(paper: Paper) -> Iterator[FilePlan]:
    """Every file that is not rendered by a template."""
    yield from feed_plans(paper)
    yield from machine_plans(paper)
