"""What `invoke deploy --preview NAME` does: build a preview for its own address, and publish it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jamstack.errors import CommandError
from jamstack.tasks import shell
from jamstack.values import replace

if TYPE_CHECKING:
    from jamstack.deploy.branch import Branch
    from jamstack.deploy.source import SourceRepository
    from jamstack.settings import Settings


def publish_preview(name: str, *, shows_drafts: bool, is_drop: bool, is_dry: bool) -> None:
    """Build and publish the preview, or remove it.

    Raises:
        JamstackError: something that a person can mend.
    """
    from jamstack.deploy.deploying import Order
    from jamstack.deploy.git import Git
    from jamstack.deploy.previews import checked_name, drop_preview, preview_url
    from jamstack.deploy.previews import publish_preview as publish
    from jamstack.deploy.source import SourceRepository
    from jamstack.pelican_plugin import build_site, finished_site
    from jamstack.pelican_plugin.configuration import project_of, read_configuration

    checked_name(name)
    project = project_of(read_configuration(shell.PRODUCTION_SETTINGS, {}))
    settings = project.settings
    source = SourceRepository(git=Git(folder=Path.cwd(), environment=os.environ))
    author = source.author(os.environ.get("GITHUB_ACTOR", ""))
    address = preview_url(_base(settings), name)
    if is_drop:
        branch = _branch(settings, source, project.store)
        at = int(project.now.timestamp())
        drop_preview(branch, name, author=author, at=at, is_dry=is_dry)
        return
    given: dict[str, Any] = {
        "SITEURL": address,
        "OUTPUT_PATH": str((project.store / "previews" / name).absolute()),
        "JAMSTACK_NOINDEX": True,
        "JAMSTACK_PREVIEW": shows_drafts,
    }
    build_site(shell.PRODUCTION_SETTINGS, given)
    finished = finished_site(shell.PRODUCTION_SETTINGS, given)
    order = Order(
        output=finished.output,
        build=finished.build,
        site_url=address,
        settings=settings.deploy,
        source=source.read(),
        author=author,
        now=finished.now,
        lineage=source.lineage,
        is_dry=is_dry,
    )
    publish(order, _branch(settings, source, project.store), name)


def _base(settings: Settings) -> str:
    """The address of the site that the preview stands below."""
    deploy = settings.deploy
    if bool(deploy.preview_remote) != bool(deploy.preview_url):
        raise CommandError(
            "`preview_remote` and `preview_url` of the setting `deploy` go together",
            "set both, or neither",
        )
    return deploy.preview_url or settings.site_url


def _branch(settings: Settings, source: SourceRepository, cache: Path) -> Branch:
    from jamstack.deploy.branch import branch_for

    remote = settings.deploy.preview_remote or settings.deploy.remote
    return branch_for(
        replace(settings.deploy, remote=remote),
        source.address(remote),
        cache=cache,
        git=source.git,
        tell=shell.say,
    )
