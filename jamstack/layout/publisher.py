"""The newsroom itself as structured data, and the picture that stands for it."""

from __future__ import annotations

from jamstack import addresses
from jamstack.feeds import json_ld
from jamstack.feeds.entries import FeedImage
from jamstack.layout.heads import ShareImage
from jamstack.layout.paper import Paper

SHARE_ASSET = "share.jpg"
LOGO_ASSET = "icon-512.png"
LOGO_SIZE_PX = 512
SHARE_SIZE_PX = (1200, 630)


def default_share(paper: Paper) -> ShareImage | None:
    """The theme's share picture, where it has one."""
    url = paper.assets.get(SHARE_ASSET)
    if not url:
        return None
    return ShareImage(
        url=_absolute(paper, url),
        width=SHARE_SIZE_PX[0],
        height=SHARE_SIZE_PX[1],
        alt=paper.settings.name,
    )


def organization(paper: Paper) -> dict[str, object]:
    """The newsroom as `NewsMediaOrganization`, with its policies where it has such pages."""
    logo = paper.assets.get(LOGO_ASSET)
    return json_ld.organization(
        paper.settings,
        logo=_logo(paper, logo) if logo else None,
        principles_url=_page(paper, paper.settings.principles_page),
        corrections_url=_page(paper, paper.settings.corrections_page),
        ethics_url=_page(paper, paper.settings.ethics_page),
    )


def website(paper: Paper) -> dict[str, object]:
    """The site as `WebSite`."""
    return json_ld.website(paper.settings)


def _logo(paper: Paper, url: str) -> FeedImage:
    return FeedImage(
        url=_absolute(paper, url),
        width=LOGO_SIZE_PX,
        height=LOGO_SIZE_PX,
        media_type="image/png",
        alt=paper.settings.name,
    )


def _page(paper: Paper, slug: str) -> str:
    return paper.settings.absolute(addresses.page_url(slug)) if slug else ""


def _absolute(paper: Paper, url: str) -> str:
    """A link of this site (`/repo/theme/x`) with the site's address."""
    return paper.settings.absolute(url.removeprefix(f"{paper.settings.base_path}/"))
