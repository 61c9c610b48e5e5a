"""Everything a theme may use: one frozen view per kind of page.

A page is a pure function of a template and a view. A template gets three names: `site` (the same
for every page), `head` (what `<head>` needs) and `page` (one of the classes named `…Page` below;
the class's docstring names its template). All `url` values are ready for `href`: they begin with
the site's base path. Values named `absolute_url` begin with the site's address. Text is plain and
is escaped by the template; only values of type `Html` are markup, sanitized already.
"""

from __future__ import annotations

from jamstack.views.frame import FeedLink, HeadView, MetaTag, SiteView
from jamstack.views.pages import (
    ArchivePage,
    AuthorPage,
    AuthorsPage,
    HomePage,
    MissingPage,
    PageView,
    PeriodPage,
    PlainPage,
    RedirectPage,
    SectionPage,
    StoryPage,
    TagPage,
    TagsPage,
)
from jamstack.views.parts import (
    ArchiveYear,
    AuthorCardView,
    AuthorEntry,
    BlockView,
    BylineView,
    CountedLink,
    DateView,
    EmbedView,
    FollowView,
    FrontView,
    Html,
    Link,
    NoticeView,
    PaginationView,
    PartView,
    PictureView,
    SeriesView,
    TeaserView,
)

__all__ = [
    "ArchivePage",
    "ArchiveYear",
    "AuthorCardView",
    "AuthorEntry",
    "AuthorPage",
    "AuthorsPage",
    "BlockView",
    "BylineView",
    "CountedLink",
    "DateView",
    "EmbedView",
    "FeedLink",
    "FollowView",
    "FrontView",
    "HeadView",
    "HomePage",
    "Html",
    "Link",
    "MetaTag",
    "MissingPage",
    "NoticeView",
    "PageView",
    "PaginationView",
    "PartView",
    "PeriodPage",
    "PictureView",
    "PlainPage",
    "RedirectPage",
    "SectionPage",
    "SeriesView",
    "SiteView",
    "StoryPage",
    "TagPage",
    "TagsPage",
    "TeaserView",
]
