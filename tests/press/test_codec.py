import datetime
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.errors import Finding, Severity
from jamstack.model import Article, Author, Body, HomeFront, Picture, StandingPage
from jamstack.press.codec import (
    DIGEST_BYTES,
    DamagedError,
    decode,
    digest,
    digest_all,
    digest_of,
    encode,
    encode_zoned,
)
from jamstack.press.reading import read_source
from jamstack.press.records import KINDS, kind_of

from ..builders import make_article, make_settings
from . import apart
from .newsroom import FILES


@dataclass(frozen=True, slots=True, kw_only=True)
class Tide:
    at: datetime.datetime
    height_m: float
    names: tuple[str, ...] = ()
    note: str | None = None


class TestCodec:
    @given(st.builds(
        Tide,
        at=st.datetimes(timezones=st.just(datetime.UTC)),
        height_m=st.floats(allow_nan=False),
        names=st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple),
        note=st.none() | st.just(""),
    ))  # fmt: skip
    def test_what_goes_in_comes_back(self, tide):
        assert tide == decode(encode(tide), Tide)

    @pytest.mark.parametrize("path", [path for path in FILES if path.endswith((".md", ".yml"))])
    def test_what_is_read_of_a_file_comes_back_with_its_types(self, path):
        value, _ = read_source(path, FILES[path].encode(), make_settings())

        again = decode(encode_zoned(value), KINDS[kind_of(value)])

        assert value == again
        assert types_in(value) == types_in(again)

    def test_a_time_comes_back_as_the_same_moment_with_the_same_offset(self):
        settings = make_settings(timezone="Europe/Dublin")
        value, _ = read_source("articles/2026/a.md", SUMMER.encode(), settings)

        again = decode(encode_zoned(value), Article)

        assert value.date.at == again.date.at
        assert datetime.timedelta(hours=1) == again.date.at.utcoffset()

    def test_a_mapping_keeps_its_order(self):
        value = {"b": 1, "a": 2}

        assert ["b", "a"] == list(decode(encode(value), dict[str, int]))
        assert ["b", "a"] == list(decode(encode_zoned(value), dict[str, int]))

    @pytest.mark.parametrize(
        "data", [b"", b"\xc1", b"\x80", encode(7), encode(make_article())[:-1], b"\x81\xa1\xff\x01"]
    )
    def test_what_is_no_such_value_is_damaged(self, data):
        with pytest.raises(DamagedError):
            decode(data, Article)

    def test_a_missing_value_is_one_too(self):
        assert decode(encode(None), type(None)) is None


class TestDigests:
    def test_equal_values_have_one_digest(self):
        assert digest_of(make_article()) == digest_of(make_article())

    @pytest.mark.parametrize(
        "changes", [{"title": "Other"}, {"tags": ("a",)}, {"body": Body()}, {"image": None}]
    )
    def test_other_values_have_others(self, changes):
        article = make_article(
            image=Picture(path="a.jpg", alt="A"), body=Body(pictures=(Picture(path="b", alt="B"),))
        )
        other = make_article(**({"image": article.image, "body": article.body} | changes))

        assert digest_of(article) != digest_of(other)

    def test_they_are_the_same_in_every_process(self):
        """Python gives the members of a set in another order each time."""
        assert 1 == len({*apart.run(print_digest_of_anchors), *apart.run(print_digest_of_anchors)})

    def test_the_order_of_a_mapping_makes_no_difference(self):
        assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})

    def test_they_have_one_length(self):
        lengths = {len(digest(b"")), len(digest_of(None)), len(digest_all([]))}

        assert {DIGEST_BYTES} == lengths

    def test_the_order_of_several_matters(self):
        one, two = digest(b"1"), digest(b"2")

        assert digest_all([one, two]) != digest_all([two, one])

    def test_kinds_are_told_by_type(self):
        assert ["story", "author", "page", "front", ""] == [
            kind_of(kind_value)
            for kind_value in (
                make_article(),
                Author(path="", slug="", name="", sort_name=""),
                StandingPage(path="", slug="", title="", body=Body()),
                HomeFront(),
                None,
            )
        ]


def print_digest_of_anchors():
    apart.say(digest_of(Body(anchors=frozenset(map(str, range(99))))).hex())


def test_findings_come_back():
    findings = (Finding(path="a.md", line=3, message="is wrong", severity=Severity.WARNING),)

    assert findings == decode(encode(findings), tuple[Finding, ...])


SUMMER = """---
title: Summer
date: 2026-07-01T09:30
section: town
authors: [mira]
---
Warm.
"""


def types_in(value):
    """The types of a value and of all that it holds."""
    if isinstance(value, tuple):
        return [type(value), [types_in(item) for item in value]]
    names = getattr(type(value), "__slots__", ())
    return [type(value), [types_in(getattr(value, name)) for name in names]]
