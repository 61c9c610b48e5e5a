"""Front matter that is missing something, or holds what it should not."""

from __future__ import annotations

from ..site.builders import story
from .cases import QUAY, Broken

FIELDS = (
    Broken(
        name="fields missing",
        files={QUAY: story(title=None, date=None, section=None, authors=None, dek="Nothing else")},
        text=(
            "articles/2026/quay.md:2: `authors`: is missing\n"
            "hint: add a list of author slugs\n"
            "articles/2026/quay.md:2: `date`: is missing\n"
            "hint: add a date or time\n"
            "articles/2026/quay.md:2: `section`: is missing\n"
            "hint: add a section's slug\n"
            "articles/2026/quay.md:2: `title`: is missing\n"
            "hint: add text"
        ),
    ),
    Broken(
        name="a field that is there and empty",
        files={QUAY: story(date="")},
        text=("articles/2026/quay.md:2: `date`: is missing\nhint: add a date or time"),
    ),
    Broken(
        name="a title that is a list",
        files={QUAY: story(title="[one, two]")},
        text=(
            "articles/2026/quay.md:2: `title`: is a list, expected text\n"
            "hint: put the text between quotes"
        ),
    ),
    Broken(
        name="a title that is empty",
        files={QUAY: story(title='""')},
        text=(
            "articles/2026/quay.md:2: `title`: is empty, expected text\n"
            "hint: see `title` in docs/writing.md"
        ),
    ),
    Broken(
        name="a date that is no date",
        files={QUAY: story(date="2019-XX-YY")},
        text=(
            "articles/2026/quay.md:3: `date`: is `2019-XX-YY`, expected a date such as "
            "`2026-11-22` or a time such as `2026-11-22T14:05`\n"
            "hint: see `date` in docs/writing.md"
        ),
    ),
    Broken(
        name="a day that no calendar has",
        files={QUAY: story(date="2026-02-30T10:00")},
        text=(
            "articles/2026/quay.md:3: `date`: is `2026-02-30T10:00`, expected a date such "
            "as `2026-11-22` or a time such as `2026-11-22T14:05`\n"
            "hint: see `date` in docs/writing.md"
        ),
    ),
    Broken(
        name="a date in words",
        files={QUAY: story(updated="last Tuesday")},
        text=(
            "articles/2026/quay.md:6: `updated`: is `last Tuesday`, expected a date such "
            "as `2026-11-22` or a time such as `2026-11-22T14:05`\n"
            "hint: see `updated` in docs/writing.md"
        ),
    ),
    Broken(
        name="an embargo that is no time",
        files={QUAY: story(embargo="Christmas")},
        text=(
            "articles/2026/quay.md:6: `embargo`: is `Christmas`, expected a date such as "
            "`2026-11-22` or a time such as `2026-11-22T14:05`\n"
            "hint: see `embargo` in docs/writing.md"
        ),
    ),
    Broken(
        name="a section that is not declared",
        files={QUAY: story(section="harbor")},
        text=(
            "articles/2026/quay.md:4: `section`: is `harbor`, expected a declared section\n"
            "hint: did you mean `harbour`?"
        ),
    ),
    Broken(
        name="a section like no other",
        files={QUAY: story(section="obituaries")},
        text=(
            "articles/2026/quay.md:4: `section`: is `obituaries`, expected a declared section\n"
            "hint: declared in pelicanconf.py: `local`, `harbour`"
        ),
    ),
    Broken(
        name="an author nobody knows, near one",
        files={QUAY: story(authors="[ana-diaz]")},
        text=(
            "articles/2026/quay.md:5: `authors`: names `ana-diaz`, who is not in `authors/`\n"
            "hint: create `authors/ana-diaz.md`, or correct the slug; did you mean `ana-dias`?"
        ),
    ),
    Broken(
        name="an author nobody knows, near none",
        files={QUAY: story(authors="\n  - ana-dias\n  - zebedee")},
        text=(
            "articles/2026/quay.md:7: `authors`: names `zebedee`, who is not in `authors/`\n"
            "hint: create `authors/zebedee.md`, or correct the slug"
        ),
    ),
    Broken(
        name="no author in the list",
        files={QUAY: story(authors="[]")},
        text=(
            "articles/2026/quay.md:5: `authors`: is an empty list, expected author slugs\n"
            "hint: name at least one author"
        ),
    ),
    Broken(
        name="an author twice",
        files={QUAY: story(authors="[ana-dias, ana-dias]")},
        text=(
            "articles/2026/quay.md:5: `authors`: names `ana-dias` twice as reporting\n"
            "hint: keep one of the two"
        ),
    ),
    Broken(
        name="a role nobody has",
        files={QUAY: story(authors="\n  - {author: ana-dias, role: photograph}")},
        text=(
            "articles/2026/quay.md:6: `authors[0].role`: is `photograph`, expected "
            "`reporting`, `additional reporting`, `photographs`, `illustration`, "
            "`graphics`, `video`, `translation` or `editing`\n"
            "hint: did you mean `photographs`?"
        ),
    ),
    Broken(
        name="a type that is none",
        files={QUAY: story(type="opnion")},
        text=(
            "articles/2026/quay.md:6: `type`: is `opnion`, expected `news`, `opinion`, "
            "`analysis`, `review` or `explainer`\n"
            "hint: did you mean `opinion`?"
        ),
    ),
    Broken(
        name="a status that is none",
        files={QUAY: story(status="drafted")},
        text=(
            "articles/2026/quay.md:6: `status`: is `drafted`, expected `draft` or `published`\n"
            "hint: did you mean `draft`?"
        ),
    ),
    Broken(
        name="an unknown field, near one",
        files={QUAY: story(titel="Twice")},
        text=(
            "articles/2026/quay.md:6: `titel`: is not a known field\nhint: did you mean `title`?"
        ),
    ),
    Broken(
        name="an unknown field, near none",
        files={QUAY: story(frobnicate="yes")},
        text=(
            "articles/2026/quay.md:6: `frobnicate`: is not a known field\n"
            "hint: known here: `title`, `dek`, `summary`, `date`, `updated`, `section`, "
            "`kicker`, `authors`, `byline`, `tags`, `type`, `image`, `card`, `share_image`, "
            "`related`, `related_inline`, `series`, `part`, `status`, "
            "`embargo`, `corrections`, `updates`, `slug`, `aliases`, `canonical`, `lang`, "
            "`extra`"
        ),
    ),
    Broken(
        name="a field that other systems have",
        files={QUAY: story(category="Local", author="Ana Dias")},
        text=(
            "articles/2026/quay.md:6: `category`: is not a known field\n"
            "hint: it is called `section` here\n"
            "articles/2026/quay.md:7: `author`: is not a known field\n"
            "hint: it is called `authors` here"
        ),
    ),
    Broken(
        name="a correction without its text",
        files={QUAY: story(corrections="\n  - date: 2026-11-21")},
        text=("articles/2026/quay.md:7: `corrections[0].text`: is missing\nhint: add text"),
    ),
    Broken(
        name="a canonical that is no address",
        files={QUAY: story(canonical="example")},
        text=(
            "articles/2026/quay.md:6: `canonical`: is `example`, expected a full address "
            "such as `https://example.org/page`\n"
            "hint: see `canonical` in docs/writing.md"
        ),
    ),
    Broken(
        name="a language that is none",
        files={QUAY: story(lang="Spanish!")},
        text=(
            "articles/2026/quay.md:6: `lang`: is `Spanish!`, expected a language tag such as `es`\n"
            "hint: see `lang` in docs/writing.md"
        ),
    ),
    Broken(
        name="tags that are a mapping",
        files={QUAY: story(tags="{harbour: yes}")},
        text=(
            "articles/2026/quay.md:6: `tags`: is a mapping, expected a list of tags\n"
            "hint: see `tags` in docs/writing.md"
        ),
    ),
    Broken(
        name="an extra that is a text",
        files={QUAY: story(extra="anything")},
        text=(
            "articles/2026/quay.md:6: `extra`: is `anything`, expected a mapping\n"
            "hint: see `extra` in docs/writing.md"
        ),
    ),
    Broken(
        name="an author without a name, and with a network nobody knows",
        files={
            "authors/bo-lund.md": "---\nrole: Reporter\nfollow:\n"
            '  mastodom: "@bo@bay.example"\n  x: not a handle\n---\n'
        },
        text=(
            "authors/bo-lund.md:2: `name`: is missing\n"
            "hint: add text\n"
            "authors/bo-lund.md:4: `follow.mastodom`: is not a known network\n"
            "hint: did you mean `mastodon`?\n"
            "authors/bo-lund.md:5: `follow.x`: is `not a handle`, expected at most 15 "
            "letters, digits and underscores, such as `@mira`, or `https://x.com/mira`\n"
            "hint: see `follow` in docs/writing.md"
        ),
    ),
    Broken(
        name="a page without a title",
        files={"pages/about.md": "---\ndek: Who we are\n---\nWho we are.\n"},
        text=("pages/about.md:2: `title`: is missing\nhint: add text"),
    ),
)
