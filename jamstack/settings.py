"""The `JAMSTACK` settings as one frozen value, with every fault of them reported at once.

`load` is the only way in: it takes the mapping written in `pelicanconf.py` and Pelican's `SITEURL`,
and knows nothing of Pelican otherwise. Defaults live here and nowhere else.
"""

from __future__ import annotations

import enum
import functools
import re
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from jamstack.errors import Finding, SettingsError
from jamstack.model import CardLayout, RelatedDirection, Section
from jamstack.nearest import nearest_hint

_Chosen = TypeVar("_Chosen", bound=enum.StrEnum)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ARTICLE_URL_FIELDS = frozenset({"slug", "year", "month", "section"})
RESERVED_SECTIONS = frozenset(
    {"archive", "authors", "cards", "images", "page", "stories", "tags", "theme"}
)


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
    inline_related: int = 2
    """Inline related lines placed in a story that has none of its own, at most; 0 for none."""
    inline_related_words: int = 300
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


SETTING_NAMES = tuple(item.name for item in fields(Settings) if item.name != "site_url")


def load(values: Mapping[str, Any], *, site_url: str, path: str = "pelicanconf.py") -> Settings:
    """Turn the `JAMSTACK` mapping into `Settings`.

    Raises:
        SettingsError: with a finding for every fault, at `path`.
    """
    loader = _Loader(path)
    known: dict[str, Any] = {"site_url": loader.site_url(site_url)}
    for name in values:
        if name not in SETTING_NAMES:
            hint = nearest_hint(str(name), SETTING_NAMES) or "remove it, or see docs/settings.md"
            loader.fault(str(name), "is not a setting of the platform", hint)
    for item in fields(Settings):
        if item.name == "site_url":
            continue
        if item.name in values:
            convert = _CONVERTERS.get(item.name) or _BY_TYPE[str(item.type)]
            known[item.name] = convert(loader, item.name, values[item.name])
        elif item.default is MISSING:
            loader.fault(item.name, "is missing", "every newsroom needs it; see docs/settings.md")
    if loader.findings:
        raise SettingsError(loader.findings)
    return Settings(**known)


