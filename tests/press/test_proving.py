"""What differs between two outputs, told so that a person finds it."""

import pytest

from jamstack.errors import CommandError
from jamstack.press.proving import Difference, demand_same, differences

from .builders import write_files

HINT = "hint: this is a fault of the platform: keep the cache, report it, and run `invoke clean`"
PAGES = {"index.html": "home", "stories/a/index.html": "a"}


def outputs(folder, ours, theirs):
    """Two outputs: ours, and what a build from nothing makes."""
    return write_files(folder / "output", ours), write_files(folder / "proof", theirs)


def told(folder, ours, theirs):
    output, proof = outputs(folder, ours, theirs)
    with pytest.raises(CommandError) as caught:
        demand_same(output, ours, proof)
    return str(caught.value)


class TestDifferences:
    def test_two_that_are_the_same_have_none(self, tmp_path):
        output, proof = outputs(tmp_path, PAGES, PAGES)

        assert () == differences(output, PAGES, proof)

    def test_each_is_told_by_path_and_in_order(self, tmp_path):
        output, proof = outputs(
            tmp_path,
            {**PAGES, "tags/tide/index.html": "old", "feed.xml": "one"},
            {**PAGES, "about/index.html": "about", "feed.xml": "two"},
        )

        found = differences(output, [*PAGES, "tags/tide/index.html", "feed.xml"], proof)

        assert (
            Difference(path="about/index.html", what="is missing"),
            Difference(path="feed.xml", what="has other bytes"),
            Difference(path="tags/tide/index.html", what="should not be there"),
        ) == found

    def test_a_byte_that_differs_in_a_file_of_one_size_is_found(self, tmp_path):
        output, proof = outputs(tmp_path, PAGES, {**PAGES, "index.html": "hope"})

        assert ["index.html"] == [item.path for item in differences(output, PAGES, proof)]

    def test_a_file_that_is_gone_from_the_output_has_other_bytes(self, tmp_path):
        output, proof = outputs(tmp_path, PAGES, PAGES)
        (output / "index.html").unlink()

        assert ["index.html: has other bytes"] == [
            str(item) for item in differences(output, PAGES, proof)
        ]

    def test_what_a_stranger_put_into_the_output_is_none(self, tmp_path):
        output, proof = outputs(tmp_path, {**PAGES, "CNAME": "bay.example"}, PAGES)

        assert () == differences(output, PAGES, proof)


class TestDemandSame:
    def test_the_number_of_files_compared_comes_back(self, tmp_path):
        output, proof = outputs(tmp_path, PAGES, PAGES)

        assert 2 == demand_same(output, PAGES, proof)

    def test_one_file_is_named(self, tmp_path):
        expected = (
            "the output is not what a build from nothing makes: 1 file\n"
            "index.html: has other bytes\n"
            f"{HINT}"
        )
        assert expected == told(tmp_path, PAGES, {**PAGES, "index.html": "hope"})

    def test_of_a_picture_it_says_that_the_pictures_made_must_go_too(self, tmp_path):
        expected = (
            "the output is not what a build from nothing makes: 1 file\n"
            "images/crane-640.jpg: has other bytes\n"
            "hint: this is a fault of the platform: keep the cache, report it, and run"
            " `invoke clean --pictures`"
        )
        picture = "images/crane-640.jpg"
        assert expected == told(tmp_path, {**PAGES, picture: "a"}, {**PAGES, picture: "b"})

    def test_several_are_named(self, tmp_path):
        expected = (
            "the output is not what a build from nothing makes: 2 files\n"
            "index.html: should not be there\n"
            "stories/a/index.html: should not be there\n"
            f"{HINT}"
        )
        assert expected == told(tmp_path, PAGES, {})

    def test_of_very_many_the_first_twenty_are_named(self, tmp_path):
        many = {f"{number:04d}.html": "x" for number in range(1_022)}

        lines = told(tmp_path, {}, many).splitlines()

        assert "the output is not what a build from nothing makes: 1,022 files" == lines[0]
        assert [f"{number:04d}.html: is missing" for number in range(20)] == lines[1:21]
        assert ["… and 1,002 more", HINT] == lines[21:]
