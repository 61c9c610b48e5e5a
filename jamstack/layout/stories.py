"""Story pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from jamstack import addresses
from jamstack.bylines.author_card import (
    card_text,
    fediverse_handles,
    follow_sentence,
    present_role,
)
from jamstack.edition import tag_slug
from jamstack.feeds import json_ld
from jamstack.feeds.dates import w3c
from jamstack.layout.bodies import story_views
from jamstack.layout.cards import story_share
from jamstack.layout.heads import PageFacts, head_view
from jamstack.layout.paper import LABELS, Paper
from jamstack.layout.pictures import feed_image
from jamstack.layout.plans import PagePlan, Views
from jamstack.model import Article, Author, Moment
from jamstack.series import Series
from jamstack.views import (
    AuthorCardView,
    Link,
    MetaTag,
    NoticeView,
    PartView,
    SeriesView,
    StoryPage,
)


def story_plans(paper: Paper) -> Iterator[PagePlan]:
    """One page per visible story."""
    for place, article in enumerate(paper.edition.articles):
        yield PagePlan(
            path=addresses.output_path(paper.url(article)),
            template="story.html",
            lay_out=partial(story_page, path=article.path),
            source=article.path,
            texts=(article.path,),
            place=place,
        )


def story_page(paper: Paper, *, path: str) -> Views:
    """A story's page."""
    article = paper.story(path)
    return Views(head=head_view(_facts(article, paper), paper), page=_page(article, paper))


def last_changed(article: Article) -> Moment:
    """When readers were last told something new: the latest of date, updated and notices."""
    moments = [article.date, *(notice.date for notice in article.corrections + article.updates)]
    if article.updated:
        moments.append(article.updated)
    return max(moments, key=lambda moment: moment.at)


def _page(article: Article, paper: Paper) -> StoryPage:
    changed = last_changed(article)
    by_path = paper.edition.by_path
    language = paper.language(article)
    return StoryPage(
        title=article.title,
        dek=article.dek,
        kicker=paper.kicker(article),
        label=LABELS[article.type],
        byline=paper.byline_view(article),
        published=paper.date(article.date),
        updated=paper.date(changed) if changed.at > article.date.at else None,
        image=paper.picture(article.image) if article.image else None,
        body=story_views(article, paper),
        notices=tuple(_notices(article, paper)),
        tags=tuple(_tags(article, paper)),
        authors=tuple(author_card(author, paper, language) for author in paper.reporters(article)),
        related=tuple(paper.teaser(by_path[other]) for other in paper.picks(article).end),
        url=paper.href(paper.url(article)),
        series=_series(article, paper),
        mark=paper.mark(article),
        lang=paper.lang(article),
        extra=article.extra,
    )


def author_card(author: Author, paper: Paper, language: str) -> AuthorCardView:
    """One author as the end of a story shows them: as they were on its day, in its language."""
    key = ("card", author.slug, author.role, author.bio, language)
    return paper.once(key, lambda _: _card(author, paper, language))


def _card(author: Author, paper: Paper, language: str) -> AuthorCardView:
    present = paper.author(author.slug)
    sentence = follow_sentence(author, language)
    return AuthorCardView(
        name=author.name,
        url=paper.href(addresses.author_url(author.slug)),
        role=author.role,
        present_role=present_role(author, present, language),
        bio=card_text(author, language),
        portrait=paper.picture(author.portrait) if author.portrait else None,
        initials=paper.initials(author),
        sentence=tuple(Link(text=part.text, url=part.url) for part in sentence),
    )


def _series(article: Article, paper: Paper) -> SeriesView | None:
    series = paper.series_with(article)
    if series is None:
        return None
    parts = tuple(
        PartView(
            title=part.title,
            url=paper.href(paper.url(part)),
            is_current=part.path == article.path,
            lang=paper.lang(part),
        )
        for part in map(paper.face, series.parts)
    )
    return SeriesView(
        name=series.name,
        number=_number(article, series),
        count=len(parts),
        parts=parts,
    )


