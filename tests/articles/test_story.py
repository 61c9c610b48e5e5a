from datetime import UTC, datetime

import pytest

from jamstack.articles.story import RENAMED, STORY_FIELDS, read_story
from jamstack.markdown.parse import parse
from jamstack.model import (
    Article,
    ArticleType,
    CardLayout,
    Credit,
    Notice,
    Picture,
    Role,
    Status,
)
from tests.builders import make_moment, make_settings, story_text
from tests.sources.builders import hinted

PATH = "articles/2026/harbour-bridge.md"
SLUG_WORDS = "lower-case letters, digits and single hyphens"


def read(text, path=PATH):
    data = text if isinstance(text, bytes) else text.encode()
    article, findings = read_story(data, path=path, settings=make_settings())
    return article, [str(finding) for finding in findings]


def story(text, path=PATH):
    article, findings = read(text, path)
    assert [] == findings
    return article


def faults(text, path=PATH):
    return read(text, path)[1]


def test_a_short_story_has_defaults():
    body, _ = parse("The bridge reopens on Monday.\n", path=PATH, first_line=7)

    assert Article(
        path=PATH,
        slug="harbour-bridge",
        title="The bridge reopens",
        date=make_moment("2026-11-20"),
        section="town",
        credits=(Credit(author="mira", line=5),),
        body=body,
        summary="The bridge reopens on Monday.",
        lines={"title": 2, "date": 3, "section": 4, "authors": 5},
    ) == story(story_text())


def test_a_full_story_has_all_that_was_written():
    article = story(
        "---\n"
        "title: 'The bridge: reopened'\n"
        "dek: At last.\n"
        "summary: A bridge.\n"
        "date: 2026-11-20T09:30+01:00\n"
        "updated: 2026-11-21\n"
        "section: town\n"
        "kicker: Harbour\n"
        "authors:\n"
        "  - mira\n"
        "  - {author: ana, role: photographs}\n"
        "tags: [Harbour, Bridges]\n"
        "type: analysis\n"
        "image: {src: a.png, alt: A bridge}\n"
        "card: photo\n"
        "share_image: {src: b.png, alt: A boat}\n"
        "related: [one, 'Two, at last']\n"
        "related_direction: earlier\n"
        "related_inline: none\n"
        "series: The Bay\n"
        "part: 2\n"
        "status: draft\n"
        "embargo: 2026-11-20T10:00Z\n"
        "corrections: [{date: 2026-11-21, text: It is longer.}]\n"
        "updates:\n"
        "  - date: 2026-11-22\n"
        "    text: It is open.\n"
        "slug: bridge\n"
        "aliases: [/2019/old/, old.html]\n"
        "canonical: https://x.example/a\n"
        "lang: pt-BR\n"
        "extra: {colour: red}\n"
        "---\n"
        "Text.\n"
    )

    assert ("bridge", "The bridge: reopened", "At last.", "A bridge.", "Harbour") == (
        article.slug,
        article.title,
        article.dek,
        article.summary,
        article.kicker,
    )
    assert datetime(2026, 11, 20, 8, 30, tzinfo=UTC) == article.date.at
    assert (make_moment("2026-11-21"), make_moment("2026-11-20T10:00")) == (
        article.updated,
        article.embargo,
    )
    assert (
        Credit(author="mira", line=10),
        Credit(author="ana", role=Role.PHOTOGRAPHS, line=11),
    ) == article.credits
    assert (("Harbour", "Bridges"), ("one", "Two, at last")) == (article.tags, article.related)
    assert (0, "The Bay", 2) == (article.related_inline, article.series, article.part)
    assert (ArticleType.ANALYSIS, Status.DRAFT) == (article.type, article.status)
    assert Picture(path="articles/2026/a.png", alt="A bridge", line=14) == article.image
    assert CardLayout.PHOTO is article.card
    assert Picture(path="articles/2026/b.png", alt="A boat", line=16) == article.share_image
    assert (Notice(date=make_moment("2026-11-21"), text="It is longer."),) == article.corrections
    assert (Notice(date=make_moment("2026-11-22"), text="It is open."),) == article.updates
    assert ("2019/old/", "old.html") == article.aliases
    assert ("https://x.example/a", "pt-BR", {"colour": "red"}) == (
        article.canonical,
        article.lang,
        article.extra,
    )
    assert {field.name for field in STORY_FIELDS} - {"byline"} == set(article.lines)


