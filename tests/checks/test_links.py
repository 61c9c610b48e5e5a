import pytest

from jamstack.checks.links import check_links
from jamstack.model import Body, Credit
from tests.builders import make_article, make_author, make_edition, make_moment, make_page
from tests.checks.builders import make_draft, make_linking_body, printed

PATH = "articles/2026/bridge.md"
ONE = "articles/2026/one.md"


def found(article, *others, **values):
    return printed(check_links(make_edition(article, *others, **values)))


@pytest.mark.parametrize("path", [ONE, "pages/about.md", "authors/mira.md", PATH])
def test_links_to_files_that_are_there_are_right(path):
    article = make_article(body=make_linking_body(path))

    assert [] == found(article, make_article("one"), pages=(make_page(),))


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("articles/2026/onne.md", f"did you mean `{ONE}`?"),
        ("zzz.md", "the path is relative to this file"),
    ],
)
def test_a_link_to_no_file_is_a_fault_with_the_nearest(path, hint):
    article = make_article(body=make_linking_body(path))

    assert [f"{PATH}:9: links to `{path}`, but there is no `{path}`\nhint: {hint}"] == found(
        article, make_article("one")
    )


def test_a_link_to_a_file_that_could_not_be_read_is_not_broken():
    assert [] == found(make_article(body=make_linking_body(ONE)), unread=(ONE,))


def test_an_anchor_that_is_there_is_right():
    target = make_article("one", body=Body(anchors=("here",)))

    assert [] == found(make_article(body=make_linking_body(ONE, "here")), target)
    assert [] == found(make_article(body=make_linking_body("", "here", anchors=("here",))))


@pytest.mark.parametrize(
    ("fragment", "hint"),
    [
        ("ther", "did you mean `there`?"),
        ("xyz", "an anchor is a heading in lower case with hyphens for spaces"),
    ],
)
def test_a_missing_anchor_is_a_fault_with_the_nearest(fragment, hint):
    target = make_article("one", body=Body(anchors=("there",)))

    assert [
        f"{PATH}:9: links to `{ONE}#{fragment}`, but `{ONE}` has no heading `#{fragment}`\n"
        f"hint: {hint}"
    ] == found(make_article(body=make_linking_body(ONE, fragment)), target)


def test_a_missing_anchor_of_the_same_file_is_a_fault():
    assert [
        f"{PATH}:9: links to `#x`, but this file has no heading `#x`\n"
        "hint: an anchor is a heading in lower case with hyphens for spaces"
    ] == found(make_article(body=make_linking_body("", "x")))


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (make_draft("one"), "a draft"),
        (make_article("one", embargo=make_moment("2027-01-01")), "embargoed"),
    ],
)
def test_a_link_to_a_story_that_readers_may_not_see_is_a_fault(target, why):
    assert [
        f"{PATH}:9: links to `{ONE}`, which is {why}\n"
        "hint: publish that story first, or remove the link"
    ] == found(make_article(body=make_linking_body(ONE)), target)


def test_pages_and_biographies_leak_no_draft_either():
    body = make_linking_body(ONE)

    assert [
        f"authors/mira.md:9: links to `{ONE}`, which is a draft\n"
        "hint: publish that story first, or remove the link",
        f"pages/about.md:9: links to `{ONE}`, which is a draft\n"
        "hint: publish that story first, or remove the link",
    ] == found(
        make_draft("one"), pages=(make_page(body=body),), authors=(make_author(biography=body),)
    )


def test_a_link_to_a_part_of_a_draft_is_a_fault_for_each_reason():
    article = make_article(body=make_linking_body(ONE, "x"))

    assert [
        f"{PATH}:9: links to `{ONE}#x`, but `{ONE}` has no heading `#x`\n"
        "hint: an anchor is a heading in lower case with hyphens for spaces",
        f"{PATH}:9: links to `{ONE}#x`, which is a draft\n"
        "hint: publish that story first, or remove the link",
    ] == found(article, make_draft("one"))


def test_a_draft_may_link_to_a_draft():
    assert [] == found(make_draft(body=make_linking_body(ONE)), make_draft("one"))


def test_on_a_preview_everything_may_be_linked_to():
    article = make_article(body=make_linking_body(ONE))

    assert [] == found(article, make_draft("one"), is_preview=True)


@pytest.mark.parametrize(
    "path",
    ["/", "/town/", "/archive/", "/archive/2026/", "/archive/2026/11/", "/authors/mira/", "/tags/",
     "/tags/harbour/", "/stories/one/", "/old/", "/old.html", "/about/", "/feed.xml",
     "/sea/atom.xml", "/sitemap.xml"],
)  # fmt: skip
def test_paths_of_the_site_are_right(path):
    target = make_article("one", tags=("Harbour",), aliases=("old", "old.html"))

    assert [] == found(make_article(body=make_linking_body(path)), target, pages=(make_page(),))


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/storis/one/", "did you mean `/stories/one/`?"),
        ("/xyzzy", "link to the Markdown file instead"),
    ],
)
def test_another_path_is_a_fault(path, hint):
    assert [
        f"{PATH}:9: links to `{path}`, which is no address of this site\nhint: {hint}"
    ] == found(make_article(body=make_linking_body(path)), make_article("one"))


def test_the_path_of_a_draft_is_no_address():
    assert 1 == len(
        found(make_article(body=make_linking_body("/stories/qqqqqqq/")), make_draft("qqqqqqq"))
    )


def newcomer():
    """An author whose only story is a draft."""
    return make_draft(credits=(Credit(author="tomas"),))


def test_a_link_to_an_author_without_a_published_story_is_a_fault():
    article = make_article(body=make_linking_body("authors/tomas.md"))
    edition = make_edition(article, newcomer(), authors=(make_author(), make_author("tomas")))

    expected = (
        "articles/2026/bridge.md:9: links to `authors/tomas.md`, an author none of whose stories"
        " is published\nhint: publish a story of theirs first, or remove the link"
    )
    assert [expected] == printed(check_links(edition))


def test_an_author_without_a_published_story_may_link_within_the_biography():
    tomas = make_author("tomas", biography=make_linking_body("authors/tomas.md"))
    edition = make_edition(newcomer(), authors=(make_author(), tomas))

    assert [] == printed(check_links(edition))


def test_the_path_of_an_author_without_a_published_story_is_no_address():
    article = make_article(body=make_linking_body("/authors/tomas/"))
    edition = make_edition(article, newcomer(), authors=(make_author(), make_author("tomas")))

    assert 1 == len(check_links(edition))
