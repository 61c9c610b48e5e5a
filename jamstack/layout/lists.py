"""Pages that list stories: section fronts, tags, authors' pages; paginated where long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from jamstack import addresses
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.paper import Paper
from jamstack.layout.plans import PagePlan, Views
from jamstack.layout.publisher import default_share
from jamstack.values import Value
from jamstack.views import (
    CountedLink,
    Link,
    PaginationView,
    SectionPage,
    TagPage,
    TagsPage,
    TeaserView,
)

AROUND = 2
"""Pages linked to on each side of the one that is shown."""


class ListPart(Value, frozen=True, kw_only=True):
    """What one page of a list shows."""

    teasers: tuple[TeaserView, ...]
    pagination: PaginationView


def list_plans(
    name: str, url: str, template: str, lay_out: Callable[..., Views], paper: Paper
) -> Iterator[PagePlan]:
    """The pages of the list `name`, which begins at `url`; an empty list has one page."""
    for number in range(1, paper.page_count(name) + 1):
        yield PagePlan(
            path=addresses.output_path(addresses.numbered_url(url, number)),
            template=template,
            lay_out=partial(lay_out, number=number),
            place=paper.place(name, number),
        )


def list_part(name: str, url: str, number: int, paper: Paper) -> ListPart:
    """The teasers of page `number` of the list `name`, and the way to its other pages."""
    found = paper.slice(name, number)
    teasers = tuple(paper.teaser(article) for article in found.articles)
    return ListPart(teasers=teasers, pagination=_pagination(url, number, found.count, paper))


def _pagination(url: str, number: int, count: int, paper: Paper) -> PaginationView:
    def address(other: int) -> str:
        return paper.href(addresses.numbered_url(url, other)) if 1 <= other <= count else ""

    return PaginationView(
        number=number,
        count=count,
        previous_url=address(number - 1),
        next_url=address(number + 1),
        pages=tuple(
            Link(text=str(other), url=address(other)) if other else Link(text="…")
            for other in offered(number, count)
        ),
    )


def offered(number: int, count: int) -> Iterator[int]:
    """The pages to link to from page `number`; 0 stands for those that are passed over."""
    first, last = max(1, number - AROUND), min(count, number + AROUND)
    if first > 1:
        yield 1
    if first > 2:
        yield 0
    yield from range(first, last + 1)
    if last < count - 1:
        yield 0
    if last < count:
        yield count


def section_plans(paper: Paper) -> Iterator[PagePlan]:
    """The fronts of all declared sections; the editor's pins come first."""
    for slug in paper.sections:
        lay_out = partial(section_page, slug=slug)
        url = addresses.section_url(slug)
        yield from list_plans(f"section/{slug}", url, "section.html", lay_out, paper)


def section_page(paper: Paper, *, slug: str, number: int) -> Views:
    """Page `number` of a section's front."""
    section = paper.sections[slug]
    facts = PageFacts(
        url=addresses.section_url(slug),
        title=section.name,
        description=section.description,
        image=default_share(paper),
        feed=addresses.section_url(slug),
        feed_title=f"{paper.settings.name}: {section.name}",
    )
    part = list_part(f"section/{slug}", facts.url, number, paper)
    page = SectionPage(
        name=section.name,
        description=section.description,
        teasers=part.teasers,
        pagination=part.pagination,
    )
    return Views(head=head_view(facts, paper, part.pagination), page=page)


def tag_plans(paper: Paper) -> Iterator[PagePlan]:
    """A list for each tag in use, and the index of tags."""
    for slug in sorted(paper.by_tag):
        lay_out = partial(tag_page, slug=slug)
        yield from list_plans(f"tag/{slug}", addresses.tag_url(slug), "tag.html", lay_out, paper)
    yield PagePlan(
        path=addresses.output_path(addresses.TAGS), template="tags.html", lay_out=tags_page
    )


def tag_page(paper: Paper, *, slug: str, number: int) -> Views:
    """Page `number` of the stories with a tag."""
    name = paper.tag_name(slug)
    facts = PageFacts(
        url=addresses.tag_url(slug),
        title=name,
        description=f"Stories about {name}.",
        image=default_share(paper),
    )
    part = list_part(f"tag/{slug}", facts.url, number, paper)
    page = TagPage(name=name, teasers=part.teasers, pagination=part.pagination)
    return Views(head=head_view(facts, paper, part.pagination), page=page)


def tags_page(paper: Paper) -> Views:
    """The index of tags, by name."""
    paper.index("tags")
    counted = [
        CountedLink(
            text=paper.tag_names[slug],
            url=paper.href(addresses.tag_url(slug)),
            count=len(articles),
        )
        for slug, articles in paper.by_tag.items()
    ]
    facts = PageFacts(url=addresses.TAGS, title="Topics", description="Every topic, from A to Z.")
    tags = tuple(sorted(counted, key=lambda tag: (tag.text.casefold(), tag.url)))
    return Views(head=head_view(facts, paper), page=TagsPage(tags=tags))
