"""The newsroom's values: what was read, and what the edition is made of. All frozen.

Nothing here reads a file, knows a template or formats a date for people. Datetimes are aware.
Paths are `str` relative to the content folder, with forward slashes. URL paths are relative to the
site root without a leading slash (`stories/harbour-bridge/`); the site's base path is added when
pages are laid out.
"""

from __future__ import annotations

from jamstack.model.articles import (
    Article,
    ArticleType,
    CardLayout,
    Credit,
    Moment,
    Notice,
    RelatedDirection,
    Role,
    Status,
)
from jamstack.model.bodies import Block, BlockKind, Body, Embed, InternalLink, Picture, marker
from jamstack.model.paper import HomeFront, Section, StandingPage
from jamstack.model.people import (
    Author,
    AuthorKind,
    AuthorStatus,
    Byline,
    Credited,
    FollowLink,
    Past,
    TextPart,
)

__all__ = [
    "Article",
    "ArticleType",
    "Author",
    "AuthorKind",
    "AuthorStatus",
    "Block",
    "BlockKind",
    "Body",
    "Byline",
    "CardLayout",
    "Credit",
    "Credited",
    "Embed",
    "FollowLink",
    "HomeFront",
    "InternalLink",
    "Moment",
    "Notice",
    "Past",
    "Picture",
    "RelatedDirection",
    "Role",
    "Section",
    "StandingPage",
    "Status",
    "TextPart",
    "marker",
]
