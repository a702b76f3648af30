"""The application in one process with its tests: dressed, started on a store, ended in order."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from icjims_desktop.app.application import Application, Surroundings
from icjims_desktop.app.house import House
from icjims_desktop.app.settings import Settings
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import ThemeMode, start_theme, theme
from tests.app.station import Station, enrolled
from tests.sync.district import PASSWORD, District, district, now_ms

PATIENCE_MS = 30_000


@pytest.fixture(scope="module", autouse=True)
def garbage_of_the_main_thread() -> Iterator[None]:
    """Windows of a test that has ended are not collected by a worker of the next one."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """State and settings of this test alone."""
    monkeypatch.setenv("ICJIMS_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("ICJIMS_CONFIG_DIR", str(tmp_path / "config"))


@pytest.fixture
def town(tmp_path: Path, own_folders: None) -> Iterator[District]:
    """A centre that serves over HTTP."""
    with district(tmp_path) as made:
        yield made


@pytest.fixture
def station(town: District) -> Station:
    """The workstation of the window."""
    return enrolled(town, "aida")


class Desk:
    """The window on a store, as a person at its keyboard has it."""

    def __init__(self, qtbot: QtBot, station: Station, config: Path) -> None:
        self.qtbot, self.station = qtbot, station
        self.around = Surroundings(station.data_dir, config, now_ms, time.monotonic, os.urandom)
        self.application = Application(self.around, Settings("ru"))
        self.window = self.application.window
        QApplication.instance().installEventFilter(self.application.idle)  # type: ignore[union-attr]
        self.application.start()
        self.window.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    @property
    def house(self) -> House:
        """The pages."""
        found = self.application.house
        assert found is not None
        return found

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for a condition."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def settled(self) -> None:
        """Wait until everything that was asked for has come."""
        self.until(lambda: not any(road.running for road in self.house.workplace.roads.all))

    def unlock(self, password: str = PASSWORD) -> None:
        """Type the password and Enter, and wait for the pages."""
        self.qtbot.keyClicks(self.window.unlock.password.edit, password)
        with self.qtbot.waitSignal(self.application.opened, timeout=PATIENCE_MS):
            self.key("Return")
        self.settled()

    def key(self, keys: str) -> None:
        """Press keys, in Qt's portable notation, where the focus is."""
        focus = QApplication.focusWidget() or self.window
        if len(keys) == 1:
            self.qtbot.keyClicks(focus, keys.lower())
        else:
            self.qtbot.keySequence(focus, keys)

    def typed(self, text: str) -> None:
        """Type where the focus is; QTest itself knows no Cyrillic keys."""
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def lock(self) -> None:
        """Ctrl+L, and wait until the store is closed."""
        with self.qtbot.waitSignal(self.application.locked, timeout=PATIENCE_MS):
            self.key("Ctrl+L")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with Fusion, fonts and the light theme."""
    start_theme(qapp)
    return qapp


@contextmanager
def at_desk(dressed: QApplication, qtbot: QtBot, station: Station, config: Path) -> Iterator[Desk]:
    """The window on a store, locked, light and in Russian; nothing of it is left for the next one to restyle."""
    if theme.mode is not ThemeMode.LIGHT or theme.scale != 1.0:
        theme.apply(ThemeMode.LIGHT)
    languages.choose(Language.RU)
    made = Desk(qtbot, station, config)
    try:
        yield made
    finally:
        hearing: list[QObject] = [made.application.unlock]
        if made.application.house is not None:
            hearing.append(made.application.house.workplace)
        made.application.end()
        dressed.removeEventFilter(made.application.idle)
        for each in (*hearing, made.window):
            delete(each)
        languages.choose(Language.EN)


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, station: Station, tmp_path: Path) -> Iterator[Desk]:
    """The window, locked, in Russian."""
    with at_desk(dressed, qtbot, station, tmp_path / "config") as made:
        yield made
