"""The reader of documents has to see what it is asked about, or the other tests hold nothing."""

from tests.project.documents import Section, anchors, links, names, rows, sections


def test_rows_are_told_without_the_head_of_their_table():
    table = "before\n\n| field | meaning |\n|---|---|\n| `a` | one |\n| `b \\| c` | two |\n\nafter"

    assert (("`a`", "one"), ("`b \\| c`", "two")) == rows(table)


def test_a_heading_in_a_code_block_is_no_heading():
    text = "# One\n\n```sh\n# no heading\n```\n\n## Two\nend"

    expected = (
        Section(heading="One", text="\n\n```sh\n# no heading\n```\n\n"),
        Section(heading="Two", text="\nend"),
    )
    assert expected == sections(text)


def test_links_in_code_are_no_links():
    text = "[a](one.md) `[b](two.md)`\n\n```\n[c](three.md)\n```\n[d](four.md#x)"

    assert ("one.md", "four.md#x") == links(text)


def test_anchors_lose_signs_and_number_repeats():
    text = "# `invoke new`\n## Output, cache and manifest\n## What's *new*?\n# `invoke new`\n"

    expected = {"invoke-new", "output-cache-and-manifest", "whats-new", "invoke-new-1"}
    assert expected == anchors(text)


def test_a_cell_may_name_several_things():
    assert ("width", "height") == names("`width`, `height`")
