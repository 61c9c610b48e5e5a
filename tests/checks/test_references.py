from jamstack.checks.references import check_references
from jamstack.model import AuthorKind, Credit
from tests.builders import make_article, make_author, make_edition
from tests.checks.builders import make_draft, printed


def test_known_authors_and_sections_are_right():
    assert () == check_references(make_edition(make_article()))


def test_an_unknown_author_is_a_fault_on_the_line_of_the_credit():
    article = make_article(credits=(Credit(author="mira", line=5), Credit(author="mirra", line=6)))

    assert [
        "articles/2026/bridge.md:6: `authors`: names `mirra`, who is not in `authors/`\n"
        "hint: create `authors/mirra.md`, or correct the slug; did you mean `mira`?"
    ] == printed(check_references(make_edition(article)))


def test_an_author_like_no_other_has_no_nearest():
    article = make_article(credits=(Credit(author="xyz", line=6),))

    assert [
        "articles/2026/bridge.md:6: `authors`: names `xyz`, who is not in `authors/`\n"
        "hint: create `authors/xyz.md`, or correct the slug"
    ] == printed(check_references(make_edition(article)))


def test_an_author_whose_file_could_not_be_read_is_not_missing():
    edition = make_edition(make_article(), authors=(), unread=("authors/mira.md",))

    assert () == check_references(edition)


def test_an_unknown_section_is_a_fault_with_the_nearest():
    article = make_article(section="twon", lines={"section": 4})

    assert [
        "articles/2026/bridge.md:4: `section`: is `twon`, expected a declared section\n"
        "hint: did you mean `town`?"
    ] == printed(check_references(make_edition(article)))


def test_a_section_like_no_other_is_told_the_declared_ones():
    article = make_article(section="politics")

    assert [
        "articles/2026/bridge.md: `section`: is `politics`, expected a declared section\n"
        "hint: declared in pelicanconf.py: `town`, `sea`"
    ] == printed(check_references(make_edition(article)))


def test_drafts_are_checked_too():
    draft = make_draft(credits=(Credit(author="xyz"),), section="politics")

    assert 2 == len(check_references(make_edition(draft, authors=(make_author("ana"),))))


def test_an_unknown_agency_is_a_fault():
    article = make_article(credits=(Credit(author="mira", agency="coast-wire", line=6),))

    assert [
        "articles/2026/bridge.md:6: `authors`: names `coast-wire`, who is not in `authors/`\n"
        "hint: create `authors/coast-wire.md`, or correct the slug"
    ] == printed(check_references(make_edition(article)))


def test_a_person_is_no_agency():
    article = make_article(credits=(Credit(author="mira", agency="ana", line=6),))
    edition = make_edition(article, authors=(make_author("mira"), make_author("ana")))

    assert [
        "articles/2026/bridge.md:6: `authors`: has the agency `ana`, who is a person\n"
        "hint: write `kind: organization` in `authors/ana.md`, or name an organization"
    ] == printed(check_references(edition))


def test_an_organization_is_an_agency():
    wire = make_author("wire", kind=AuthorKind.ORGANIZATION)
    article = make_article(credits=(Credit(author="mira", agency="wire"),))

    assert () == check_references(make_edition(article, authors=(make_author("mira"), wire)))


def test_a_guest_with_the_name_of_an_author_is_a_warning():
    article = make_article(credits=(Credit(name="MIRA", line=6), Credit(name="Pia Holm", line=7)))
    found = check_references(make_edition(article))

    assert [
        "articles/2026/bridge.md:6: warning: `authors`: names `MIRA` as a guest, who has a page\n"
        "hint: write `author: mira`, unless it is another person"
    ] == printed(found)
    assert not found[0].is_fault
