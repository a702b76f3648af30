"""A sheet over the page: keys are its own while it is open, and the focus goes back to what is still there."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from icjims_desktop.ui.components.overlay import Overlay


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> Iterator[QWidget]:
    """A page with two buttons, active."""
    made = QWidget()
    box = QVBoxLayout(made)
    for name in ("opener", "other"):
        button = QPushButton(name)
        button.setObjectName(name)
        box.addWidget(button)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    delete(made)


def opened(page: QWidget, *, gone: bool) -> tuple[Overlay, QPushButton]:
    """A sheet opened by a button that is made anew meanwhile (`gone`), with the focus on a button of its own."""
    opener = page.findChild(QPushButton, "opener")
    assert opener is not None
    opener.setFocus()
    sheet = Overlay("sheet", page, 300)
    inner = QPushButton("inner")
    sheet.body.addWidget(inner)
    sheet.open()
    inner.setFocus()
    if gone:
        opener.hide()
        opener.deleteLater()
        QApplication.sendPostedEvents(opener, QEvent.Type.DeferredDelete)
    return sheet, inner


@pytest.mark.parametrize("gone", [False, True])
def test_esc_closes_a_sheet_whose_opener_was_made_anew(qtbot: QtBot, page: QWidget, gone: bool) -> None:
    sheet, inner = opened(page, gone=gone)
    qtbot.keyClick(inner, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is (page if gone else page.findChild(QPushButton, "opener"))


def test_an_error_below_a_key_is_told_and_the_process_goes_on(qtbot: QtBot, page: QWidget) -> None:
    sheet, inner = opened(page, gone=False)
    sheet.close_sheet = partial(int, "not a number")  # type: ignore[assignment]  # an error raised by compiled code
    with qtbot.captureExceptions() as told:
        # From Qt's own loop as in life: QTest would be a Python frame between.
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.postEvent(inner, escape)
        qtbot.waitUntil(lambda: bool(told))
    assert [each[0] for each in told] == [ValueError]


def test_no_shortcut_of_the_page_takes_a_plain_key_of_an_open_sheet(qtbot: QtBot, page: QWidget) -> None:
    heard: list[bool] = []
    QShortcut(QKeySequence("S"), page).activated.connect(lambda: heard.append(True))
    sheet, inner = opened(page, gone=False)
    qtbot.keyClick(inner, Qt.Key.Key_S)
    assert not heard
    sheet.close_sheet()
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert heard
