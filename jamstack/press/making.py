"""Making pages and files from their plans: laid out, rendered, put in their place. For any worker.

A page whose view has the digest it had last time is not rendered; one whose bytes are the same is
not written. Nothing here decides what is made.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from jamstack.errors import Finding, TemplateError
from jamstack.layout.paper import Paper
from jamstack.layout.plans import FilePlan, Plan
from jamstack.model import Body
from jamstack.press.codec import decode, digest, digest_all, encode
from jamstack.press.records import FileRecord
from jamstack.press.writing import replace_file
from jamstack.values import Value, replace
from jamstack.views import HeadView, PageView, SiteView


class Renderer(Protocol):
    """What turns a view into a page. It can be pickled."""

    def render(
        self, template: str, site: SiteView, head: HeadView, page: PageView, *, source: str
    ) -> str:
        """Render one page; `source` is the content file it shows.

        Raises:
            TemplateError: the template is missing or wrong; names it with its line.
        """

    def digest(self, template: str) -> bytes:
        """The digest of all that decides what a template makes of a view."""

    def prepare(self) -> None:
        """Do once what would be done by each worker."""


class Press(Value, frozen=True, kw_only=True):
    """What all makers share.

    `frames` are the digests of template and site, by template. `folder` is where files are
    written; None where the maker has no such folder and hands the bytes back. `jobs` are all that
    is to be made.
    """

    paper: Paper
    site: SiteView
    renderer: Renderer
    frames: Mapping[str, bytes]
    folder: Path | None
    jobs: tuple[Job, ...] = ()


class Job(Value, frozen=True, kw_only=True):
    """One thing to make. `standing` is what is there already and can be trusted, or None."""

    plan: Plan
    standing: FileRecord | None = None


class Piece(Value, frozen=True, kw_only=True):
    """A few of the jobs, from number `start` up to `stop`.

    `texts` are the encoded bodies that they need, by source path.
    """

    start: int
    stop: int
    texts: Mapping[str, bytes]


class Made(Value, frozen=True, kw_only=True):
    """What became of a job.

    `record` is what stands in its place now, without its key; None where `findings` tell why
    there is nothing. `asked` are the questions it asked of the paper. `data` has the bytes where
    the maker could not put them there. `is_rendered` is False where the view was known,
    `is_written` where the bytes were. `seconds` is how long it took.
    """

    path: str
    template: str = ""
    record: FileRecord | None = None
    asked: tuple[str, ...] = ()
    data: bytes | None = None
    is_rendered: bool = False
    is_written: bool = False
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


def make_piece(press: Press, piece: Piece) -> bytes:
    """Make a few things, and give the list of `Made`, encoded; work for any worker.

    Raises:
        DamagedError: a text is not what it should be.
        OutputError: a file cannot be written.
    """
    press.paper.texts = _Bodies(piece.texts)
    return encode([_timed(job, press) for job in press.jobs[piece.start : piece.stop]])


class _Bodies(Mapping[str, Body]):
    """Bodies that are decoded when they are wanted: of what feeds share, most are not."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self._texts = texts

    def __getitem__(self, path: str) -> Body:
        return decode(self._texts[path], Body)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def _timed(job: Job, press: Press) -> Made:
    began = time.perf_counter()
    made = _made(job.plan, job.standing, press)
    return replace(made, seconds=time.perf_counter() - began)


def _made(plan: Plan, standing: FileRecord | None, press: Press) -> Made:
    if isinstance(plan, FilePlan):
        data, asked = press.paper.asked_by(plan.make)
        placed = _placed(FileRecord(path=plan.path), data, standing, press.folder)
        return replace(placed, asked=asked)
    template = plan.template
    views, asked = press.paper.asked_by(plan.lay_out)
    # The order of a mapping is seen on the page.
    view = digest_all((press.frames[template], digest(encode(views))))
    if standing and standing.view == view:
        return Made(path=plan.path, template=template, record=standing, asked=asked)
    try:
        text = press.renderer.render(
            template, press.site, views.head, views.page, source=plan.source
        )
    except TemplateError as error:
        return Made(path=plan.path, template=template, findings=error.findings)
    record = FileRecord(path=plan.path, view=view)
    placed = _placed(record, text.encode(), standing, press.folder)
    return replace(placed, template=template, asked=asked, is_rendered=True)


def _placed(
    record: FileRecord, data: bytes, standing: FileRecord | None, folder: Path | None
) -> Made:
    record = replace(record, digest=digest(data))
    if standing and standing.digest == record.digest:
        return Made(path=record.path, record=replace(record, stamp=standing.stamp))
    if folder is None:
        return Made(path=record.path, record=record, data=data, is_written=True)
    record = replace(record, stamp=replace_file(folder, record.path, data))
    return Made(path=record.path, record=record, is_written=True)
