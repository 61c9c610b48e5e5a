import pytest

from jamstack.articles.front import FRONT_FIELDS
from jamstack.articles.page import PAGE_FIELDS
from jamstack.articles.story import STORY_FIELDS
from jamstack.bylines.registry import AUTHOR_FIELDS
from jamstack.errors import CommandError
from jamstack.press.schemas import schema_of, schemas


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("story", STORY_FIELDS),
        ("author", AUTHOR_FIELDS),
        ("page", PAGE_FIELDS),
        ("front", FRONT_FIELDS),
    ],
)
def test_a_schema_knows_exactly_the_fields_that_are_read(kind, fields):
    schema = schema_of(kind)

    assert f"Front matter of a {kind}" == schema["title"]
    assert [field.name for field in fields] == list(schema["properties"])


def test_there_is_one_for_each_kind_of_file():
    assert ["story", "author", "page", "front"] == list(schemas())
    assert schema_of("author") == schemas()["author"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "storys",
            "there is no schema for `storys`, expected one of `story`, `author`, `page`, `front`"
            "\nhint: did you mean `story`?",
        ),
        ("x", "there is no schema for `x`, expected one of `story`, `author`, `page`, `front`"),
    ],
)
def test_an_unknown_kind_is_told_with_the_nearest(kind, text):
    with pytest.raises(CommandError) as caught:
        schema_of(kind)

    assert text == str(caught.value)
