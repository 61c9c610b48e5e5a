import io
import sys

import pytest

from jamstack.console import TerminalProgress, print_findings, workflow_commands
from jamstack.errors import Finding, Severity

FAULT = Finding(path="articles/a.md", line=3, field="title", message="is missing", hint="add it")
WARNING = Finding(path="articles/b.md", message="is odd", severity=Severity.WARNING)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def printed(*findings, **options):
    stream = io.StringIO()
    print_findings(findings, stream=stream, **options)
    return stream.getvalue()


class TestProgress:
    def test_elsewhere_each_stage_is_one_line(self):
        stream = io.StringIO()
        progress = TerminalProgress(stream)

        progress.start("Reading", 1200)
        progress.advance()
        progress.advance(1199)
        progress.finish()

        assert "Reading: 1,200\n" == stream.getvalue()

    def test_on_a_terminal_there_is_a_bar_that_goes_away(self, monkeypatch):
        monkeypatch.setenv("TERM", "xterm")
        stream = Terminal()
        progress = TerminalProgress(stream)

        progress.start("Rendering", 3)
        progress.advance(2)
        progress.finish()

        text = stream.getvalue()
        assert "Rendering" in text
        assert "2/3" in text
        # The cursor is hidden while the bar moves, and back at the end.
        assert text.rindex("\x1b[?25h") > text.rindex("\x1b[?25l")

    def test_stages_follow_each_other_on_a_terminal(self, monkeypatch):
        monkeypatch.setenv("TERM", "xterm")
        stream = Terminal()
        progress = TerminalProgress(stream)

        for stage in ("Reading", "Rendering"):
            progress.start(stage, 1)
            progress.advance()
            progress.finish()
        progress.finish()

        assert "Rendering" in stream.getvalue()

    def test_quiet_progress_says_nothing(self):
        stream = io.StringIO()
        progress = TerminalProgress(stream, quiet=True)

        progress.start("Reading", 2)
        progress.finish()

        assert "" == stream.getvalue()

    def test_it_speaks_beside_the_output(self, monkeypatch):
        stream = io.StringIO()
        monkeypatch.setattr(sys, "stderr", stream)
        progress = TerminalProgress()

        progress.start("Reading", 2)
        progress.finish()

        assert "Reading: 2\n" == stream.getvalue()


class TestFindings:
    def test_faults_are_printed_last(self):
        expected = (
            "articles/b.md: warning: is odd\narticles/a.md:3: `title`: is missing\nhint: add it\n"
        )

        assert expected == printed(FAULT, WARNING)

    def test_nothing_is_printed_of_nothing(self):
        assert "" == printed()

    @pytest.mark.parametrize(
        ("count", "last"),
        [
            (2, "articles/b.md: warning: is odd\n"),
            (3, "… and 1 more warning; `invoke check` prints them all\n"),
            (1502, "… and 1,500 more warnings; `invoke check` prints them all\n"),
        ],
    )
    def test_a_build_prints_some_warnings_and_counts_the_rest(self, count, last):
        text = printed(*[WARNING] * count, maximum_warnings=2)

        assert text.endswith(last)
        assert min(count, 2) == text.count("is odd")

    def test_all_faults_are_printed_however_few_warnings_are(self):
        assert 30 == printed(*[FAULT] * 30, maximum_warnings=0).count("is missing")

    def test_they_are_printed_beside_the_output(self, capsys):
        print_findings([WARNING])

        assert ("", "articles/b.md: warning: is odd\n") == capsys.readouterr()

    def test_annotations_follow(self):
        text = printed(FAULT, WARNING, as_annotations=True, content="pelican-app/content")

        assert text.endswith(
            "::warning file=pelican-app/content/articles/b.md::is odd\n"
            "::error file=pelican-app/content/articles/a.md,line=3::"
            "`title`: is missing%0Ahint: add it\n"
        )


class TestWorkflowCommands:
    def test_paths_stand_as_they_are_without_a_content_folder(self):
        assert ["::warning file=articles/b.md::is odd"] == list(workflow_commands([WARNING]))

    def test_signs_with_a_meaning_are_escaped(self):
        finding = Finding(path="a,b:c%.md", line=1, message="50% of\r\nthis: that, ::error::")

        assert ["::error file=a%2Cb%3Ac%25.md,line=1::50%25 of%0D%0Athis: that, ::error::"] == list(
            workflow_commands([finding])
        )
