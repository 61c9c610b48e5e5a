"""Every published story is a few clicks from the home page, and the report counts as readers do."""

import re
from collections import Counter
from pathlib import Path

from .builders import NOW, make_site

FEW = 3
_BODY = re.compile(r"<body.*</body>", re.DOTALL)
_LINK = re.compile(r'<a[^>]* href="(/[^"#?]*)')


def clicks_in(output: Path) -> Counter[int]:
    """How many stories are how many clicks from the home page, by the links of the built pages."""
    found, waiting = {"/": 0}, ["/"]
    for address in waiting:
        page = (output / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        for other in _LINK.findall(_BODY.search(page)[0]):
            is_page = other.endswith("/") and (output / other.lstrip("/") / "index.html").is_file()
            if is_page and other not in found:
                found[other] = found[address] + 1
                waiting.append(other)
    return Counter(count for address, count in found.items() if address.startswith("/stories/"))


def test_the_report_counts_the_clicks_that_readers_need(sample):
    counted = clicks_in(sample.output)

    ran = sample.run("invoke", "check", "--report", "related", "--now", NOW)

    told = ", ".join(f"{count} in {clicks}" for clicks, count in sorted(counted.items()))
    first = f"{counted.total()} stories; clicks from the home page: {told}"
    assert (0, first) == (ran.code, ran.output.splitlines()[0])
    assert counted.total() >= 24
    assert max(counted) <= FEW


def test_a_report_that_there_is_not_is_told(tmp_path):
    ran = make_site(tmp_path).invoke("check", "--report", "links")

    expected = "there is no report `links`\nhint: known: `related`\n"
    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


def test_faults_come_before_a_report(tmp_path):
    site = make_site(tmp_path, {"articles/2026/quay.md": "Nothing.\n"})

    ran = site.invoke("check", "--report", "related")

    assert 1 == ran.code
    assert "articles/2026/quay.md:1: " in ran.errors
