"""Persons who may be one: offered before a record is made, linked with reasons, parted again; hidden ones never."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import OFFICE, Bureau, edit, new_case, text, values

ASANOV = ("surname=Асанов", "name=Жаныбек", "patronymic=Токтогулович", "birth_date=1990-03-07", "sex=male")
SPELLED = ("surname=Asanov", "name=Djanibek", "birth_date=1990-07-03")


def person(workspace: Workspace, *words: str, case: bytes | None = None) -> bytes:
    owner = case or new_case(workspace)
    return workspace.records.new("person", assignments.parse(words), case=owner).record


def ids(found: Any) -> list[bytes]:
    return [each.record for each in found]


def test_a_person_is_found_by_names_in_any_spelling_and_order(aida: Workspace) -> None:
    one = person(aida, *ASANOV, "pin=20703199000011", "document_number=ID1234567")
    other = person(aida, "surname=Осмонов", "name=Бакыт")
    for question in (
        "Асанов",
        "асан",
        "Жаныбек Асанов",
        "Djanybek Asanov",
        "Токтогул уулу Жаныбек",
        "20703199000011",
        "ID 1234567",
        "Асанов 07.03.1990",
        "Fcfyjd",
    ):
        assert ids(aida.persons.find(question, "ru"))[:1] == [one], question
    assert ids(aida.persons.find("Усманов Бакыт", "ru")) == [other]
    assert aida.persons.find("Сыдыков", "ru") == ()
    assert aida.persons.find("", "ru") == ()


def test_who_agrees_more_comes_first_with_the_reasons(aida: Workspace) -> None:
    person(aida, "surname=Асанов", "name=Бакыт")
    one = person(aida, *ASANOV)
    found = aida.persons.find("Асанов Жаныбек 1990", "ru")
    assert ids(found)[0] == one
    document: Any = found[0].document("ru")
    assert [each["text"] for each in document["explanation"]] == [
        "Фамилия совпадает: Асанов",
        "Имя совпадает: Жаныбек",
        "Год рождения совпадает: 1990",
    ]
    assert document["score"] == found[0].score.percent


def test_before_a_record_is_made_the_likely_ones_are_offered(aida: Workspace) -> None:
    one = person(aida, *ASANOV)
    typed = dict(each.split("=", 1) for each in SPELLED)
    found = aida.persons.before_making(typed, "ru")
    assert ids(found) == [one]
    assert found[0].score.grade == "likely"
    assert ids(aida.persons.before_making(typed, "ru", record=one)) == []
    assert aida.persons.before_making({"surname": "Асанов", "birth_date": "31.02"}, "ru") == ()
    assert aida.persons.before_making({"surname": ["?"], "nonsense": 1, "birth_date": "завтра"}, "ru") == ()


def test_candidates_of_a_record_leave_it_and_those_told_apart_out(aida: Workspace) -> None:
    one, other, third = (person(aida, *words) for words in (ASANOV, SPELLED, ASANOV))
    assert set(ids(aida.persons.candidates(one, "ru"))) == {other, third}
    aida.persons.link(one, other, "видела обоих", same=False)
    assert ids(aida.persons.candidates(one, "ru")) == [third]
    assert ids(aida.persons.candidates(other, "ru")) == [third]
    with pytest.raises(Refused, match="not_a_person"):
        aida.persons.candidates(new_case(aida), "ru")


def test_an_annulled_person_is_offered_to_nobody(aida: Workspace) -> None:
    one, other = person(aida, *ASANOV), person(aida, *SPELLED)
    aida.records.annul(other, "ошибка")
    assert aida.persons.candidates(one, "ru") == ()
    aida.records.annul(other, "всё же верно", undo=True)
    assert ids(aida.persons.candidates(one, "ru")) == [other]


def test_a_link_states_score_ground_and_both_cases_and_changes_neither_person(aida: Workspace) -> None:
    one, other = person(aida, *ASANOV), person(aida, *SPELLED)
    before = values(aida, one), values(aida, other)
    saved = aida.persons.link(one, other, "по фотографии", ground="photo")
    stated = values(aida, saved.record)
    assert (stated["person"], stated["other_person"]) == (text(one), text(other))
    assert (stated["decision"], stated["grounds"]) == ("same", ["photo"])
    assert isinstance(stated["score"], int)
    assert "surname_spelled +6.5" in str(stated["score_parts"])
    assert stated["other_case"]
    assert (values(aida, one), values(aida, other)) == before
    group: Any = aida.persons.group(one, "ru")
    assert [each["id"] for each in group["group"]] == [text(other)]


def test_links_reach_through_others_and_are_undone(aida: Workspace) -> None:
    first, second, third = (person(aida, *ASANOV) for _ in range(3))
    aida.persons.link(first, second, "одно лицо")
    aida.persons.link(third, second, "одно лицо")
    group: Any = aida.persons.group(first, "ru")
    assert {each["id"] for each in group["group"]} == {text(second), text(third)}
    assert all(each.linked for each in aida.persons.candidates(first, "ru"))
    with pytest.raises(Refused, match="already_linked"):
        aida.persons.link(second, first, "ещё раз")
    aida.persons.unlink(second, first, "ошиблась")
    group = aida.persons.group(first, "ru")
    assert group["group"] == []
    with pytest.raises(Refused, match="not_linked"):
        aida.persons.unlink(first, second, "ещё раз")


def test_pairs_are_listed_until_somebody_decides(aida: Workspace) -> None:
    first, second, third = (person(aida, *ASANOV) for _ in range(3))
    person(aida, "surname=Асанов", "name=Жаныбек")
    person(aida, "surname=Осмонов", "name=Бакыт", "birth_date=1990-03-07")

    def listed() -> set[frozenset[bytes]]:
        return {frozenset((one.record, other.record)) for one, other in aida.persons.duplicates("ru")}

    assert listed() == {frozenset(each) for each in ((first, second), (first, third), (second, third))}
    assert len(aida.persons.duplicates("ru", limit=1)) == 1
    aida.persons.link(first, second, "братья", same=False)
    assert listed() == {frozenset((first, third)), frozenset((second, third))}
    aida.persons.link(first, third, "одно лицо")
    assert listed() == {frozenset((second, third))}
    aida.persons.unlink(first, second, "ошибка")
    aida.persons.link(first, second, "одно лицо")
    assert listed() == set()


def test_a_group_that_contradicts_itself_says_so(aida: Workspace) -> None:
    first, second, third = (person(aida, *ASANOV) for _ in range(3))
    aida.persons.link(first, second, "одно лицо")
    aida.persons.link(second, third, "одно лицо")
    assert aida.persons.group(first, "ru")["denied"] == []
    apart = aida.persons.link(first, third, "братья", same=False)
    assert aida.persons.group(second, "ru")["denied"] == [text(apart.record)]


def test_linking_asks_for_reasons_and_two_persons(aida: Workspace) -> None:
    one, other = person(aida, *ASANOV), person(aida, *SPELLED)
    with pytest.raises(Refused, match="reason_required"):
        aida.persons.link(one, other, " ")
    with pytest.raises(Refused, match="same_record"):
        aida.persons.link(one, one, "то же")
    with pytest.raises(Refused, match="not_a_person"):
        aida.persons.link(one, new_case(aida), "дело")
    with pytest.raises(Refused, match="not_found"):
        aida.persons.link(one, b"?" * 16, "нет такого")
    assert aida.persons.group(one, "ru")["links"] == []


def test_the_ground_is_what_the_comparison_found(aida: Workspace) -> None:
    numbered = [person(aida, *ASANOV, "pin=20703199000011") for _ in range(2)]
    named = [person(aida, "surname=Осмонов", "name=Бакыт") for _ in range(2)]
    grounds = [values(aida, aida.persons.link(one, other, "да").record)["grounds"] for one, other in (numbered, named)]
    assert grounds == [["same_pin"], ["similar_names"]]


def test_combination_is_in_the_audit_log_before_it_is_made(
    bureau: Bureau, aida: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = person(aida, *ASANOV), person(aida, *SPELLED)
    aida.persons.link(one, other, "одно лицо")
    aida.persons.unlink(one, other, "ошибка")
    events = [each for each in bureau.audit(aida) if each["event"] == "combination"]
    assert [(each["action"], each["records"], each["reason"]) for each in events] == [
        ("link", [text(one), text(other)], "одно лицо"),
        ("unlink", [text(one), text(other)], "ошибка"),
    ]
    made = aida.records.new(
        "person_link",
        assignments.parse((f"person={text(one)}", f"other_person={text(other)}", "decision=different")),
        case=identifiers.parse(str(aida.records.show(one)["case"])),
    )
    aida.records.annul(made.record, "ошибка")
    assert [each["action"] for each in bureau.audit(aida) if each["event"] == "combination"][2:] == [
        "tell_apart",
        "unlink",
    ]
    assert all(len(each["cases"]) == 2 for each in events)  # type: ignore[arg-type]

    def full(*_: object, **__: object) -> None:
        raise Refused("disk_full")

    monkeypatch.setattr(aida.store.journal, "commit_audit", full)
    for look in (
        lambda: aida.persons.link(one, other, "одно лицо"),
        lambda: aida.persons.find("Асанов", "ru"),
        lambda: aida.persons.candidates(one, "ru"),
        lambda: aida.persons.before_making({"surname": "Асанов", "name": "Жаныбек"}, "ru"),
        lambda: aida.persons.group(one, "ru"),
    ):
        with pytest.raises(Refused, match="disk_full"):
            look()


def test_what_is_offered_is_in_the_audit_log(bureau: Bureau, aida: Workspace) -> None:
    one, other = person(aida, *ASANOV), person(aida, *SPELLED)
    aida.persons.candidates(one, "ru")
    event: Any = bureau.audit(aida)[-1]
    assert (event["event"], event["action"], event["records"]) == ("consultation", "candidates", [text(other)])
    aida.persons.find("Асанов", "ru")
    event = bureau.audit(aida)[-1]
    assert (event["event"], event["text"]) == ("search", "Асанов")
    assert set(event["records"]) == {text(one), text(other)}


def test_persons_of_a_hidden_case_are_neither_offered_nor_linked(aida: Workspace) -> None:
    one, hidden = person(aida, *ASANOV), person(aida, *ASANOV)
    assert ids(aida.persons.candidates(one, "ru")) == [hidden]
    aida.persons.link(hidden, one, "одно лицо")
    case = aida.records.show(hidden)["case"]
    hide(aida, str(case))
    assert aida.persons.candidates(one, "ru") == ()
    assert ids(aida.persons.find("Асанов Жаныбек", "ru")) == [one]
    assert aida.persons.before_making(dict(each.split("=", 1) for each in ASANOV), "ru", record=one) == ()
    assert aida.persons.group(one, "ru")["group"] == []
    with pytest.raises(Refused, match="not_found"):
        aida.persons.link(one, hidden, "одно лицо", same=False)


def hide(workspace: Workspace, case: str) -> None:
    """The case belongs to another user of the same workstation from now on."""
    owner = identifiers.parse(case)
    with workspace.store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM case_feed WHERE case_id = ?", (owner,))
        connection.exec_driver_sql("INSERT INTO case_feed (case_id, feed, tally) VALUES (?, 'user:00', x'')", (owner,))


def test_both_values_of_a_conflict_are_found(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    one = person(aida, *ASANOV)
    bureau.exchange()
    edit(aida, one, "surname=Сыдыков")
    edit(bakyt, one, "surname=Осмонов")
    bureau.exchange()
    for surname in ("Сыдыков", "Осмонов"):
        assert ids(aida.persons.find(f"{surname} Жаныбек", "ru"))[:1] == [one]


def test_a_true_identity_is_compared_with_nobody_not_even_for_its_reader(bureau: Bureau) -> None:
    officer = bureau.open("azamat", "investigator")
    bureau.supervise(OFFICE, "P01")
    case = new_case(officer)
    true = person(officer, *ASANOV, "pin=20703199000011", case=new_case(officer))
    hidden = person(officer, "surname=Заслонова", "name=Вера", case=case)
    words = (
        f"person={text(hidden)}",
        "pseudonym=Вера",
        "real_surname=Асанов",
        "real_name=Жаныбек",
        "birth_date=1990-03-07",
        "pin=20703199000011",
    )
    sealed = officer.records.new("protected_identity", assignments.parse(words), case=case).record
    assert values(officer, sealed)["real_surname"] == "Асанов"
    assert officer.persons.candidates(hidden, "ru") == ()
    assert officer.persons.candidates(true, "ru") == ()
    for question in ("20703199000011", "Асанов Жаныбек 07.03.1990"):
        assert ids(officer.persons.find(question, "ru")) == [true]
    asked = dict(each.split("=", 1) for each in ASANOV)
    assert ids(officer.persons.before_making(asked, "ru")) == [true]
    with pytest.raises(Refused, match="not_a_person"):
        officer.persons.link(true, sealed, "одно лицо")
