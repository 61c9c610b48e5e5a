"""A small whole newsroom that uses most features, built with the project's own theme."""

from dataclasses import replace
from pathlib import Path

from jamstack.pelican_plugin.rendering import JinjaRenderer

from ..builders import make_settings, story_text
from .builders import make_project, photo, plain_build

THEME = Path(__file__).parents[2] / "pelican-app" / "theme"
LONG = "\n".join(f"Paragraph {number}. {'The tide came in. ' * 20}\n" for number in range(8))
HIDDEN_PATH = "articles/2026/zqxj-secret/index.md"
SECRET_WORD = b"zqxj"

FILES = {
    "authors/mira.md": (
        "---\nname: Mira Solberg\nsort_name: Solberg, Mira\nrole: Reporter\n"
        "beats: [the council, housing]\npronouns: she/her\n"
        "portrait: {src: mira.jpg, alt: Mira}\n"
        'follow: {mastodon: "@mira@s.example", x: mirasolberg}\nstatus: former\n---\n'
        "Mira wrote [the bridge](../articles/2026/bridge.md).\n"
    ),
    "authors/mira.jpg": photo((90, 90)),
    "authors/ben.md": "---\nname: Ben Ashe\nstatus: guest\n---\nBen draws.\n",
    "authors/zqxj-eva.md": "---\nname: Zqxj Eva\n---\nZqxj writes.\n",
    "pages/about.md": "---\ntitle: About us\n---\nSee [the bridge](../articles/2026/bridge.md).\n",
    "fronts/home.yml": "lead: ferry\ntop: [bridge]\n",
    "articles/2026/bridge.md": story_text(
        LONG,
        tags="[Harbour Bridge, tide]",
        authors="[mira, {author: ben, role: photographs}]",
        aliases="[old/bridge]",
        updated="2026-11-21T10:00",
        corrections="[{date: 2026-11-21, text: Ten not nine.}]",
        dek='"Ten & more <years>"',
    ),
    "articles/2026/ferry/index.md": story_text(
        "One.\n\nRELATED: bridge\n\n![A gull](gull.png)\n\n"
        "https://www.youtube.com/watch?v=abcdefghijk\n\n"
        "[About](/about/).\n",
        title="The ferry",
        section="sea",
        date="2026-11-21T09:30",
        tags="[tide]",
        image="{src: pier.jpg, alt: The pier, credit: Ben Ashe}",
        related="[marea]",
    ),
    "articles/2026/ferry/pier.jpg": photo((300, 200)),
    "articles/2026/ferry/gull.png": photo((150, 100), kind="PNG"),
    "articles/2026/marea.md": story_text(
        "La marea sube.\n", title="La marea", lang="es", date="2026-11-19", tags="[Tide]"
    ),
    **{
        f"articles/2025/row-{number}.md": story_text(
            "Told.\n", title=f"Row {number}", date=f"2025-03-{number + 1:02d}", section="sea"
        )
        for number in range(5)
    },
    HIDDEN_PATH: story_text(
        "Zqxj body [bridge](../bridge.md).\n\n![Zqxj](zqxj-figure.jpg)\n",
        title="Zqxj title",
        tags="[zqxj tag, tide]",
        authors="[zqxj-eva, mira]",
        aliases="[zqxj-alias]",
        image="{src: zqxj-lead.jpg, alt: Zqxj}",
        status="draft",
    ),
    "articles/2026/zqxj-secret/zqxj-figure.jpg": photo((70, 50)),
    "articles/2026/zqxj-secret/zqxj-lead.jpg": photo((140, 100)),
}
OUT = {HIDDEN_PATH: FILES[HIDDEN_PATH].replace("status: draft\n", "")}
"""The secret story, published."""

SETTINGS = make_settings(
    language="en-GB",
    timezone="Europe/Dublin",
    tagline="News of the bay",
    page_size=3,
    image_widths=(60, 120),
)


def make_newsroom(folder, files=None, **values):
    """A project of `FILES`, changed by `files`."""
    defaults = {"settings": SETTINGS, "theme": THEME}
    return make_project(folder, {**FILES, **(files or {})}, **(defaults | values))


def print_newsroom(project, renderer=None, *, progress=None, workers=None, **changes):
    """Build it."""
    project = replace(project, **changes)
    renderer = renderer or JinjaRenderer(project.theme)
    return plain_build(project, renderer, progress=progress, workers=workers)
