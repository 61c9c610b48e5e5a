"""The real articles that may lie beside the project, as a site of this platform to be timed."""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
from pathlib import Path

from jamstack.benches.contenders import Contender, our_command
from jamstack.benches.our_site import CONTENT, write_project
from jamstack.benches.runs import OURS
from jamstack.errors import CommandError

CONVERTER = "to_content.py"
SCENARIOS = ("cold", "unchanged", "edit")

# The converter rewrites the old site's links, but leaves these: `[name]: /old/page`.
_OLD_PATH = re.compile(r"^([ ]{0,3}\[[^\]\n]+\]:[ \t]*)/", re.MULTILINE)


def corpus_contender(corpus: Path, *, theme: Path) -> Contender:
    """Our platform on the articles in `corpus`.

    Raises:
        CommandError: they are not there.
    """
    if not (corpus / CONVERTER).is_file():
        hint = "they are no part of the project; leave `--corpus` out"
        raise CommandError(f"there are no real articles in `{corpus.as_posix()}`", hint)
    stories = f"{CONTENT}/articles/2020/*.md"
    return Contender(
        name=OURS,
        title="ours",
        write=functools.partial(_write, corpus=corpus.resolve(), theme=theme),
        command=our_command(),
        output="output",
        edited=stories,
        retitled=stories,
        scenarios=frozenset(SCENARIOS),
    )


def _write(folder: Path, *, corpus: Path, theme: Path) -> None:
    content = folder / CONTENT
    content.mkdir(parents=True)
    subprocess.run(  # noqa: S603 - the corpus's own converter
        [sys.executable, str(corpus / CONVERTER), str(content)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for file in content.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(_OLD_PATH.sub(r"\1https://old.example/", text), encoding="utf-8")
    listed = content / "sections.json"
    sections = json.loads(listed.read_text(encoding="utf-8"))
    listed.unlink()
    write_project(folder, {"name": "Real Articles", "sections": sections}, theme=theme)
