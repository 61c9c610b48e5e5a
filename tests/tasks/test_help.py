"""`invoke --list` and `--help`: every command and every option says what it is for."""

import inspect
import re

import pytest

from jamstack.tasks import namespace

from ..site.builders import make_site

COMMANDS = [
    "bench", "build", "cards", "check", "clean", "deploy", "due", "new", "related", "rollback",
    "schema", "serve", "test", "verify",
]  # fmt: skip


def test_these_are_the_commands():
    assert COMMANDS == sorted(namespace.task_names)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_begins_with_one_sentence(name):
    first = (namespace[name].__doc__ or "").splitlines()[0]

    assert first[0].isupper()
    assert first.endswith(".")


def test_the_list_shows_every_command_with_its_sentence(tmp_path):
    ran = make_site(tmp_path).run("invoke", "--list")

    assert 0 == ran.code
    shown = " ".join(ran.output.split())
    for name in COMMANDS:
        assert f"{name} {namespace[name].__doc__}" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_the_command_and_every_option(tmp_path, name):
    parameters = list(inspect.signature(namespace[name].body).parameters)[1:]
    options = [parameter.replace("_", "-") for parameter in parameters]

    ran = make_site(tmp_path).run("invoke", "--help", name)

    assert 0 == ran.code
    _, _, shown = ran.output.partition("Options:\n")
    explained = dict(re.findall(r"^  -\w(?: \w+)?, --([\w-]+)(?:=\w+)? {2,}(\S.*)$", shown, re.M))
    assert namespace[name].__doc__ in ran.output
    assert sorted(options) == sorted(explained)
