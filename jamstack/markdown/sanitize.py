"""Raw HTML in Markdown: what is wrong with it, and the text without anything that is not allowed.

`clean` is the guard: what it returns holds nothing outside the allow-list, whatever `findings`
saw. `findings` explains, with the line, what was refused or dropped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import nh3
import pyromark

from jamstack.errors import Finding, Severity
from jamstack.markdown import policy
from jamstack.markdown.destinations import Broken, destination, no_address, picture_path
from jamstack.markdown.markup import opening_tag
from jamstack.markdown.raw_tags import Tag, tags

_TAG = re.compile(r"</?([A-Za-z][^\s/<>]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/<>]*)")
_RAW = re.compile(r"<[A-Za-z/!?]")
_LANGUAGE_CLASS = re.compile(r"language-[\w+#.-]+")
_SURELY_KEPT = re.compile(
    r"https?://(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#].*)?|[^:\\]+", re.DOTALL
)
_ACTIVE_HINT = "remove it; for a video or a post put its address alone on a line"


def has_raw_html(text: str) -> bool:
    """True when Markdown `text` may hold raw HTML; False is certain."""
    return "<" in text and _RAW.search(text) is not None


def findings(
    text: str, options: pyromark.Options, *, path: str, first_line: int
) -> tuple[Finding, ...]:
    """Everything in Markdown `text`, which holds raw HTML, that is refused or will be dropped.

    The addresses of links and pictures are judged here only where `clean` will drop them.
    """
    found: list[Finding] = []
    for tag in tags(text, options, first_line=first_line):
        found.extend(_judge(tag, path) if tag.is_raw else _dropped_address(tag, path))
    return tuple(found)


def clean(markup: str) -> str:
    """`markup` well-formed and with nothing but what the policy allows.

    Anchors in their old form (`<a name="…">`) keep their name, for a later step to rewrite. What
    stands in angle brackets and is no HTML (`<your name>`) becomes text.
    """
    if not {name.lower() for name in _TAG_NAME.findall(markup)} <= policy.KNOWN_ELEMENTS:
        markup = _TAG.sub(_as_text, markup)
    return _CLEANER.clean(markup)


def _as_text(match: re.Match[str]) -> str:
    is_html = match[1].lower() in policy.KNOWN_ELEMENTS
    return match[0] if is_html else html.escape(match[0], quote=False)


def _judge(tag: Tag, path: str) -> Iterator[Finding]:
    def fault(message: str) -> Finding:
        return Finding(path=path, line=tag.line, message=message, hint=_ACTIVE_HINT)

    def warning(message: str, hint: str) -> Finding:
        return Finding(
            path=path, line=tag.line, message=message, hint=hint, severity=Severity.WARNING
        )

    if tag.element in policy.ACTIVE_ELEMENTS:
        yield fault(f"holds the active element `<{tag.element}>`, expected text and pictures only")
    elif not tag.is_closed:
        yield Finding(
            path=path,
            line=tag.line,
            message=f"the tag `<{tag.element}` is not closed, expected `>`",
            hint="close it, or write `&lt;` for a plain less-than sign",
        )
    elif tag.element not in policy.KNOWN_ELEMENTS:
        hint = "write `&lt;` for a plain less-than sign, or put it between backticks"
        yield warning(f"`<{tag.element}>` is no HTML and is shown as text", hint)
    elif tag.element not in policy.ALLOWED_ELEMENTS | policy.PRESENTATIONAL_ELEMENTS:
        hint = "write `&lt;` for a plain less-than sign, or use Markdown"
        yield warning(f"the element `<{tag.element}>` is not allowed and was left out", hint)
    is_active = False
    for name, value in tag.attributes:
        where = f"`{name}` on `<{tag.element}>`"
        scheme = policy.scheme(value) if name in policy.ADDRESS_ATTRIBUTES else ""
        if name.startswith("on"):
            yield fault(f"holds the event handler {where}, expected no active content")
        elif scheme in policy.ACTIVE_SCHEMES:
            is_active = True
            yield fault(f"holds an active address in {where}, expected a link to a page")
        elif name == "cite" and scheme and scheme not in policy.URL_SCHEMES:
            yield warning(f"the address in {where} is not allowed and was left out", "remove it")
        elif (
            tag.element in policy.ALLOWED_ELEMENTS
            and not policy.is_allowed_attribute(tag.element, name)
            and name not in policy.PRESENTATIONAL_ATTRIBUTES
            and (tag.element, name) != ("a", "name")
        ):
            yield warning(f"the attribute {where} is not allowed and was left out", "remove it")
    if not is_active:
        yield from _dropped_address(tag, path)


def _dropped_address(tag: Tag, path: str) -> Iterator[Finding]:
    """Why a link or a picture will have no address once it is clean."""
    name = {"a": "href", "img": "src"}.get(tag.element, "")
    given = dict(reversed(tag.attributes))
    written = given.get(name, "")
    if name not in given and tag.element != "img":
        return
    if name in given and (written or name == "href") and _is_kept(tag.element, name, written):
        return
    if tag.element == "img":
        leads: object = picture_path(written, source=path)
    else:
        leads = destination(written, source=path)
    broken = leads if isinstance(leads, Broken) else no_address(written)
    severity = Severity.FAULT if broken.is_fault else Severity.WARNING
    yield Finding(
        path=path, line=tag.line, message=broken.message, hint=broken.hint, severity=severity
    )


def _is_kept(element: str, name: str, address: str) -> bool:
    """True when `clean` leaves a link or a picture its address."""
    if _SURELY_KEPT.fullmatch(address):
        return True
    return f" {name}=" in _CLEANER.clean(opening_tag(element, {name: address}))


def _keep_attribute(element: str, name: str, value: str) -> str | None:
    """Keep a `class` only where it tells a program's language, a `cite` only if it is a page."""
    if name == "class" and element == "code":
        return value if _LANGUAGE_CLASS.fullmatch(value) else None
    if name == "cite":
        return value if policy.scheme(value) in ("", *policy.URL_SCHEMES) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(policy.ALLOWED_ELEMENTS),
    clean_content_tags=set(policy.DROPPED_WITH_CONTENT),
    attributes={
        **{name: set(values) for name, values in policy.ALLOWED_ATTRIBUTES.items()},
        "a": {*policy.ALLOWED_ATTRIBUTES["a"], "name"},
    },
    attribute_filter=_keep_attribute,
    # The Markdown parser's own classes, which the steps after this one read and replace.
    tag_attribute_values={
        "sup": {"class": {"footnote-reference", "footnote-definition-label"}},
        "div": {"class": {"footnote-definition"}},
        "td": {"class": {"align-left", "align-center", "align-right"}},
        "th": {"class": {"align-left", "align-center", "align-right"}},
    },
    link_rel=None,
    url_schemes=set(policy.URL_SCHEMES),
)
