from datetime import timedelta

import pytest

from jamstack.layout.indexes import Indexes
from jamstack.layout.picks import Picks, lines_wanted, linked_slugs, pick
from jamstack.model import Status
from jamstack.values import replace

from ..builders import NOW, make_article, make_edition, make_settings
from .builders import at, make_body, make_kin

LONG = "\n\n".join(f"Paragraph {number} has words " + "and more " * 50 for number in range(9))


def lines(*targets):
    """A body of paragraphs with these `RELATED:` lines between them."""
    return make_body("One.\n\n" + "\n\n".join(f"RELATED: {slug}\n\nMore." for slug in targets))


def picked(article, *others, **values):
    """The slugs picked for a story's lines, by number, and for its end."""
    edition = make_edition(article, *others, **values)
    picks = pick(article, Indexes(edition))
    inline = {number: edition.by_path[path].slug for number, path in picks.inline}
    return inline, [edition.by_path[path].slug for path in picks.end]


class TestLines:
    def test_a_line_names_the_story_it_was_given(self):
        inline, _ = picked(
            make_article("own", date=at(NOW), tags=("ferry",), body=lines("second")),
            *make_kin("first", "second"),
        )

        assert {0: "second"} == inline

    def test_a_line_without_a_target_takes_the_newest_that_shares_a_tag(self):
        article = make_article("own", date=at(NOW), tags=("Ferry",), body=lines(""))
        others = make_kin("newer", "older", tags=("ferry",), section="sea")

        assert {0: "newer"} == picked(article, *others)[0]

    def test_a_line_shows_nothing_where_no_story_can_be_chosen(self):
        assert ({}, []) == picked(make_article("own", body=lines("")))

    def test_a_story_named_further_down_is_not_chosen_further_up(self):
        article = make_article("own", date=at(NOW), tags=("ferry",), body=lines("", "first"))

        assert {0: "second", 1: "first"} == picked(article, *make_kin("first", "second"))[0]

    def test_two_lines_that_name_one_story_show_it_once(self):
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), body=lines("first", "first", "")
        )

        assert {0: "first", 2: "second"} == picked(article, *make_kin("first", "second"))[0]

    def test_lines_stop_where_the_stories_run_out(self):
        article = make_article("own", date=at(NOW), tags=("ferry",), body=lines("", "", ""))

        assert {0: "first", 1: "second"} == picked(article, *make_kin("first", "second"))[0]

    @pytest.mark.parametrize(
        "link", ["ferry.md", "/stories/ferry/", "/old/ferry/"], ids=["file", "path", "alias"]
    )
    def test_a_story_linked_in_the_text_is_not_picked(self, link):
        body = make_body(f"See [it]({link}).\n\nRELATED:\n\nMore.")
        article, ferry = (
            make_article("own", body=body),
            make_article("ferry", aliases=("old/ferry",)),
        )

        indexes = Indexes(make_edition(article, ferry))

        assert frozenset({"ferry"}) == linked_slugs(article, indexes)
        assert Picks() == pick(article, indexes)

    def test_a_pinned_story_is_left_to_the_block_at_the_end(self):
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), related=("first",), body=lines("")
        )

        assert ({0: "second"}, ["first"]) == picked(article, *make_kin("first", "second"))

    def test_lines_are_placed_in_a_long_story_without_any(self):
        article = make_article("own", date=at(NOW), tags=("ferry",), body=make_body(LONG))

        inline, end = picked(article, *make_kin("first", "second", "third", "fourth"))

        assert ({0: "first", 1: "second", 2: "third"}, ["fourth"]) == (inline, end)

    @pytest.mark.parametrize(
        ("words", "count"), [(299, 0), (300, 1), (499, 1), (500, 2), (750, 3), (5_000, 4)]
    )
    def test_a_text_bears_a_line_for_each_250_words_from_300_on(self, words, count):
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), body=replace(make_body(LONG), words=words)
        )

        assert count == lines_wanted(article, make_settings())

    @pytest.mark.parametrize("count", [0, 1, 3])
    def test_an_editor_says_how_many_are_placed_whatever_the_length(self, count):
        body = replace(make_body("\n\n".join("abcdefghi")), words=9)
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), body=body, related_inline=count
        )

        inline, _ = picked(article, *make_kin("first", "second", "third", "fourth"))

        assert count == len(inline)

    def test_an_editors_number_does_not_touch_the_lines_that_a_writer_wrote(self):
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), body=lines("second"), related_inline=0
        )

        assert {0: "second"} == picked(article, *make_kin("first", "second"))[0]

    def test_a_line_to_a_story_that_the_text_links_to_is_left_out(self):
        body = make_body("See [it](first.md).\n\nRELATED: first\n\nMore.")
        article = make_article("own", date=at(NOW), tags=("ferry",), body=body)

        assert ({}, ["second"]) == picked(article, *make_kin("first", "second"))

    def test_the_text_is_not_needed_to_place_them(self):
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), body=make_body(LONG).without_text()
        )

        assert {0: "first", 1: "second"} == picked(article, *make_kin("first", "second"))[0]

    @pytest.mark.parametrize(
        "changes",
        [{"inline_related": 0}, {"inline_related_from": 10_000}],
        ids=["switched off", "too short"],
    )
    def test_no_lines_are_placed_where_the_settings_say_so(self, changes):
        article = make_article("own", date=at(NOW), tags=("ferry",), body=make_body(LONG))

        inline, _ = picked(article, make_article("first"), settings=make_settings(**changes))

        assert {} == inline


