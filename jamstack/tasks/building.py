"""`build` and `clean`."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from jamstack.errors import CommandError
from jamstack.tasks import shell

if TYPE_CHECKING:
    from jamstack.press.profile import Profile
    from jamstack.press.workers import Workers


@task(
    help={
        "production": "use publishconf.py: the site's real address",
        "now": "build as if it were this time, such as 2026-11-22T14:05 (in the newsroom's zone)",
        "output": "the folder to write to; `output` unless said",
        "strict": "stop at warnings, too",
        "prove": "build again from nothing in a temporary folder, and compare every byte",
        "profile": "print where the time went, by stage, and the ten slowest pages",
        "cluster": "read, rank and render on the Dask cluster at this address",
    }
)
@shell.ends_well
def build(
    context: Context,  # noqa: ARG001 - Invoke's first argument
    production: bool = False,
    now: str = "",
    output: str = "",
    strict: bool = False,
    prove: bool = False,
    profile: bool = False,
    cluster: str = "",
) -> None:
    """Build the site into the folder `output`; only what has changed is made again."""
    from jamstack.pelican_plugin import build_site, prove_site

    settings = shell.PRODUCTION_SETTINGS if production else shell.SETTINGS
    given = shell.overrides(now=now, output=output, is_strict=strict)
    with _workers(cluster) as workers:
        if prove:
            same = prove_site(settings, given, workers=workers)
            shell.say(f"proved: a build from nothing makes the same {same:,} files")
            return
        report = build_site(settings, given, workers=workers)
    if profile:
        shell.say(profile_table(report.profile))


def _workers(cluster: str) -> AbstractContextManager[Workers | None]:
    """Whoever does the work; None is for the cores of this machine."""
    if not cluster:
        return nullcontext()
    from jamstack.press.cluster import connected

    return connected(cluster)


def profile_table(profile: Profile) -> str:
    """Where the time of a build went."""
    whole = sum(profile.stages.values())
    lines = [f"{'stage':<18} {'seconds':>8} {'share':>6}"]
    lines += [
        f"{name:<18} {seconds:>8.3f} {seconds / whole:>6.0%}"
        for name, seconds in profile.stages.items()
    ]
    if profile.slowest:
        lines.append(f"{'slowest pages':<18} {'seconds':>8}")
        lines += [f"{'':<18} {seconds:>8.3f} {path}" for seconds, path in profile.slowest]
    return "\n".join(lines)


@task(help={"pictures": "also remove the made pictures, which take longest to make again"})
@shell.ends_well
def clean(context: Context, pictures: bool = False) -> None:  # noqa: ARG001
    """Remove what builds have made; sources are never touched."""
    from jamstack.pelican_plugin.engine import TEMPLATES
    from jamstack.press.build import PICTURES
    from jamstack.press.store import STORES
    from jamstack.press.turns import TURNS
    from jamstack.tasks.serving import PREVIEW

    if not shell.SETTINGS.is_file():
        hint = "run the command from the project's folder"
        raise CommandError(f"there is no `{shell.SETTINGS.as_posix()}` here", hint)
    # Only what builds made: other tools may keep things in the cache, too.
    remembered = [path for names in (STORES, TURNS) for path in shell.CACHE.glob(names)]
    removed = [shell.OUTPUT, shell.CACHE / PREVIEW, shell.CACHE / TEMPLATES, *remembered]
    if pictures:
        removed.append(shell.CACHE / PICTURES)
    for path in removed:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    kept = "" if pictures else f"; made pictures stay in {shell.CACHE / PICTURES}"
    shell.say(f"removed {shell.OUTPUT} and the cache{kept}")
