import pickle

import pytest

from jamstack.errors import (
    CommandError,
    Finding,
    JamstackError,
    OutputError,
    SettingsError,
    Severity,
    SourceError,
    TemplateError,
)

FINDING = Finding(path="a.md", line=3, field="title", message="is empty", hint="write one")
LATER = Finding(path="b.md", message="is empty")


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (FINDING, "a.md:3: `title`: is empty\nhint: write one"),
        (LATER, "b.md: is empty"),
        (Finding(path="a.md", line=3, message="is empty"), "a.md:3: is empty"),
        (Finding(path="a.md", field="x.y", message="is empty"), "a.md: `x.y`: is empty"),
        (
            Finding(path="a.md", line=1, field="x", message="is odd", severity=Severity.WARNING),
            "a.md:1: warning: `x`: is odd",
        ),
    ],
)
def test_a_finding_tells_where_what_and_how_to_mend_it(finding, text):
    assert text == str(finding)


def test_only_a_fault_stops_the_build():
    assert FINDING.is_fault
    assert not Finding(path="a.md", message="is odd", severity=Severity.WARNING).is_fault


@pytest.mark.parametrize("error", [SettingsError, SourceError, TemplateError])
def test_an_error_of_findings_tells_all_sorted_by_place(error):
    raised = error(iter([LATER, FINDING]))

    assert (FINDING, LATER) == raised.findings
    assert "a.md:3: `title`: is empty\nhint: write one\nb.md: is empty" == str(raised)


def test_findings_are_sorted_by_line_as_a_number():
    lines = [Finding(path="a.md", line=line, message="x") for line in (10, 9, 1)]

    assert [1, 9, 10] == [finding.line for finding in SourceError(lines).findings]


@pytest.mark.parametrize("error", [OutputError, CommandError])
def test_an_error_of_one_message_has_one_hint(error):
    assert "cannot write" == str(error("cannot write"))
    assert "cannot write\nhint: make room" == str(error("cannot write", hint="make room"))


@pytest.mark.parametrize(
    "error",
    [
        SettingsError([FINDING]),
        SourceError([]),
        OutputError("a", "b"),
        CommandError("a"),
        TemplateError([]),
    ],
)
def test_every_error_is_ours_and_survives_a_process(error):
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)

    assert isinstance(error, JamstackError)
    assert (type(error), str(error)) == (type(copy), str(copy))
