"""Every page, stylesheet and drawing of the sample newsroom is what its standard says."""

import json
import subprocess

import pytest

from .kinds import PREVIEWS
from .newsroom import PROJECT

pytestmark = pytest.mark.nu

CHECKER = PROJECT / ".cache" / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
KINDS = ("html", "css", "svg")
# The checker reads files, whose address is never the policy's 'self', and takes JSON-LD for a
# script. test_privacy.py asks a browser whether pages offend their policy.
ELSEWHERE = "(Resource|Inline script) violates Content Security Policy .*"


def test_the_nu_checker_finds_no_error_and_gives_no_warning(newsroom):
    files = [file for kind in KINDS for file in sorted((newsroom / "ledger").rglob(f"*.{kind}"))]
    files += [newsroom / path.strip("/") / "index.html" for path in PREVIEWS.values()]
    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout"]
    command += ["--also-check-css", "--also-check-svg", "--filterpattern", ELSEWHERE]
    ran = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)

    assert len(files) > 100
    assert ([], "") == (json.loads(ran.stdout)["messages"], ran.stderr)
