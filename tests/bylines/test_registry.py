import pytest

from jamstack.bylines.registry import read_author
from jamstack.model import Author, AuthorKind, AuthorStatus, FollowLink, Past, Picture
from tests.builders import make_moment, make_settings
from tests.sources.builders import hinted

PATH = "authors/mira.md"


def read(text, path=PATH):
    data = text if isinstance(text, bytes) else text.encode()
    author, findings = read_author(data, path=path, settings=make_settings())
    return author, [str(finding) for finding in findings]


def faults(*lines):
    author, findings = read("---\nname: Mira Solberg\n" + "\n".join(lines) + "\n---\n")
    assert "Mira Solberg" == author.name
    return findings


def test_a_name_is_enough():
    assert (
        Author(
            path=PATH, slug="mira", name="Mira Solberg", sort_name="Mira Solberg", lines={"name": 2}
        ),
        [],
    ) == read("---\nname: Mira Solberg\n---\n")


def test_a_full_author_has_all_that_was_written():
    author, findings = read(
        "---\n"
        "name: Mira Solberg\n"
        "sort_name: Solberg, Mira\n"
        "role: Council reporter\n"
        "beats: the harbour, the council\n"
        "bio: Mira covers the harbour.\n"
        "portrait: {src: mira.png, alt: Mira}\n"
        "pronouns: she/her\n"
        "email: mira@herald.example\n"
        "follow:\n"
        "  x: '@mira'\n"
        "  Twitter: solberg\n"
        "  website:\n"
        "kind: Person\n"
        "status: contributor\n"
        "---\n"
        "Mira *lives* by the sea.\n"
    )

    assert [] == findings
    assert (
        "Solberg, Mira",
        "Council reporter",
        ("the harbour", "the council"),
        "Mira covers the harbour.",
        "she/her",
        "mira@herald.example",
    ) == (
        author.sort_name,
        author.role,
        author.beats,
        author.bio,
        author.pronouns,
        author.email,
    )
    assert Picture(path="authors/mira.png", alt="Mira", line=7) == author.portrait
    assert (
        FollowLink(network="x", label="X", url="https://x.com/mira", handle="@mira"),
        FollowLink(network="x", label="X", url="https://x.com/solberg", handle="@solberg"),
    ) == author.follow
    assert (AuthorKind.PERSON, AuthorStatus.CONTRIBUTOR) == (author.kind, author.status)
    assert "Mira lives by the sea." == author.biography.text
    assert (2, 10) == (author.lines["name"], author.lines["follow"])


@pytest.mark.parametrize("pronouns", ["she/her", "they/them/theirs", "él/ella", "he/him"])
def test_pronouns_are_kept(pronouns):
    assert pronouns == read(f"---\nname: A\npronouns: {pronouns}\n---\n")[0].pronouns


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "",
            "1: begins with nothing, expected front matter\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`",
        ),
        ("---\nrole: Editor\n---\n", "2: `name`: is missing\nhint: add text"),
        (
            "---\nname: []\n---\n",
            "2: `name`: is a list, expected text\nhint: put the text between quotes",
        ),
    ],
)
def test_no_author_comes_of_a_file_without_a_name(text, finding):
    assert (None, [f"{PATH}:{finding}"]) == read(text)


