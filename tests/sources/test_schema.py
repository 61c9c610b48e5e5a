"""The JSON Schema that editors use, and the parser: both must say the same of a front matter."""

import datetime
import functools
import json

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jamstack.articles.front import FRONT_FIELDS
from jamstack.articles.page import PAGE_FIELDS
from jamstack.articles.story import STORY_FIELDS
from jamstack.bylines.registry import AUTHOR_FIELDS
from jamstack.sources.fields import read
from jamstack.sources.nodes import parse_yaml
from jamstack.sources.schema import DIALECT, json_schema
from tests.builders import STORY_HEAD
from tests.sources.builders import make_reading

TABLES = {
    "story": STORY_FIELDS,
    "author": AUTHOR_FIELDS,
    "page": PAGE_FIELDS,
    "front": FRONT_FIELDS,
}
VALID = {
    "story": STORY_HEAD,
    "author": {"name": "Mira Solberg"},
    "page": {"title": "About"},
    "front": {},
}


class Loader(yaml.SafeLoader):
    """YAML as editors read it (1.2): a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        letter: [(tag, form) for tag, form in found if tag != "tag:yaml.org,2002:timestamp"]
        for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@functools.cache
def validator(table):
    return jsonschema.Draft202012Validator(json_schema(TABLES[table], title=table))


def accepts_schema(table, text):
    value = yaml.load(text, Loader)  # noqa: S506 (a SafeLoader)
    return validator(table).is_valid(value)


def accepts_parser(table, text):
    reading = make_reading()
    read(parse_yaml(text), TABLES[table], reading)
    return reading.findings == []


def front_matter(table, field, written):
    head = {**VALID[table], field: written}
    return "".join(f"{name}: {value}\n" for name, value in head.items())


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_is_valid_under_its_meta_schema(table):
    schema = json_schema(TABLES[table], title=f"A {table}")

    jsonschema.Draft202012Validator.check_schema(schema)
    assert (DIALECT, f"A {table}") == (schema["$schema"], schema["title"])
    assert schema == json.loads(json.dumps(schema))


@pytest.mark.parametrize("table", TABLES)
def test_every_field_is_described_and_no_other_allowed(table):
    schema = json_schema(TABLES[table], title=table)

    assert {field.name: field.meaning for field in TABLES[table]} == {
        name: found["description"] for name, found in schema["properties"].items()
    }
    assert [
        field.name for field in TABLES[table] if field.is_required and not field.unless
    ] == schema["required"]
    assert schema["additionalProperties"] is False


ACCEPTED = [
    ("story", "title", "The bridge reopens"),
    ("story", "title", "2024"),
    ("story", "title", "1.5"),
    ("story", "title", "true"),
    ("story", "title", "'Map::Tube::<*>'"),
    ("story", "dek", ""),
    ("story", "dek", "~"),
    ("story", "date", "2026-11-22"),
    ("story", "date", "'2026-11-22'"),
    ("story", "date", "2026-11-22T14:05"),
    ("story", "date", "2026-11-22 14:05:09.5 -0400"),
    ("story", "updated", "2026-11-22T14:05Z"),
    ("story", "section", "2026"),
    ("story", "authors", "mira"),
    ("story", "authors", "mira, ana"),
    ("story", "authors", "[mira, {author: ana}]"),
    ("story", "authors", "[{author: ana, role: additional reporting}, {author: b, role: ~}]"),
    ("story", "tags", "[]"),
    ("story", "tags", "2024"),
    ("story", "tags", "[2024, Harbour, true]"),
    ("story", "type", "opinion"),
    ("story", "image", "{src: a.png, alt: A bridge}"),
    ("story", "image", "{src: a.png, decorative: true}"),
    ("story", "image", "{src: a.png, alt: '', decorative: true}"),
    ("story", "image", "{src: a.png, alt: ~, decorative: 'yes'}"),
    ("story", "image", "{src: a.png, alt: x, decorative: false, focus: 0% 100%, credit: }"),
    ("story", "related", "[a, b-c]"),
    ("story", "status", "draft"),
    ("story", "status", ""),
    ("story", "corrections", "[{date: 2026-01-01, text: Wrong.}]"),
    ("story", "updates", "[]"),
    ("story", "aliases", "[/2019/old.html, 2019/old/, a..b/~c]"),
    ("story", "canonical", "https://x.example/a"),
    ("story", "lang", "pt-BR"),
    ("story", "extra", "{a: {b: [1, ~]}}"),
    ("author", "beats", "[the harbour, 2024]"),
    ("author", "pronouns", "she/her"),
    ("author", "pronouns", "él/ella"),
    ("author", "email", "mira@herald.example"),
    ("author", "kind", "organization"),
    ("author", "follow", "{mastodon: '@mira@social.example', twitter: mira, x: ~}"),
    ("author", "portrait", "{src: a.png, alt: Mira}"),
    ("page", "slug", "about-us"),
    ("front", "top", "[a, b]"),
    ("front", "sections", "{town: [a], sea: b}"),
    ("front", "order", "town, sea"),
]
REFUSED = [
    ("story", "title", ""),
    ("story", "title", "''"),
    ("story", "title", "' '"),
    ("story", "title", "'\ufeff'"),
    ("story", "title", "[a]"),
    ("story", "title", "x" * 2001),
    ("story", "titel", "a"),
    ("story", "date", "12:30"),
    ("story", "date", "2019-XX-YY"),
    ("story", "date", "20261122"),
    ("story", "date", "2026-11-22T14"),
    ("story", "date", "~"),
    ("story", "section", "No Slug"),
    ("story", "section", "-5"),
    ("story", "section", "1.5"),
    ("story", "section", "x" * 201),
    ("story", "authors", "{author: mira}"),
    ("story", "authors", "[{role: editing}]"),
    ("story", "authors", "[{author: mira, role: boss}]"),
    ("story", "authors", "[Mira Solberg]"),
    ("story", "tags", "{a: b}"),
    ("story", "tags", "[[a]]"),
    ("story", "tags", f"[{'x' * 81}]"),
    ("story", "tags", f"[{', '.join('a' * 501)}]"),
    ("story", "type", "gossip"),
    ("story", "image", "a.png"),
    ("story", "image", "{src: a.png}"),
    ("story", "image", "{src: a.png, alt: ''}"),
    ("story", "image", "{src: a.png, alt: ~, decorative: false}"),
    ("story", "image", "{alt: a}"),
    ("story", "image", "{src: a.png, alt: a, focus: 50%}"),
    ("story", "image", "{src: a.png, alt: a, decorative: 1}"),
    ("story", "related", "[[a]]"),
    ("story", "related_inline", "11"),
    ("story", "related_inline", "some"),
    ("story", "part", "0"),
    ("story", "part", "two"),
    ("story", "corrections", "[{date: 2026-01-01}]"),
    ("story", "corrections", "A text"),
    ("story", "aliases", "[../x]"),
    ("story", "aliases", "[a/../x]"),
    ("story", "aliases", "['a b']"),
    ("story", "aliases", "[caf%C3%A9]"),
    ("story", "canonical", "x.example"),
    ("story", "canonical", "javascript:alert(1)"),
    ("story", "lang", "english language"),
    ("story", "extra", "[a]"),
    ("author", "follow", "{myspace: mira}"),
    ("author", "follow", "[mira]"),
    ("author", "follow", "{x: [mira]}"),
    ("author", "pronouns", "she"),
    ("author", "email", "mira"),
    ("page", "authors", "[mira]"),
    ("front", "sections", "[a]"),
    ("front", "sections", "{town: {a: b}}"),
    ("front", "lead", "[a]"),
]


@pytest.mark.parametrize(("table", "field", "written"), ACCEPTED)
def test_schema_and_parser_accept(table, field, written):
    text = front_matter(table, field, written)

    assert (True, True) == (accepts_schema(table, text), accepts_parser(table, text))


@pytest.mark.parametrize(("table", "field", "written"), REFUSED)
def test_schema_and_parser_refuse(table, field, written):
    text = front_matter(table, field, written)

    assert (False, False) == (accepts_schema(table, text), accepts_parser(table, text))


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("date", "2026-02-30"),
        ("date", "9999-01-01"),
        ("canonical", "http://[server"),
        ("authors", "A B"),
    ],
)
def test_the_parser_alone_tells_what_no_pattern_can(field, written):
    text = front_matter("story", field, f"'{written}'")

    assert (True, False) == (accepts_schema("story", text), accepts_parser("story", text))


@pytest.mark.parametrize(("field", "written"), [("type", "Opinion"), ("section", "' town '")])
def test_the_parser_alone_is_kind_to_spelling(field, written):
    text = front_matter("story", field, written)

    assert (False, True) == (accepts_schema("story", text), accepts_parser("story", text))


LETTERS = st.text("abc-09 _/.~A%é<'\"\n", max_size=12)
SLUGS = st.from_regex("[a-z0-9]+(?:-[a-z0-9]+)*", fullmatch=True)
MOMENTS = st.datetimes(
    datetime.datetime(1600, 1, 1),  # noqa: DTZ001 (the newsroom's zone)
    datetime.datetime(2199, 12, 31),  # noqa: DTZ001
)
WORDS = st.sampled_from(["news", "opinion", "draft", "published", "gossip", "true", "yes"])
SCALARS = st.one_of(LETTERS, SLUGS, WORDS, st.booleans(), st.integers(-9, 2100))
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["author", "role", "src", "alt", "date", "text", "x", "decorative"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([field.name for field in STORY_FIELDS]), ANYTHING)
def test_what_the_schema_accepts_the_parser_accepts(field, value):
    """But for empty lists of authors as text, and addresses and dates, told above."""
    text = front_matter("story", field, json.dumps(value))
    is_told_above = field == "canonical" or (field == "authors" and isinstance(value, str | int))
    is_told_above |= field in ("related", "tags", "aliases") and isinstance(value, str | int)

    if accepts_schema("story", text) and not is_told_above:
        assert accepts_parser("story", text)


@settings(max_examples=200, deadline=None)
@given(MOMENTS, st.sampled_from(["", "Z", "+02:00", " -0500"]), st.sampled_from("T "))
def test_both_accept_every_time(at, zone, between):
    text = front_matter("story", "date", f"'{at.isoformat(between)}{zone}'")

    assert (True, True) == (accepts_schema("story", text), accepts_parser("story", text))


@settings(max_examples=200, deadline=None)
@given(st.one_of(SLUGS, LETTERS))
def test_both_say_the_same_of_every_slug(text):
    head = front_matter("story", "section", json.dumps(text))
    is_spaced = text != text.strip()

    assert accepts_parser("story", head) == (
        accepts_schema("story", head) or (is_spaced and accepts_parser("story", head))
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(LETTERS.map(str.strip), max_size=4))
def test_both_say_the_same_of_every_alias(paths):
    text = front_matter("story", "aliases", json.dumps(paths))

    assert accepts_schema("story", text) == accepts_parser("story", text)


@settings(max_examples=200, deadline=None)
@given(st.one_of(SLUGS, st.sampled_from(["reporting", "editing", "boss", "video"])))
def test_both_say_the_same_of_every_role(role):
    text = front_matter("story", "authors", f"[{{author: mira, role: {json.dumps(role)}}}]")

    assert accepts_schema("story", text) == accepts_parser("story", text)
