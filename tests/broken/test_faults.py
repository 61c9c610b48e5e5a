"""Each fault alone: it stops `build` and `check`, is told in full, and nothing is written."""

import pytest

from ..site.builders import NOW, make_site, snapshot, without_stores
from .active import ACTIVE
from .fields import FIELDS
from .files import FILES
from .pictures import PICTURES
from .pointers import POINTERS

CASES = (*FIELDS, *FILES, *POINTERS, *PICTURES, *ACTIVE)

every_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def counted(text):
    faults = sum(": warning: " not in line for line in text.splitlines() if is_finding(line))
    warnings = sum(": warning: " in line for line in text.splitlines())
    return faults, warnings


def is_finding(line):
    return not line.startswith("hint: ")


def plural(count, noun):
    return f"{count} {noun}{'' if count == 1 else 's'}"


@every_case
def test_build_tells_it_and_stops(case, tmp_path):
    site = make_site(tmp_path, case.files, newsroom=case.newsroom)
    text = case.build_text or case.text
    faults, _ = counted(text)
    expected = f"{text}\n{plural(faults, 'fault')}; nothing was built\n"

    ran = site.build()

    assert (1, "", expected) == (ran.code, ran.output, ran.errors)


@every_case
def test_build_writes_nothing_but_what_it_remembers(case, tmp_path):
    site = make_site(tmp_path, case.files, newsroom=case.newsroom)
    before = snapshot(tmp_path)

    site.build()

    assert before == without_stores(snapshot(tmp_path))


@every_case
def test_check_tells_it(case, tmp_path):
    site = make_site(tmp_path, case.files, newsroom=case.newsroom)
    faults, warnings = counted(case.text)
    expected = f"{plural(faults, 'fault')}, {plural(warnings, 'warning')}\n"

    ran = site.invoke("check", "--now", NOW)

    assert (1, expected, f"{case.text}\n") == (ran.code, ran.output, ran.errors)


@every_case
def test_every_fault_of_it_has_a_hint(case, tmp_path):
    site = make_site(tmp_path, case.files, newsroom=case.newsroom)

    ran = site.invoke("check", "--now", NOW)

    lines = ran.errors.splitlines()
    assert [True, False] * (len(lines) // 2) == [is_finding(line) for line in lines]


def test_every_case_has_a_name_of_its_own():
    names = [case.name for case in CASES]

    assert sorted(set(names)) == sorted(names)