def test_pelicans_header_gives_the_same_story():
    header = "Title: The bridge reopens\nDate: 2026-11-20\nSection: town\nAuthors: mira; ana\n"
    article = story(f"{header}Tags: one, two\nSlug: bridge\n\nText.\n")

    assert ("bridge", ("one", "two")) == (article.slug, article.tags)
    assert ["mira", "ana"] == [credit.author for credit in article.credits]
    assert [4, 4] == [credit.line for credit in article.credits]


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        ({}, "The bridge reopens on Monday."),
        ({"dek": "At last."}, "At last."),
        ({"dek": "At last.", "summary": "A bridge."}, "A bridge."),
        ({"dek": "", "summary": ""}, "The bridge reopens on Monday."),
    ],
)
def test_the_summary_falls_back_to_the_dek_and_the_first_paragraph(fields, summary):
    assert summary == story(story_text(**fields)).summary


@pytest.mark.parametrize(
    "title",
    [
        "Map::Tube::<*>",
        "'<del>'",
        "f***ed",
        "\ufeffWords",
        "2024",
        "on",
        "ab\u202ecd",
        "12:30",
        "'#1'",
    ],
)
def test_a_title_is_shown_as_it_was_typed(title):
    assert title.strip("'\ufeff") == story(story_text(title=title)).title


def test_a_story_of_a_folder_is_named_after_it():
    assert "bridge" == story(story_text(), "articles/2026/bridge/index.md").slug


def test_a_slug_once_set_makes_the_files_name_free():
    assert "bridge" == story(story_text(slug="bridge"), "articles/2026/Brücke 🎉.md").slug


def test_an_empty_slug_is_as_good_as_none():
    assert "harbour-bridge" == story(story_text(slug="")).slug


def test_tags_that_share_an_address_are_one_tag():
    article = story(story_text(tags="[Harbour, bridges, HARBOUR, 'harbour!', Bridges]"))

    assert ("Harbour", "bridges") == article.tags


def test_stories_share_what_is_the_same_in_them():
    """A paper has a hundred thousand stories and a few hundred tags, authors and sections."""
    one = story(story_text(tags="[Harbour bridge]"), "articles/2026/one.md")
    two = story(story_text(tags="[Harbour bridge]"), "articles/2026/two.md")

    assert one.tags[0] is two.tags[0]
    assert one.section is two.section
    assert one.credits[0].author is two.credits[0].author
    assert all(mine is other for mine, other in zip(one.lines, two.lines, strict=True))


def test_a_story_may_have_many_tags():
    assert 128 == len(story(story_text(tags=", ".join(f"tag {n}" for n in range(128)))).tags)


@pytest.mark.parametrize(
    ("written", "count"), [("none", 0), ("None", 0), ("0", 0), ("3", 3), ("10", 10), ("", None)]
)
def test_an_editor_says_how_many_related_lines_are_placed(written, count):
    assert count == story(story_text(related_inline=written)).related_inline


def test_a_byte_order_mark_and_any_line_ends_do_not_matter():
    plain = story(story_text())

    for ends in ("\r\n", "\r"):
        assert plain == story(("\ufeff" + story_text()).replace("\n", ends))


