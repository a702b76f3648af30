"""Keys: no clash, every layout, silent while somebody types."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icjims_core.names import begin_so
from icjims_desktop.ui.commands import COMMANDS, CommandSet, Scope, key_text, twin_keys
from icjims_desktop.ui.i18n import Language, languages
from tests.ui.stage import Stage


def test_no_two_commands_share_a_key_in_one_place() -> None:
    for first, second in combinations(COMMANDS, 2):
        if first.scope is second.scope or Scope.EVERYWHERE in {first.scope, second.scope}:
            assert not set(first.keys) & set(second.keys), (first.id, second.id)


def test_twin_keys_stand_on_the_same_place() -> None:
    assert twin_keys("K") == ("K", "Л")
    assert twin_keys("/") == ("/", ".")
    assert twin_keys("Ctrl+K") == ("Ctrl+K",)


def test_key_caps() -> None:
    assert key_text("Ctrl+Return") == "Ctrl Enter"
    assert key_text("Left") == "←"


def test_single_letters_are_silent_while_somebody_types(qtbot: QtBot) -> None:
    page, edit, heard = QWidget(), QLineEdit(), list[str]()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(page).addWidget(edit)
    CommandSet(page).add("pause", heard.append)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_P)
    assert heard == ["P"]
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_P)
    assert heard == ["P"]
    assert edit.text() == "p"


def test_single_letters_are_bound_in_cyrillic_layouts_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    CommandSet(page).add("pause", lambda _key: None)
    bound = {each.key().toString() for each in page.findChildren(QShortcut)}
    assert bound == {"P", "З"}


def test_keys_move_through_the_house(qtbot: QtBot, stage: Stage) -> None:
    stage.show("cases")
    shell, window = stage.window.shell, stage.window
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_8, control)
    assert shell.current_page == "sync"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.current_page == "cases"
    with qtbot.waitSignal(shell.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, control)
    qtbot.keyClick(window, Qt.Key.Key_K, control)
    assert shell.bar.find_field.edit.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert shell.keys.isVisible()
    qtbot.keyClick(shell.keys, Qt.Key.Key_Escape)
    assert not shell.keys.isVisible()
    assert shell.bar.find_field.edit.hasFocus()


def test_next_region_goes_round(qtbot: QtBot, stage: Stage) -> None:
    stage.show("cases")
    shell = stage.window.shell
    regions = (shell.rail, shell.bar, shell.stack.currentWidget())
    visited = []
    for _ in range(3):
        qtbot.keyClick(stage.window, Qt.Key.Key_F6)
        focus = stage.window.focusWidget()
        visited.append(next(i for i, each in enumerate(regions) if each and each.isAncestorOf(focus)))
    assert sorted(visited) == [0, 1, 2]


@pytest.mark.parametrize("shown", Language)
def test_a_command_is_found_in_every_language_and_told_in_the_one_that_is_shown(stage: Stage, shown: Language) -> None:
    stage.show("cases")
    languages.choose(shown)
    offered = stage.window.shell.offered()
    for typed, wanted in (("заблок", "lock"), ("КУЛПУЛОО", "lock"), ("бугун", "go_today")):
        found = [each for each in offered if begin_so(typed, *each.names)]
        assert wanted in {each.id for each in found}
        assert all(each.label == each.names[list(Language).index(shown)] for each in found)


def test_the_steps_of_an_open_case_are_found_too(stage: Stage) -> None:
    stage.show("case")
    chosen: list[str] = []
    stage.dossier.act_chosen.connect(chosen.append)
    steps = [each for each in stage.window.shell.offered() if each.id.startswith("step:")]
    assert steps
    stage.window.shell.give(steps[0].id)
    assert chosen == [steps[0].id.removeprefix("step:")]
    stage.dossier.sheet.open()
    assert not [each for each in stage.window.shell.offered() if each.id.startswith("step:")]
