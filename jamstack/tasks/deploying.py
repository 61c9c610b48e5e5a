"""`deploy` and `rollback`: publishing a finished build, and going back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.nearest import nearest_hint
from jamstack.tasks import shell
from jamstack.tasks.previewing import publish_preview
from jamstack.tasks.publishing import pack_artifact, verify_deploy

if TYPE_CHECKING:
    from jamstack.deploy.branch import Branch
    from jamstack.deploy.source import SourceRepository
    from jamstack.pelican_plugin import Finished

TARGETS = ("branch", "artifact")
"""What can be published to."""


@task(
    help={
        "target": "where to: branch, of a Git remote, or artifact, a tar that Pages deploys",
        "dry-run": "show what would change, and send nothing",
        "yes": "take what pre-flight guards: many files removed, a changed domain, unknown commits",
        "allow-dirty": "also deploy a build of sources that are not committed",
        "output": "the folder that was built; `output` unless said",
        "verify": "wait until the live site serves it, look at what is served, and tell services",
        "preview": "build and publish a preview of this name, beside the site",
        "drop": "remove the preview",
        "drafts": "show drafts and embargoed stories in the preview",
    }
)
@shell.ends_well
def deploy(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    target: str = "branch",
    dry_run: bool = False,
    yes: bool = False,
    allow_dirty: bool = False,
    output: str = "",
    verify: bool = False,
    preview: str = "",
    drop: bool = False,
    drafts: bool = False,
) -> None:
    """Publish the finished production build: checked first, in one step, or not at all."""
    if target not in TARGETS:
        known = ", ".join(f"`{name}`" for name in TARGETS)
        hint = nearest_hint(target, TARGETS) or "such as `invoke deploy --target branch`"
        raise CommandError(f"there is no target `{target}`, expected {known}", hint)
    if preview:
        publish_preview(preview, shows_drafts=drafts, is_drop=drop, is_dry=dry_run)
        return
    if drafts or drop:
        option = "drafts" if drafts else "drop"
        raise CommandError(f"`--{option}` is for previews", "name one with `--preview`")
    from jamstack.deploy.deploying import Order
    from jamstack.deploy.deploying import deploy as publish
    from jamstack.pelican_plugin import finished_site

    finished = finished_site(shell.PRODUCTION_SETTINGS, shell.overrides(output=output))
    source = _source()
    order = Order(
        output=finished.output,
        build=finished.build,
        site_url=finished.settings.site_url,
        settings=finished.settings.deploy,
        source=source.read(),
        author=source.author(os.environ.get("GITHUB_ACTOR", "")),
        now=finished.now,
        lineage=source.lineage,
        changed_sources=source.changed(_sources()),
        is_sure=yes,
        allows_dirty=allow_dirty,
        is_dry=dry_run,
    )
    if target == "artifact":
        pack_artifact(order, finished.cache)
        return
    outcome = publish(order, _branch(finished, source))
    if verify and not dry_run:
        verify_deploy(outcome, finished.settings)


@task(help={"to": "the number of the deploy to go back to; all are listed where not said"})
@shell.ends_well
def rollback(context: Context, to: str = "") -> None:  # noqa: ARG001
    """List the last deploys, or put one of them in place again; nothing is built."""
    from jamstack.deploy.rollback import deploys, listing, roll_back
    from jamstack.pelican_plugin import finished_site

    finished = finished_site(shell.PRODUCTION_SETTINGS, {})
    source = _source()
    branch = _branch(finished, source)
    if not to:
        shell.say("\n".join(listing(deploys(branch))))
        return
    author = source.author(os.environ.get("GITHUB_ACTOR", ""))
    roll_back(branch, to, author=author, at=int(finished.now.timestamp()))


def _source() -> SourceRepository:
    from jamstack.deploy.git import Git
    from jamstack.deploy.source import SourceRepository

    return SourceRepository(git=Git(folder=Path.cwd(), environment=os.environ))


def _sources() -> tuple[str, ...]:
    """What decides the site's bytes and lies in this project."""
    return tuple(
        path
        for path in (shell.SETTINGS.parent.as_posix(), "requirements.txt")
        if Path(path).exists()
    )


def _branch(finished: Finished, source: SourceRepository) -> Branch:
    from jamstack.deploy.branch import branch_for

    settings = finished.settings.deploy
    return branch_for(
        settings,
        source.address(settings.remote),
        cache=finished.cache,
        git=source.git,
        tell=shell.say,
    )
