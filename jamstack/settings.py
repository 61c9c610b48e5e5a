"""The `JAMSTACK` settings as one frozen value, with every fault of them reported at once.

`load` is the only way in: it takes the mapping written in `pelicanconf.py` and Pelican's `SITEURL`,
and knows nothing of Pelican otherwise. Defaults live here and nowhere else.
"""

from __future__ import annotations

import functools
import zoneinfo
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from jamstack.errors import SettingsError
from jamstack.model import CardLayout, RelatedDirection, Section
from jamstack.nearest import nearest_hint
from jamstack.publishing import DEFAULTS, DeploySettings
from jamstack.setting_values import BY_TYPE, CONVERTERS, Loader


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one newsroom decided. Field order is the order of the docs."""

    site_url: str
    """The site's address without a trailing slash; comes from Pelican's `SITEURL`."""
    name: str
    """The newsroom's name, as printed in the masthead."""
    sections: tuple[Section, ...]
    """The paper's sections in order: `{"slug": …, "name": …, "description": …}`."""
    tagline: str = ""
    """One line under the name; also the home page's description."""
    language: str = "en"
    """BCP 47 tag of the site's language; dates are written in it."""
    timezone: str = "UTC"
    """The newsroom's zone, an IANA name: dates without a zone are in it."""
    legal_name: str = ""
    """The publisher's legal name, for structured data; the name where empty."""
    founded: str = ""
    """The year or date the newsroom was founded, for structured data."""
    same_as: tuple[str, ...] = ()
    """The newsroom's own profiles elsewhere, as URLs."""
    principles_page: str = ""
    """Slug of the standing page with the publishing principles."""
    corrections_page: str = ""
    """Slug of the standing page with the corrections policy."""
    ethics_page: str = ""
    """Slug of the standing page with the ethics policy."""
    article_url: str = "stories/{slug}/"
    """Where a story lives; may hold `{slug}`, `{year}`, `{month}` and `{section}`."""
    page_size: int = 20
    """Stories on one page of a list."""
    front_size: int = 4
    """Stories in one section's strip on the home page."""
    top_size: int = 5
    """Stories beside the lead on the home page."""
    feed_size: int = 30
    """Stories in one feed, at most."""
    related_size: int = 4
    """Stories in the related block at the end of a story, at most (3 to 6)."""
    related_direction: RelatedDirection = RelatedDirection.ANY
    """Which related stories are preferred: `earlier` ones, `later` ones, or `any`."""
    inline_related: int = 4
    """Inline related lines placed in a story that has none of its own, at most; 0 for none."""
    inline_related_words: int = 250
    """Words of text for each line that is placed."""
    inline_related_from: int = 300
    """Words a story must have before inline related lines are placed in it."""
    image_widths: tuple[int, ...] = (480, 800, 1200, 1600)
    """Widths, in pixels, at which pictures are made; never wider than the original."""
    image_quality: int = 78
    """Quality of made pictures, 1 to 100."""
    share_cards: bool = True
    """Draw a share card for each story and author; without, networks show the lead picture."""
    card_layout: CardLayout = CardLayout.TYPE
    """How share cards are set: `type` on paper, or on the story's lead `photo`."""
    card_fonts: tuple[str, ...] = ()
    """Font files and folders, from the content folder on, for what no other font can write."""
    maximum_picture_pixels: int = 50_000_000
    """Pixels (width times height) above which a picture is refused."""
    maximum_source_bytes: int = 2_000_000
    """Bytes above which a Markdown file is refused."""
    deploy: DeploySettings = DEFAULTS
    """Where and how `invoke deploy` publishes the site."""
    is_indexed: bool = True
    """False for a preview that is published, which keeps search engines out; set for one build."""

    @property
    def base_path(self) -> str:
        """The path part of the address: empty, or like `/repo`, without a trailing slash."""
        return _base_path(self.site_url)

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The newsroom's time zone."""
        return zoneinfo.ZoneInfo(self.timezone)

    def href(self, url: str) -> str:
        """A URL path as a link on this site: `stories/x/` becomes `/repo/stories/x/`."""
        return f"{self.base_path}/{url}"

    def absolute(self, url: str) -> str:
        """A URL path with the site's address: `stories/x/` becomes `https://…/stories/x/`."""
        return f"{self.site_url}/{url}"


@functools.lru_cache(maxsize=16)
def _base_path(site_url: str) -> str:
    return urlsplit(site_url).path.rstrip("/")


OUTSIDE = ("site_url", "is_indexed")
SETTING_NAMES = tuple(item.name for item in fields(Settings) if item.name not in OUTSIDE)


def load(values: Mapping[str, Any], *, site_url: str, path: str = "pelicanconf.py") -> Settings:
    """Turn the `JAMSTACK` mapping into `Settings`.

    Raises:
        SettingsError: with a finding for every fault, at `path`.
    """
    loader = Loader(path)
    known: dict[str, Any] = {"site_url": loader.site_url(site_url)}
    for name in values:
        if name not in SETTING_NAMES:
            hint = nearest_hint(str(name), SETTING_NAMES) or "remove it, or see docs/settings.md"
            loader.fault(str(name), "is not a setting of the platform", hint)
    for item in fields(Settings):
        if item.name in values and item.name not in OUTSIDE:
            convert = CONVERTERS.get(item.name) or BY_TYPE[str(item.type)]
            known[item.name] = convert(loader, item.name, values[item.name])
        elif item.default is MISSING and item.name not in OUTSIDE:
            loader.fault(item.name, "is missing", "every newsroom needs it; see docs/settings.md")
    if loader.findings:
        raise SettingsError(loader.findings)
    return Settings(**known)
