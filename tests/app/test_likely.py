"""While a person's names are typed, whoever seems to be the same stands beside the form; an officer decides."""

from __future__ import annotations

import uuid

from PySide6.QtWidgets import QAbstractButton

from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.record_form.likely import LikelyCard
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import Station, new_case

ASANOV = ("surname=Асанов", "name=Жаныбек", "patronymic=Токтогулович", "birth_date=1990-03-07")


def two_cases(station: Station) -> tuple[str, str, str]:
    """A case with a person in it, and another case, by id."""
    with station.open() as workspace:
        first, second = new_case(workspace), new_case(workspace)
        person = workspace.records.new("person", assignments.parse(ASANOV), case=first).record
    return str(uuid.UUID(bytes=first)), str(uuid.UUID(bytes=second)), str(uuid.UUID(bytes=person))


def begun(desk: Desk, case: str, record: str = "") -> RecordFormView:
    desk.unlock()
    desk.house.open(Place("form", type="person", record=record, case=case))
    desk.until(lambda: desk.house.form.place is not None)
    desk.settled()
    return desk.house.form.view


def typed(desk: Desk, form: RecordFormView) -> LikelyCard:
    """A name in another spelling is typed, and the answer has come."""
    for field, text in (("surname", "Asanov"), ("name", "Djanibek")):
        form.editor_row(field).first_input().setFocus()
        desk.typed(text)
    form.editor_row("birth_date").editor.show_typed("07.03.1990")
    form.editor_row("birth_date").editor.changed.emit()
    desk.until(lambda: form.likely.persons)
    desk.settled()
    return form.likely


def button(card: LikelyCard, name: str) -> QAbstractButton:
    found = card.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_who_is_known_is_offered_with_reasons_while_typing(desk: Desk) -> None:
    _, second, person = two_cases(desk.station)
    form = begun(desk, second)
    assert not form.likely.isVisible()
    card = typed(desk, form)
    assert card.isVisible()
    (offered,) = card.persons
    assert (offered.record_id, offered.likely, offered.linked) == (person, True, False)
    assert "Фамилия та же в другом написании: Asanov — Асанов" in offered.reasons
    assert offered.name == "Асанов Жаныбек Токтогулович"
    button(card, "likely_open_0").click()
    desk.until(lambda: desk.house.form.place == Place("form", "person", person, offered.case_id))
    desk.settled()
    assert desk.house.workplace.workspace.drafts.count() == 1


def test_the_known_person_takes_part_in_place_of_a_new_record(desk: Desk) -> None:
    _, second, person = two_cases(desk.station)
    form = begun(desk, second)
    button(typed(desk, form), "likely_choose_0").click()
    desk.until(lambda: desk.house.form.place is not None and desk.house.form.place.type == "participant")
    desk.settled()
    assert form.raw()["person"] == person
    assert [each.key.type for each in desk.house.workplace.workspace.drafts.all()] == ["participant"]
    assert desk.house.workplace.workspace.records.list("person")["records"] != []
    persons = desk.house.workplace.workspace.records.list("person")["records"]
    assert isinstance(persons, list)
    assert len(persons) == 1


def test_two_records_are_linked_by_an_officer_with_reasons(desk: Desk) -> None:
    first, second, person = two_cases(desk.station)
    with desk.station.open() as workspace:
        case = uuid.UUID(second).bytes
        other = workspace.records.new("person", assignments.parse(ASANOV[:2]), case=case).record
        workspace.records.edit(other, assignments.parse(("birth_date=1990-03-07",)))
    form = begun(desk, second, str(uuid.UUID(bytes=other)))
    desk.until(lambda: form.likely.persons)
    button(form.likely, "likely_choose_0").click()
    desk.until(lambda: desk.house.form.place is not None and desk.house.form.place.type == "person_link")
    desk.settled()
    raw = form.raw()
    assert (raw["person"], raw["other_person"], raw["other_case"]) == (str(uuid.UUID(bytes=other)), person, first)
    assert raw["decision"] == "same"
    desk.key("Ctrl+S")
    desk.until(lambda: desk.house.workplace.workspace.drafts.count() == 0)
    desk.settled()
    workspace = desk.house.workplace.workspace
    group = workspace.persons.group(uuid.UUID(person).bytes, "ru")["group"]
    assert isinstance(group, list)
    assert [each["id"] for each in group] == [str(uuid.UUID(bytes=other))]
    desk.house.open(Place("form", "person", person, first))
    desk.until(lambda: form.likely.persons and form.likely.persons[0].linked)


def test_other_records_have_no_such_card(desk: Desk) -> None:
    first, _, _ = two_cases(desk.station)
    desk.unlock()
    desk.house.open(Place("form", type="apprehension", case=first))
    desk.settled()
    assert desk.house.form.view.likely.persons == ()
    assert not desk.house.form.view.likely.isVisible()
