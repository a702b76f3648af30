"""Children in lists outside the assignment: initials in lists, search, the finder of persons and candidates."""

from __future__ import annotations

import datetime
from typing import Any, cast

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, text

CHILD = ("surname=Үсөнов", "name=Айбек", "patronymic=Бакытович", "birth_date=2012-05-05", "sex=male")
GROWN = ("surname=Үсөнов", "name=Бакыт", "patronymic=Асанович", "birth_date=1985-05-05", "sex=male")
SECRET = ("Үсөнов", "Айбек", "Бакытович", "2012-05-05")


def taken_by(workspace: Workspace, case: bytes, login: str) -> None:
    words = ("kind=single", f"officer={login}", f"login={login}", "accepted_at=2026-09-01 09:00")
    workspace.records.new("acceptance", assignments.parse(words), case=case)


def person(workspace: Workspace, case: bytes, words: tuple[str, ...]) -> bytes:
    return workspace.records.new("person", assignments.parse(words), case=case).record


@pytest.fixture
def office(bureau: Bureau, aida: Workspace) -> tuple[Workspace, Workspace, bytes, bytes]:
    """A colleague, the investigator in charge, and in his case a child and a grown-up."""
    azamat, other = bureau.open("azamat", "investigator"), bureau.open("other", "investigator")
    case = new_case(aida)
    taken_by(aida, case, "azamat")
    child, grown = person(aida, case, CHILD), person(aida, case, GROWN)
    bureau.exchange()
    return other, azamat, child, grown


def told(answer: object) -> bool:
    return any(each in str(answer) for each in SECRET)


def test_a_colleague_reads_initials_and_nothing_else(office: tuple[Workspace, Workspace, bytes, bytes]) -> None:
    other, _, child, grown = office
    listed: Any = {each["id"]: each for each in other.records.list("person")["records"]}  # type: ignore[attr-defined]
    assert listed[text(child)]["masked"] is True
    assert listed[text(child)]["fields"] == {"surname": {"value": "Ү. А. Б."}, "sex": {"value": "male"}}
    assert listed[text(grown)]["fields"]["name"] == {"value": "Бакыт"}
    assert "masked" not in listed[text(grown)]
    hits: Any = other.records.search("Айбек", "ru")["hits"]
    assert [each["text"] for each in hits] == ["Ү. А. Б."]
    (found,) = other.persons.find("Айбек Үсөнов", "ru", limit=1)
    assert (found.record, found.line, found.masked) == (child, "Ү. А. Б.", True)
    assert not told(found.document("ru")["text"])
    assert "2012-05-05" not in str(found.document("ru"))


def test_candidates_tell_that_there_is_somebody_but_not_who(
    office: tuple[Workspace, Workspace, bytes, bytes],
) -> None:
    other, _, child, _ = office
    typed = {"surname": "Usonov", "name": "Aybek", "birth_date": "2012-05-05"}
    (found,) = other.persons.before_making(typed, "ru")
    assert (found.record, found.masked) == (child, True)
    assert not any(each in str(found.reasons("ru")) for each in ("Үсөнов", "Айбек"))
    assert "Фамилия та же в другом написании: … — …" in found.reasons("ru")


def test_an_explanation_tells_nothing_of_a_masked_child_either(
    aida: Workspace, bureau: Bureau, office: tuple[Workspace, Workspace, bytes, bytes]
) -> None:
    other, _, child, _ = office
    twin = person(aida, new_case(aida), ("surname=Үсөнов", "birth_date=2012-05-05", "name=А."))
    bureau.exchange()
    other.records.show(child, purpose="criminal_proceedings")
    (found,) = other.persons.candidates(child, "ru")
    assert (found.record, found.masked) == (twin, False)
    assert not any(each in str(found.reasons("ru")) for each in SECRET)
    ((one, another),) = other.persons.duplicates("ru")
    assert {one.record, another.record} == {child, twin}
    assert not any(each in str((one.reasons("ru"), another.reasons("ru"))) for each in SECRET)
    assert other.persons.group(child, "ru")["group"] == []


