"""Enter presses the button that has the focus, on every screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QToolButton
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.components.button import Button
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.components.segmented import Segmented
from tests.ui.stage import Stage


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_like_space(stage: Stage, qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("pressed")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_every_button_that_leads_somewhere_is_pressed_by_enter(stage: Stage) -> None:
    """Answers and filters are chosen by Space: Enter belongs to what they are part of."""
    others = (ChoiceChip, QCheckBox, QToolButton)
    found = [each for each in stage.window.findChildren(QAbstractButton) if not isinstance(each, (Pressable, *others))]
    parts = {part for each in stage.window.findChildren(Segmented) for part in each.findChildren(QAbstractButton)}
    names = {each.objectName() for each in found if each not in parts}
    assert names == {"qt_tableview_cornerbutton"}, "Qt's own, which nobody reaches by key"