def test_no_author_comes_of_a_name_that_cannot_be_an_address():
    assert (
        None,
        [
            "authors/Mira S.md: the name `Mira S` cannot be an address, expected a slug: "
            "lower-case letters, digits and single hyphens\nhint: rename it"
        ],
    ) == read("---\nname: Mira\n---\n", "authors/Mira S.md")


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("nmae: x", "`nmae`: is not a known field\nhint: did you mean `name`?"),
        ("pronouns: she", "`pronouns`: is `she`, expected pronouns such as `she/her`"),
        ("pronouns: <b>/x", "`pronouns`: is `<b>/x`, expected pronouns such as `she/her`"),
        ("email: mira", "`email`: is `mira`, expected an e-mail address"),
        ("email: a@b.c?cc=d", "`email`: is `a@b.c?cc=d`, expected an e-mail address"),
        ("kind: robot", "`kind`: is `robot`, expected `person` or `organization`"),
        (
            "status: gest",
            "`status`: is `gest`, expected `staff`, `contributor`, `guest` or `former`\n"
            "hint: did you mean `guest`?",
        ),
        ("beats: {a: b}", "`beats`: is a mapping, expected a list of beats"),
        (
            "beats: [[a]]",
            "`beats[0]`: is a list, expected a beat\nhint: put the text between quotes",
        ),
        ("portrait: a.png", "`portrait`: is `a.png`, expected a mapping with `src` and `alt`"),
        (
            "role: " + "x" * 121,
            "`role`: has 121 characters, expected at most 120\nhint: shorten it",
        ),
        ("bio: " + "x" * 601, "`bio`: has 601 characters, expected at most 600\nhint: shorten it"),
        (
            "follow: [mira]",
            "`follow`: is a list, expected a mapping of networks to handles or addresses",
        ),
        (
            "follow: {mastadon: a}",
            "`follow.mastadon`: is not a known network\nhint: did you mean `mastodon`?",
        ),
        (
            "follow: {zzz: a}",
            "`follow.zzz`: is not a known network\n"
            "hint: known here: `website`, `mastodon`, `bluesky`, `x`, `instagram`, `facebook`, "
            "`linkedin`, `youtube`, `threads`, `github`, `orcid`",
        ),
        (
            "follow: {github: a b}",
            "`follow.github`: is `a b`, expected at most 39 letters, digits and hyphens, such as "
            "`mira`, or `https://github.com/mira`",
        ),
        (
            "follow: {github: ''}",
            "`follow.github`: is empty, expected at most 39 letters, digits and hyphens, such as "
            "`mira`, or `https://github.com/mira`",
        ),
        (
            "follow: {Twitter: [mira]}",
            "`follow.Twitter`: is a list, expected at most 15 letters, digits and underscores, "
            "such as `@mira`, or `https://x.com/mira`",
        ),
        (
            "follow: {website: 'javascript:alert(1)'}",
            "`follow.website`: is `javascript:alert(1)`, expected a web address such as "
            "`https://mira.example`",
        ),
    ],
)
def test_a_field_that_is_wrong_is_a_fault_and_the_rest_is_read(line, finding):
    assert [hinted(f"{PATH}:3: {finding}")] == faults(line)


def test_faults_of_the_biography_are_told():
    assert [
        f"{PATH}:4: holds the active element `<iframe>`, expected text and pictures only\n"
        "hint: remove it; for a video or a post put its address alone on a line"
    ] == read("---\nname: A\n---\n<iframe>")[1]


def test_what_was_true_before_is_read_with_the_oldest_first():
    author, findings = read(
        "---\nname: Mira Solberg\npast:\n"
        "  - {until: 2025-06-30, role: Reporter, bio: Mira reports.}\n"
        "  - {until: 2023-06-30, role: Intern}\n"
        "aliases: mira-berg, m-solberg\n---\n"
    )

    assert [] == findings
    assert (
        Past(until=make_moment("2023-06-30"), role="Intern"),
        Past(until=make_moment("2025-06-30"), role="Reporter", bio="Mira reports."),
    ) == author.past
    assert ("mira-berg", "m-solberg") == author.aliases


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (
            "past: [{until: 2025-06-30}]",
            "`past[0]`: has neither `role` nor `bio`\nhint: add what was another then",
        ),
        (
            "past: [{role: Intern}]",
            "`past[0].until`: is missing\nhint: add a date or time",
        ),
        (
            "past: [{until: 2025-06-30, role: A}, {until: 2025-06-30, role: B}]",
            "`past`: has two items until 2025-06-30\nhint: keep one of the two",
        ),
        (
            "aliases: [Mira B]",
            "`aliases[0]`: is `Mira B`, expected an author's slug: lower-case letters, digits and "
            "single hyphens\nhint: see `aliases` in docs/writing.md",
        ),
        (
            "pronouns: she",
            "`pronouns`: is `she`, expected pronouns such as `she/her`\n"
            "hint: see `pronouns` in docs/writing.md",
        ),
    ],
)
def test_a_wrong_past_or_alias_is_a_fault(line, finding):
    assert [f"{PATH}:3: {finding}"] == faults(line)
