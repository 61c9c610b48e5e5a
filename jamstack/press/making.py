"""Making pages and files from their plans: laid out, rendered, put in their place. For any worker.

A page whose view has the digest it had last time is not rendered; one whose bytes are the same is
not written. Nothing here decides what is made.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from jamstack.errors import Finding, TemplateError
from jamstack.layout.paper import Paper
from jamstack.layout.plans import FilePlan, PagePlan, Plan
from jamstack.model import Body
from jamstack.press.codec import decode, digest, digest_all, encode
from jamstack.press.records import FileRecord
from jamstack.press.writing import replace_file
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What all makers share.

    `frames` are the digests of template and site, by template. `folder` is where files are
    written; None where the maker has no such folder and hands the bytes back.
    """

    paper: Paper
    site: SiteView
    renderer: Renderer
    frames: Mapping[str, bytes]
    folder: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to make. `texts` are encoded bodies by source path.

    `standing` is what is there already and can be trusted, or None.
    """

    plan: Plan
    texts: Mapping[str, bytes] = field(default_factory=dict)
    standing: FileRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a job.

    `record` is what stands in its place now, without its key; None where `findings` tell why
    there is nothing. `data` has the bytes where the maker could not put them there. `is_rendered`
    is False where the view was known, `is_written` where the bytes were. `seconds` is how long it
    took.
    """

    path: str
    template: str = ""
    record: FileRecord | None = None
    data: bytes | None = None
    is_rendered: bool = False
    is_written: bool = False
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


def make_piece(press: Press, piece: tuple[Job, ...]) -> list[Made]:
    """Make a few things; work for any worker.

    Raises:
        DamagedError: a text is not what it should be.
        OutputError: a file cannot be written.
    """
    press.paper.texts = {
        path: decode(text, Body) for job in piece for path, text in job.texts.items()
    }
    return [_timed(job, press) for job in piece]


def _timed(job: Job, press: Press) -> Made:
    began = time.perf_counter()
    made = _made(job.plan, job.standing, press)
    template = job.plan.template if isinstance(job.plan, PagePlan) else ""
    return replace(made, template=template, seconds=time.perf_counter() - began)


def _made(plan: Plan, standing: FileRecord | None, press: Press) -> Made:
    if isinstance(plan, FilePlan):
        data, asked = press.paper.asked_by(plan.make)
        return _placed(FileRecord(path=plan.path, asked=asked), data, standing, press.folder)
    views, asked = press.paper.asked_by(plan.lay_out)
    # The order of a mapping is seen on the page.
    view = digest_all((press.frames[plan.template], digest(encode(views))))
    if standing and standing.view == view:
        return Made(path=plan.path, record=replace(standing, asked=asked))
    try:
        text = press.renderer.render(
            plan.template, press.site, views.head, views.page, source=plan.source
        )
    except TemplateError as error:
        return Made(path=plan.path, findings=error.findings)
    record = FileRecord(path=plan.path, asked=asked, view=view)
    return replace(_placed(record, text.encode(), standing, press.folder), is_rendered=True)


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
