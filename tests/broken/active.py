"""Content that would run in a reader's browser."""

from __future__ import annotations

from ..site.builders import story
from .cases import QUAY, Broken

ACTIVE = (
    Broken(
        name="a script",
        files={QUAY: story(body="One.\n\n<script>alert(1)</script>\n")},
        text=(
            "articles/2026/quay.md:10: holds the active element `<script>`, expected text "
            "and pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="an iframe in a paragraph",
        files={
            QUAY: story(body='One.\n\nTwo <iframe src="https://video.example/1"></iframe> three.\n')
        },
        text=(
            "articles/2026/quay.md:10: holds the active element `<iframe>`, expected text "
            "and pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="a form with a button",
        files={
            QUAY: story(
                body='<form action="https://list.example/">\n<input name="mail">\n'
                "<button>Join</button>\n</form>\n\nOne.\n"
            )
        },
        text=(
            "articles/2026/quay.md:8: holds the active element `<form>`, expected text "
            "and pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line\n"
            "articles/2026/quay.md:9: holds the active element `<input>`, expected text "
            "and pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line\n"
            "articles/2026/quay.md:10: holds the active element `<button>`, expected text "
            "and pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="an event handler",
        files={QUAY: story(body='One.\n\n<p onclick="alert(1)">Two.</p>\n')},
        text=(
            "articles/2026/quay.md:10: holds the event handler `onclick` on `<p>`, "
            "expected no active content\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="a javascript address in HTML",
        files={QUAY: story(body='One <a href="java&#115;cript:alert(1)">two</a>.\n')},
        text=(
            "articles/2026/quay.md:8: holds an active address in `href` on `<a>`, "
            "expected a link to a page\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="a javascript address in Markdown",
        files={QUAY: story(body="One [two](javascript:alert(1)).\n")},
        text=(
            "articles/2026/quay.md:8: links to the active address `javascript:alert(1)`, "
            "expected a page\n"
            "hint: link to a page, or remove the link"
        ),
    ),
    Broken(
        name="a data address",
        files={QUAY: story(body="One [two](data:text/html;base64,PHNjcmlwdD4=).\n")},
        text=(
            "articles/2026/quay.md:8: links to the active address "
            "`data:text/html;base64,PHNjcmlwdD4=`, expected a page\n"
            "hint: link to a page, or remove the link"
        ),
    ),
    Broken(
        name="a drawing that could run",
        files={QUAY: story(body='<svg onload="alert(1)"><path d="M0 0"/></svg>\n\nOne.\n')},
        text=(
            "articles/2026/quay.md:8: warning: the element `<path>` is not allowed and "
            "was left out\n"
            "hint: write `&lt;` for a plain less-than sign, or use Markdown\n"
            "articles/2026/quay.md:8: holds the active element `<svg>`, expected text and "
            "pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line\n"
            "articles/2026/quay.md:8: holds the event handler `onload` on `<svg>`, "
            "expected no active content\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="a refresh",
        files={
            QUAY: story(
                body='<meta http-equiv="refresh" content="0;url=https://trap.example/">\n\nOne.\n'
            )
        },
        text=(
            "articles/2026/quay.md:8: holds the active element `<meta>`, expected text "
            "and pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
    Broken(
        name="a tag that is not closed",
        files={QUAY: story(body='One.\n\n<p onmouseover="alert(1)"\n')},
        text=(
            "articles/2026/quay.md:10: holds the event handler `onmouseover` on `<p>`, "
            "expected no active content\n"
            "hint: remove it; for a video or a post put its address alone on a line\n"
            "articles/2026/quay.md:10: the tag `<p` is not closed, expected `>`\n"
            "hint: close it, or write `&lt;` for a plain less-than sign"
        ),
    ),
    Broken(
        name="a script in a biography",
        files={
            "authors/bo-lund.md": '---\nname: Bo Lund\n---\nHe writes.\n\n<script src="https://trap.example/"></script>\n'
        },
        text=(
            "authors/bo-lund.md:6: holds the active element `<script>`, expected text and "
            "pictures only\n"
            "hint: remove it; for a video or a post put its address alone on a line"
        ),
    ),
)
