import pytest

from jamstack.markdown import policy


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://x", "https"),
        ("HTTP://x", "http"),
        ("story.md", ""),
        ("/a:b", ""),
        ("12:30.png", ""),
        ("", ""),
        ("javascript:x", "javascript"),
        (" \x01java\tscr\nipt:x", "javascript"),
        ("java&#115;cript&colon;x", "javascript"),
        ("java\u200bscript:x", "javascript"),
        ("mailto:a@b", "mailto"),
        ("a+b-c.d:e", "a+b-c.d"),
    ],
)
def test_the_scheme_is_the_one_a_browser_sees(address, scheme):
    assert scheme == policy.scheme(address)


def test_no_element_has_two_fates():
    assert not policy.ALLOWED_ELEMENTS & policy.ACTIVE_ELEMENTS
    assert not policy.PRESENTATIONAL_ELEMENTS & (policy.ALLOWED_ELEMENTS | policy.ACTIVE_ELEMENTS)
    assert policy.DROPPED_WITH_CONTENT <= policy.ACTIVE_ELEMENTS


def test_attributes_are_allowed_by_element():
    assert policy.is_allowed_attribute("b", "lang")
    assert policy.is_allowed_attribute("a", "href")
    assert not policy.is_allowed_attribute("b", "href")
