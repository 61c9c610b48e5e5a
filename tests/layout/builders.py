"""A paper ready to be laid out, with pictures that are planned but never made."""

from dataclasses import dataclass
from datetime import timedelta

from jamstack.images.formats import PictureFormat
from jamstack.images.inspect import PictureFacts
from jamstack.images.plan import plan
from jamstack.layout.paper import Paper
from jamstack.layout.site import file_plans, page_plans
from jamstack.markdown.parse import parse
from jamstack.model import Moment, Picture
from jamstack.press.gallery import pictures_of
from jamstack.views import HeadView, PageView

from ..builders import NOW, make_article, make_edition
from ..copies import replace

ASSETS = {
    "share.jpg": "/paper/theme/share.jpg?v=1",
    "icon-192.png": "/paper/theme/icon-192.png?v=2",
    "icon-512.png": "/paper/theme/icon-512.png?v=3",
}


@dataclass(frozen=True, kw_only=True)
class LaidPage:
    """A page that was laid out: its plan's facts and what its template gets."""

    path: str
    template: str
    source: str
    head: HeadView
    page: PageView


def make_paper(*articles, assets=None, colours=None, size=(1600, 1200), **values):
    """The edition of `articles` as a paper; every picture it names is a JPEG of `size`."""
    edition = make_edition(*articles, **values)
    plans = {}
    for _, _, picture in pictures_of(edition):
        facts = PictureFacts(
            width=size[0], height=size[1], format=PictureFormat.JPEG, digest="ab" * 32
        )
        plans[picture.path, picture.focus] = plan(
            facts,
            settings=edition.settings,
            stem=picture.path.rsplit("/", 1)[-1].rsplit(".", 1)[0],
            focus=picture.focus,
        )
    return Paper(
        edition,
        plans=plans,
        assets=ASSETS if assets is None else assets,
        theme_colours=colours or {},
    )


def make_picture(name="pier.jpg", **values):
    return Picture(**({"path": f"articles/2026/{name}", "alt": "The pier"} | values))


def make_body(text, *, path="articles/2026/bridge.md"):
    """Markdown as a body; it must be right."""
    body, findings = parse(text, path=path)
    assert () == findings
    return body


def make_row(*slugs, **values):
    """One story per slug, each a day older than the one before."""
    return tuple(
        make_article(slug, date=at(NOW - timedelta(days=number + 1)), **values)
        for number, slug in enumerate(slugs)
    )


def make_kin(*slugs, **values):
    """As `make_row`, on the tag `ferry`: near to each other, and none nearly the same."""
    values = {"tags": ("ferry",), "body": make_body("A paragraph of words.")} | values
    return tuple(
        replace(article, title=title)
        for article, title in zip(make_row(*slugs, **values), TITLES, strict=False)
    )


TITLES = ("Anchor barge canal", "Dredge estuary gull", "Island jetty kelp", "Mooring shoal otter",
          "Pier quay reef")  # fmt: skip


def at(moment, *, has_time=True):
    return Moment(at=moment, has_time=has_time)


def laid_out(plans, paper):
    """What each page shows, by its path."""
    return {plan.path: lay_out(plan, paper) for plan in plans}


def lay_out(plan, paper):
    """What one page shows."""
    views = plan.lay_out(paper)
    return LaidPage(
        path=plan.path,
        template=plan.template,
        source=plan.source,
        head=views.head,
        page=views.page,
    )


def made(plans, paper):
    """The bytes of each file that is not rendered, by its path."""
    return {plan.path: plan.make(paper) for plan in plans}


def pages_of(paper):
    """Every page by its path."""
    return laid_out(page_plans(paper), paper)


def files_of(paper):
    """The bytes of every other file by its path."""
    return made(file_plans(paper), paper)


def meta_of(plan, key):
    """The contents of a page's meta tags with this key."""
    return [tag.content for tag in plan.head.meta if tag.key == key]


def slugs_of(teasers):
    """The slugs of stories in a list of teasers."""
    return [teaser.url.rstrip("/").rsplit("/", 1)[-1] for teaser in teasers]
