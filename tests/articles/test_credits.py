import pytest

from jamstack.articles.story import read_story
from jamstack.model import Credit, Role
from tests.builders import make_settings, story_text

PATH = "articles/2026/bridge.md"


def read(text):
    article, findings = read_story(text.encode(), path=PATH, settings=make_settings())
    return article, [str(finding) for finding in findings]


def credits_of(*lines):
    authors = "".join(f"\n  - {line}" for line in lines)
    article, findings = read(story_text(authors=authors))
    assert [] == findings
    return article.credits


def faults(line):
    _, findings = read(story_text(authors=f"\n  - {line}"))
    return findings


def test_a_credit_holds_all_that_is_printed():
    line = "{author: mira, role: video, place: Porto, agency: coast-wire, note: Special to us}"

    assert (
        Credit(
            author="mira",
            role=Role.VIDEO,
            place="Porto",
            agency="coast-wire",
            note="Special to us",
            line=6,
        ),
    ) == credits_of(line)


def test_a_guest_has_a_name_and_no_slug():
    assert (Credit(name="Pia Holm", line=6),) == credits_of("guest: Pia Holm")


def test_who_is_not_named_may_have_a_reason():
    line = "{anonymous: A nurse, reason: She fears for her job.}"

    assert (Credit(name="A nurse", reason="She fears for her job.", line=6),) == credits_of(line)


def test_two_guests_are_two_people():
    assert ["Pia Holm", "Ada Holm"] == [
        credit.name for credit in credits_of("guest: Pia Holm", "guest: Ada Holm")
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "{author: mira, guest: Pia Holm}",
            "`authors[0]`: names `author` and `guest`, expected one of `author`, `guest` and "
            "`anonymous`\nhint: keep one",
        ),
        (
            "{role: editing}",
            "`authors[0]`: names nobody, expected one of `author`, `guest` and `anonymous`\n"
            "hint: write it like `author: mira-solberg`",
        ),
        (
            "{author: mira, reason: She is shy.}",
            "`authors[0].reason`: stands without `anonymous`\n"
            "hint: a reason tells why somebody is not named; remove it",
        ),
        (
            "{anonymous: true}",
            "`authors[0].anonymous`: is `true`, expected what readers may know\n"
            "hint: write it like `A nurse at the harbour clinic`",
        ),
        (
            "{guest: ''}",
            "`authors[0].guest`: is empty, expected a name\nhint: see `authors` in docs/writing.md",
        ),
        (
            "{author: mira, role: catering}",
            "`authors[0].role`: is `catering`, expected `reporting`, `additional reporting`, "
            "`photographs`, `illustration`, `graphics`, `video`, `translation` or `editing`\n"
            "hint: see `authors` in docs/writing.md",
        ),
    ],
)
def test_a_wrong_credit_is_a_fault(line, fault):
    assert [f"{PATH}:6: {fault}"] == faults(line)


def test_one_guest_twice_in_one_role_is_a_fault():
    _, findings = read(story_text(authors="\n  - guest: Pia Holm\n  - guest: Pia Holm"))

    assert [
        f"{PATH}:7: `authors`: names `Pia Holm` twice as reporting\nhint: keep one of the two"
    ] == findings


def test_a_typed_line_stands_in_place_of_authors():
    text = story_text().replace("authors: [mira]", "byline: By Mira Solberg")

    article, findings = read(text)

    assert ([], (), "By Mira Solberg") == (findings, article.credits, article.byline)


def test_both_are_a_fault():
    _, findings = read(story_text(byline="By Mira Solberg"))

    assert [
        f"{PATH}:6: `byline`: stands beside `authors`, expected one of the two\n"
        "hint: remove one of them"
    ] == findings


def test_neither_is_a_fault():
    article, findings = read(story_text().replace("authors: [mira]\n", ""))

    assert (None, [f"{PATH}:2: `authors`: is missing\nhint: add a list of author slugs"]) == (
        article,
        findings,
    )
