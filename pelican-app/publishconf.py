"""What differs in production. Everything else is in pelicanconf.py."""

import sys
from pathlib import Path

# Pelican runs this file by its path, so its neighbour is not yet importable.
sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403

SITEURL = "https://anselbayledger.example"
