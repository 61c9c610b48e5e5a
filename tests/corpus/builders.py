"""The real articles as a site's content, built without Pelican."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from pathlib import Path

from jamstack.pelican_plugin.rendering import JinjaRenderer
from jamstack.press.build import build
from jamstack.press.memory import Memory, store_file
from jamstack.press.progress import Silence
from jamstack.press.project import Project, Report, Shop
from jamstack.press.workers import Processes
from jamstack.settings import Settings, load

from ..site.builders import PROJECT, THEME

CORPUS = PROJECT.parent / "shared" / "corpus"
NOW = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
SITE_URL = "http://localhost:8000/base"

# The converter rewrites the old site's links, but leaves these: `[name]: /old/page`.
_OLD_PATH = re.compile(r"^([ ]{0,3}\[[^\]\n]+\]:[ \t]*)/", re.MULTILINE)


def write_content(folder: Path, *options: str) -> Path:
    """Convert the articles into `folder`, and mend the paths of the old site that are left."""
    converter = CORPUS / "to_content.py"
    subprocess.run(
        [sys.executable, str(converter), str(folder), *options],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for file in folder.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        mended = _OLD_PATH.sub(r"\1https://old.example/", text)
        if mended != text:
            file.write_text(mended, encoding="utf-8")
    return folder


def settings_of(content: Path) -> Settings:
    """The settings of a site with the sections that `write_content` found."""
    sections = json.loads((content / "sections.json").read_text(encoding="utf-8"))
    return load({"name": "Real Articles", "sections": sections}, site_url=SITE_URL)


def build_content(content: Path, output: Path) -> Report:
    """Build what `write_content` wrote."""
    project = Project(
        content=content,
        theme=THEME,
        output=output,
        store=output.parent / "store",
        settings=settings_of(content),
        now=NOW,
    )
    memory = Memory(file=store_file(project.store, output), site="content", tell=print)
    shop = Shop(workers=Processes(tell=print), memory=memory, progress=Silence())
    with memory.opened():
        return build(project, JinjaRenderer(THEME), shop)
