"""What is missing before a signature: the gravest first and in few lines, the rest folded; nothing is said twice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.signing.data import Need
from icjims_desktop.ui.signing.sheet import SigningSheet
from icjims_desktop.ui.signing.warned import MOST, MOST_UNSAID, WarnedPanel
from icjims_desktop.ui.workplace import Place
from tests.ui.scenes_of_signing import to_sign
from tests.ui.stage import Stage

SAFEGUARDS = tuple(Need(f"s{number}", f"Safeguard {number}", "art. 97 CPC", blocks=False) for number in range(5))
UNSAID = tuple(Need("", f"Item {number}", "art. 170(3) CPC", blocks=False) for number in range(2))


@pytest.fixture
def sheet(stage: Stage) -> SigningSheet:
    stage.show("sign")
    return stage.signing


def told(sheet: SigningSheet, *needs: Need) -> WarnedPanel:
    before = set(sheet.findChildren(WarnedPanel))
    sheet.show_data(replace(to_sign(), needs=needs))
    (panel,) = set(sheet.findChildren(WarnedPanel)) - before
    return panel


def lines(panel: WarnedPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.text() and not each.isHidden()]


def test_few_lines_are_shown_and_the_rest_opens_with_a_button(sheet: SigningSheet, qtbot: QtBot) -> None:
    panel = told(sheet, *SAFEGUARDS, *UNSAID)
    shown = [f"Safeguard {number} — art. 97 CPC" for number in range(MOST)]
    assert [each for each in lines(panel) if each.startswith(("Safeguard ", "Item"))] == [
        *shown,
        "Item 0 — art. 170(3) CPC",
    ]
    assert any(each.endswith(": 5") for each in lines(panel)), "how many there are is told"
    qtbot.waitUntil(lambda: sheet.read.height() > panel.height() > 0)
    low = panel.height()
    panel.more.click()
    assert sum(each.startswith(("Safeguard ", "Item")) for each in lines(panel)) == 7
    qtbot.waitUntil(lambda: panel.height() > low and sheet.read.height() >= panel.height())
    panel.more.click()
    assert sum(each.startswith(("Safeguard ", "Item")) for each in lines(panel)) == MOST + MOST_UNSAID


def test_what_is_missing_on_several_occasions_is_one_line(sheet: SigningSheet) -> None:
    panel = told(sheet, SAFEGUARDS[0], replace(SAFEGUARDS[0]), UNSAID[0])
    assert "Safeguard 0 — art. 97 CPC (×2)" in lines(panel)
    assert panel.more.isHidden(), "nothing is folded"


def test_no_heading_speaks_of_what_does_not_stand_before_it(sheet: SigningSheet) -> None:
    panel = told(sheet, *UNSAID)
    assert not [each for each in lines(panel) if "either" in each or "as well" in each or "Safeguards" in each]


def test_what_holds_a_signature_back_leads_to_the_reason_by_one_key(sheet: SigningSheet, qtbot: QtBot) -> None:
    place = Place("form", record="r", unit="lawyer_missing_reason")
    need = Need("lawyer", "Lawyer", "art. 102 CPC", blocks=True, reason_at=place)
    sheet.close_sheet()
    sheet.show_data(replace(to_sign(), needs=(need,)))
    with qtbot.waitSignal(sheet.reason_asked) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [place]
