"""Single settings as values: converted and judged, one small function for each type.

What is wrong is gathered, so that all of it is told at once.
"""

from __future__ import annotations

import enum
import re
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from jamstack.errors import Finding
from jamstack.model import CardLayout, RelatedDirection, Section
from jamstack.nearest import nearest_hint
from jamstack.publishing import load_deploy

_Chosen = TypeVar("_Chosen", bound=enum.StrEnum)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ARTICLE_URL_FIELDS = frozenset({"slug", "year", "month", "section"})
RESERVED_SECTIONS = frozenset(
    {"archive", "authors", "cards", "images", "page", "stories", "tags", "theme"}
)


class Loader:
    """Gathers the findings of one settings mapping while its values are converted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def fault(self, name: str, message: str, hint: str = "") -> None:
        """Note what is wrong with a setting."""
        field = name if name == "SITEURL" else f"JAMSTACK.{name}"
        hint = hint or "see docs/settings.md"
        self.findings.append(Finding(path=self.path, field=field, message=message, hint=hint))

    def expected(self, name: str, value: object, expected: str, hint: str = "") -> None:
        """Note a value that is not what it should be."""
        self.fault(name, f"is `{value!r}`, expected {expected}", hint)

    def site_url(self, value: str) -> str:
        """The site's address without a slash at its end."""
        try:
            parts = urlsplit(value)
            is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_address = False
        if not is_address or re.search(r"[?#\s]", value):
            hint = "write it like `https://news.example` or `https://user.github.io/repo`"
            self.fault("SITEURL", f"is `{value!r}`, expected the site's address", hint)
        return value.rstrip("/")


def _text(loader: Loader, name: str, value: object) -> str:
    if not isinstance(value, str) or (name == "name" and not value.strip()):
        loader.expected(name, value, "text")
        return ""
    return value


def _texts(loader: Loader, name: str, value: object) -> tuple[str, ...]:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    texts: tuple[Any, ...] = tuple(value) if is_list else ()  # type: ignore[arg-type]
    if not is_list or not all(isinstance(text, str) for text in texts):
        loader.expected(name, value, "a list of texts")
    return texts


def _between(low: int, high: int) -> Callable[[Loader, str, object], int]:
    def convert(loader: Loader, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            loader.expected(name, value, f"a whole number from {low:,} to {high:,}")
            return low
        return value

    return convert


def _language(loader: Loader, name: str, value: object) -> str:
    try:
        Locale.parse(str(value), sep="-")
    except (UnknownLocaleError, ValueError):
        loader.expected(name, value, "a language tag such as `en` or `pt-BR`")
    return str(value)


def _timezone(loader: Loader, name: str, value: object) -> str:
    available = zoneinfo.available_timezones()
    if not isinstance(value, str) or value not in available:
        hint = nearest_hint(str(value), sorted(available))
        loader.expected(name, value, "an IANA time zone such as `Europe/Lisbon`", hint)
    return str(value)


def _article_url(loader: Loader, name: str, value: object) -> str:
    text = str(value)
    used = set(re.findall(r"{([^{}]*)}", text))
    plain = re.sub(r"{[^{}]*}", "", text)
    if "slug" not in used or used - ARTICLE_URL_FIELDS or not re.fullmatch(r"[a-z0-9/-]+", plain):
        loader.expected(name, value, "a path with `{slug}`, such as `stories/{slug}/`")
    elif text.startswith("/") or not text.endswith("/") or "//" in text:
        loader.expected(name, value, "a path without a leading slash and with one at the end")
    return text


def _widths(loader: Loader, name: str, value: object) -> tuple[int, ...]:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    widths: tuple[Any, ...] = tuple(value) if is_list else ()  # type: ignore[arg-type]
    if not widths or not all(type(width) is int and 16 <= width <= 4096 for width in widths):
        loader.expected(name, value, "a list of widths from 16 to 4,096 pixels")
        return ()
    return tuple(sorted(set(widths)))


def _sections(loader: Loader, name: str, value: object) -> tuple[Section, ...]:
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


def _section(loader: Loader, name: str, item: object) -> Section | None:
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


def _boolean(loader: Loader, name: str, value: object) -> bool:
    if not isinstance(value, bool):
        loader.expected(name, value, "`True` or `False`")
    return value is True


def _choice(kind: type[_Chosen], default: _Chosen) -> Callable[[Loader, str, object], _Chosen]:
    known = {str(one): one for one in kind}

    def convert(loader: Loader, name: str, value: object) -> _Chosen:
        if str(value) not in known:
            listed = " or ".join(f"`{one}`" for one in known)
            loader.expected(name, value, listed, nearest_hint(str(value), known))
        return known.get(str(value), default)

    return convert


BY_TYPE: Mapping[str, Callable[[Loader, str, Any], Any]] = {
    "str": _text,
    "bool": _boolean,
    "int": _between(1, 1_000_000_000),
    "tuple[str, ...]": _texts,
}
"""How a setting of a type is converted, by the type as `Settings` writes it."""

CONVERTERS: Mapping[str, Callable[[Loader, str, Any], Any]] = {
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
    "deploy": lambda loader, _, value: load_deploy(value, loader.fault),
}
"""How single settings are converted that are more than their type, by name."""
