from pathlib import Path

import pytest

from jamstack.benches.corpus import corpus_contender
from jamstack.errors import CommandError

from ..site.builders import PROJECT, THEME

CORPUS = PROJECT.parent / "shared" / "corpus"
CONVERTER = """
import json, sys
from pathlib import Path
content = Path(sys.argv[1])
year = content / "articles" / "2020"
year.mkdir(parents=True)
(year / "a.md").write_text("---\\ntitle: A\\n---\\n\\n[x]\\n\\n[x]: /old/x\\n")
(content / "sections.json").write_text(json.dumps([{"slug": "news", "name": "News"}]))
"""


def write_small(tmp_path: Path) -> Path:
    """A project made of a corpus of one article."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "to_content.py").write_text(CONVERTER, encoding="utf-8")
    corpus_contender(corpus, theme=THEME).write(tmp_path / "site")
    return tmp_path / "site" / "pelican-app"


def test_paths_of_the_old_site_become_whole(tmp_path):
    application = write_small(tmp_path)

    text = (application / "content" / "articles" / "2020" / "a.md").read_text(encoding="utf-8")
    assert "---\ntitle: A\n---\n\n[x]\n\n[x]: https://old.example/old/x\n" == text


def test_the_sections_go_into_the_settings(tmp_path):
    application = write_small(tmp_path)

    settings = (application / "pelicanconf.py").read_text(encoding="utf-8")
    expected = (
        "JAMSTACK = {'name': 'Real Articles', 'sections': [{'slug': 'news', 'name': 'News'}]}\n"
    )
    assert expected in settings
    assert not (application / "content" / "sections.json").exists()


def test_without_the_articles_one_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CommandError) as caught:
        corpus_contender(Path("..") / "shared" / "corpus", theme=THEME)

    expected = (
        "there are no real articles in `../shared/corpus`\n"
        "hint: they are no part of the project; leave `--corpus` out"
    )
    assert expected == str(caught.value)


@pytest.mark.corpus
def test_the_real_articles_have_a_story_to_edit(tmp_path):
    contender = corpus_contender(CORPUS, theme=THEME)

    contender.write(tmp_path / "site")

    assert list((tmp_path / "site").glob(contender.edited))
