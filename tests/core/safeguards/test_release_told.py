"""Who wishes to be told of a release or escape is missed where nobody told him of that of this person."""

from __future__ import annotations

import pytest

from icjims_core.encoding import Value
from icjims_core.law.casefile import Step
from icjims_core.safeguards.warnings import untold_of_release
from tests.core.workflow.story import CASE, at, disputed, file_of, step

A, B, VICTIM = "person-a", "person-b", "victim"
OTHER = "case-2"
NOW = at("2026-04-20 12:00")
BEGUN = (step("case", CASE), *(step("person", each) for each in (A, B, VICTIM)))


def wish(told_at: str = "", *told_of: str) -> Step:
    told: dict[str, Value] = {"release_told_at": told_at, "release_told_of": [*told_of]} if told_at else {}
    return step("participant", "part", person=VICTIM, role="victim", notify_release="yes", **told)


def held(person: str, began: str, ended: str = "") -> Step:
    free = {"released_at": ended} if ended else {}
    return step("apprehension", person=person, actual_at=began, **free)


def untold(*steps: Step, beside: tuple[Step, ...] = ()) -> list[str]:
    others = [file_of(*beside, case=OTHER)] if beside else []
    return [each.param("person") for each in untold_of_release(file_of(*BEGUN, *steps), NOW, others)]


def paper(*segments: str, **values: str) -> Step:
    taken: dict[str, Value] = {"taken_at": "2026-03-20 10:00", "person_state": "accused", **values}
    return step("takeover", "taken", person=A, custody_segments=[*segments], **taken)


def test_a_notice_tells_of_the_persons_whom_it_names() -> None:
    both = (held(A, "2026-03-07 10:00", "2026-03-08 10:00"), held(B, "2026-03-07 10:00", "2026-03-09 10:00"))
    assert untold(*both, wish()) == [A, B]
    assert untold(*both, wish("2026-03-09 11:00", B)) == [A]
    assert untold(*both, wish("2026-03-09 11:00", A, B)) == []
    assert untold(*both, wish("2026-03-08 11:00", A, B)) == [B], "he was held on"


def test_what_one_reading_of_the_notice_denies_was_not_told() -> None:
    notice = wish("2026-03-08 11:00", A)
    unit = notice.declared.by_name["release_told_at"].unit
    times = [{"release_told_at": each} for each in ("2026-03-08 11:00", "2026-03-08 09:00")]
    freed = held(A, "2026-03-07 10:00", "2026-03-08 10:00")
    assert untold(freed, notice) == []
    assert untold(freed, disputed(notice, unit, *times)) == [A]


@pytest.mark.parametrize(("reason", "named"), [("escaped", [A]), ("released", [A]), ("transferred", [])])
def test_an_escape_is_told_like_a_release(reason: str, named: list[str]) -> None:
    stay = {"admission_decision": "admitted", "ended_at": "2026-03-12 10:00", "end_reason": reason}
    admitted = step("facility_admission", person=A, admitted_at="2026-03-08 10:00", **stay)
    assert untold(admitted, wish()) == named


def test_what_ended_on_paper_is_not_asked_and_a_release_after_the_take_over_is() -> None:
    closed = "custody 2026-02-01T10:00+06:00/2026-02-05T10:00+06:00"
    goes_on = "custody 2026-03-01T10:00+06:00/"
    free = step("restraint", person=A, measure="custody", step="cancelled", ended_at="2026-04-01 10:00")
    assert untold(paper(closed), wish()) == []
    assert untold(paper(), held(A, "2026-03-07 10:00", "2026-03-08 10:00"), wish()) == []
    assert untold(paper(goes_on), wish()) == []
    assert untold(paper(goes_on), free, wish()) == [A]
    assert untold(paper(closed), held(A, "2026-04-01 10:00", "2026-04-02 10:00"), wish()) == [A]


def test_who_is_held_in_a_case_that_counts_together_is_not_free() -> None:
    freed = held(A, "2026-03-07 10:00", "2026-03-08 10:00")
    beside = held(A, "2026-04-10 10:00")
    assert untold(freed, wish()) == [A]
    assert untold(freed, wish(), beside=(beside,)) == []
    assert untold(wish(), beside=(freed,)) == [A]
