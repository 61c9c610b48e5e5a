"""The accounts that real authors of other newsrooms gave."""

import gzip
import json
from pathlib import Path

import pytest

from jamstack.bylines.follow import network_key, normalise

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NO_ACCOUNTS = {"Twitter username"}
"""A form's own label, left in its field by one author without stories."""


def typed_accounts():
    for path in sorted(CORPUS.glob("*-authors.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                social = json.loads(line).get("social") or {}
                for network, value in social.items():
                    key = "website" if network == "url" else network_key(network)
                    if key and value and value not in NO_ACCOUNTS:
                        yield key, value


@pytest.mark.corpus
def test_every_account_of_a_real_author_is_understood():
    accounts = list(typed_accounts())
    if CORPUS.is_dir():
        assert len(accounts) > 900

    for network, value in accounts:
        assert normalise(network, value).url.startswith("https://")
