"""Pages that list stories: home, section fronts, tags, the archive; paginated where long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from jamstack import addresses
from jamstack.layout.dates import month_name, short_month_name
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan
from jamstack.layout.publisher import default_share, organization, website
from jamstack.model import Article
from jamstack.views import (
    ArchivePage,
    ArchiveYear,
    CountedLink,
    FrontView,
    HomePage,
    Link,
    PageView,
    PaginationView,
    PeriodPage,
    SectionPage,
    TagPage,
    TagsPage,
    TeaserView,
)

Build = Callable[[tuple[TeaserView, ...], PaginationView], PageView]


def home_plan(paper: Paper) -> PagePlan:
    """The home page: the editor's order where given, else the newest; no story twice.

    Without a lead of the editor's the newest story leads that is not pinned beside it.
    """
    front = paper.edition.front
    by_slug = paper.edition.by_slug
    pinned = [by_slug[slug] for slug in front.top]
    newest = [article for article in paper.edition.articles if article.slug not in front.top]
    leads = [by_slug[front.lead]] if front.lead else newest[:1]
    chosen = list(dict.fromkeys(article.slug for article in (*leads, *pinned, *newest)))
    articles = [by_slug[slug] for slug in chosen][: 1 + paper.settings.top_size]
    lead = articles[0] if articles else None
    top = articles[1:]
    used = {article.slug for article in articles}
    page = HomePage(
        lead=paper.teaser(lead) if lead else None,
        top=tuple(paper.teaser(article) for article in top),
        fronts=tuple(_fronts(paper, used)),
    )
    settings = paper.settings
    facts = PageFacts(
        url=addresses.HOME,
        title=f"{settings.name}: {settings.tagline}" if settings.tagline else settings.name,
        description=settings.tagline,
        image=default_share(paper),
        structured=(organization(paper), website(paper)),
    )
    return PagePlan(
        path=addresses.output_path(addresses.HOME),
        template="home.html",
        head=head_view(facts, paper),
        page=page,
    )


def list_plans(
    articles: Sequence[Article], facts: PageFacts, template: str, build: Build, paper: Paper
) -> Iterator[PagePlan]:
    """The pages of one list; an empty list has one page."""
    size = paper.settings.page_size
    count = max(1, -(-len(articles) // size))
    links = tuple(
        Link(
            text=str(number),
            url=paper.settings.href(addresses.numbered_url(facts.url, number)),
        )
        for number in range(1, count + 1)
    )
    for number in range(1, count + 1):
        pagination = PaginationView(
            number=number,
            count=count,
            previous_url=links[number - 2].url if number > 1 else "",
            next_url=links[number].url if number < count else "",
            pages=links,
        )
        teasers = tuple(
            paper.teaser(article) for article in articles[(number - 1) * size : number * size]
        )
        yield PagePlan(
            path=addresses.output_path(addresses.numbered_url(facts.url, number)),
            template=template,
            head=head_view(facts, paper, pagination),
            page=build(teasers, pagination),
        )


def section_plans(paper: Paper) -> Iterator[PagePlan]:
    """The fronts of all declared sections; the editor's pins come first."""
    for section in paper.settings.sections:
        pins = paper.edition.front.sections.get(section.slug, ())
        newest = paper.by_section.get(section.slug, ())
        pinned = [paper.edition.by_slug[slug] for slug in pins]
        articles = list({item.slug: item for item in (*pinned, *newest)}.values())
        facts = PageFacts(
            url=addresses.section_url(section.slug),
            title=section.name,
            description=section.description,
            image=default_share(paper),
            feed=addresses.section_url(section.slug),
            feed_title=f"{paper.settings.name}: {section.name}",
        )

        def build(
            teasers: tuple[TeaserView, ...],
            pagination: PaginationView,
            name: str = section.name,
            description: str = section.description,
        ) -> SectionPage:
            return SectionPage(
                name=name, description=description, teasers=teasers, pagination=pagination
            )

        yield from list_plans(articles, facts, "section.html", build, paper)


