"""What raw HTML in Markdown may hold: the allow-list, and what the rest is called.

Three fates for what is not allowed: active content is a fault, presentation goes quietly (the theme
decides how the paper looks), anything else goes with a warning.
"""

from __future__ import annotations

import html
import re

ALLOWED_ELEMENTS = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
        "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
        "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark",
        "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
        "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
        "var", "wbr",
    }
)  # fmt: skip

ALLOWED_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"dir", "id", "lang", "title"}),
    "a": frozenset({"href", "hreflang"}),
    "blockquote": frozenset({"cite"}),
    "code": frozenset({"class"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "src"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}

ACTIVE_ELEMENTS = frozenset(
    {
        "applet", "audio", "base", "body", "button", "canvas", "dialog", "embed", "form", "frame",
        "frameset", "head", "html", "iframe", "input", "link", "math", "meta", "noscript",
        "object", "portal", "script", "select", "source", "style", "svg", "template", "textarea",
        "title", "track", "video",
    }
)  # fmt: skip

DROPPED_WITH_CONTENT = frozenset(
    {
        "applet", "audio", "canvas", "head", "iframe", "math", "noscript", "object", "script",
        "select", "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip

PRESENTATIONAL_ELEMENTS = frozenset({"basefont", "big", "center", "font", "nobr", "tt"})

OTHER_ELEMENTS = frozenset(
    {
        "acronym", "address", "area", "article", "aside", "bgsound", "blink", "datalist", "dir",
        "fieldset", "footer", "header", "hgroup", "image", "isindex", "keygen", "label", "legend",
        "listing", "main", "map", "marquee", "menu", "menuitem", "meter", "multicol", "nav",
        "nextid", "noembed", "noframes", "optgroup", "option", "output", "param", "picture",
        "plaintext", "progress", "rb", "rtc", "search", "section", "slot", "spacer", "strike",
        "xmp",
    }
)  # fmt: skip
"""HTML's own elements that are not allowed: left out with a warning, what they hold stays."""

GRAPHIC_ELEMENTS = frozenset(
    {
        "annotation", "circle", "clippath", "defs", "ellipse", "filter", "foreignobject", "g",
        "line", "lineargradient", "marker", "mask", "mfrac", "mglyph", "mi", "mn", "mo", "mover",
        "mpadded", "mphantom", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub",
        "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "path",
        "pattern", "polygon", "polyline", "radialgradient", "rect", "semantics", "stop", "symbol",
        "text", "textpath", "tspan", "use", "view",
    }
)  # fmt: skip
"""What stands inside drawings and formulas, which go as a whole."""

KNOWN_ELEMENTS = (
    ALLOWED_ELEMENTS | ACTIVE_ELEMENTS | PRESENTATIONAL_ELEMENTS | OTHER_ELEMENTS | GRAPHIC_ELEMENTS
)
"""Anything else in angle brackets is no HTML but what the writer wants readers to see."""

PRESENTATIONAL_ATTRIBUTES = frozenset(
    {
        "align", "background", "bgcolor", "border", "cellpadding", "cellspacing", "class", "clear",
        "color", "compact", "face", "frame", "height", "hspace", "loading", "noshade", "nowrap",
        "rel", "rules", "size", "sizes", "srcset", "start", "style", "target", "type", "valign",
        "vspace", "width",
    }
)  # fmt: skip

ADDRESS_ATTRIBUTES = frozenset(
    {
        "action", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction",
        "href", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src", "srcset",
        "usemap", "xlink:href",
    }
)  # fmt: skip
"""Attributes whose value is an address; `title="data: 7 boats"` is none."""

URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ACTIVE_SCHEMES = frozenset({"javascript", "vbscript", "data", "livescript", "mocha"})

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_IGNORED_IN_URLS = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\ufeff]")


def scheme(url: str) -> str:
    """The scheme of `url` as a browser would see it, in lower case; empty for a relative one."""
    if ":" not in url and "&" not in url:
        return ""
    match = _SCHEME.match(_IGNORED_IN_URLS.sub("", html.unescape(url)).lower())
    return match[1] if match else ""


def is_allowed_attribute(element: str, name: str) -> bool:
    """True when `element` may carry the attribute `name`."""
    return name in ALLOWED_ATTRIBUTES["*"] or name in ALLOWED_ATTRIBUTES.get(element, ())
