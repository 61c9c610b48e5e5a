"""Themes on disk, renderers of them, and views that many pages share."""

from dataclasses import dataclass, field

import jinja2

from jamstack.pelican_plugin.environment import Missing
from jamstack.pelican_plugin.rendering import JinjaRenderer
from jamstack.views import AuthorCardView, BylineView, DateView, Link, SiteView, TeaserView


@dataclass(frozen=True, kw_only=True)
class Page:
    title: str = "Tide < & Time"
    items: tuple[object, ...] = field(default=(1, 2))
    story: TeaserView | None = None


class Counted(dict):
    """A mapping in which every key is there; `asked` has each time one was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def __missing__(self, key):
        self.asked.append(key)
        return f"/{key}"


def write_theme(folder, templates, name="theme/templates"):
    """Write templates by name below `folder`; returns the theme's folder."""
    for template, text in templates.items():
        file = folder / name / template
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / "theme"


def make_renderer(folder, templates, overrides=None, **options):
    theme = write_theme(folder, templates)
    if overrides:
        write_theme(folder, overrides, "overrides")
        options["overrides"] = [str(folder / "overrides")]
    return JinjaRenderer(theme, **options)


def render(renderer, template="page.html", *, page=None, site=None, source=""):
    return renderer.render(template, site, None, page or Page(), source=source)


def plain_pages(templates, pages, *, site=None, filters=None, globals_=None):
    """What Jinja itself makes of pages, with none of our classes but the strict undefined."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        undefined=Missing,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters or {})
    environment.globals.update({**(globals_ or {}), "pelican": {}})
    return [
        environment.get_template("page.html").render(site=site, head=None, page=page, article=None)
        for page in pages
    ]


def make_teaser(title="The bridge", **values):
    defaults = {
        "url": "/stories/bridge/",
        "title": title,
        "dek": "",
        "kicker": Link(text="Town", url="/town/"),
        "byline": BylineView(parts=(), text="By Mira"),
        "date": DateView(iso="2026-11-20", text="20 November 2026"),
    }
    return TeaserView(**(defaults | values))


def make_card(name="Mira Solberg", **values):
    defaults = {
        "name": name,
        "url": "/authors/mira/",
        "role": "",
        "present_role": "",
        "bio": "",
        "portrait": None,
        "initials": "MS",
        "sentence": (),
    }
    return AuthorCardView(**(defaults | values))


def make_site(**values):
    defaults = dict.fromkeys(
        ("name", "tagline", "lang", "absolute_url", "home_url", "archive_url", "authors_url",
         "tags_url", "feed_url"), "/"
    )  # fmt: skip
    return SiteView(
        **(defaults | {"navigation": (), "pages": (), "year": 2026, "assets": {}} | values)
    )