def tag_plans(paper: Paper) -> Iterator[PagePlan]:
    """A list for each tag in use, and the index of tags."""
    for slug, articles in sorted(paper.by_tag.items()):
        name = paper.tag_names[slug]
        facts = PageFacts(
            url=addresses.tag_url(slug),
            title=name,
            description=f"Stories about {name}.",
            image=default_share(paper),
        )

        def build(
            teasers: tuple[TeaserView, ...], pagination: PaginationView, name: str = name
        ) -> TagPage:
            return TagPage(name=name, teasers=teasers, pagination=pagination)

        yield from list_plans(articles, facts, "tag.html", build, paper)
    counted = [
        CountedLink(
            text=paper.tag_names[slug],
            url=paper.settings.href(addresses.tag_url(slug)),
            count=len(articles),
        )
        for slug, articles in paper.by_tag.items()
    ]
    facts = PageFacts(url=addresses.TAGS, title="Topics", description="Every topic, from A to Z.")
    yield PagePlan(
        path=addresses.output_path(addresses.TAGS),
        template="tags.html",
        head=head_view(facts, paper),
        page=TagsPage(tags=tuple(sorted(counted, key=lambda tag: (tag.text.casefold(), tag.url)))),
    )


def archive_plans(paper: Paper) -> Iterator[PagePlan]:
    """The archive: all years, each year, each month."""
    settings = paper.settings
    zone = settings.zone
    local = {article.slug: article.date.at.astimezone(zone) for article in paper.edition.articles}
    in_order = sorted(
        paper.edition.articles,
        key=lambda article: (-local[article.slug].year, -local[article.slug].month),
    )
    years = []
    archive = Link(text="Archive", url=settings.href(addresses.ARCHIVE))
    for year, of_year in groupby(in_order, key=lambda article: local[article.slug].year):
        articles = tuple(of_year)
        counts = Counter(local[article.slug].month for article in articles)
        months = tuple(
            CountedLink(
                text=short_month_name(month, language=settings.language),
                url=settings.href(addresses.month_url(year, month)),
                count=counts[month],
            )
            for month in sorted(counts)
        )
        year_link = Link(text=str(year), url=settings.href(addresses.year_url(year)))
        years.append(
            ArchiveYear(name=str(year), url=year_link.url, count=len(articles), months=months)
        )
        yield from _period(paper, articles, str(year), addresses.year_url(year), (archive,), months)
        for month, of_month in groupby(articles, key=lambda article: local[article.slug].month):
            name = month_name(year, month, language=settings.language)
            url = addresses.month_url(year, month)
            yield from _period(paper, tuple(of_month), name, url, (archive, year_link), ())
    facts = PageFacts(
        url=addresses.ARCHIVE,
        title="Archive",
        description=f"Every story of {settings.name}, by year and month.",
    )
    yield PagePlan(
        path=addresses.output_path(addresses.ARCHIVE),
        template="archive.html",
        head=head_view(facts, paper),
        page=ArchivePage(years=tuple(years)),
    )


def _period(
    paper: Paper,
    articles: tuple[Article, ...],
    name: str,
    url: str,
    parents: tuple[Link, ...],
    months: tuple[CountedLink, ...],
) -> Iterator[PagePlan]:
    facts = PageFacts(url=url, title=name, description=f"Stories of {name}.")

    def build(teasers: tuple[TeaserView, ...], pagination: PaginationView) -> PeriodPage:
        return PeriodPage(
            name=name, parents=parents, months=months, teasers=teasers, pagination=pagination
        )

    yield from list_plans(articles, facts, "period.html", build, paper)


def _fronts(paper: Paper, used: set[str]) -> Iterator[FrontView]:
    """The strips; a story that the editor pinned to one of them stands in no other."""
    front = paper.edition.front
    order = dict.fromkeys((*front.order, *paper.sections))
    strip_of: dict[str, str] = {}
    for slug in order:
        for pin in front.sections.get(slug, ()):
            strip_of.setdefault(pin, slug)
    for slug in order:
        section = paper.sections[slug]
        pinned = [paper.edition.by_slug[pin] for pin in front.sections.get(slug, ())]
        candidates = {
            article.slug: article for article in (*pinned, *paper.by_section.get(slug, ()))
        }
        articles = [
            item
            for item in candidates.values()
            if item.slug not in used and strip_of.get(item.slug, slug) == slug
        ]
        articles = articles[: paper.settings.front_size]
        if articles:
            link = Link(
                text=section.name, url=paper.settings.href(addresses.section_url(section.slug))
            )
            teasers = tuple(paper.teaser(article) for article in articles)
            yield FrontView(section=link, teasers=teasers)
