"""After any series of edits a build that remembers makes what a build from nothing makes."""

import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from .machine_rules import PaperRules, StoryRules
from .machine_troubles import HouseRules, OutputRules, TroubleRules

SERIES = int(os.environ.get("NEWSROOM_SERIES", "15"))
STEPS = 8


class Newsroom(StoryRules, PaperRules, HouseRules, OutputRules, TroubleRules):
    """Everything that may happen."""


def test_a_build_that_remembers_makes_what_one_from_nothing_makes(tmp_path_factory):
    """`NEWSROOM_SERIES` says how many series are tried."""
    Newsroom.root = tmp_path_factory.mktemp("newsroom")

    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=SERIES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
