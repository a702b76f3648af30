"""What the law says of a case comes out of the store: its course, next steps, safeguards, custody, blocked signing."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_core.safeguards import stamps
from icjims_desktop.cli.commands import procedure as command
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.recording.before_signing import grave
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, edit, new_case, new_person, text

INITIATION = ("decided_at=2026-03-05 10:00", "occasion=citizen_statement", "article=205", "part=2")


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def enter(workspace: Workspace, type_name: str, case: bytes, *words: str) -> bytes:
    return workspace.records.new(type_name, assignments.parse(words), case=case).record


def held(workspace: Workspace, case: bytes) -> tuple[bytes, bytes]:
    """A person apprehended in a case: the person and the apprehension."""
    person = new_person(workspace, case)
    actual = 'actual_times:={"at": "2026-03-07 23:40", "source": "protocol"}'
    return person, enter(workspace, "apprehension", case, f"person={text(person)}", actual)


def only(several: object) -> Any:
    """The one member of a list."""
    assert isinstance(several, list)
    assert len(several) == 1
    return several[0]


def steps(workspace: Workspace, case: bytes) -> dict[str, Any]:
    found: Any = workspace.procedure.next(case, "en")["steps"]
    return {each["type"]: each for each in found}


def test_the_course_follows_from_what_is_recorded(officer: Workspace) -> None:
    case = new_case(officer, "summary=Кража", "registered_at=2026-03-02 09:15")
    before = officer.procedure.course(case, "ru")
    order = enter(officer, "initiation", case, *INITIATION)
    after = officer.procedure.course(case, "ru")
    assert (before["state"], after["state"]) == ("registered", "investigation")
    officer.records.annul(order, "Внесено по ошибке")
    assert officer.procedure.course(case, "ru")["state"] == "registered"


def test_before_initiation_a_charge_is_refused_with_the_article_and_a_refusal_is_offered(officer: Workspace) -> None:
    case = new_case(officer, "summary=Кража", "registered_at=2026-03-02 09:15")
    found = steps(officer, case)
    assert found["refusal"]["available"]
    assert not found["charge"]["available"]
    assert "CPC" in found["charge"]["reasons"][0]["text"]
    order = list(found)
    assert order.index("refusal") < order.index("charge")


def test_the_passport_says_what_is_missing_and_what_was_done(officer: Workspace) -> None:
    case = new_case(officer)
    person, apprehension = held(officer, case)
    edit(officer, apprehension, "rights_explained_at=2026-03-07 23:50")
    found = only(officer.procedure.safeguards(case, "en")["persons"])
    assert found["person"] == text(person)
    statuses = {each["status"] for each in found["safeguards"]}
    assert {"met", "missing"} <= statuses
    shown = [each for each in found["safeguards"] if each["status"] == "met"]
    assert text(apprehension) in {each["evidence"]["record"] for each in shown}


def test_a_time_stated_otherwise_later_is_an_alert(officer: Workspace) -> None:
    case = new_case(officer)
    _, apprehension = held(officer, case)
    assert officer.procedure.safeguards(case, "en")["alerts"] == []
    edit(officer, apprehension, 'actual_times:={"at": "2026-03-07 21:05", "source": "lawyer", "by": "Асанова"}')
    alert = only(officer.procedure.safeguards(case, "en")["alerts"])
    assert (alert["record"], alert["stated"], alert["by"]) == (text(apprehension), "2026-03-07T21:05+06:00", "Асанова")


def test_the_ledger_knows_who_is_held_and_since_when(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    person, _ = held(officer, case)
    new_person(officer, case, "name=Свидетель")
    account = only(officer.procedure.custody(case, "en")["persons"])
    assert (account["person"], account["held_now"]) == (text(person), True)
    assert account["segments"][0]["began"] == "2026-03-07T23:40+06:00"
    assert (account["limit"]["hours"], account["limit"]["months"]) == (48, None)


def test_an_act_waits_for_the_safeguards_that_the_law_demands(officer: Workspace) -> None:
    case = new_case(officer)
    person, _ = held(officer, case)
    facts = (f"person={text(person)}", "capacity=suspect", "started_at=2026-03-08 09:00", "ended_at=2026-03-08 11:00")
    interrogation = enter(officer, "interrogation", case, *facts)
    with pytest.raises(Refused) as problem:
        officer.signing.sign(interrogation, officer.signing.enter(PASSWORD))
    assert problem.value.code == "signing_blocked"
    missing = str(problem.value.params["missing"]).split(", ")
    assert {"rights_explained", "lawyer_at_interrogation"} <= set(missing)


def test_a_recorded_reason_why_not_lets_the_signature_go_on(officer: Workspace) -> None:
    case = new_case(officer)
    person, apprehension = held(officer, case)
    edit(officer, apprehension, "rights_explained_at=2026-03-07 23:50", "lawyer_missing_reason=Адвокат не прибыл")
    facts = (f"person={text(person)}", "capacity=suspect", "started_at=2026-03-08 09:00", "ended_at=2026-03-08 11:00")
    interrogation = enter(officer, "interrogation", case, *facts, "lawyer_missing_reason=Отказ в письменном виде")
    officer.signing.sign(interrogation, officer.signing.enter(PASSWORD))
    assert officer.signing.standing(interrogation)["status"] == "signed"


def test_another_office_learns_nothing_of_a_case(officer: Workspace) -> None:
    with pytest.raises(Refused, match="not_found"):
        officer.procedure.course(bytes(16), "en")


def test_the_48_hours_run_from_the_earliest_time_that_anybody_stated(officer: Workspace) -> None:
    case = new_case(officer)
    person, apprehension = held(officer, case)

    def release() -> Any:
        found: Any = officer.procedure.deadlines(case, "en", every=True)["deadlines"]
        return only([each for each in found if each["rule"].split(".")[0] == "D24"])

    before = release()
    assert (before["due"], before["person"]) == ("2026-03-09T23:40+06:00", text(person))
    assert before["explanation"]
    assert "100" in before["article"]
    edit(officer, apprehension, 'actual_times:={"at": "2026-03-07 21:05", "source": "lawyer"}')
    assert release()["due"] == "2026-03-09T21:05+06:00"


def test_the_due_dates_of_all_cases_come_in_one_order(officer: Workspace) -> None:
    for _ in range(2):
        held(officer, new_case(officer))
    found: Any = officer.procedure.deadlines(None, "ru")["deadlines"]
    assert len({each["case"] for each in found}) == 2
    dues = [each["due"] for each in found if each["due"]]
    assert dues == sorted(dues)
    assert {each["state"] for each in found} <= {"running", "missed", "uncertain"}


def test_what_is_sealed_is_offered_like_any_step(bureau: Bureau) -> None:
    prosecutor = bureau.open("abdyldaeva", "prosecutor")
    found = steps(prosecutor, new_case(prosecutor))
    allegation = found["allegation"]
    assert allegation["available"]
    available = [each["available"] for each in found.values()]
    assert available == sorted(available, reverse=True)


def test_a_clock_before_the_newest_act_makes_every_due_date_doubtful(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)

    def doubted() -> set[bool]:
        found: Any = officer.procedure.deadlines(case, "ky", every=True)["deadlines"]
        return {each["clock_uncertain"] for each in found}

    assert doubted() == {False}
    bureau.time -= 60_000
    assert doubted() == {True}


def test_a_step_out_of_place_is_recorded_and_told(officer: Workspace) -> None:
    received = 'received_times:={"at": "2026-03-02 09:00", "source": "officer"}'
    case, other = (new_case(officer, f"summary={what}", received) for what in ("Кража", "Грабёж"))
    early = enter(officer, "indictment", case, "drawn_at=2026-03-03 10:00")
    order = enter(officer, "initiation", other, *INITIATION)
    told = officer.procedure.out_of_place(early, "ru")
    assert len(told) == 1
    assert "УПК" in told[0]
    assert officer.procedure.out_of_place(order, "ru") == []
    assert officer.procedure.out_of_place(case, "ru") == []


def test_what_is_out_of_place_is_looked_at_and_so_logged(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer, "summary=Кража")
    early = enter(officer, "indictment", case, "drawn_at=2026-03-03 10:00")
    assert officer.procedure.out_of_place(early, "ru")
    assert [each for each in bureau.audit(officer) if each.get("action") == "out_of_place"]


def test_nothing_is_told_of_a_case_that_asks_for_a_purpose(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer, "summary=Кража")
    asked = ("applicant=Асанов", "kind=restriction", "received_at=2026-09-20 10:00", f"about_case={text(case)}")
    early = enter(officer, "indictment", case, "drawn_at=2026-03-03 10:00")
    head = bureau.open("asanov", "head")
    bureau.exchange()
    request = head.records.new("data_request", assignments.parse([*asked, "restricted_from=2026-09-20 12:00"])).record
    head.signing.sign(request, head.signing.enter(PASSWORD))
    bureau.exchange()
    assert officer.procedure.out_of_place(early, "ru") == []


def test_what_is_lawful_only_with_certain_values_says_with_which(officer: Workspace) -> None:
    case = new_case(officer, "summary=Кража", "registered_at=2026-03-02 09:15")
    asked = steps(officer, case)["interrogation"]
    assert [each["values"] for each in asked["only"]] == [{"capacity": ["witness"]}]
    assert "witness" in asked["only"][0]["text"]
    assert "only" not in steps(officer, case)["refusal"]


def test_what_the_reader_keeps_is_told_apart_from_what_others_keep_and_shown_first(bureau: Bureau) -> None:
    officer = bureau.open("sydykov", "investigator")
    case = new_case(officer)
    held(officer, case)
    found: Any = officer.procedure.deadlines(case, "ru")
    assert {each["own"] for each in found["deadlines"]} == {True, False}
    lines = list(command._deadline_lines(found, "ru"))
    assert lines.index("Ваши сроки") < lines.index("Сроки других")
    due = [str(each["due"]) for each in found["deadlines"]]
    assert due == sorted(due)
    assert not any("{" in line for line in lines)


def test_the_gravest_safeguards_that_an_apprehension_lacks_are_warned_of_when_it_is_signed(
    bureau: Bureau, officer: Workspace
) -> None:
    case = new_case(officer)
    _, apprehension = held(officer, case)
    bureau.time += 100 * 86_400_000
    officer.signing.sign(apprehension, officer.signing.enter(PASSWORD))

    def warned_of() -> set[str]:
        return {each.stamp for each in grave(officer.procedure.before_signing(apprehension, "ru"))}

    warned = warned_of()
    assert "rights_explained" in warned
    assert all(stamps().named(each).severity == "A" and stamps().named(each).verified for each in warned)
    edit(officer, apprehension, "rights_explained_at=2026-03-07 23:50")
    assert "rights_explained" not in warned_of()
