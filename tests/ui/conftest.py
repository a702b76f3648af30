"""One application in the product's look, and the window with the story."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import ThemeMode, start_theme, theme
from tests.ui.stage import Stage


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with Fusion, fonts and the light theme."""
    start_theme(qapp)
    return qapp


@pytest.fixture(autouse=True)
def plain(dressed: QApplication) -> Iterator[None]:
    """Light, English and scale 1 for every test."""
    if theme.mode is not ThemeMode.LIGHT or theme.scale != 1.0:
        theme.apply(ThemeMode.LIGHT)
    languages.choose(Language.EN)
    yield
    languages.choose(Language.EN)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    """The shown window with all pages."""
    made = Stage()
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    delete(made.window)
