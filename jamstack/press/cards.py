"""Drawing the share cards that are not drawn yet, on all cores.

A card that exists under its name is never drawn again. What no font can write is told before
anything is published.
"""

from __future__ import annotations

import contextlib
import functools
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jamstack.cards.broken import CardFontError, CardPictureError
from jamstack.cards.card import FOLDER, Card, CardPicture
from jamstack.cards.faults import CardProblem
from jamstack.cards.files import FontDigests, font_digests
from jamstack.errors import Finding, OutputError, SettingsError, SourceError
from jamstack.layout.cards import PlannedCard
from jamstack.press.progress import Progress
from jamstack.press.workers import OneWorker, Processes, Workers
from jamstack.press.writing import replace_file
from jamstack.settings import Settings
from jamstack.values import Value

if TYPE_CHECKING:
    from jamstack.cards.fonts import Fonts

PIECE = 8
"""Cards that a worker draws at a time."""
FEW = 12
"""Cards that are drawn sooner than workers are started."""
KEPT_DAYS = 30
"""How long a card that no build asks for is kept: drafts and sites share this folder."""
DAY_S = 86_400
HINT = "correct the text, or install the font as docs/cards.md tells"


class Easel(Value, frozen=True, kw_only=True):
    """Where those who draw find made pictures, and the newsroom's fonts."""

    pictures: str
    fonts: tuple[str, ...]


class Drawn(Value, frozen=True, kw_only=True):
    """What became of a card: its bytes, or why there are none."""

    data: bytes = b""
    problems: tuple[CardProblem, ...] = ()
    broken: str = ""


def fonts_here(settings: Settings, content: Path) -> FontDigests | None:
    """The digests of the fonts that cards are written with; None for a newsroom without cards.

    Raises:
        SettingsError: a font that the settings name cannot be used.
    """
    if not settings.share_cards:
        return None
    root = content.resolve()
    paths = font_paths(settings, content)
    for written, path in zip(settings.card_fonts, paths, strict=True):
        if not path.resolve().is_relative_to(root):
            raise _wrong(f"names `{written}`, which leaves the content folder")
    try:
        return font_digests(paths)
    except CardFontError as error:
        written = Path(error.path).relative_to(content).as_posix()
        raise _wrong(f"names `{written}`, where there is no font file") from error


def font_paths(settings: Settings, content: Path) -> tuple[Path, ...]:
    """The newsroom's own font files and folders."""
    return tuple(content / path for path in settings.card_fonts)


def draw_cards(
    planned: Iterable[PlannedCard],
    directory: Path,
    fonts: Sequence[Path],
    *,
    workers: Workers,
    progress: Progress,
) -> int:
    """Draw what is missing in `directory`, where made pictures are, too; how many that were.

    Cards that nobody has asked for in `KEPT_DAYS` are removed.

    Raises:
        SourceError: a text that no font can write, or a picture that cannot be read.
        OutputError: a card cannot be written.
    """
    cards = {item.name: item for item in planned}
    missing = [item for item in cards.values() if not _is_drawn(directory / item.name)]
    findings: list[Finding] = []
    progress.start("Cards", len(cards))
    progress.advance(len(cards) - len(missing))
    try:
        for item, drawn in _drawn(missing, directory, fonts, workers):
            findings += _findings(item, drawn)
            if drawn.data:
                _keep(directory, item.name, drawn.data)
            progress.advance()
    finally:
        progress.finish()
    if findings:
        raise SourceError(findings)
    _forget_old(directory / FOLDER)
    return len(missing)


def draw_piece(easel: Easel, piece: tuple[Card, ...]) -> list[Drawn]:
    """Draw a few cards; work for any worker of this machine."""
    # Only those who draw load what draws: it is large.
    from jamstack.cards.draw import draw
    from jamstack.cards.faults import findings

    fonts = _fonts(easel.fonts)

    def read(picture: CardPicture) -> bytes:
        return Path(easel.pictures, picture.path).read_bytes()

    found = []
    for card in piece:
        problems = findings(card, fonts)
        if problems:
            found.append(Drawn(problems=problems))
            continue
        try:
            found.append(Drawn(data=draw(card, fonts, read)))
        except CardPictureError as error:
            found.append(Drawn(broken=str(error)))
    return found


def undrawable(planned: Iterable[PlannedCard], fonts: Sequence[Path]) -> tuple[Finding, ...]:
    """A fault for each sign on a card that no font can write; draws nothing."""
    from jamstack.cards.faults import findings

    loaded = _fonts(tuple(map(str, fonts)))
    return tuple(
        finding
        for item in planned
        for finding in _findings(item, Drawn(problems=findings(item.card, loaded)))
    )


@functools.lru_cache(maxsize=1)
def _fonts(paths: tuple[str, ...]) -> Fonts:
    from jamstack.cards.fonts import load_fonts

    return load_fonts(tuple(map(Path, paths)))


def _drawn(
    missing: Sequence[PlannedCard], directory: Path, fonts: Sequence[Path], workers: Workers
) -> Iterator[tuple[PlannedCard, Drawn]]:
    easel = Easel(pictures=str(directory), fonts=tuple(map(str, fonts)))
    pieces = [
        tuple(item.card for item in missing[at : at + PIECE])
        for at in range(0, len(missing), PIECE)
    ]
    chosen = _here(workers) if len(missing) > FEW else OneWorker()
    waiting = iter(missing)
    for drawn in chosen.run(draw_piece, easel, pieces):
        for one in drawn:
            yield next(waiting), one


def _keep(directory: Path, name: str, data: bytes) -> None:
    try:
        replace_file(directory, name, data)
    except OutputError as error:
        hint = "check the free space and the permissions of the cache folder"
        raise OutputError(error.message, hint) from error


def _here(workers: Workers) -> Workers:
    """Workers that see the pictures made on this machine."""
    return workers if workers.is_here else Processes(tell=lambda _: None)


def _findings(item: PlannedCard, drawn: Drawn) -> Iterator[Finding]:
    for problem in drawn.problems:
        message = f"the {problem.part} on its share card {problem.message}"
        yield Finding(path=item.source, message=message, hint=problem.hint)
    if drawn.broken:
        yield Finding(path=item.source, message=drawn.broken, hint=HINT)


def _is_drawn(path: Path) -> bool:
    """Whether the card is there; one that is asked for counts as new again, once a day."""
    # A machine that lost power may leave a file with a name and no content.
    try:
        found = path.stat()
        if found.st_size and time.time() - found.st_mtime > DAY_S:
            os.utime(path)
    except OSError:
        return False
    return found.st_size > 0


def _forget_old(folder: Path) -> None:
    oldest = time.time() - KEPT_DAYS * DAY_S
    # Whoever cannot be removed now will be by a later build: nothing depends on it.
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if file.stat().st_mtime < oldest:
                Path(file).unlink(missing_ok=True)


def _wrong(message: str) -> SettingsError:
    hint = "name font files (`.ttf`, `.otf`) or folders of them inside the content folder"
    finding = Finding(
        path="pelicanconf.py", field="JAMSTACK.card_fonts", message=message, hint=hint
    )
    return SettingsError([finding])