def test_who_has_the_case_and_the_clerk_read_the_name(
    aida: Workspace, office: tuple[Workspace, Workspace, bytes, bytes]
) -> None:
    _, azamat, child, _ = office
    for each in (azamat, aida):
        assert "masked" not in str(each.records.list("person"))
        hits: Any = each.records.search("Айбек", "ru")["hits"]
        assert "Үсөнов Айбек" in hits[0]["text"]
        assert each.persons.find("Айбек Үсөнов", "ru")[0].record == child
        assert told(each.persons.find("Айбек Үсөнов", "ru")[0].line)


def test_a_record_that_is_opened_is_read_whole(office: tuple[Workspace, Workspace, bytes, bytes]) -> None:
    other, _, child, _ = office
    assert told(other.records.show(child, purpose="criminal_proceedings: другое"))


def test_a_case_that_nobody_took_is_read_whole_in_its_office_and_masked_in_another(bureau: Bureau) -> None:
    aida, azamat = bureau.open("aida", "clerk"), bureau.open("azamat", "investigator")
    child = person(aida, new_case(aida), CHILD)
    bureau.exchange()
    (found,) = azamat.persons.find("Айбек Үсөнов", "ru", limit=1)
    assert (found.record, found.masked) == (child, False)
    stranger = bureau.open("erkin", "clerk", office="008")
    bureau.exchange()
    assert [each.masked for each in stranger.persons.find("Айбек Үсөнов", "ru", limit=1)] == [True]


def test_of_age_the_name_is_read_by_all(bureau: Bureau, office: tuple[Workspace, Workspace, bytes, bytes]) -> None:
    other, _, _, _ = office
    bureau.time += 6 * 366 * 86_400_000
    assert "masked" not in str(other.records.list("person"))


def test_a_list_of_disputes_and_of_due_dates_shows_initials(
    bureau: Bureau, aida: Workspace, office: tuple[Workspace, Workspace, bytes, bytes]
) -> None:
    other, azamat, child, _ = office
    case = identifiers.parse(str(aida.records.show(child)["case"]))
    words = (f"person={text(child)}", 'actual_times:=[{"at": "2026-09-20T10:00+06:00", "source": "person"}]')
    aida.records.new("apprehension", assignments.parse(words), case=case)
    edit(azamat, child, "name=Айбек-бек")
    edit(aida, child, "name=Айбекжан")
    bureau.exchange()
    (dispute,) = other.cases.disputes("ru")
    assert dispute.step.sentence == "Ү. Б."
    (shown,) = aida.cases.disputes("ru")
    assert "Үсөнов" in shown.step.sentence
    everywhere: Any = other.procedure.deadlines(None, "ru", every=True)["deadlines"]
    names = {each["name"] for each in everywhere if each["person"] == text(child)}
    assert names == {"Ү. Б."}
    other.state_purpose(case, "criminal_proceedings")
    opened: Any = other.procedure.deadlines(case, "ru", every=True)["deadlines"]
    assert any("Үсөнов" in str(each["name"]) for each in opened)


def test_who_must_state_a_purpose_is_offered_nobody_before(
    bureau: Bureau, office: tuple[Workspace, Workspace, bytes, bytes]
) -> None:
    _, _, child, _ = office
    auditor = bureau.open("auditor", "auditor")
    bureau.exchange()
    assert auditor.persons.find("Үсөнов Бакыт", "ru") == ()
    assert auditor.persons.before_making({"surname": "Үсөнов", "name": "Бакыт", "birth_date": "1985-05-05"}, "ru") == ()
    assert auditor.persons.duplicates("ru") == ()
    for ask in (auditor.persons.candidates, auditor.persons.group):
        with pytest.raises(Refused, match="purpose_required"):
            ask(child, "ru")
    auditor.records.show(child, purpose="supervision: проверка")
    assert auditor.persons.group(child, "ru")["group"] == []
    assert [each.masked for each in auditor.persons.find("Үсөнов Айбек", "ru", limit=1)] == [True]


