"""Custody in cases that were joined or severed counts together, for a person whom a standing link says is one."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_desktop.services import identifiers
from icjims_desktop.services.law import case_files, standings
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case, new_person, text


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def enter(workspace: Workspace, type_: str, case: bytes, *words: str) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def records(workspace: Workspace, case: bytes, type_: str) -> list[bytes]:
    with workspace.desk.view() as view:
        return [identifiers.parse(each.id) for each in case_files.read(view, case).of(type_)]


def held(workspace: Workspace, case: bytes, person: bytes, day: int) -> None:
    """Apprehended at noon of a day of March and released a day later."""
    actual = f'actual_times:={{"at": "2026-03-{day:02} 12:00", "source": "protocol"}}'
    enter(
        workspace,
        "apprehension",
        case,
        f"person={text(person)}",
        actual,
        f"released_at=2026-03-{day + 1:02} 12:00",
        "release_ground=not_confirmed",
    )


def hours(workspace: Workspace, case: bytes) -> dict[str, int]:
    found: Any = workspace.procedure.custody(case, "ru")["persons"]
    return {each["person"]: sum(each["hours"].values()) for each in found}


def test_time_in_a_joined_case_counts_for_the_person_of_the_link_and_only_while_both_stand(officer: Workspace) -> None:
    one, other, third = (new_case(officer) for _ in range(3))
    person, same, stranger = (new_person(officer, each) for each in (one, other, third))
    for case, who, day in ((one, person, 2), (other, same, 10), (third, stranger, 20)):
        held(officer, case, who, day)
    assert hours(officer, one) == {text(person): 24}
    link = officer.persons.link(person, same, "Один и тот же паспорт", ground="same_pin").record
    assert hours(officer, one) == {text(person): 24}
    joinder = enter(officer, "joinder", one, "kind=join", "decided_at=2026-03-15 09:00", f"other_case={text(other)}")
    assert hours(officer, one) == {text(person): 48}
    assert hours(officer, other) == {text(same): 48}
    assert officer.procedure.custody(one, "ru")["joined"] == [text(other)]
    (told,) = officer.liberty.of_case(one, "ru").persons
    assert told.custody is not None
    assert (told.person, len(told.custody.segments)) == (text(person), 2)
    officer.records.annul(link, "Другой человек")
    assert hours(officer, one) == {text(person): 24}
    officer.records.annul(joinder, "Отменено")
    assert officer.procedure.custody(one, "ru")["joined"] == []


def test_a_case_severed_from_a_joined_one_counts_too_and_severed_material_does_not(
    bureau: Bureau, officer: Workspace
) -> None:
    cases = [new_case(officer) for _ in range(4)]
    person = new_person(officer, cases[0])
    held(officer, cases[0], person, 2)
    held(officer, cases[2], person, 10)
    held(officer, cases[3], person, 20)
    for at, kind in ((0, "join"), (1, "sever"), (2, "sever_material")):
        stated = (f"kind={kind}", "decided_at=2026-03-25 09:00", f"other_case={text(cases[at + 1])}")
        enter(officer, "joinder", cases[at], *stated)
    assert hours(officer, cases[0]) == {text(person): 48}
    looked = [each for each in bureau.audit(officer) if each.get("action") == "custody"]
    assert set(looked[-1]["cases"]) == {text(cases[1]), text(cases[2])}  # type: ignore[call-overload]


def terms(workspace: Workspace, case: bytes, person: bytes) -> set[str]:
    """By when the prosecutor had to have the copy, once for each apprehension."""
    found: Any = workspace.procedure.safeguards(case, "ru")["persons"]
    (told,) = (each["safeguards"] for each in found if each["person"] == text(person))
    return {each["due"] for each in told if each["code"] == "prosecutor_copy" and "due" in each}


def test_the_safeguards_of_a_joined_case_stand_in_the_passport_and_only_while_the_joinder_does(
    officer: Workspace,
) -> None:
    one, other = new_case(officer), new_case(officer)
    person, same = new_person(officer, one), new_person(officer, other)
    held(officer, one, person, 2)
    held(officer, other, same, 10)
    officer.persons.link(person, same, "Один и тот же паспорт", ground="same_pin")
    assert len(terms(officer, one, person)) == 1
    words = ("kind=join", "decided_at=2026-03-15 09:00", f"other_case={text(other)}")
    joinder = enter(officer, "joinder", one, *words)
    assert len(terms(officer, one, person)) == len(terms(officer, other, same)) == 2
    assert officer.procedure.safeguards(one, "ru")["joined"] == [text(other)]
    (told,) = officer.liberty.of_case(one, "ru").persons
    assert len({each.due for each in told.stamps if each.code == "prosecutor_copy"}) == 2
    officer.records.annul(joinder, "Отменено")
    assert len(terms(officer, one, person)) == 1


def initiated(workspace: Workspace, *moments: str) -> list[bytes]:
    """Cases initiated at these moments."""
    given = ("course=taken", "occasion=citizen_statement", "ground=Признаки преступления", "taken_by=Сыдыков")
    cases = [new_case(workspace) for _ in moments]
    for case, moment in zip(cases, moments, strict=True):
        enter(workspace, "initiation", case, f"decided_at={moment}", "article=205", "part=1", *given)
    return cases


def join(workspace: Workspace, one: bytes, other: bytes) -> bytes:
    words = ("kind=join", "decided_at=2026-09-21 09:00", f"other_case={text(other)}")
    return enter(workspace, "joinder", one, *words)


def kept(workspace: Workspace, case: bytes, rule: str) -> set[str]:
    """The days on which a term of the case ends by what is kept, which is what the page of the case tells."""
    workspace.standings.catch_up()
    entries = workspace.standings.of([case])[case][1]
    told: Any = workspace.procedure.deadlines(case, "ru")["deadlines"]
    assert sorted(each.key for each in entries) == sorted(standings.key_of(each) for each in told)
    return {each.due_day for each in entries if each.rule == rule}


def test_what_is_kept_of_a_case_is_counted_with_the_cases_joined_to_it_and_follows_them(officer: Workspace) -> None:
    one, other, alone = initiated(officer, "2026-09-12 10:00", "2026-09-08 10:00", "2026-09-10 10:00")
    assert kept(officer, one, "D50") == {"2026-10-12"}
    joinder = join(officer, one, other)
    assert kept(officer, one, "D50") == kept(officer, other, "D50") == {"2026-10-08"}
    (initiation,) = (each for each in records(officer, other, "initiation"))
    officer.records.edit(initiation, assignments.parse(("decided_at=2026-09-07 10:00",)), reason="Ошибка")
    assert officer.standings.catch_up() == 2, "the case that was written to and the one joined to it"
    assert kept(officer, one, "D50") == {"2026-10-07"}
    officer.records.annul(joinder, "Отменено")
    assert kept(officer, one, "D50") == {"2026-10-12"}
    assert kept(officer, alone, "D50") == {"2026-10-12"}


def test_who_is_said_to_be_one_person_changes_what_is_kept_of_joined_cases(officer: Workspace) -> None:
    one, other = new_case(officer), new_case(officer)
    person, same = new_person(officer, one), new_person(officer, other)
    custody = ("measure=custody", "step=chosen", "decision=granted")
    for case, who, day in ((one, person, 20), (other, same, 10)):
        enter(officer, "restraint", case, f"person={text(who)}", *custody, f"valid_from=2026-09-{day} 10:00")
    join(officer, one, other)
    before = kept(officer, one, "D33.1")
    third = new_person(officer, new_case(officer))
    _, link = (
        officer.persons.link(third, each, "Один и тот же паспорт", ground="same_pin").record for each in (same, person)
    )
    together = kept(officer, one, "D33.1")
    assert max(together) < max(before)
    officer.records.annul(link, "Другой человек")
    assert kept(officer, one, "D33.1") == before


def test_who_may_not_see_a_joined_case_is_told_what_is_counted_without_it(
    officer: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = initiated(officer, "2026-09-12 10:00", "2026-09-08 10:00")
    join(officer, one, other)
    assert kept(officer, one, "D50") == {"2026-10-08"}
    monkeypatch.setattr(officer.desk.asking, "withheld", lambda _view, cases: frozenset(cases) & {other})
    entries = officer.standings.of([one])[one][1]
    assert {each.due_day for each in entries if each.rule == "D50"} == {"2026-10-12"}
    assert officer.standings.catch_up() == 0, "what is kept does not depend on who looks"
    assert kept(officer, one, "D50") == {"2026-10-12"}
    monkeypatch.undo()
    assert {each.due_day for each in officer.standings.of([one])[one][1] if each.rule == "D50"} == {"2026-10-08"}


def test_the_term_of_the_investigation_is_told_by_the_earliest_initiation_of_the_joined_cases(
    officer: Workspace,
) -> None:
    one, other = initiated(officer, "2026-03-12 10:00", "2026-03-04 10:00")

    def term() -> str:
        found: Any = officer.procedure.deadlines(one, "ru", every=True)["deadlines"]
        return str(next(each["due_day"] for each in found if each["rule"] == "D50"))

    assert term() == "2026-04-13"
    words = ("kind=join", "decided_at=2026-03-15 09:00", f"other_case={text(other)}")
    enter(officer, "joinder", one, *words)
    assert term() == "2026-04-06"
