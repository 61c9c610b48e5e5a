from __future__ import annotations

import pytest

from jamstack.cards.fonts import load_fonts


@pytest.fixture(scope="session")
def fonts():
    return load_fonts()


@pytest.fixture(scope="session")
def system_fonts(fonts):
    """The same fonts, where the system has ideographs and emoji: CI installs them."""
    lacking = fonts.missing("漢字かな한글😀", "ja")
    packages = "fonts-noto-cjk fonts-noto-color-emoji"
    assert lacking == (), f"these tests need system fonts: apt install {packages}"
    return fonts
