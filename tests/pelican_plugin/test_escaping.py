import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from jamstack.pelican_plugin.escaping import printed


class Shouting(str):
    """Text that prints itself otherwise."""

    def __str__(self):
        return self.upper() + "!"


class Bold:
    """A thing that is markup by its own account."""

    def __html__(self):
        return "<b>&</b>"


@given(st.text() | st.text(alphabet="&<>\"'a"))
def test_text_is_escaped_as_jinja_escapes_it(text):
    assert str(escape(text)) == printed(text)


@pytest.mark.parametrize(
    "value", [1, True, None, 1.5, ("<",), Markup("<b>"), Bold(), Shouting("<a>")]
)
def test_other_values_print_as_jinja_prints_them(value):
    assert str(escape(value)) == printed(value)
