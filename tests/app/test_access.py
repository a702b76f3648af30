"""The window asks why a case outside one's own is opened, and leaves disputes on liberty to the prosecutor."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.shell.finder import Finder
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk, at_desk
from tests.app.station import NUMBER, Station, edit, enrolled, new_case
from tests.sync.district import District

ACTUAL = 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}'


@pytest.fixture
def beside(dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path) -> Iterator[Desk]:
    """The window of another officer of the office."""
    with at_desk(dressed, qtbot, enrolled(town, "bek", role="inquiry_officer"), tmp_path / "config") as made:
        yield made


def taken(station: Station) -> bytes:
    """A case that an officer has accepted, at the centre."""
    words = ("kind=single", "officer=Осмонов", "login=aida", "accepted_at=2026-09-01 09:00")
    with station.open() as workspace:
        case = new_case(workspace)
        workspace.records.new("acceptance", assignments.parse(words), case=case)
        workspace.syncing.synchronise()
    return case


def exchanged(desk: Desk) -> None:
    """The window has met the centre."""
    desk.house.workplace.workspace.syncing.synchronise()
    desk.house.workplace.changed.emit()
    desk.settled()


def test_the_list_and_the_search_say_that_a_colleagues_case_is_brief_until_a_purpose_is_stated(
    beside: Desk, town: District
) -> None:
    case = taken(enrolled(town, "aida", role="investigator"))
    beside.unlock()
    exchanged(beside)
    beside.key("Ctrl+2")
    view = beside.house.cases.view
    beside.until(lambda: view.model.rowCount() and view.model.row_at(0) is not None)
    row = view.model.row_at(0)
    assert row is not None
    assert row.brief
    assert "Enter спросит цель" in view.model.cell_text(row, "title")
    beside.key("Ctrl+K")
    beside.typed(NUMBER)
    (finder,) = beside.window.findChildren(Finder)
    beside.until(lambda: "назовите цель" in finder.list.accessibleName())
    beside.house.workplace.workspace.state_purpose(case, "supervision")
    exchanged(beside)
    beside.until(lambda: (found := view.model.row_at(0)) is not None and not found.brief)


def test_a_case_in_anothers_charge_opens_after_the_purpose(beside: Desk, town: District) -> None:
    case = taken(enrolled(town, "aida", role="investigator"))
    beside.unlock()
    exchanged(beside)
    place = Place("case", case=str(uuid.UUID(bytes=case)))
    dossier = beside.house.dossier
    beside.house.open(place)
    beside.until(dossier.view.purpose.isVisible)
    assert dossier.view.timeline.steps.rowCount() == 0
    beside.key("Return")
    assert dossier.view.purpose.isVisible(), "without a purpose it stays closed"
    beside.key("Esc")
    beside.until(lambda: beside.window.shell.current_page == "cases")
    beside.house.open(place)
    beside.until(dossier.view.purpose.isVisible)
    beside.key("Space")
    dossier.view.purpose.words.setFocus()
    beside.typed("жалоба потерпевшего")
    beside.key("Return")
    beside.until(lambda: dossier.view.timeline.steps.rowCount() > 1)
    beside.settled()
    assert dossier.view.states.state is PageState.READY
    assert not dossier.view.purpose.isVisible()


def test_an_author_explains_where_the_prosecutor_decides(desk: Desk, town: District) -> None:
    with desk.station.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(("surname=Асанов",)), case=case).record
        words = (f"person={uuid.UUID(bytes=person)}", "ground=caught", "motive=На месте", ACTUAL)
        record = workspace.records.new("apprehension", assignments.parse(words), case=case).record
        workspace.syncing.synchronise()
        with enrolled(town, "bakyt").open() as colleague:
            colleague.syncing.synchronise()
            edit(colleague, record, "released_at=2026-09-20 18:00", "release_ground=no_need")
            edit(workspace, record, "released_at=2026-09-20 10:00", "release_ground=no_need")
            colleague.syncing.synchronise()
    desk.unlock()
    exchanged(desk)
    conflicts = desk.house.conflicts
    conflicts.open(f"{uuid.UUID(bytes=record)}/release")
    desk.until(lambda: conflicts.view.detail_shown)
    desk.settled()
    detail = conflicts.view.detail
    model = detail._model
    assert model is not None
    assert not model.data.may_decide
    assert model.data.notice is not None
    assert "Решает надзирающий прокурор" in detail._explained.text()
    detail.choose(0, "mine")
    assert not model.complete, "his own choice decides nothing"
    detail.reason.setText("Отпущен по моему звонку")
    detail.accept.click()
    desk.until(lambda: detail._model is not None and detail._model.data.explained)
    assert "Отпущен по моему звонку" in detail._explained.text()
    with enrolled(town, "cholpon", role="prosecutor").open() as prosecutor:
        desk.house.workplace.workspace.syncing.synchronise()
        prosecutor.syncing.synchronise()
        (found,) = prosecutor.cases.disputes("ru")
        unit = found.units[0]
        assert unit["may_resolve"]
        assert "Отпущен по моему звонку" in str(unit["explanations"])
