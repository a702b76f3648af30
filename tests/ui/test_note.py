"""What is told over a page is short, stays with its page, shows its key, and leaves the focus in the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from icjims_desktop.ui.commands import cap_of
from icjims_desktop.ui.shell.view import ShellView
from tests.ui.stage import Stage

LONG = "\n".join(f"{at}. Не отмечены гарантии лица: объявлено, в чём подозревается; права." for at in range(9))


@pytest.fixture
def shell(stage: Stage) -> ShellView:
    stage.show("case")
    return stage.window.shell


def test_a_long_note_is_two_lines_and_opens_on_demand(shell: ShellView) -> None:
    shell.show_note("Записано. Обратите внимание:", LONG)
    assert shell.note.sizeHint().height() < shell.height() // 8
    assert "8. Не отмечены" in shell.note.accessibleName()
    folded = shell.note.sizeHint().height()
    shell.note.more.click()
    assert folded < shell.note.sizeHint().height() < shell.height() // 3
    shell.note.more.click()
    assert shell.note.sizeHint().height() == folded


def test_a_note_stays_on_its_page(shell: ShellView) -> None:
    shell.show_note("Записано.")
    assert shell.note.more.isHidden()
    shell.show_page("cases")
    assert shell.note.isHidden()


def test_a_note_goes_by_the_key_that_it_shows_and_the_focus_stays_in_the_page(shell: ShellView) -> None:
    shell.show_note("Записано.", LONG)
    assert shell.note.button._cap == cap_of("note_read") == "F9"
    shell.note.button.setFocus()
    shell.give("note_read")
    assert shell.note.isHidden()
    focus = QApplication.focusWidget()
    page = shell.stack.currentWidget()
    assert focus is not None
    assert page is not None
    assert page.isAncestorOf(focus)
