from jamstack.markdown.footnotes import link, take
from tests.markdown.builders import body, findings, html


def reference(number, use=1):
    suffix = f"-{use}" if use > 1 else ""
    return (
        f'<sup class="footnote-reference"><a href="#fn-{number}" id="fnref-{number}{suffix}">'
        f"{number}</a></sup>"
    )


def back(number):
    return (
        f' <a class="footnote-back" href="#fnref-{number}"'
        f' aria-label="Back to reference {number}">↩</a>'
    )


def section(*notes):
    return f'<section class="footnotes" aria-label="Footnotes"><ol>{"".join(notes)}</ol></section>'


def test_a_note_is_gathered_at_the_end_with_a_way_back():
    assert (
        f"<p>One{reference(1)}.</p>\n<p>Two.</p>\n"
        + section(f'<li id="fn-1"><p>A <em>note</em>.{back(1)}</p></li>')
    ) == html("One[^a].\n\n[^a]: A *note*.\n\nTwo.")


def test_notes_are_numbered_in_the_order_they_are_first_named():
    assert (
        f"<p>One{reference(1)} two{reference(2)}.</p>\n"
        + section(f'<li id="fn-1"><p>B{back(1)}</p></li>', f'<li id="fn-2"><p>A{back(2)}</p></li>')
    ) == html("[^a]: A\n\n[^b]: B\n\nOne[^b] two[^a].")


def test_several_references_lead_to_one_note():
    assert (
        f"<p>One{reference(1)} two{reference(1, 2)} three{reference(1, 3)}</p>\n"
        + section(f'<li id="fn-1"><p>A{back(1)}</p></li>')
    ) == html("One[^a] two[^a] three[^a]\n\n[^a]: A")


def test_a_note_that_nothing_names_comes_last_without_a_way_back():
    assert (
        f"<p>One{reference(1)}</p>\n"
        + section(f'<li id="fn-1"><p>B{back(1)}</p></li>', '<li id="fn-2"><p>A</p></li>')
    ) == html("[^a]: A\n\nOne[^b]\n\n[^b]: B")


def test_a_note_that_is_not_written_stays_text():
    assert "<p>One[^a]</p>" == html("One[^a]")


def test_a_note_may_name_notes():
    assert (
        f"<p>One{reference(1)} two{reference(2)}</p>\n"
        + section(
            f'<li id="fn-1"><p>A{reference(3)}{back(1)}</p></li>',
            f'<li id="fn-2"><p>B{reference(3, 2)}{back(2)}</p></li>',
            f'<li id="fn-3"><p>C{reference(1, 2)}{back(3)}</p></li>',
        )
    ) == html("One[^a] two[^b]\n\n[^c]: C[^a]\n\n[^b]: B[^c]\n\n[^a]: A[^c]")


def test_notes_are_taken_out_of_lists_quotes_and_notes():
    parsed = body("One[^a] two[^b] three[^c]\n\n- x\n\n  [^a]: A\n\n> [^b]: B\n>\n> [^c]: C")

    assert ["paragraph", "list", "footnotes"] == [block.kind.value for block in parsed.blocks]
    assert (
        section(
            f'<li id="fn-1"><p>A{back(1)}</p></li>',
            f'<li id="fn-2"><p>B{back(2)}</p></li>',
            f'<li id="fn-3"><p>C{back(3)}</p></li>',
        )
        == parsed.blocks[-1].html
    )


def test_a_note_of_several_blocks_ends_with_the_way_back():
    assert section(f'<li id="fn-1"><p>A</p>\n<ul>\n<li>b</li>\n</ul>{back(1)}</li>') == (
        body("One[^a]\n\n[^a]: A\n\n    - b").blocks[-1].html
    )


def test_labels_may_hold_any_letter():
    assert (
        f"<p>One{reference(1)}{reference(2)} <b>raw</b></p>\n"
        + section(f'<li id="fn-1"><p>É{back(1)}</p></li>', f'<li id="fn-2"><p>B{back(2)}</p></li>')
    ) == html("One[^é & <x>][^a b] <b>raw</b>\n\n[^a b]: B\n\n[^é & <x>]: É")


def test_a_note_in_a_heading_is_not_in_its_anchor():
    parsed = body("## The bridge[^a]\n\n[^a]: A")

    assert f'<h2 id="the-bridge">The bridge{reference(1)}</h2>' == parsed.blocks[0].html
    assert ("fn-1", "fnref-1", "the-bridge") == parsed.anchors


def test_the_ids_of_notes_belong_to_the_notes():
    parsed = body('## fn 1\n\n<p id="fn-1">a</p><h2 id="fnref-1">b</h2>\n\nOne[^a]\n\n[^a]: A')

    assert [
        '<h2 id="fn-1-2">fn 1</h2>',
        "<p>a</p>",
        '<h2 id="b">b</h2>',
        f"<p>One{reference(1)}</p>",
    ] == [block.html for block in parsed.blocks[:-1]]


def test_a_link_to_a_note_is_an_anchor_like_any_other():
    parsed = body("One[^a] [again](#fn-1) [nowhere](#fn-2)\n\n[^a]: A")

    assert ["fn-2"] == [link.fragment for link in parsed.links]
    assert '<a href="#fn-1">again</a>' in parsed.blocks[0].html


def test_of_two_notes_with_one_label_the_first_counts():
    rest, bodies = take(
        '<div class="footnote-definition" id="a">'
        '<sup class="footnote-definition-label">1</sup>\n<p>A</p>\n</div>'
        '<div lang="es"><div class="footnote-definition" id="a">'
        '<sup class="footnote-definition-label">1</sup>B</div></div>'
    )

    assert ('<div lang="es"></div>', {"a": "<p>A</p>"}) == (rest, bodies)


def test_a_reference_to_no_note_is_a_number():
    notes = link('<sup class="footnote-reference"><a href="#x">7</a></sup>', {})

    assert ("<sup>7</sup>", "", frozenset()) == (notes.markup, notes.section, notes.identities)


def test_links_and_pictures_in_notes_are_judged():
    parsed = body("One[^a]\n\n[^a]: See [it](x.md) ![A](a.jpg)")

    assert ["articles/2026/x.md"] == [link.path for link in parsed.links]
    assert ["articles/2026/a.jpg"] == [picture.path for picture in parsed.pictures]
    assert 1 == len(findings("One[^a]\n\n[^a]: ![](a.jpg)"))
