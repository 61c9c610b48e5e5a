from jamstack.checks import CHECKS, check
from jamstack.model import Credit, HomeFront
from tests.builders import make_article, make_edition, make_moment, make_settings
from tests.checks.builders import make_linking_body


def test_an_edition_without_fault_has_no_findings():
    assert () == check(make_edition(make_article()))


def test_every_check_is_asked():
    article = make_article(
        credits=(Credit(author="xyz"),),
        related=("xyz",),
        body=make_linking_body("xyz.md"),
        aliases=("town",),
        updated=make_moment("2027-01-01"),
        part=1,
    )
    pointing = [make_article(slug, related=("gone",), title=slug) for slug in ("one", "two")]
    edition = make_edition(
        article,
        *pointing,
        front=HomeFront(path="fronts/home.yml", lead="xyz"),
        settings=make_settings(ethics_page="xyz"),
    )

    assert all(one(edition) for one in CHECKS)
    assert {finding for one in CHECKS for finding in one(edition)} == set(check(edition))
