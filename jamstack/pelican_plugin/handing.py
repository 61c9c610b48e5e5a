"""A finished output, ready to be handed to those who publish it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jamstack.deploy.release import Build
from jamstack.pelican_plugin.configuration import (
    other_plugins,
    project_of,
    read_configuration,
    uses_newsroom_theme,
)
from jamstack.pelican_plugin.engine import TEMPLATES, memory_of
from jamstack.pelican_plugin.rendering import make_renderer
from jamstack.press.handover import handed_over
from jamstack.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """An output folder, what builds tell of it, and the production settings it is held to."""

    build: Build
    output: Path
    cache: Path
    settings: Settings
    now: datetime.datetime


def finished_site(settings_file: Path, overrides: Mapping[str, Any]) -> Finished:
    """What stands in the output of a settings file, compared with what a build would make now.

    Raises:
        JamstackError: something that a person can mend.
    """
    settings = read_configuration(settings_file, overrides)
    project = project_of(settings)
    renderer = None
    if uses_newsroom_theme(settings) and not other_plugins(settings):
        renderer = make_renderer(settings, bytecode=project.store / TEMPLATES)
    memory = memory_of(project)
    with memory.opened():
        build = handed_over(project, renderer, memory)
    return Finished(
        build=build,
        output=project.output,
        cache=project.store,
        settings=project.settings,
        now=project.now,
    )