class _Loader:
    """Gathers the findings of one settings mapping while its values are converted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def fault(self, name: str, message: str, hint: str = "") -> None:
        field = name if name == "SITEURL" else f"JAMSTACK.{name}"
        hint = hint or "see docs/settings.md"
        self.findings.append(Finding(path=self.path, field=field, message=message, hint=hint))

    def expected(self, name: str, value: object, expected: str, hint: str = "") -> None:
        self.fault(name, f"is `{value!r}`, expected {expected}", hint)

    def site_url(self, value: str) -> str:
        try:
            parts = urlsplit(value)
            is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_address = False
        if not is_address or re.search(r"[?#\s]", value):
            hint = "write it like `https://news.example` or `https://user.github.io/repo`"
            self.fault("SITEURL", f"is `{value!r}`, expected the site's address", hint)
        return value.rstrip("/")


def _text(loader: _Loader, name: str, value: object) -> str:
    if not isinstance(value, str) or (name == "name" and not value.strip()):
        loader.expected(name, value, "text")
        return ""
    return value


def _texts(loader: _Loader, name: str, value: object) -> tuple[str, ...]:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    texts: tuple[Any, ...] = tuple(value) if is_list else ()  # type: ignore[arg-type]
    if not is_list or not all(isinstance(text, str) for text in texts):
        loader.expected(name, value, "a list of texts")
    return texts


def _between(low: int, high: int) -> Callable[[_Loader, str, object], int]:
    def convert(loader: _Loader, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            loader.expected(name, value, f"a whole number from {low:,} to {high:,}")
            return low
        return value

    return convert


def _language(loader: _Loader, name: str, value: object) -> str:
    try:
        Locale.parse(str(value), sep="-")
    except (UnknownLocaleError, ValueError):
        loader.expected(name, value, "a language tag such as `en` or `pt-BR`")
    return str(value)


def _timezone(loader: _Loader, name: str, value: object) -> str:
    available = zoneinfo.available_timezones()
    if not isinstance(value, str) or value not in available:
        hint = nearest_hint(str(value), sorted(available))
        loader.expected(name, value, "an IANA time zone such as `Europe/Lisbon`", hint)
    return str(value)


def _article_url(loader: _Loader, name: str, value: object) -> str:
    text = str(value)
    used = set(re.findall(r"{([^{}]*)}", text))
    plain = re.sub(r"{[^{}]*}", "", text)
    if "slug" not in used or used - ARTICLE_URL_FIELDS or not re.fullmatch(r"[a-z0-9/-]+", plain):
        loader.expected(name, value, "a path with `{slug}`, such as `stories/{slug}/`")
    elif text.startswith("/") or not text.endswith("/") or "//" in text:
        loader.expected(name, value, "a path without a leading slash and with one at the end")
    return text


def _widths(loader: _Loader, name: str, value: object) -> tuple[int, ...]:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    widths: tuple[Any, ...] = tuple(value) if is_list else ()  # type: ignore[arg-type]
    if not widths or not all(type(width) is int and 16 <= width <= 4096 for width in widths):
        loader.expected(name, value, "a list of widths from 16 to 4,096 pixels")
        return ()
    return tuple(sorted(set(widths)))


def _sections(loader: _Loader, name: str, value: object) -> tuple[Section, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        loader.expected(name, value, "a list of sections")
        return ()
    found: dict[str, Section] = {}
    for number, item in enumerate(value):
        section = _section(loader, f"{name}[{number}]", item)
        if section is None:
            continue
        if section.slug in found:
            hint = f"`{found[section.slug].name}` and `{section.name}` need slugs of their own"
            loader.fault(f"{name}[{number}].slug", f"repeats `{section.slug}`", hint)
        found[section.slug] = section
    return tuple(found.values())


def _section(loader: _Loader, name: str, item: object) -> Section | None:
    if not isinstance(item, Mapping) or not {"slug", "name"} <= set(item):
        loader.expected(name, item, "a mapping with `slug` and `name`")
        return None
    allowed = ("slug", "name", "description")
    for key in item:
        if key not in allowed:
            loader.fault(f"{name}.{key}", "is not known here", nearest_hint(str(key), allowed))
        elif not isinstance(item[key], str) or (key == "name" and not item[key].strip()):
            loader.expected(f"{name}.{key}", item[key], "text")
    slug = str(item["slug"])
    if not SLUG.fullmatch(slug):
        loader.expected(f"{name}.slug", slug, "lower-case letters, digits and single hyphens")
    elif slug in RESERVED_SECTIONS:
        hint = f"the site keeps `/{slug}/` for itself; choose another slug"
        loader.fault(f"{name}.slug", f"is `{slug}`, which is reserved", hint)
    return Section(slug=slug, name=str(item["name"]), description=str(item.get("description", "")))


def _boolean(loader: _Loader, name: str, value: object) -> bool:
    if not isinstance(value, bool):
        loader.expected(name, value, "`True` or `False`")
    return value is True


def _choice(kind: type[_Chosen], default: _Chosen) -> Callable[[_Loader, str, object], _Chosen]:
    known = {str(one): one for one in kind}

    def convert(loader: _Loader, name: str, value: object) -> _Chosen:
        if str(value) not in known:
            listed = " or ".join(f"`{one}`" for one in known)
            loader.expected(name, value, listed, nearest_hint(str(value), known))
        return known.get(str(value), default)

    return convert


_BY_TYPE: Mapping[str, Callable[[_Loader, str, Any], Any]] = {
    "str": _text,
    "bool": _boolean,
    "int": _between(1, 1_000_000_000),
    "tuple[str, ...]": _texts,
}

_CONVERTERS: Mapping[str, Callable[[_Loader, str, Any], Any]] = {
    "sections": _sections,
    "language": _language,
    "timezone": _timezone,
    "article_url": _article_url,
    "related_size": _between(3, 6),
    "inline_related": _between(0, 10),
    "image_widths": _widths,
    "image_quality": _between(1, 100),
    "card_layout": _choice(CardLayout, CardLayout.TYPE),
    "related_direction": _choice(RelatedDirection, RelatedDirection.ANY),
}
