"""The sheet of steps: found by name in any language, walked by keys; what the law does not put here tells why first."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.dossier.data import ActOffer
from icjims_desktop.ui.dossier.step_sheet import StepSheet
from tests.ui.stage import Stage

WHY = "“Charge” is not provided for in the state “Check”: initiation comes first (CPC 154)"


def offers() -> tuple[ActOffer, ...]:
    return (
        ActOffer("charge", "Charge", "", WHY, allowed=False, names=("Айыптоо", "Обвинение")),
        ActOffer(
            "initiation", "Initiation", "art. 154 CPC", "leads to “Investigation”", names=("Козгоо", "Возбуждение")
        ),
        ActOffer("person", "Person", "", "", names=("Адам", "Лицо")),
        *(ActOffer(f"step_{number}", f"Step {number}", "", "", names=("Кадам", "Шаг")) for number in range(40)),
    )


@pytest.fixture
def sheet(stage: Stage) -> StepSheet:
    stage.show("case")
    found = stage.dossier.sheet
    found.show_offers(offers())
    found.open()
    return found


def ids(sheet: StepSheet) -> Sequence[str]:
    return [each.id for each in sheet.model.shown]


def typed(text: str) -> None:
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_all_steps_are_there_and_the_refused_ones_stand_last(sheet: StepSheet) -> None:
    assert ids(sheet)[:2] == ["initiation", "person"]
    assert ids(sheet)[-1] == "charge"
    assert len(ids(sheet)) == len(offers())
    assert sheet.list.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("words", ["лицо", "АДАМ", "person", "kbwj"])
def test_typing_finds_in_three_languages_and_in_the_other_layout(sheet: StepSheet, qtbot: QtBot, words: str) -> None:
    typed(words)
    assert ids(sheet) == ["person"]
    with qtbot.waitSignal(sheet.act_chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["person"]
    assert not sheet.isVisible()


def test_arrows_walk_and_letters_go_back_to_the_line(sheet: StepSheet, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is sheet.list
    assert sheet.list.currentIndex().row() == 1
    typed("в")
    assert QApplication.focusWidget() is sheet.field.edit
    assert sheet.field.edit.text() == "в"


def test_a_step_out_of_place_tells_why_and_is_begun_by_one_more_key(sheet: StepSheet, qtbot: QtBot) -> None:
    typed("обвинение")
    assert ids(sheet) == ["charge"]
    index = sheet.model.index(0, 0)
    begun: list[str] = []
    sheet.act_chosen.connect(begun.append)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    place = sheet.list.visualRect(index).center()
    qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert begun == []
    assert sheet.isVisible()
    assert QApplication.focusWidget() is sheet.anyway
    assert WHY in sheet.anyway.accessibleName()
    sheet.field.edit.setFocus()
    qtbot.keyClick(sheet.field.edit, Qt.Key.Key_Down)
    told = QAccessible.queryAccessibleInterface(sheet.list)
    assert told is not None
    spoken = told.child(0).text(QAccessible.Text.Name)
    assert WHY in spoken
    assert "the law does not provide for it now" in spoken
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(sheet.act_chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["charge"]


def test_esc_closes_whatever_is_typed(sheet: StepSheet, qtbot: QtBot) -> None:
    typed("person")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_is_lawful_offers_no_way_around(sheet: StepSheet) -> None:
    assert not sheet.anyway.isVisible()
    sheet.open_at("charge")
    assert sheet.anyway.isVisible()
    assert sheet.list.currentIndex().data() == "Charge"


def test_a_digit_chooses_only_while_nothing_is_typed(sheet: StepSheet, qtbot: QtBot) -> None:
    typed("step ")
    begun: list[str] = []
    sheet.act_chosen.connect(begun.append)
    typed("2")
    assert begun == []
    assert "step_2" in ids(sheet)
    sheet.field.edit.clear()
    qtbot.keyClick(sheet.field.edit, Qt.Key.Key_2)
    assert begun == ["person"]


def test_tab_stays_within_the_sheet(sheet: StepSheet, qtbot: QtBot) -> None:
    for expected in (sheet.list, sheet.field.edit, sheet.list):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
