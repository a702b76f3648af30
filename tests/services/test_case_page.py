"""Many signed acts or cases are read by as many statements as few: the page of a case, due dates, what waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from icjims_desktop.services.law import due_dates
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, new_case, text
from tests.services.offices import apprehended, make


def statements(workspace: Workspace, read: Callable[[], object]) -> int:
    """How many statements the store answers while something is read."""
    asked: list[str] = []
    engine = workspace.store.database._reader

    def trace(connection: object, *_: object) -> None:
        connection.set_trace_callback(asked.append)  # type: ignore[attr-defined]

    def end(connection: object, *_: object) -> None:
        connection.set_trace_callback(None)  # type: ignore[attr-defined]

    event.listen(engine, "checkout", trace)
    event.listen(engine, "checkin", end)
    read()
    event.remove(engine, "checkout", trace)
    event.remove(engine, "checkin", end)
    return len(asked)


def test_signed_acts_of_a_case_are_read_together(bureau: Bureau) -> None:
    aida, head = bureau.open("aida", "investigator"), bureau.open("head", "head")
    case = new_case(aida)
    bureau.exchange()
    words = ("kind=single", "officer=А", "accepted_at=2026-09-01 09:00")
    make(head, "acceptance", case, *words, "login=aida")
    bureau.exchange()

    def sign(times: int) -> int:
        for _ in range(times):
            act = apprehended(aida, case)
            aida.signing.sign(act, aida.signing.enter(PASSWORD))
        return statements(aida, lambda: aida.cases.file(case, "ru"))

    few = sign(4)
    assert few > 10, "the statements are counted"
    more = sign(16)
    assert (more - few) / 16 <= 1


def test_acts_that_wait_for_a_consent_are_read_together(bureau: Bureau) -> None:
    officer, prosecutor = bureau.open("sydykov", "investigator"), bureau.open("abdyldaeva", "prosecutor")
    case = new_case(officer)

    def sign(times: int) -> int:
        for _ in range(times):
            act = make(officer, "check_extension", case, "reason=expert_examination", "ordered_at=2026-03-14 10:00")
            officer.signing.sign(act, officer.signing.enter(PASSWORD))
        bureau.exchange()
        return statements(prosecutor, prosecutor.signing.awaiting)

    few = sign(2)
    more = sign(8)
    assert len(prosecutor.signing.awaiting()) == 10
    assert (more - few) / 8 <= 1


def test_the_due_dates_of_all_cases_are_those_of_each_and_read_together(bureau: Bureau) -> None:
    aida = bureau.open("aida", "investigator")
    cases = [new_case(aida) for _ in range(3)]
    for each in cases:
        apprehended(aida, each)
    make(aida, "joinder", cases[0], "kind=join", "decided_at=2026-09-20 09:00", f"other_case={text(cases[1])}")

    def due(case: bytes | None) -> list[Any]:
        found: Any = aida.procedure.deadlines(case, "ru", every=True)["deadlines"]
        return list(found)

    few = statements(aida, lambda: due(None))
    assert due(None) == due_dates.soonest_first([each for case in cases for each in due(case)])
    cases += [new_case(aida) for _ in range(12)]
    for each in cases[3:]:
        apprehended(aida, each)
    assert (statements(aida, lambda: due(None)) - few) / 12 <= 1
    looked = [each for each in bureau.audit(aida) if each.get("action") == "deadlines"]
    assert set(looked[-2]["cases"]) == set(map(text, cases))  # type: ignore[call-overload]
    assert set(looked[-1]["cases"]) == set(map(text, cases[:2])), "those shown because they were joined"  # type: ignore[call-overload]