def test_a_tab_after_a_field_is_white_space():
    assert "mira" == story(story_text(authors="\tmira")).credits[0].author


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": None}, [f"{PATH}:2: `title`: is missing\nhint: add text"]),
        ({"title": ""}, [f"{PATH}:2: `title`: is missing\nhint: add text"]),
        ({"date": None}, [f"{PATH}:2: `date`: is missing\nhint: add a date or time"]),
        ({"section": None}, [f"{PATH}:2: `section`: is missing\nhint: add a section's slug"]),
        ({"authors": None}, [f"{PATH}:2: `authors`: is missing\nhint: add a list of author slugs"]),
        (
            {"date": "2019-XX-YY"},
            [
                f"{PATH}:3: `date`: is `2019-XX-YY`, expected a date such as `2026-11-22` or a "
                "time such as `2026-11-22T14:05`"
            ],
        ),
        (
            {"section": "Town Hall"},
            [f"{PATH}:4: `section`: is `Town Hall`, expected a section's slug: {SLUG_WORDS}"],
        ),
        (
            {"authors": "{author: mira}"},
            [f"{PATH}:5: `authors`: is a mapping, expected a list of author slugs"],
        ),
        ({"slug": "Bridge"}, [f"{PATH}:6: `slug`: is `Bridge`, expected a slug: {SLUG_WORDS}"]),
        (
            {"slug": "../../etc/passwd"},
            [f"{PATH}:6: `slug`: is `../../etc/passwd`, expected a slug: {SLUG_WORDS}"],
        ),
    ],
)
def test_no_story_comes_of_a_required_field_that_is_wrong(fields, expected):
    assert (None, [hinted(fault) for fault in expected]) == read(story_text(**fields))


def test_no_story_comes_of_a_name_that_cannot_be_an_address():
    assert (
        None,
        [
            "articles/2026/Brücke.md: the name `Brücke` cannot be an address, expected a slug: "
            f"{SLUG_WORDS}\nhint: rename it, or set `slug`"
        ],
    ) == read(story_text(), "articles/2026/Brücke.md")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"authors": "[]"},
            [f"{PATH}:5: `authors`: is an empty list, expected author slugs\n"
             "hint: name at least one author"],
        ),
        (
            {"authors": "','"},
            [f"{PATH}:5: `authors`: is an empty list, expected author slugs\n"
             "hint: name at least one author"],
        ),
        (
            {"authors": "[Mira Solberg]"},
            [f"{PATH}:5: `authors[0]`: is `Mira Solberg`, expected an author's slug: {SLUG_WORDS}"],
        ),
        (
            {"authors": "[mira, ana, mira]"},
            [f"{PATH}:5: `authors`: names `mira` twice as reporting\nhint: keep one of the two"],
        ),
        (
            {"authors": "[mira, [ana]]"},
            [f"{PATH}:5: `authors[1]`: is a list, expected an author's slug, or a mapping with "
             "`author`, `guest` or `anonymous`"],
        ),
        (
            {"authors": "[mira, {author: ana, role: fotographs}]"},
            [f"{PATH}:5: `authors[1].role`: is `fotographs`, expected `reporting`, `additional "
             "reporting`, `photographs`, `illustration`, `graphics`, `video`, `translation` or "
             "`editing`\nhint: did you mean `photographs`?"],
        ),
        (
            {"authors": "[mira, {role: editing}]"},
            [f"{PATH}:5: `authors[1]`: names nobody, expected one of `author`, `guest` and "
             "`anonymous`\nhint: write it like `author: mira-solberg`"],
        ),
        (
            {"tags": "['!!!', ok]"},
            [f"{PATH}:6: `tags[0]`: is `!!!`, expected a tag with a letter or a digit"],
        ),
        (
            {"tags": f"[{'x' * 81}]"},
            [f"{PATH}:6: `tags[0]`: has 81 characters, expected at most 80\nhint: shorten it"],
        ),
        (
            {"tags": "[[a]]"},
            [f"{PATH}:6: `tags[0]`: is a list, expected a tag\nhint: put the text between quotes"],
        ),
        (
            {"type": "opinon"},
            [f"{PATH}:6: `type`: is `opinon`, expected `news`, `opinion`, `analysis`, `review` or "
             "`explainer`\nhint: did you mean `opinion`?"],
        ),
        (
            {"status": "hidden"},
            [f"{PATH}:6: `status`: is `hidden`, expected `draft` or `published`"],
        ),
        (
            {"corrections": "{date: 2026-01-01, text: x}"},
            [f"{PATH}:6: `corrections`: is a mapping, expected a list of `{{date, text}}`\n"
             "hint: begin each item on a line of its own with `- `"],
        ),
        (
            {"updates": "[{date: 2026-01-01}]"},
            [f"{PATH}:6: `updates[0].text`: is missing\nhint: add text"],
        ),
        (
            {"updates": "[Opened]"},
            [f"{PATH}:6: `updates[0]`: is `Opened`, expected a mapping with `date` and `text`"],
        ),
        (
            {"aliases": "[../x, a/../b, a b, caf%C3%A9, '', [x], .]"},
            [f"{PATH}:6: `aliases[{number}]`: is {found}, expected an old path on this site, such "
             "as `2019/old-name/`"
             for number, found in enumerate(
                 ["`../x`", "`a/../b`", "`a b`", "`caf%C3%A9`", "empty", "a list", "`.`"])],
        ),
        (
            {"canonical": "http://[server"},
            [f"{PATH}:6: `canonical`: is `http://[server`, expected a full address such as "
             "`https://example.org/page`"],
        ),
        (
            {"lang": "English"},
            [f"{PATH}:6: `lang`: is `English`, expected a language tag such as `es`"],
        ),
        ({"extra": "x"}, [f"{PATH}:6: `extra`: is `x`, expected a mapping"]),
        (
            {"related": "[[a]]"},
            [f"{PATH}:6: `related[0]`: is a list, expected a story\n"
             "hint: put the text between quotes"],
        ),
        (
            {"related_inline": "some", "part": "two"},
            [
                f"{PATH}:6: `related_inline`: is `some`, expected `none`, or a whole number from 0"
                " to 10",
                f"{PATH}:7: `part`: is `two`, expected a whole number from 1 to 999",
            ],
        ),
        (
            {"image": "a.png"},
            [f"{PATH}:6: `image`: is `a.png`, expected a mapping with `src` and `alt`"],
        ),
        ({"titel": "x"}, [f"{PATH}:6: `titel`: is not a known field\nhint: did you mean `title`?"]),
        (
            {"time": "12:30"},
            [f"{PATH}:6: `time`: is not a known field\nhint: it is called `date` here"],
        ),
    ],
)  # fmt: skip
def test_a_field_that_is_wrong_is_a_fault_and_the_rest_is_read(fields, expected):
    article, found = read(story_text(**fields))

    assert [hinted(fault) for fault in expected] == found
    assert "The bridge reopens" == article.title


