import pytest

from jamstack.bylines.resolving import resolve
from jamstack.model import Credit, Role
from tests.builders import make_article

from .builders import make_agency, make_author

MIRA = make_author(aliases=("mira-berg",))
BEN = make_author("Ben Okafor")
WIRE = make_agency(aliases=("old-wire",))
AUTHORS = (MIRA, BEN, WIRE)


def resolved(*articles):
    found, findings = resolve(articles, AUTHORS, newsroom="The Herald")
    return found, [str(finding) for finding in findings]


def test_a_story_with_nothing_to_settle_comes_back_as_it_is():
    article = make_article(credits=(Credit(author=MIRA.slug),))

    found, findings = resolved(article)

    assert found[0] is article
    assert [] == findings


def test_former_slugs_are_those_of_today():
    article = make_article(credits=(Credit(author="mira-berg", agency="old-wire", line=5),))

    (found,), _ = resolved(article)

    assert (Credit(author=MIRA.slug, agency=WIRE.slug, line=5),) == found.credits


@pytest.mark.parametrize(
    "slugs", [(MIRA.slug, "mira-berg"), ("mira-berg", MIRA.slug), ("mira-berg", "mira-old")]
)
def test_an_author_named_by_two_slugs_in_one_role_is_a_fault(slugs):
    mira = make_author(aliases=("mira-berg", "mira-old"))
    former = "mira-old" if "mira-old" in slugs else "mira-berg"
    article = make_article(credits=tuple(Credit(author=slug, line=6) for slug in slugs))

    _, findings = resolve([article], (mira,), newsroom="The Herald")

    assert [
        "articles/2026/bridge.md:6: `authors`: names `mira-castell` twice as reporting, by the "
        f"former slug `{former}`, too\nhint: keep one of the two"
    ] == [str(finding) for finding in findings]


def test_an_author_may_have_two_roles_by_two_slugs():
    credits_ = (Credit(author=MIRA.slug), Credit(author="mira-berg", role=Role.PHOTOGRAPHS))

    assert [] == resolved(make_article(credits=credits_))[1]


def test_a_slug_that_somebody_has_is_nobodys_former_one():
    ana = make_author("Ana", aliases=(BEN.slug,))
    article = make_article(credits=(Credit(author=BEN.slug),))

    (found,), _ = resolve([article], (ana, BEN), newsroom="The Herald")

    assert found is article


def test_a_typed_line_becomes_credits():
    article = make_article(
        credits=(), byline="By Mira Castell; photographs by Ben Okafor", lines={"byline": 7}
    )

    (found,), findings = resolved(article)

    assert [] == findings
    assert (
        Credit(author=MIRA.slug, line=7),
        Credit(author=BEN.slug, role=Role.PHOTOGRAPHS, line=7),
    ) == found.credits


def test_a_name_that_is_not_found_is_a_fault_on_its_line():
    article = make_article(credits=(), byline="By Mira Castel", lines={"byline": 7})

    (found,), findings = resolved(article)

    assert () == found.credits
    assert [
        "articles/2026/bridge.md:7: `byline`: names `Mira Castel`, who is not in `authors/`\n"
        "hint: did you mean `Mira Castell`?"
    ] == findings