def _number(article: Article, series: Series) -> int:
    """Which of the visible parts a story is, from 1."""
    return [part.path for part in series.parts].index(article.path) + 1


def _notices(article: Article, paper: Paper) -> Iterator[NoticeView]:
    kinds = (("correction", article.corrections), ("update", article.updates))
    found = [(notice, kind) for kind, notices in kinds for notice in notices]
    for notice, kind in sorted(found, key=lambda item: (-item[0].date.at.timestamp(), item[1])):
        yield NoticeView(kind=kind, date=paper.date(notice.date), text=notice.text)


def _tags(article: Article, paper: Paper) -> Iterator[Link]:
    for slug in _tag_slugs(article):
        url = paper.href(addresses.tag_url(slug))
        yield Link(text=paper.tag_name(slug), url=url)


def _tag_slugs(article: Article) -> Iterable[str]:
    return dict.fromkeys(tag_slug(tag) for tag in article.tags)


def _facts(article: Article, paper: Paper) -> PageFacts:
    section = paper.sections[article.section]
    return PageFacts(
        url=paper.url(article),
        title=article.title,
        description=article.summary,
        og_type="article",
        image=story_share(article, paper),
        meta=tuple(_meta(article, paper)),
        structured=_structured(article, paper),
        canonical=article.canonical,
        lang=article.lang,
        feed=addresses.section_url(section.slug),
        feed_title=f"{paper.settings.name}: {section.name}",
    )


def _meta(article: Article, paper: Paper) -> Iterator[MetaTag]:
    authors = paper.bylined(article)
    names = ", ".join(author.name for author in authors)
    yield MetaTag(attribute="name", key="author", content=names)
    yield MetaTag(
        attribute="property",
        key="article:published_time",
        content=w3c(article.date.at),
    )
    changed = last_changed(article)
    if changed.at > article.date.at:
        yield MetaTag(
            attribute="property",
            key="article:modified_time",
            content=w3c(changed.at),
        )
    section = paper.sections[article.section]
    yield MetaTag(attribute="property", key="article:section", content=section.name)
    for author in authors:
        if not author.slug:
            continue
        url = paper.settings.absolute(addresses.author_url(author.slug))
        yield MetaTag(attribute="property", key="article:author", content=url)
    for slug in _tag_slugs(article):
        yield MetaTag(attribute="property", key="article:tag", content=paper.tag_name(slug))
    for author in paper.reporters(article):
        for handle in fediverse_handles(author):
            yield MetaTag(attribute="name", key="fediverse:creator", content=handle)


def _structured(article: Article, paper: Paper) -> tuple[dict[str, object], ...]:
    settings = paper.settings
    url = settings.absolute(paper.url(article))
    section = paper.sections[article.section]
    images = (feed_image(paper.picture(article.image)),) if article.image else ()
    series = paper.series_with(article)
    author_urls = {slug: settings.absolute(addresses.author_url(slug)) for slug in article.credited}
    return (
        json_ld.news_article(
            article,
            paper.byline(article),
            settings,
            url=url,
            section=section.name,
            author_urls=author_urls,
            images=images,
            modified=last_changed(article).at,
            related_urls=tuple(_related_urls(article, paper)),
            series=(series.name, _number(article, series)) if series else None,
        ),
        json_ld.breadcrumbs(
            (
                (settings.name, settings.absolute("")),
                (section.name, settings.absolute(addresses.section_url(section.slug))),
                (article.title, url),
            )
        ),
    )


def _related_urls(article: Article, paper: Paper) -> Iterator[str]:
    """The whole addresses of the stories that the page offers, in the order of the page."""
    picks = paper.picks(article)
    for path in (*(path for _, path in picks.inline), *picks.end):
        yield paper.settings.absolute(paper.url(paper.face(paper.edition.by_path[path])))
