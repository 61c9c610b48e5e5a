"""`build` and `clean`."""

from __future__ import annotations

import shutil

from invoke.context import Context
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.tasks import shell


@task(
    help={
        "production": "use publishconf.py: the site's real address",
        "now": "build as if it were this time, such as 2026-11-22T14:05 (in the newsroom's zone)",
        "output": "the folder to write to; `output` unless said",
        "strict": "stop at warnings, too",
    }
)
@shell.ends_well
def build(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    production: bool = False,
    now: str = "",
    output: str = "",
    strict: bool = False,
) -> None:
    """Build the site into the folder `output`."""
    from jamstack.pelican_plugin import build_site

    settings = shell.PRODUCTION_SETTINGS if production else shell.SETTINGS
    build_site(settings, shell.overrides(now=now, output=output, is_strict=strict))


@task(help={"pictures": "also remove the made pictures, which take longest to make again"})
@shell.ends_well
def clean(context: Context, pictures: bool = False) -> None:  # noqa: ARG001
    """Remove what builds have made; sources are never touched."""
    from jamstack.press.build import PICTURES
    from jamstack.press.output import MANIFESTS
    from jamstack.tasks.serving import PREVIEW

    if not shell.SETTINGS.is_file():
        hint = "run the command from the project's folder"
        raise CommandError(f"there is no `{shell.SETTINGS.as_posix()}` here", hint)
    # Only what builds made: other tools may keep things in the cache, too.
    removed = [shell.OUTPUT, shell.CACHE / PREVIEW, *shell.CACHE.glob(MANIFESTS)]
    if pictures:
        removed.append(shell.CACHE / PICTURES)
    for path in removed:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    kept = "" if pictures else f"; made pictures stay in {shell.CACHE / PICTURES}"
    shell.say(f"removed {shell.OUTPUT} and the cache{kept}")
