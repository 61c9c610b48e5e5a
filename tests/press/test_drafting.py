from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.articles.story import read_story
from jamstack.errors import CommandError
from jamstack.model import Status
from jamstack.press.drafting import Draft, draft_text, write_draft

from ..builders import NOW, make_settings

AUTHORS = {"mira": "Mira Solberg", "ben": "Ben Ashe"}


def make_draft(**values):
    return Draft(**({"title": "The ferry sails", "section": "town", "authors": ("mira",)} | values))


def write(folder, *, taken=None, settings=None, now=NOW, **values):
    return write_draft(
        make_draft(**values),
        folder=folder,
        settings=settings or make_settings(),
        now=now,
        authors=AUTHORS,
        taken=taken or {},
    )


def fault(folder, **values):
    with pytest.raises(CommandError) as caught:
        write(folder, **values)
    return str(caught.value)


def test_the_file_is_a_draft_to_write_in(tmp_path):
    path = write(tmp_path, authors=("mira", "ben", "mira"))

    assert "articles/2026/the-ferry-sails.md" == path
    assert (
        "---\n"
        'title: "The ferry sails"\n'
        "dek:\n"
        "date: 2026-11-22T12:00\n"
        "section: town\n"
        "authors:\n  - mira\n  - ben\n"
        "tags: []\n"
        "status: draft\n"
        "---\n\n"
        "Write the story here.\n"
    ) == (tmp_path / path).read_text(encoding="utf-8")


def test_a_story_may_have_a_folder_for_its_pictures(tmp_path):
    assert "articles/2026/ferry/index.md" == write(tmp_path, slug="ferry", has_folder=True)


def test_the_year_and_the_time_are_those_of_the_newsroom(tmp_path):
    eve = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    path = write(tmp_path, now=eve, settings=make_settings(timezone="Asia/Tokyo"))

    assert "articles/2027/the-ferry-sails.md" == path
    assert "\ndate: 2027-01-01T08:30\n" in (tmp_path / path).read_text(encoding="utf-8")


@given(st.text(min_size=1, max_size=120))
def test_whatever_the_headline_the_file_is_valid_or_the_fault_is_told(title):
    settings = make_settings()
    draft = make_draft(title=title, slug="ferry")
    try:
        # The checks come before anything is written; the path is taken to stop there.
        write_draft(draft, folder=None, settings=settings, now=NOW, authors={}, taken={})  # type: ignore[arg-type]
    except CommandError as error:
        if "there is no author" not in str(error):
            return

    data = draft_text(draft, NOW).encode()
    article, findings = read_story(data, path="articles/2026/ferry.md", settings=settings)

    assert () == findings
    assert (" ".join(title.split()), Status.DRAFT) == (article.title, article.status)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"title": " \n"}, "the headline is empty\nhint: give one with `--title`"),
        (
            {"title": "a" * 2001},
            "the headline has 2,001 characters, expected at most 2,000\nhint: shorten it",
        ),
        (
            {"title": "Fer\x07ry"},
            "the headline holds U+0007, which cannot be printed\nhint: type it again",
        ),
        (
            {"title": "?!"},
            "the slug is ``, expected lower-case letters, digits and single hyphens"
            "\nhint: give one with `--slug`",
        ),
        (
            {"slug": "Ferry/../x"},
            "the slug is `Ferry/../x`, expected lower-case letters, digits and single hyphens"
            "\nhint: give one with `--slug`",
        ),
        (
            {"slug": "ferry", "taken": {"ferry": "articles/2020/ferry.md"}},
            "the slug `ferry` is that of `articles/2020/ferry.md`\nhint: choose another `--slug`",
        ),
        ({"section": "twon"}, "there is no section `twon`\nhint: did you mean `town`?"),
        ({"section": "q"}, "there is no section `q`\nhint: known: `town`, `sea`"),
        ({"authors": ("mria",)}, "there is no author `mria`\nhint: did you mean `mira`?"),
        (
            {"authors": ()},
            "the story has no author\nhint: name at least one with `--author`",
        ),
    ],
)
def test_what_cannot_be_is_told(tmp_path, values, text):
    assert text == fault(tmp_path, **values)
    assert [] == list(tmp_path.iterdir())


def test_a_slug_that_is_too_long_is_told(tmp_path):
    assert fault(tmp_path, slug="a" * 201).startswith("the slug is `aaa")


def test_a_long_headline_gives_a_slug_that_ends_with_a_word(tmp_path):
    path = write(tmp_path, title="harbour " * 30)

    assert "articles/2026/" + "-".join(["harbour"] * 10) + ".md" == path


@pytest.mark.parametrize("there", ["a text", None], ids=["file", "dangling link"])
def test_no_file_is_ever_replaced(tmp_path, there):
    file = tmp_path / "articles" / "2026" / "the-ferry-sails.md"
    file.parent.mkdir(parents=True)
    if there:
        file.write_text(there, encoding="utf-8")
    else:
        file.symlink_to(tmp_path / "elsewhere.md")

    text = fault(tmp_path)

    expected = "`articles/2026/the-ferry-sails.md` is there already\nhint: choose another `--slug`"
    assert expected == text
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "articles").write_text("in the way", encoding="utf-8")

    assert (
        "`articles/2026/the-ferry-sails.md` cannot be written: Not a directory\n"
        "hint: check the free space and the permissions of the folder"
    ) == fault(tmp_path)
