import pytest

from jamstack.articles.page import read_page
from tests.builders import make_settings
from tests.sources.builders import hinted

PATH = "pages/about.md"


def read(text, path=PATH):
    page, findings = read_page(text.encode(), path=path, settings=make_settings())
    return page, [str(finding) for finding in findings]


def test_a_page_is_read():
    page, findings = read("---\ntitle: About us\ndek: Who we are.\n---\nWe are few.\n")

    assert [] == findings
    assert ("about", "About us", "Who we are.", "We are few.") == (
        page.slug,
        page.title,
        page.dek,
        page.body.text,
    )
    assert (PATH, {"title": 2, "dek": 3}) == (page.path, page.lines)


@pytest.mark.parametrize(
    ("slug", "expected"), [("slug: us\n", "us"), ("slug:\n", "about"), ("", "about")]
)
def test_the_slug_is_the_one_set_or_the_files_name(slug, expected):
    assert expected == read(f"---\ntitle: A\n{slug}---\nText.\n")[0].slug


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "",
            "1: begins with nothing, expected front matter\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`",
        ),
        ("---\ndek: A\n---\nText.\n", "2: `title`: is missing\nhint: add text"),
        (
            "---\ntitle: A\nslug: B C\n---\nText.\n",
            "3: `slug`: is `B C`, expected a slug: lower-case letters, digits and single hyphens",
        ),
    ],
)
def test_no_page_comes_of_a_file_without_title_or_slug(text, finding):
    assert (None, [hinted(f"{PATH}:{finding}")]) == read(text)


def test_a_page_without_text_is_a_fault():
    page, findings = read("---\ntitle: A\n---\n")

    assert "A" == page.title
    assert [f"{PATH}:4: has no text after the front matter\nhint: write the page"] == findings


def test_faults_of_the_text_are_told():
    assert [f"{PATH}:4: links to nothing\nhint: give the link an address"] == read(
        "---\ntitle: A\n---\n[a]()"
    )[1]


def test_a_page_has_no_fields_of_a_story():
    assert [
        f"{PATH}:3: `authors`: is not a known field\nhint: known here: `title`, `dek`, `slug`"
    ] == read("---\ntitle: A\nauthors: mira\n---\nText.\n")[1]
