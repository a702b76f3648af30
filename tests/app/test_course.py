"""The page of a case tells where the case stands, and how far each act has come."""

from __future__ import annotations

from icjims_core import codes
from icjims_core.workflow import case_machine
from icjims_desktop.services import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.components.timeline import TimelineModel, TimelineRow
from icjims_desktop.ui.dossier import reading
from icjims_desktop.ui.wording import local
from tests.app.station import enrolled, new_case
from tests.sync.district import PASSWORD, District, now_ms

REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Событие не подтвердилось")


def rows(workspace: Workspace, case: bytes) -> dict[bool | None, TimelineRow]:
    return {row.signed: row for row in reading.dossier(workspace, case, "ru", local(now_ms())).steps}


def test_the_head_tells_the_derived_state(town: District) -> None:
    with enrolled(town, "aida").open() as workspace:
        case = new_case(workspace)
        told = reading.dossier(workspace, case, "ru", local(now_ms()))
        state = str(workspace.procedure.course(case, "ru")["state"])
    assert told.chips[0].text == codes.code_list(case_machine().states).label(state, "ru")


def test_an_act_tells_how_far_it_has_come(town: District) -> None:
    with enrolled(town, "aida", role="investigator").open() as workspace:
        case = new_case(workspace)
        assert set(rows(workspace, case)) == {None}
        act = workspace.records.new("refusal", assignments.parse(REFUSAL), case=case).record
        draft = rows(workspace, case)[False]
        workspace.signing.sign(act, workspace.signing.enter(PASSWORD))
        signed = rows(workspace, case)[True]
    model = TimelineModel()
    assert [model.signed_words(each) for each in (draft, signed)] == ["не подписан", "подписан"]
