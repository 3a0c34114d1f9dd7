"""The look every widget test is drawn in, and what is asked of all widgets alike."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look, load_fonts
from dp_facilitator.ui.tokens import Sizes, load_tokens

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LONG_NAME = "Maximiliane-Christabel Featherstonehaugh"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The bundled typefaces, registered once."""
    return load_fonts(ASSETS / "fonts")


@pytest.fixture
def look(qapp: QApplication, fonts: tuple[str, ...]) -> Look:
    """The paper theme at 100 %, and the application dressed in it."""
    look = Look(load_tokens(ASSETS / "themes" / "paper.json"), Sizes(), Icons(ASSETS / "icons"))
    look.dress(qapp)
    return look


@pytest.fixture
def large_look(look: Look, qapp: QApplication) -> Look:
    """The same at 200 %."""
    look.wear(look.tokens, 2.0)
    look.dress(qapp)
    return look
