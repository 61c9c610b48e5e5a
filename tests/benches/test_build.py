from pathlib import Path

import pytest

from jamstack.benches.build import Wanted, bench_build, command
from jamstack.errors import CommandError

from ..site.builders import THEME


def test_the_usual_command_is_short():
    assert "invoke bench build --stories 10000 --runs 3" == command(Wanted())


def test_the_command_holds_everything_that_is_not_usual():
    wanted = Wanted(
        stories=40, rounds=1, seed=8, contenders=("ours", "hugo"), scenarios=("cold", "edit")
    )

    expected = (
        "invoke bench build --stories 40 --seed 8 --contenders ours,hugo --runs 1"
        " --scenarios cold,edit"
    )
    assert expected == command(wanted)


def test_on_the_real_articles_nothing_is_made_up():
    wanted = Wanted(corpus=Path("corpus"), scenarios=("cold",))

    assert "invoke bench build --corpus --runs 3 --scenarios cold" == command(wanted)


def test_what_is_kept_is_the_sites_with_what_they_built(tmp_path):
    wanted = Wanted(
        stories=3, rounds=1, contenders=("pelican",), scenarios=("cold",), keep=tmp_path / "kept"
    )

    bench_build(wanted, theme=THEME, announce=lambda _: None)

    found = sorted(path.name for path in (tmp_path / "kept").iterdir())
    assert ["round-1", "sites"] == found
    assert (tmp_path / "kept" / "round-1" / "pelican" / "output" / "index.html").is_file()
    assert not (tmp_path / "kept" / "sites" / "pelican" / "output").exists()


def test_the_text_tells_what_was_built_by_which_versions():
    wanted = Wanted(stories=3, rounds=1, contenders=("pelican",), scenarios=("cold",))

    text = bench_build(wanted, theme=THEME, announce=lambda _: None)

    told, *_ = text.partition("\n\n| build |")
    assert "3 stories; one round; " in told
    for program in ("Python", "Pelican", "Jinja2", "Python-Markdown", "Hugo"):
        assert f"{program} " in told
    assert "| cold | stock Pelican | " in text


def test_a_folder_in_use_is_not_kept_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("kept").mkdir()
    wanted = Wanted(stories=3, contenders=("ours",), keep=Path("kept"))

    with pytest.raises(CommandError) as caught:
        bench_build(wanted, theme=THEME, announce=lambda _: None)

    assert "`kept` is there already\nhint: give a new folder, or delete this one" == str(
        caught.value
    )
