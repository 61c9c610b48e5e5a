"""Every picture the edition shows: found, judged, planned, and made where it is not made yet."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from jamstack.edition import Edition
from jamstack.errors import Finding
from jamstack.images.encode import PictureJob, encode_all
from jamstack.images.inspect import (
    PictureFacts,
    PictureProblem,
    inspect,
    unreadable,
    verify,
)
from jamstack.images.plan import PicturePlan, plan
from jamstack.layout.indexes import Indexes
from jamstack.model import Article, Body, Picture
from jamstack.nearest import nearest_hint
from jamstack.press.progress import Progress
from jamstack.press.records import DOUBTFUL_NS, NO_STAMP, PictureRecord, stamp_of
from jamstack.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Plans by picture (path and focus), the files they come from, and what was wrong.

    `records` are all usable pictures by path, to be remembered.
    """

    plans: Mapping[tuple[str, tuple[int, int]], PicturePlan] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    records: Mapping[str, PictureRecord] = field(default_factory=dict)

    def plan(self, picture: Picture) -> PicturePlan:
        """The plan of a picture the edition shows."""
        return self.plans[picture.path, picture.focus]

    def names(self, shown: set[tuple[str, tuple[int, int]]]) -> tuple[str, ...]:
        """The output paths of the files planned of the pictures `shown`, in order."""
        return tuple(sorted({item.name for key in shown for item in self.plans[key].files}))

    def damaged(self) -> tuple[Finding, ...]:
        """A fault for each picture whose pixels cannot all be read; slow, reads every one."""
        problems = ((path, verify(self.files[path])) for path, _ in sorted(self.plans))
        return tuple(
            dict.fromkeys(
                Finding(path=path, message=problem.message, hint=problem.hint)
                for path, problem in problems
                if problem
            )
        )


def pictures_of(edition: Edition) -> Iterator[tuple[str, str, Picture]]:
    """Every picture of every source file, as (source path, field, picture), drafts' too."""
    for article in edition.all_articles:
        for name, picture in article_pictures(article):
            yield article.path, name, picture
    for author in edition.authors.values():
        if author.portrait:
            yield author.path, "portrait.src", author.portrait
        for picture in _body_pictures(author.biography):
            yield author.path, "", picture
    for page in edition.pages:
        for picture in _body_pictures(page.body):
            yield page.path, "", picture


def shown_pictures(indexes: Indexes) -> set[tuple[str, tuple[int, int]]]:
    """The pictures, by (path, focus), that readers can see: those of what is published."""
    shown = [picture for item in indexes.edition.articles for _, picture in article_pictures(item)]
    for author in indexes.authors:
        shown.extend(_body_pictures(author.biography))
        if author.portrait:
            shown.append(author.portrait)
    for page in indexes.edition.pages:
        shown.extend(_body_pictures(page.body))
    return {(picture.path, picture.focus) for picture in shown}


def article_pictures(article: Article) -> Iterator[tuple[str, Picture]]:
    """A story's pictures, as (field, picture)."""
    if article.image:
        yield "image.src", article.image
    if article.share_image:
        yield "share_image.src", article.share_image
    for picture in _body_pictures(article.body):
        yield "", picture


def _body_pictures(body: Body) -> Iterator[Picture]:
    for block in body.blocks:
        if block.picture:
            yield block.picture
    yield from body.pictures


def collect(
    edition: Edition, folder: Path, known: Mapping[str, PictureRecord] | None = None
) -> Gallery:
    """Look at every picture that a source file names and that is not as it is `known` by path.

    And plan what to make of it.
    """
    plans: dict[tuple[str, tuple[int, int]], PicturePlan] = {}
    looked: dict[str, PictureRecord | PictureProblem] = {}
    findings = []
    for source, name, picture in pictures_of(edition):
        if picture.path not in looked:
            looked[picture.path] = _look(folder, picture.path, edition.settings, known or {})
        found = looked[picture.path]
        if isinstance(found, PictureProblem):
            findings.append(
                Finding(
                    path=source,
                    line=picture.line,
                    field=name,
                    message=found.message,
                    hint=found.hint,
                )
            )
        elif (picture.path, picture.focus) not in plans:
            plans[picture.path, picture.focus] = plan(
                found.facts,
                settings=edition.settings,
                stem=PurePosixPath(picture.path).stem,
                focus=picture.focus,
            )
    return Gallery(
        plans=plans,
        files={path: folder / path for path in looked},
        findings=tuple(findings),
        records={
            path: record for path, record in looked.items() if isinstance(record, PictureRecord)
        },
    )


def make(
    gallery: Gallery,
    shown: set[tuple[str, tuple[int, int]]],
    directory: Path,
    *,
    executor: Executor,
    progress: Progress,
) -> tuple[int, tuple[Finding, ...]]:
    """Make what is missing in `directory` for the pictures `shown`.

    Returns how many files were made, and a fault for each picture that could not be.
    """
    keys = sorted(shown)
    jobs = [PictureJob(file=gallery.files[path], plan=gallery.plans[path, f]) for path, f in keys]
    progress.start("Pictures", len(jobs))
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        progress.advance(count - done)
        done = count

    try:
        results = encode_all(jobs, directory, executor=executor, progress=advance)
    finally:
        progress.finish()
    faults = tuple(
        Finding(path=path, message=result.problem.message, hint=result.problem.hint)
        for (path, _), result in zip(keys, results, strict=True)
        if result.problem
    )
    return sum(len(result.made) for result in results), faults


def _look(
    folder: Path, path: str, settings: Settings, known: Mapping[str, PictureRecord]
) -> PictureRecord | PictureProblem:
    file = folder / path
    root = folder.resolve()
    try:
        stamp = stamp_of(file)
    except (FileNotFoundError, NotADirectoryError):
        near = [item.name for item in file.parent.glob("*") if item.suffix.lower() in _SUFFIXES]
        hint = nearest_hint(file.name, near) or "put the picture there, or correct the name"
        return PictureProblem(message=f"names `{path}`, but there is no such file", hint=hint)
    except OSError as error:
        # Such as a name longer than the system allows.
        return unreadable(file, error)
    if not file.resolve().is_relative_to(root):
        return PictureProblem(
            message=f"names `{path}`, a symbolic link that leaves the content folder",
            hint="copy the picture here",
        )
    record = known.get(path)
    is_known = record is not None and record.stamp == stamp
    if record and is_known and _pixels(record.facts) <= settings.maximum_picture_pixels:
        return record
    facts = inspect(file, maximum_pixels=settings.maximum_picture_pixels)
    if isinstance(facts, PictureProblem):
        return facts
    is_old = stamp.changed_ns < time.time_ns() - DOUBTFUL_NS
    return PictureRecord(path=path, stamp=stamp if is_old else NO_STAMP, facts=facts)


def _pixels(facts: PictureFacts) -> int:
    return facts.width * facts.height


_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"})
