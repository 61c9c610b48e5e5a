"""The home page: the editor's order, filled up with the newest."""

from __future__ import annotations

from collections.abc import Iterator

from jamstack import addresses
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.indexes import Indexes
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan, Views
from jamstack.layout.publisher import default_share, organization, website
from jamstack.model import Article
from jamstack.values import Value
from jamstack.views import FrontView, HomePage, Link


class HomeChoice(Value, frozen=True, kw_only=True):
    """The stories on the home page.

    `first` holds the lead, where there is one, and those beside it; `strips` are (section slug,
    stories) in order.
    """

    first: tuple[Article, ...]
    strips: tuple[tuple[str, tuple[Article, ...]], ...]


def home_plan() -> PagePlan:
    """The home page."""
    return PagePlan(
        path=addresses.output_path(addresses.HOME), template="home.html", lay_out=home_page
    )


def home_page(paper: Paper) -> Views:
    """The home page."""
    paper.index("home")
    chosen = home_choice(paper)
    lead, *top = chosen.first or (None,)
    settings = paper.settings
    facts = PageFacts(
        url=addresses.HOME,
        title=f"{settings.name}: {settings.tagline}" if settings.tagline else settings.name,
        description=settings.tagline,
        image=default_share(paper),
        structured=(organization(paper), website(paper)),
    )
    page = HomePage(
        lead=paper.teaser(lead) if lead else None,
        top=tuple(paper.teaser(article) for article in top if article),
        fronts=tuple(_front(slug, articles, paper) for slug, articles in chosen.strips),
    )
    return Views(head=head_view(facts, paper), page=page)


def home_choice(indexes: Indexes) -> HomeChoice:
    """The editor's order where given, else the newest; no story twice.

    Without a lead of the editor's the newest story leads that is not pinned beside it.
    """
    front = indexes.edition.front
    by_slug = indexes.edition.by_slug
    pinned = [by_slug[slug] for slug in front.top]
    newest = [article for article in indexes.edition.articles if article.slug not in front.top]
    leads = [by_slug[front.lead]] if front.lead else newest[:1]
    chosen = list(dict.fromkeys(article.slug for article in (*leads, *pinned, *newest)))
    first = tuple(by_slug[slug] for slug in chosen[: 1 + indexes.settings.top_size])
    used = {article.slug for article in first}
    return HomeChoice(first=first, strips=tuple(_strips(indexes, used)))


def _front(slug: str, articles: tuple[Article, ...], paper: Paper) -> FrontView:
    section = paper.sections[slug]
    link = Link(text=section.name, url=paper.href(addresses.section_url(slug)))
    return FrontView(section=link, teasers=tuple(paper.teaser(article) for article in articles))


def _strips(indexes: Indexes, used: set[str]) -> Iterator[tuple[str, tuple[Article, ...]]]:
    """The strips; a story that the editor pinned to one of them stands in no other."""
    front = indexes.edition.front
    order = dict.fromkeys((*front.order, *indexes.sections))
    strip_of: dict[str, str] = {}
    for slug in order:
        for pin in front.sections.get(slug, ()):
            strip_of.setdefault(pin, slug)
    for slug in order:
        articles = [
            item
            for item in indexes.listed(f"section/{slug}")
            if item.slug not in used and strip_of.get(item.slug, slug) == slug
        ]
        if articles:
            yield slug, tuple(articles[: indexes.settings.front_size])
