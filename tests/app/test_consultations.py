"""The log of looking in the window: for whom it is, whose it is, and that reading it is logged."""

from __future__ import annotations

import uuid
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.services.oversight.audit_log import LogFilter
from icjims_desktop.ui.consultations.data import Whose
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk, at_desk
from tests.app.station import enrolled, new_case
from tests.sync.district import District


def test_an_auditor_reads_the_log_of_this_workstation_and_of_the_centre_and_that_is_logged(
    dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path
) -> None:
    with enrolled(town, "aida").open() as aida:
        case = new_case(aida)
        aida.records.show(case)
        aida.syncing.synchronise()
    auditor = enrolled(town, "ainura", role="auditor")
    with at_desk(dressed, qtbot, auditor, tmp_path / "config-auditor") as desk:
        desk.unlock()
        log = desk.house.log
        assert log is not None
        desk.house.open(Place("log"))
        desk.settled()
        desk.until(lambda: log.view.states.currentIndex() == 0 or log.view.table.words.rowCount() == 0)
        assert {each[1].text for each in log.view.table.words.rows} <= {"ainura"}, "only of this workstation"
        log.view.sources[Whose.CENTRE].click()
        desk.until(lambda: any(each[1].text == "aida" for each in log.view.table.words.rows))
        about = {cell.text for each in log.view.table.words.rows for cell in each}
        assert str(uuid.UUID(bytes=case)) in about, "a case that is not here is called by its id"
        log.view.filter_field.edit.setText("aida")
        assert {each[1].text for each in log.view.table.words.rows} == {"aida"}
        log.view.filter_field.edit.setText("")
        log.view.sources[Whose.WORKSTATION].click()
        desk.settled()
        desk.until(lambda: any("чтение журнала" in each[3].text for each in log.view.table.words.rows))
        told = desk.house.workplace.workspace.audit_log(LogFilter())["events"]
    assert isinstance(told, list)
    assert [each["event"] for each in told].count("log") >= 2, "each reading of this workstation's log"


def test_who_may_not_read_the_log_has_no_page_of_it(desk: Desk) -> None:
    desk.unlock()
    assert desk.house.log is None
    assert not desk.window.shell.rail.shows("log")
    assert desk.window.shell.rail.shows("papers")
