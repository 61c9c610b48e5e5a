"""The archive: all years, each year, each month."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jamstack import addresses
from jamstack.layout.dates import month_name, short_month_name
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.lists import list_part, list_plans
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan, Views
from jamstack.views import ArchivePage, ArchiveYear, CountedLink, Link, PeriodPage


def archive_plans(paper: Paper) -> Iterator[PagePlan]:
    """A list for each year and each month, and the index of years."""
    for year, months in paper.by_month.items():
        lay_out = partial(year_page, year=year)
        url = addresses.year_url(year)
        yield from list_plans(f"year/{year}", url, "period.html", lay_out, paper)
        for month in months:
            lay_out = partial(month_page, year=year, month=month)
            url = addresses.month_url(year, month)
            yield from list_plans(f"month/{year}/{month}", url, "period.html", lay_out, paper)
    yield PagePlan(
        path=addresses.output_path(addresses.ARCHIVE), template="archive.html", lay_out=archive_page
    )


def archive_page(paper: Paper) -> Views:
    """The index of years."""
    paper.index("archive")
    years = tuple(
        ArchiveYear(
            name=str(year),
            url=_year(year, paper).url,
            count=len(paper.by_year[year]),
            months=_months(year, paper),
        )
        for year in paper.by_month
    )
    facts = PageFacts(
        url=addresses.ARCHIVE,
        title="Archive",
        description=f"Every story of {paper.settings.name}, by year and month.",
    )
    return Views(head=head_view(facts, paper), page=ArchivePage(years=years))


def year_page(paper: Paper, *, year: int, number: int) -> Views:
    """Page `number` of a year."""
    paper.index("archive")
    parents = (_archive(paper),)
    url = addresses.year_url(year)
    return _period(f"year/{year}", url, str(year), parents, _months(year, paper), number, paper)


def month_page(paper: Paper, *, year: int, month: int, number: int) -> Views:
    """Page `number` of a month."""
    parents = (_archive(paper), _year(year, paper))
    url = addresses.month_url(year, month)
    name = month_name(year, month, language=paper.settings.language)
    return _period(f"month/{year}/{month}", url, name, parents, (), number, paper)


def _period(
    listed: str,
    url: str,
    name: str,
    parents: tuple[Link, ...],
    months: tuple[CountedLink, ...],
    number: int,
    paper: Paper,
) -> Views:
    facts = PageFacts(url=url, title=name, description=f"Stories of {name}.")
    part = list_part(listed, url, number, paper)
    page = PeriodPage(
        name=name,
        parents=parents,
        months=months,
        teasers=part.teasers,
        pagination=part.pagination,
    )
    return Views(head=head_view(facts, paper, part.pagination), page=page)


def _months(year: int, paper: Paper) -> tuple[CountedLink, ...]:
    """The months of a year, January first."""
    settings = paper.settings
    return tuple(
        CountedLink(
            text=short_month_name(month, language=settings.language),
            url=settings.href(addresses.month_url(year, month)),
            count=len(articles),
        )
        for month, articles in sorted(paper.by_month[year].items())
    )


def _archive(paper: Paper) -> Link:
    return Link(text="Archive", url=paper.href(addresses.ARCHIVE))


def _year(year: int, paper: Paper) -> Link:
    return Link(text=str(year), url=paper.href(addresses.year_url(year)))
