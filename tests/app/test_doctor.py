"""A doctor of another office examines a person and records what he hears, in a case of his own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_core.modules import registry
from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk, at_desk
from tests.app.station import enrolled, new_case
from tests.sync.district import District

PRISON = "050"


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path) -> Iterator[Desk]:
    """The window of a doctor of a prison."""
    doctor = enrolled(town, "doctor", role="facility_doctor", office=PRISON)
    with at_desk(dressed, qtbot, doctor, tmp_path / "config") as made:
        yield made


def form_of(desk: Desk) -> RecordFormView:
    desk.until(lambda: desk.house.form.place and desk.house.form.view.states.state is PageState.READY)
    desk.settled()
    return desk.house.form.view


def begin(desk: Desk, type_: str) -> RecordFormView:
    """Choose a step of the case by its name."""
    desk.until(lambda: desk.window.shell.current_page == "case")
    desk.settled()
    desk.key("K")
    sheet = desk.house.dossier.view.sheet
    desk.until(sheet.isVisible)
    desk.typed(registry()[type_].label.ru)
    desk.until(lambda: sheet.model.shown and sheet.model.shown[0].id == type_)
    assert sheet.model.shown[0].allowed
    desk.key("Return")
    desk.until(lambda: desk.house.form.place and desk.house.form.place.type == type_)
    return form_of(desk)


def recorded(workspace: Workspace, type_: str) -> list[dict[str, Any]]:
    found: Any = workspace.records.list(type_)["records"]
    return list(found)


def fill(desk: Desk, form: RecordFormView, **values: object) -> None:
    """State fields of the form and record it."""
    for name, value in values.items():
        editor = form.editor_row(name).editor
        editor.show_value(value)
        editor.changed.emit()
    judged = form.judgement()
    assert (judged.problems, judged.empty) == ({}, ())
    form.save_asked.emit(dict(judged.values), False)  # noqa: FBT003 - a signal
    desk.settled()


def test_nobody_assigns_him_and_the_police_do_not_see_it(desk: Desk, town: District) -> None:
    police = enrolled(town, "aida")
    with police.open() as workspace:
        theirs = new_case(workspace)
        workspace.records.new("person", assignments.parse(["surname=Токтогулов"]), case=theirs)
        workspace.syncing.synchronise()
    desk.unlock()
    desk.key("Ctrl+N")
    form = form_of(desk)
    fill(desk, form, summary="Осмотр по обращению")
    fill(desk, begin(desk, "person"), surname="Токтогулов")
    desk.settled()
    workspace = desk.house.workplace.workspace
    (case,), (person,) = (recorded(workspace, each) for each in ("case", "person"))
    examined = {"person": person["id"], "occasion": "transfer", "examined_at": "2026-03-07T12:00+06:00"}
    fill(desk, begin(desk, "medical_examination"), **examined)
    desk.until(lambda: len(recorded(workspace, "medical_examination")) == 1)
    desk.house.open(Place("case", case=str(case["id"])))
    begin(desk, "allegation")
    workspace.syncing.synchronise()
    with police.open() as colleague:
        colleague.syncing.synchronise()
        with pytest.raises(Refused, match="not_found"):
            colleague.records.show(uuid.UUID(str(case["id"])).bytes)
