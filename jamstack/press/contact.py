"""The contact sheet: share cards as networks crop them, for an editor to look at."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from jamstack.cards.card import card_alt
from jamstack.cards.sheet import SheetCard, sheet_html, sheet_png
from jamstack.errors import CommandError
from jamstack.layout.cards import PlannedCard, cards_of
from jamstack.layout.paper import Paper
from jamstack.layout.specimens import specimens
from jamstack.nearest import nearest_hint
from jamstack.press import gallery
from jamstack.press.build import PICTURES, Approved, approve, make_pictures, paper_of
from jamstack.press.cards import draw_cards, font_paths
from jamstack.press.project import Project, Shop
from jamstack.press.theme import load_theme

PAGE = "index.html"
PICTURE = "sheet.png"


def contact_sheet(
    project: Project,
    shop: Shop,
    folder: Path,
    *,
    chosen: Sequence[str],
    newest: int,
    in_scripts: bool = False,
) -> int:
    """Write the sheet of some stories and authors into a new `folder`; how many cards it has.

    `chosen` are slugs; without any, it is the `newest` stories and all authors. `in_scripts`, it is
    samples of many scripts in their place.

    Raises:
        CommandError: the newsroom draws no cards, or has no such story or author.
        SourceError, SettingsError, OutputError: as a build.
    """
    approved = approve(project, shop)
    theme = load_theme(project.theme, settings=project.settings, is_preview=project.is_preview)
    paper = paper_of(project, approved.edition, approved.pictures, theme)
    if paper.fonts is None:
        message = "the newsroom draws no share cards"
        raise CommandError(message, "set `share_cards` to `True` in pelicanconf.py")
    cards = tuple(specimens(paper)) if in_scripts else _chosen(paper, chosen, newest)
    directory = project.store / PICTURES
    _draw(project, approved, shop, cards, paper)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "cards").mkdir(parents=True)
    for item in cards:
        shutil.copyfile(directory / item.name, folder / item.name)
    shown = [SheetCard(name=item.name, alt=card_alt(item.card)) for item in cards]
    page = sheet_html(shown, title=f"{project.settings.name}: share cards")
    (folder / PAGE).write_text(page, encoding="utf-8")
    pictures = {item.source: (directory / item.name).read_bytes() for item in cards}
    (folder / PICTURE).write_bytes(sheet_png(pictures))
    return len(cards)


def _draw(
    project: Project, approved: Approved, shop: Shop, cards: Sequence[PlannedCard], paper: Paper
) -> None:
    make_pictures(project, approved, gallery.shown_pictures(paper), shop)
    draw_cards(
        cards,
        project.store / PICTURES,
        font_paths(project.settings, project.content),
        workers=shop.workers,
        progress=shop.progress,
    )


def _chosen(paper: Paper, slugs: Sequence[str], newest: int) -> tuple[PlannedCard, ...]:
    by_source = {item.source: item for item in cards_of(paper)}
    stories = {item.slug: item.path for item in paper.edition.articles}
    authors = {author.slug: author.path for author in paper.authors}
    if not slugs:
        wanted = [*[path for path in stories.values() if path in by_source][:newest]]
        return tuple(by_source[path] for path in (*wanted, *authors.values()))
    known = {**authors, **stories}
    for slug in slugs:
        if slug not in known:
            hint = nearest_hint(slug, known) or "name a published story or an author by the slug"
            raise CommandError(f"there is no story or author `{slug}`", hint)
        if known[slug] not in by_source:
            message = f"`{slug}` has no card"
            raise CommandError(message, "its `share_image` stands in the place of one")
    return tuple(by_source[known[slug]] for slug in slugs)
