"""`invoke schema`: the field tables, as editors read them."""

import json

import jsonschema
import pytest

from jamstack.press.schemas import FIELDS, schema_of, schemas

from ..site.builders import make_site

KINDS = ("story", "author", "page", "front")


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_is_printed(tmp_path, kind):
    ran = make_site(tmp_path).invoke("schema", "--kind", kind)

    assert (0, "") == (ran.code, ran.errors)
    assert schema_of(kind) == json.loads(ran.output)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_printed_names_the_fields_of_the_table(tmp_path, kind):
    ran = make_site(tmp_path).invoke("schema", "--kind", kind)

    printed = json.loads(ran.output)
    assert [field.name for field in FIELDS[kind]] == list(printed["properties"])
    assert [
        field.name for field in FIELDS[kind] if field.is_required and not field.unless
    ] == printed["required"]
    assert [field.meaning for field in FIELDS[kind]] == [
        item["description"] for item in printed["properties"].values()
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_printed_is_a_schema(tmp_path, kind):
    ran = make_site(tmp_path).invoke("schema", "--kind", kind)

    jsonschema.Draft202012Validator.check_schema(json.loads(ran.output))


def test_all_kinds_are_printed_where_none_is_named(tmp_path):
    ran = make_site(tmp_path).invoke("schema")

    assert (0, dict(schemas())) == (ran.code, json.loads(ran.output))


def test_they_are_written_to_a_folder(tmp_path):
    site = make_site(tmp_path)

    ran = site.invoke("schema", "--output", "schemas")

    expected = "".join(f"wrote schemas/{kind}.schema.json\n" for kind in KINDS)
    assert (0, expected, "") == (ran.code, ran.output, ran.errors)
    for kind in KINDS:
        written = (tmp_path / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")
        assert schema_of(kind) == json.loads(written)


def test_one_of_them_is_written_alone(tmp_path):
    site = make_site(tmp_path)

    site.invoke("schema", "--kind", "page", "--output", "schemas")

    assert ["page.schema.json"] == [file.name for file in (tmp_path / "schemas").iterdir()]


def test_a_kind_that_is_none_is_told_with_the_nearest(tmp_path):
    ran = make_site(tmp_path).invoke("schema", "--kind", "stroy")

    expected = (
        "there is no schema for `stroy`, expected one of `story`, `author`, `page`, `front`\n"
        "hint: did you mean `story`?\n"
    )
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_a_new_story_is_valid_by_the_schema(tmp_path):
    import yaml

    site = make_site(tmp_path)
    site.invoke("new", "-t", "The quay: closed", "-s", "local", "-a", "ana-dias")
    (file,) = site.content.glob("articles/*/the-quay-closed.md")

    # Editors read dates as text, as the platform does.
    head = yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)  # noqa: S506
    head["tags"], head["dek"] = [], None
    jsonschema.validate(head, schema_of("story"))