@pytest.mark.parametrize(("theirs", "ours"), sorted(RENAMED.items()))
def test_the_names_of_other_systems_lead_to_ours(theirs, ours):
    assert [
        f"{PATH}:6: `{theirs}`: is not a known field\nhint: it is called `{ours}` here"
    ] == faults(story_text(**{theirs: "x"}))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "has no text after the front matter"),
        (" \n\n\t\n", "has no text after the front matter"),
        ("<!-- later -->\n", "has no text that readers could see"),
        ("&nbsp;", "has no text that readers could see"),
    ],
)
def test_an_empty_body_is_a_fault(body, message):
    assert [f"{PATH}:7: {message}\nhint: write the story"] == faults(story_text(body))


def test_a_body_that_was_refused_is_not_called_empty():
    assert [
        f"{PATH}:7: shows a picture without an address\nhint: name a file beside the text"
    ] == faults(story_text("![x]()"))


def test_all_faults_of_a_file_are_told():
    assert [
        f"{PATH}:3: `date`: is `soon`, expected a date such as `2026-11-22` or a time such as "
        "`2026-11-22T14:05`\nhint: see `date` in docs/writing.md",
        f"{PATH}:6: `titel`: is not a known field\nhint: did you mean `title`?",
        f"{PATH}:10: holds the active element `<script>`, expected text and pictures only\n"
        "hint: remove it; for a video or a post put its address alone on a line",
        f"{PATH}:5: `authors`: names `mira` twice as reporting\nhint: keep one of the two",
    ] == faults(story_text("One.\n\n<script>", date="soon", authors="[mira, mira]", titel="x"))


def test_an_empty_file_is_a_fault():
    assert (
        None,
        [
            f"{PATH}:1: begins with nothing, expected front matter\n"
            "hint: begin with `---`, then `title: …` and the other fields, then `---`"
        ],
    ) == read("")


def test_a_very_long_story_is_read():
    text = story_text("The harbour is calm and wide. " * 7400)

    assert (len(text) > 222_000, 44_400) == (True, story(text).body.words)