class TestSeries:
    def test_parts_stand_in_the_list_of_the_series_and_are_offered_nowhere_else(self):
        own = make_article("own", tags=("ferry",), series="The Bay", body=lines(""))
        others = make_kin("next", "free", "more", section="town")
        others = (replace(others[0], series="the  bay"), *others[1:])

        assert ({0: "free"}, ["more"]) == picked(own, *others)

    def test_even_where_an_editor_pins_or_a_writer_names_one(self):
        own = make_article(
            "own", tags=("ferry",), series="The Bay", related=("next",), body=lines("next")
        )
        part = make_article("next", series="The Bay")

        assert ({}, ["free"]) == picked(own, part, *make_kin("free"))

    def test_a_story_whose_only_other_part_is_hidden_is_as_any_other(self):
        own = make_article("own", tags=("ferry",), series="The Bay")
        hidden = make_article("next", series="The Bay", status=Status.DRAFT)

        assert ({}, ["free"]) == picked(own, hidden, *make_kin("free"))


class TestEnd:
    def test_it_never_repeats_a_line_or_a_link(self):
        body = make_body("See [it](linked.md).\n\nRELATED: named\n\nMore.\n\nRELATED:\n\nMore.")
        article = make_article(
            "own", date=at(NOW), tags=("ferry",), body=body, related=("named", "linked")
        )

        inline, end = picked(article, *make_kin("named", "linked", "chosen", "left"))

        assert ({0: "named", 1: "chosen"}, ["left"]) == (inline, end)

    def test_it_holds_no_more_than_the_setting(self):
        settings = make_settings(related_size=3)

        _, end = picked(
            make_article("own", date=at(NOW), tags=("ferry",)),
            *make_kin(*"abcde"),
            settings=settings,
        )

        assert ["a", "b", "c"] == end


def test_no_hidden_story_is_ever_picked():
    hidden = [
        make_article("draft", title="Anchor", status=Status.DRAFT, tags=("ferry",)),
        make_article(
            "later", title="Barge canal", embargo=at(NOW + timedelta(hours=1)), tags=("ferry",)
        ),
    ]
    article = make_article("own", date=at(NOW), tags=("ferry",), body=lines(""))

    assert ({}, []) == picked(article, *hidden)
    assert ({0: "draft"}, ["later"]) == picked(article, *hidden, is_preview=True)
