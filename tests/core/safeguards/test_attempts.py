"""An attempt to reach a lawyer is shown with the right, and keeps it only where the data of the stamp say so."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import msgspec
import pytest

from icjims_core.law.casefile import Step
from icjims_core.safeguards import Mark, Status, blocking, passport, stamps
from icjims_core.safeguards.stamps import Stamps
from icjims_core.safeguards.warnings import warnings
from tests.core.workflow.story import CASE, annulled, at, disputed, file_of, step

A = "person-a"
HELD = step("apprehension", "held", person=A, actual_at="2026-03-07 23:40")
AGAIN = step("apprehension", "again", person=A, actual_at="2026-03-20 10:00")


def called(moment: str, result: str = "no_answer", service: str = "lawyer", **values: str) -> Step:
    stated = {"person": A, "service": service, "called_at": moment, "result": result} | values
    return step("contact_attempt", f"call-{moment}", **stated)


def marks(code: str, *steps: Step) -> tuple[Mark, ...]:
    begun = [step("case", CASE), step("person", A, interpreter_needed="yes")]
    return passport(file_of(*begun, *steps), A, at("2026-04-01 12:00")).of(code)


def test_attempts_are_told_with_time_officer_and_result_and_keep_no_right() -> None:
    calls = [called("2026-03-08 01:20", "declined"), called("2026-03-08 00:10", called_by="Сыдыков")]
    (mark,) = marks("lawyer_notified", HELD, *calls)
    assert mark.status is Status.MISSING
    assert [(each.at, each.by, each.result) for each in mark.attempts] == [
        (at("2026-03-08 00:10"), "Сыдыков", "no_answer"),
        (at("2026-03-08 01:20"), calls[0].author, "declined"),
    ]
    act = step("interrogation", person=A, capacity="suspect", started_at="2026-03-08 03:00")
    case = file_of(step("case", CASE), step("person", A), HELD, called("2026-03-08 01:00", "came"), act)
    assert "lawyer_present" in {each.stamp for each in blocking(case, act, at("2026-03-08 04:00"))}


@pytest.mark.parametrize(
    "call",
    [
        called("2026-03-08 00:10", service="interpreter"),
        called("2026-03-08 00:10", person="person-b"),
        annulled(called("2026-03-08 00:10")),
    ],
    ids=["another service", "another person", "annulled"],
)
def test_what_is_no_attempt_to_keep_this_right_is_not_told(call: Step) -> None:
    assert [each.attempts for each in marks("lawyer_notified", HELD, call)] == [()]


def test_a_call_for_nobody_is_evidence_for_nobody_and_is_told() -> None:
    nobody = step("contact_attempt", "call", service="lawyer", called_at="2026-03-08 00:10", result="no_answer")
    case = file_of(step("case", CASE), step("person", A), HELD, nobody, called("2026-03-08 01:00"))
    assert [(each.code, each.param("step")) for each in warnings(case, at("2026-03-08 04:00"))] == [
        ("attempt_of_nobody", "call")
    ]
    assert [each.attempts for each in marks("lawyer_notified", HELD, nobody)] == [()]
    assert warnings(file_of(annulled(nobody)), at("2026-03-08 04:00")) == ()


def test_an_attempt_belongs_to_the_occasion_that_is_nearest() -> None:
    calls = [called("2026-03-08 00:10"), called("2026-03-20 09:50")]
    found = {
        each.occasion: [one.step for one in each.attempts] for each in marks("lawyer_notified", HELD, AGAIN, *calls)
    }
    assert found == {"held": [calls[0].id], "again": [calls[1].id]}


def test_an_attempt_keeps_the_right_where_the_data_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(**values: Any) -> Stamps:
        several = [
            msgspec.structs.replace(each, **values) if each.code == "lawyer_notified" else each
            for each in stamps().stamp
        ]
        return msgspec.structs.replace(stamps(), stamp=several)

    changed = told(tried_meets={"result": ["will_come", "told"]})
    monkeypatch.setattr(import_module("icjims_core.safeguards.passport"), "stamps", lambda: changed)
    assert marks("lawyer_notified", HELD, called("2026-03-08 00:10"))[0].status is Status.MISSING
    (mark,) = marks("lawyer_notified", HELD, called("2026-03-08 00:10", "will_come"))
    assert mark.status is Status.MET
    assert mark.evidence is not None
    assert (mark.evidence.type, mark.evidence.at) == ("contact_attempt", at("2026-03-08 00:10"))
    early = called("2026-03-07 10:00", "told")
    assert marks("lawyer_notified", HELD, early)[0].status is Status.MISSING, "before he was apprehended"
    unit = early.declared.by_name["result"].unit
    values = [{**called("x", "told").units[unit][0], "result": each} for each in ("told", "no_answer")]
    doubtful = disputed(called("2026-03-08 00:10", "told"), unit, *values)
    assert marks("lawyer_notified", HELD, doubtful)[0].status is Status.MISSING, "one reading says nobody answered"
