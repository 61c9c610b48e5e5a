"""`invoke related`: why a story offers what it offers."""

import pytest

from .builders import make_site

STORY = """\
---
title: {title}
date: {date}
section: local
authors: [ana-dias]
status: {status}
---

{text}
"""


def make_story(title, *, date="2026-11-20", status="published", text=""):
    return STORY.format(title=title, date=date, status=status, text=text or f"{title}.")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return make_site(
        tmp_path_factory.mktemp("related"),
        {
            "articles/2026/own.md": make_story("Anchor barge canal", date="2026-11-21"),
            "articles/2026/near.md": make_story("Anchor barge kelp"),
            "articles/2026/again.md": make_story("Anchor barge  canal"),
            "articles/2026/zqxj-barge.md": make_story("Anchor barge canal two", status="draft"),
        },
    )


def test_the_picks_come_first_with_the_parts_of_their_score_and_then_what_was_near(site):
    ran = site.invoke("related", "own")

    first, *others = ran.output.splitlines()
    assert 0 == ran.code
    assert "end" == first.split()[0]
    assert " near (text " in first
    assert any(line.startswith("not") and " again: a rerun of own (" in line for line in others)
    assert "zqxj" not in ran.output + ran.errors


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("naer", "did you mean `near`?"),
        ("zqxj-barge", "drafts and embargoed stories offer nothing yet"),
    ],
)
def test_a_story_that_readers_cannot_see_is_told(site, slug, hint):
    ran = site.invoke("related", slug)

    told = f"readers can see no story `{slug}`\nhint: {hint}\n"
    assert (1, "") == (ran.code, ran.output)
    assert ran.errors.endswith(told)
