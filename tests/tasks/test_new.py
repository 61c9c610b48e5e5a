"""`invoke new`: a valid file from its first line, or the reason why not."""

import datetime

import pytest

from ..site.builders import make_site
from .terminals import CTRL_D, typed

YEAR = f"{datetime.datetime.now(datetime.UTC):%Y}"
IS_A_DRAFT = (
    "it is a draft: `invoke serve` shows it; readers see it once the line `status: draft` is gone\n"
)
QUAY = ("--title", "The “quay”: closed # today", "--section", "harbour", "--author", "ana-dias")
QUAY_PATH = f"articles/{YEAR}/the-quay-closed-today.md"


def written(site, path):
    return (site.content / path).read_text(encoding="utf-8")


def test_the_file_is_written_and_named(tmp_path):
    site = make_site(tmp_path)

    ran = site.invoke("new", *QUAY)

    assert (0, f"wrote pelican-app/content/{QUAY_PATH}\n{IS_A_DRAFT}", "") == (
        ran.code,
        ran.output,
        ran.errors,
    )
    lines = written(site, QUAY_PATH).splitlines()
    date = lines.pop(3)
    assert date.startswith(f"date: {YEAR}-")
    assert [
        "---",
        'title: "The “quay”: closed # today"',
        "dek:",
        "section: harbour",
        "authors:",
        "  - ana-dias",
        "tags: []",
        "status: draft",
        "---",
        "",
        "Write the story here.",
    ] == lines


def test_what_is_written_has_no_fault(tmp_path):
    site = make_site(tmp_path)
    site.invoke("new", *QUAY)

    ran = site.invoke("check", "--strict")

    assert (0, "0 faults, 0 warnings\n", "") == (ran.code, ran.output, ran.errors)


def test_readers_do_not_see_it_until_the_status_goes(tmp_path):
    site = make_site(tmp_path)
    site.invoke("new", *QUAY)
    assert 0 == site.invoke("build").code
    page = site.output / "stories" / "the-quay-closed-today" / "index.html"
    assert not page.exists()
    site.write(QUAY_PATH, written(site, QUAY_PATH).replace("status: draft\n", ""))

    assert 0 == site.invoke("build").code

    assert page.is_file()


def test_a_slug_and_a_folder_of_its_own(tmp_path):
    site = make_site(tmp_path)

    ran = site.invoke("new", *QUAY, "--slug", "quay", "--folder")

    assert f"wrote pelican-app/content/articles/{YEAR}/quay/index.md" == ran.output.splitlines()[0]


def test_several_authors_in_the_order_given(tmp_path):
    site = make_site(tmp_path, {"authors/bo-lund.md": "---\nname: Bo Lund\n---\n"})

    site.invoke("new", "-t", "Two", "-s", "local", "-a", "bo-lund", "-a", "ana-dias")

    assert "authors:\n  - bo-lund\n  - ana-dias\n" in written(site, f"articles/{YEAR}/two.md")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["-t", "X", "-s", "harbor", "-a", "ana-dias"],
            "there is no section `harbor`\nhint: did you mean `harbour`?\n",
        ),
        (
            ["-t", "X", "-s", "weather", "-a", "ana-dias"],
            "there is no section `weather`\nhint: known: `local`, `harbour`\n",
        ),
        (
            ["-t", "X", "-s", "local", "-a", "ana-diaz"],
            "there is no author `ana-diaz`\nhint: did you mean `ana-dias`?\n",
        ),
        (
            ["-t", "Ferry", "-s", "local", "-a", "ana-dias"],
            "the slug `ferry` is that of `articles/2026/ferry.md`\nhint: choose another `--slug`\n",
        ),
        (
            ["-t", "X", "-s", "local", "-a", "ana-dias", "-l", "../X"],
            "the slug is `../X`, expected lower-case letters, digits and single hyphens\n"
            "hint: give one with `--slug`\n",
        ),
        (
            ["-t", "!?", "-s", "local", "-a", "ana-dias"],
            "the slug is ``, expected lower-case letters, digits and single hyphens\n"
            "hint: give one with `--slug`\n",
        ),
        (
            ["-t", "  ", "-s", "local", "-a", "ana-dias"],
            "the headline is empty\nhint: give one with `--title`\n",
        ),
    ],
)
def test_what_cannot_be_is_told(tmp_path, words, expected):
    site = make_site(tmp_path)

    ran = site.invoke("new", *words)

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)
    assert ["ferry.md"] == [file.name for file in site.content.glob("articles/*/*")]


