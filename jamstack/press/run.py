"""Making what must be made: each page whose answers, template or file are not as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jamstack.errors import Finding, TemplateError
from jamstack.layout.plans import PagePlan, Plan
from jamstack.press import differences
from jamstack.press.codec import DamagedError, decode, digest_all, digest_of
from jamstack.press.ledger import Ledger
from jamstack.press.making import Job, Made, Piece, Press, make_piece
from jamstack.press.memory import Memory
from jamstack.press.output import Output
from jamstack.press.profile import Profile
from jamstack.press.progress import Progress
from jamstack.press.records import FileRecord
from jamstack.press.rows import numbers_in
from jamstack.press.texts import Texts
from jamstack.press.workers import OneWorker, Workers
from jamstack.values import replace

PIECE = 48
"""Pages that a worker makes at a time."""
TOGETHER = 1 << 13
"""Stories whose pages are made before those of older ones, and the lists that begin with them. What
is computed once is held for about as many (`paper.REMEMBERED`)."""
FEW = 200
"""Pages that are made sooner than workers are started."""


@dataclass(slots=True)
class Tally:
    """What a run did. `rendered` counts pages, `faults` holds pages by what is wrong with them."""

    rendered: int = 0
    faults: dict[Finding, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One making of all plans into one output."""

    press: Press
    ledger: Ledger
    output: Output
    texts: Texts
    memory: Memory

    def make(
        self, plans: Sequence[Plan], workers: Workers, progress: Progress, profile: Profile
    ) -> Tally:
        """Make what is not there yet.

        Raises:
            TemplateError: with one finding for each place in a template; all other pages are made.
            OutputError: a file cannot be written.
        """
        with profile.stage("compare"):
            mark = differences.mark_of(plans, self.press.frames, self.ledger.ground)
            changed = differences.changed(self.memory, self.ledger, mark)
            names = tuple(self.memory.questions)
            jobs = [job for plan in plans if (job := self._job(plan, changed, names))]
            # Pages of one time show the same stories: what was made for one serves the others.
            jobs.sort(key=lambda job: job.plan.place // TOGETHER)
            if jobs:
                differences.forget(self.memory)
        tally = Tally()
        progress.start("Rendering", len(plans))
        progress.advance(len(plans) - len(jobs))
        try:
            with profile.stage("render"):
                for made in self._made(jobs, workers):
                    self._take(made, tally, profile)
                    progress.advance()
        finally:
            progress.finish()
        if tally.faults:
            raise TemplateError(_told(tally.faults, plans))
        if jobs or changed is None or changed:
            with profile.stage("remember"):
                differences.note(self.memory, self.ledger, mark)
        return tally

    def _job(self, plan: Plan, changed: frozenset[int] | None, names: Sequence[str]) -> Job | None:
        """What is to be done for a plan; None where all is as it was."""
        standing = self.output.standing(plan.path)
        if standing and self._is_fresh(plan, standing, changed, names):
            self.output.take(standing, is_written=False)
            return None
        return Job(plan=plan, standing=standing)

    def _is_fresh(
        self,
        plan: Plan,
        standing: FileRecord,
        changed: frozenset[int] | None,
        names: Sequence[str],
    ) -> bool:
        """True when what stands there was made of the answers that would be given now.

        `names` are the questions by their numbers, from 1.
        """
        if standing.key == b"":
            return False
        asked = numbers_in(standing.asked)
        if changed is not None and changed.isdisjoint(asked):
            return True
        try:
            questions = [names[number - 1] for number in asked]
        except IndexError as error:
            raise DamagedError(plan.path) from error
        return standing.key == self.ledger.key(questions, self._frame(plan))

    def _frame(self, plan: Plan) -> bytes:
        return self.press.frames[plan.template] if isinstance(plan, PagePlan) else b""

    def _made(self, jobs: Sequence[Job], workers: Workers) -> Iterator[Made]:
        if not jobs:
            return
        chosen = workers if len(jobs) > FEW else OneWorker()
        if chosen is workers:
            # Once, before workers get their copies.
            self.press.renderer.prepare()
        press = replace(self.press, jobs=tuple(jobs))
        for made in chosen.run(make_piece, press, self._pieces(jobs)):
            yield from decode(made, list[Made])

    def _pieces(self, jobs: Sequence[Job]) -> Iterator[Piece]:
        for start in range(0, len(jobs), PIECE):
            few = jobs[start : start + PIECE]
            texts = self.texts.of(path for job in few for path in job.plan.texts)
            yield Piece(start=start, stop=start + len(few), texts=texts)

    def _take(self, made: Made, tally: Tally, profile: Profile) -> None:
        profile.note_page(made.path, made.seconds)
        tally.rendered += made.is_rendered
        for finding in made.findings:
            tally.faults.setdefault(finding, []).append(made.path)
        if made.record is None:
            return
        frame = self.press.frames.get(made.template, b"")
        asked = self.memory.questions.of(made.asked)
        record = replace(made.record, asked=asked, key=self.ledger.key(made.asked, frame))
        if made.data is not None:
            record = self.output.deliver(record, made.data)
        self.output.take(record, is_written=made.is_written)


def frames_of(press_site: object, templates: Mapping[str, bytes]) -> dict[str, bytes]:
    """The digest of site and template, by template."""
    site = digest_of(press_site)
    return {name: digest_all((site, found)) for name, found in templates.items()}


def _told(faults: Mapping[Finding, Sequence[str]], plans: Sequence[Plan]) -> Iterator[Finding]:
    """One finding for each place in a template, with a page that shows it and how many others."""
    sources = {plan.path: plan.source for plan in plans if isinstance(plan, PagePlan)}
    for finding, paths in faults.items():
        first = sources[paths[0]] or f"/{paths[0]}"
        others = f" and {len(paths) - 1:,} more" if len(paths) > 1 else ""
        yield replace(finding, message=f"{finding.message} (on the page of `{first}`{others})")