def test_who_was_held_is_told_with_initials_of_a_child(
    aida: Workspace, bureau: Bureau, office: tuple[Workspace, Workspace, bytes, bytes]
) -> None:
    other, azamat, child, grown = office
    case = identifiers.parse(str(aida.records.show(child)["case"]))
    for each in (child, grown):
        admitted = 'admission_times:={"at": "2026-09-07 15:00", "source": "protocol"}'
        words = (f"person={text(each)}", "facility=ИВС", "admission_decision=admitted", admitted)
        told_too = ("commitment_document=№ 5", "rights_explained_at=2026-09-07 15:10")
        aida.records.new("facility_admission", assignments.parse((*words, *told_too)), case=case)
    bureau.exchange()
    day = datetime.date(2026, 9, 8)
    names = {desk: {each["name"] for each in held(desk, day)} for desk in (other, azamat)}
    assert names[other] == {"Ү. А. Б.", "Үсөнов Бакыт Асанович"}
    assert names[azamat] == {"Үсөнов Айбек Бакытович", "Үсөнов Бакыт Асанович"}


def held(workspace: Workspace, day: datetime.date) -> Any:
    return workspace.duties.held(day, "", "ru")["held"]


def test_outside_ones_own_cases_a_list_shows_what_finds_and_nothing_else(
    aida: Workspace, office: tuple[Workspace, Workspace, bytes, bytes], bureau: Bureau
) -> None:
    other, azamat, _, grown = office
    words = ("pin=21405198500123", "document_number=AN1234567", "phones+=+996 555 000000", "actual_address=Талаа 5")
    edit(aida, grown, *words, "workplace=Базар", "pregnancy=no", "aliases+=Бака")
    bureau.exchange()
    secret = ("21405198500123", "AN1234567", "555 000000", "Талаа", "Базар", "pregnancy", "Бака")
    asked = assignments.parse(("pin=21405198500123",))

    (brief,) = cast("list[Any]", other.records.list("person", asked)["records"])
    assert brief["brief"] is True
    assert brief["fields"].keys() == {"surname", "name", "patronymic", "birth_date", "birth_year", "sex"}
    assert not any(each in str(brief) for each in secret)
    (hit,) = cast("list[Any]", other.records.search("AN1234567", "ru")["hits"])
    assert (hit["brief"], hit["text"]) == (True, "Үсөнов Бакыт Асанович, дата рождения 05.05.1985")
    typed = {"surname": "Үсөнов", "name": "Бакыт", "birth_date": "1985-05-05", "pin": "21405198500124"}
    for found in (*other.persons.find("Үсөнов Бакыт", "ru", limit=1), *other.persons.before_making(typed, "ru")):
        assert not any(each in str(found.document("ru")) for each in secret)

    for desk, why in ((azamat, None), (aida, None), (other, "criminal_proceedings: сверка")):
        (whole,) = cast("list[Any]", desk.records.list("person", asked, purpose=why)["records"])
        assert "brief" not in whole
        assert whole["fields"]["pin"] == {"value": "21405198500123"}
        assert whole["withheld"] == ["pregnancy"]


def test_a_case_outside_is_listed_without_its_story(
    aida: Workspace, office: tuple[Workspace, Workspace, bytes, bytes]
) -> None:
    other, azamat, _, _ = office
    for desk, told_of in ((other, False), (azamat, True), (aida, True)):
        (line,) = desk.cases.lines(list(desk.cases.numbers()), "ru")
        assert ("summary" in line.values) is told_of
        assert ("summary" in str(desk.records.list("case"))) is told_of
