"""The page of a case tells where the case stands, and how far each act has come."""

from __future__ import annotations

import uuid
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from icjims_core import codes
from icjims_core.workflow import case_machine
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.components.timeline import TimelineModel, TimelineRow
from icjims_desktop.ui.dossier import reading
from icjims_desktop.ui.dossier.data import DossierData, Doubt
from icjims_desktop.ui.dossier.side import CaseSide
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.record_form import reading as form
from icjims_desktop.ui.wording import advice_words, local
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import at_desk
from tests.app.station import enrolled, new_case
from tests.services.bureau import new_person, text
from tests.services.offices import make
from tests.sync.district import PASSWORD, District, now_ms

REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Событие не подтвердилось")

LONG = " ".join(
    ["Названо лицо из другого дела, а его гарантии и сроки считаются там, где оно записано, и больше нигде."] * 3
)


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


def test_what_does_not_fit_is_told_when_it_is_recorded_and_stays_on_the_page(
    town: District, dressed: QApplication
) -> None:
    with enrolled(town, "aida", role="investigator").open() as workspace:
        case = new_case(workspace)
        opened = form.open_form(workspace, "indictment", "", str(uuid.UUID(bytes=case)), "ru", local(now_ms()))
        recorded = form.save(workspace, opened, {"drawn_at": "2026-03-03T10:00+06:00"}, "ru")
        doubts = reading.dossier(workspace, case, "ru", local(now_ms())).doubts
    assert [each.code for each in recorded.advice] == ["out_of_place"]
    assert recorded.record in {each.record for each in doubts}
    languages.choose(Language.RU)
    fact, consequence, remedy = advice_words(recorded.advice)
    assert "УПК" in consequence
    assert all((fact, remedy))
    several = advice_words([*recorded.advice, *recorded.advice])
    assert several[1].count(fact) == 2
    languages.choose(Language.EN)


def test_custody_for_too_long_by_what_nobody_signed_is_among_what_does_not_fit(town: District) -> None:
    term = ("decided_at=2026-03-03 10:00", "valid_from=2026-03-03 10:00", "valid_until=2026-06-03 10:00")
    with enrolled(town, "aida", role="investigator").open() as workspace:
        case = new_case(workspace)
        person = f"person={text(new_person(workspace, case))}"
        words = (person, "measure=custody", "step=chosen", "decision=granted", "decided_by=Бекова", *term)
        act = text(make(workspace, "restraint", case, *words))
        doubts = reading.dossier(workspace, case, "ru", local(now_ms())).doubts
    told = [each.title for each in doubts if each.record == act]
    assert any("каждый раз на срок до 2 месяцев" in each and "ст. 115(1), 303(3) УПК" in each for each in told)
    assert any("никем не подписана" in each for each in told)


def test_the_side_of_the_page_leads_to_what_does_not_fit(qtbot: QtBot) -> None:
    side = CaseSide()
    qtbot.addWidget(side)
    doubts = (Doubt("a-record", LONG, "Проверьте."), Doubt("", "Пропущен шаг."))
    side.show_data(DossierData("case", "1", "Кража", doubts=doubts))
    first = side.findChild(QAbstractButton, "doubt_0")
    assert first is not None
    assert first.accessibleName() == f"{LONG} Проверьте."
    side.show()
    qtbot.waitUntil(lambda: first.height() >= first.heightForWidth(first.width()))  # what is wrapped is not cut off
    with qtbot.waitSignal(side.record_opened) as opened:
        first.click()
    assert opened.args == ["a-record"]


def test_a_step_out_of_place_is_begun_by_keys_with_a_warning(
    dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path
) -> None:
    officer = enrolled(town, "aida", role="investigator")
    with officer.open() as workspace:
        case = new_case(workspace)
    with at_desk(dressed, qtbot, officer, tmp_path / "config") as desk:
        desk.unlock()
        desk.house.open(Place("case", case=str(uuid.UUID(bytes=case))))
        desk.settled()
        desk.house.dossier.view.timeline.setFocus()
        desk.key("K")
        sheet = desk.house.dossier.view.sheet
        desk.until(sheet.isVisible)
        desk.typed("мера пресечения")
        desk.until(lambda: [each.id for each in sheet.model.shown] == ["restraint"])
        (offer,) = sheet.model.shown
        assert not offer.allowed
        assert "Сначала должно быть записано" in offer.reason
        desk.key("Return")
        assert desk.window.shell.current_page == "case"
        told: list[tuple[str, str, str]] = []
        desk.house.workplace.noted.connect(lambda *words: told.append(words))
        desk.key("Return")
        desk.until(lambda: desk.window.shell.current_page == "form")
        desk.settled()
    assert [words[1] for words in told] == [offer.reason]


def test_an_order_drawn_up_long_after_the_deed_is_told_on_the_page_of_the_case(town: District) -> None:
    with enrolled(town, "aida", role="investigator").open() as workspace:
        case = new_case(workspace)
        person = new_person(workspace, case)
        stated = 'actual_times:={"at": "2026-03-07 09:00", "source": "officer"}'
        act = make(workspace, "apprehension", case, f"person={text(person)}", stated, "order_at=2026-03-07 15:30")
        doubts = reading.dossier(workspace, case, "ru", local(now_ms())).doubts
    assert any("6.5" in each.title for each in doubts if each.record == text(act))


def test_who_annulled_a_record_on_liberty_is_called_by_name(town: District) -> None:
    with enrolled(town, "aida", "Токтосунова Аида", role="investigator").open() as workspace:
        case = new_case(workspace)
        person = new_person(workspace, case)
        stated = 'actual_times:={"at": "2026-03-07 09:00", "source": "officer"}'
        act = make(
            workspace, "apprehension", case, f"person={text(person)}", stated, "lawyer_notified_at=2026-03-07 10:00"
        )
        workspace.records.annul(act, "Записано по ошибке")
        shown = reading.dossier(workspace, case, "ru", local(now_ms()))
    assert [alert.record for alert in shown.alerts] == [text(act)]
    assert "Токтосунова Аида, следователь" in shown.alerts[0].remark
    assert shown.told is not None
    assert [each.by for one in shown.told.persons for each in one.struck] == ["Токтосунова Аида, следователь"]
