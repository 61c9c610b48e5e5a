"""What is told without stopping the build, and what `--strict` makes of it."""

import pytest

from ..site.builders import NOW, make_site, picture, snapshot, story, without_stores
from .cases import QUAY

BLINK = {QUAY: story(body="One <blink>two</blink>.\n")}
BLINK_TEXT = (
    "articles/2026/quay.md:8: warning: the element `<blink>` is not allowed and was left out\n"
    "hint: write `&lt;` for a plain less-than sign, or use Markdown\n"
)
TOLD = {
    "an element that is not allowed": (BLINK, BLINK_TEXT),
    "an attribute that is not allowed": (
        {QUAY: story(body='One <span data-x="1">two</span>.\n')},
        "articles/2026/quay.md:8: warning: the attribute `data-x` on `<span>` is not allowed and"
        " was left out\n"
        "hint: remove it\n",
    ),
    "a scheme that is not allowed": (
        {QUAY: story(body="One [two](gopher://hole.example/).\n")},
        "articles/2026/quay.md:8: warning: links to `gopher://hole.example/`, whose scheme is not"
        " allowed; the link was left out\n"
        "hint: use an address that begins with `https://`\n",
    ),
    "a control character": (
        {QUAY: story(body="One \x08two.\n")},
        "articles/2026/quay.md:8: warning: holds the control character U+0008, which was left"
        " out\n"
        "hint: remove it; feeds must not contain control characters\n",
    ),
    "a text that is no story": (
        {"articles/2026/notes.txt": "Ask the harbour master.\n"},
        "articles/2026/notes.txt: warning: is not read, expected `articles/<year>/<slug>.md` or"
        " `articles/<year>/<slug>/index.md`\n"
        "hint: move or rename it, or begin its name with a dot to keep it as a note\n",
    ),
}

every_warning = pytest.mark.parametrize("name", TOLD)


@every_warning
def test_a_warning_is_told_and_the_site_is_built(tmp_path, name):
    files, text = TOLD[name]
    site = make_site(tmp_path, files)

    ran = site.build()

    assert (0, text) == (ran.code, ran.errors)
    assert (site.output / "index.html").is_file()


@every_warning
def test_strict_stops_at_a_warning(tmp_path, name):
    files, text = TOLD[name]
    site = make_site(tmp_path, files)
    before = snapshot(tmp_path)

    ran = site.build("--strict")

    assert (1, "", f"{text}1 warning; nothing was built\n") == (ran.code, ran.output, ran.errors)
    assert before == without_stores(snapshot(tmp_path))


def test_check_ends_well_with_warnings(tmp_path):
    site = make_site(tmp_path, BLINK)

    ran = site.invoke("check")

    assert (0, "0 faults, 1 warning\n", BLINK_TEXT) == (ran.code, ran.output, ran.errors)


def test_check_strict_stops_at_warnings(tmp_path):
    site = make_site(tmp_path, BLINK)

    ran = site.invoke("check", "--strict")

    assert (1, "0 faults, 1 warning\n", BLINK_TEXT) == (ran.code, ran.output, ran.errors)


def test_a_good_site_is_checked_in_silence(tmp_path):
    site = make_site(tmp_path)

    ran = site.invoke("check", "--strict")

    assert (0, "0 faults, 0 warnings\n", "") == (ran.code, ran.output, ran.errors)


def test_a_build_prints_twenty_warnings_and_counts_the_others(tmp_path):
    site = make_site(tmp_path, {QUAY: story(body="A <blink>word</blink>.\n\n" * 23)})

    ran = site.build()

    expected = "".join(
        f"articles/2026/quay.md:{8 + 2 * number}: warning: the element `<blink>` is not allowed"
        " and was left out\n"
        "hint: write `&lt;` for a plain less-than sign, or use Markdown\n"
        for number in range(20)
    )
    expected += "… and 3 more warnings; `invoke check` prints them all\n"
    assert (0, expected) == (ran.code, ran.errors)


def test_a_file_that_no_build_made_is_left_alone_and_told(tmp_path):
    site = make_site(tmp_path)
    site.output.mkdir()
    (site.output / "CNAME").write_text("bay.example\n", encoding="utf-8")

    ran = site.build()

    expected = (
        "CNAME: warning: stands in the output folder, but no build made it; it was left alone\n"
        "hint: remove it by hand, or run `invoke clean`\n"
    )
    assert (0, expected) == (ran.code, ran.errors)
    assert "bay.example\n" == site.read("CNAME")


def test_warnings_of_a_stock_theme_build_are_told(tmp_path):
    site = make_site(tmp_path, BLINK, pelican={"THEME": "simple"})

    ran = site.run("invoke", "build", "--now", NOW)

    assert (0, BLINK_TEXT) == (ran.code, ran.errors)


def test_a_picture_nobody_shows_is_no_fault(tmp_path):
    site = make_site(tmp_path, {"articles/2026/spare.png": picture()})

    ran = site.build()

    assert (0, "") == (ran.code, ran.errors)
