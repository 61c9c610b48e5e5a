"""Real articles by other newsrooms, where they stand beside the project."""

import sys

from .builders import CORPUS

if not CORPUS.is_dir():
    collect_ignore = ["test_corpus.py", "test_raw.py", "test_typed_bylines.py"]
    sys.stderr.write(
        "no real articles beside the project: the tests of tests/corpus are left out\n"
    )