def test_a_file_that_is_there_is_never_overwritten(tmp_path):
    # A file that cannot be read has no slug that could be known as taken.
    path = f"articles/{YEAR}/quay.md"
    site = make_site(tmp_path, {path: "not a story yet"})

    ran = site.invoke("new", *QUAY, "--slug", "quay")

    expected = f"`{path}` is there already\nhint: choose another `--slug`\n"
    assert (1, expected) == (ran.code, ran.errors)
    assert "not a story yet" == written(site, path)


def test_faults_of_other_stories_do_not_stop_it(tmp_path):
    site = make_site(tmp_path, {"articles/2026/quay.md": "---\nbroken: [\n"})

    assert 0 == site.invoke("new", *QUAY).code


@pytest.mark.parametrize(
    ("words", "missing"),
    [([], "title"), (["-t", "X"], "section"), (["-t", "X", "-s", "local"], "author")],
)
def test_without_a_terminal_nobody_is_asked(tmp_path, words, missing):
    site = make_site(tmp_path)

    ran = site.run("invoke", "new", *words)

    expected = (
        f"`{missing}` is missing, and there is nobody to ask\n"
        f"hint: give it on the command line: `invoke new --{missing} …`\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_without_an_author_there_is_nobody_to_choose(tmp_path):
    site = make_site(tmp_path, {"authors/ana-dias.md": None, "articles/2026/ferry.md": None})

    ran = site.invoke("new", "-t", "X", "-s", "local")

    expected = (
        "there is no author yet\n"
        "hint: write `pelican-app/content/authors/<slug>.md` first; see docs/writing.md\n"
    )
    assert (1, expected) == (ran.code, ran.errors)


class TestOnATerminal:
    def test_what_is_not_given_is_asked(self, tmp_path):
        site = make_site(tmp_path)

        ran = typed(site, ["new"], "The quay is closed\nharbour\nana-dias\n")

        assert 0 == ran.code
        path = f"articles/{YEAR}/the-quay-is-closed.md"
        assert f"wrote pelican-app/content/{path}\n{IS_A_DRAFT}" in ran.output
        assert 'title: "The quay is closed"\n' in written(site, path)
        assert "section: harbour\n" in written(site, path)

    def test_the_choices_are_shown_with_their_names(self, tmp_path):
        site = make_site(tmp_path)

        ran = typed(site, ["new"], "X\nlocal\nana-dias\n")

        assert "  local                    Town and Council\n" in ran.output
        assert "  harbour                  Harbour and Sea\n" in ran.output
        assert "  ana-dias                 Ana Dias\n" in ran.output

    def test_only_what_is_missing_is_asked(self, tmp_path):
        site = make_site(tmp_path)

        ran = typed(site, ["new", "-t", "X", "-a", "ana-dias"], "local\n")

        assert 0 == ran.code
        assert "Headline" not in ran.output
        assert "Author" not in ran.output

    def test_a_slip_is_told_with_the_nearest_and_asked_again(self, tmp_path):
        site = make_site(tmp_path)

        ran = typed(site, ["new"], "\nX\nharbor\nharbour\nana-diaz\nana-dias\n")

        assert 0 == ran.code
        assert "there is no section `harbor`. did you mean `harbour`?" in ran.output
        assert "there is no author `ana-diaz`. did you mean `ana-dias`?" in ran.output
        assert 2 == ran.output.count("Headline: ")

    def test_the_end_of_input_writes_nothing(self, tmp_path):
        site = make_site(tmp_path)

        ran = typed(site, ["new"], f"X\n{CTRL_D}")

        assert 1 == ran.code
        assert "nothing was written" in ran.output
        assert "Traceback" not in ran.output
        assert ["ferry.md"] == [file.name for file in site.content.glob("articles/*/*")]
