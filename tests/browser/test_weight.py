"""What a reader on a phone has to fetch before the text is there, and how little that is."""

import pytest

from .kinds import EMBED, STORIES

pytestmark = pytest.mark.browser

KINDS = {"document", "stylesheet", "script", "font"}


def test_the_stylesheet_weighs_less_than_30_kilobytes(newsroom):
    assert (newsroom / "ledger/theme/css/paper.css").stat().st_size < 30_000


@pytest.mark.parametrize("path", [EMBED, STORIES["a news story"]])
def test_a_story_with_style_script_and_fonts_weighs_less_than_230_kilobytes(reader, path):
    """Before compression, without pictures."""
    answers = []
    reader.prepare.append(lambda page: page.on("response", lambda answer: answers.append(answer)))
    reader.open(path, width=390, wait_until="networkidle")
    weights = {
        answer.url: len(answer.body())
        for answer in answers
        if answer.request.resource_type in KINDS
    }

    assert sum(weights.values()) < 230_000, weights
