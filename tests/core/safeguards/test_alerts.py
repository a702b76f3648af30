"""Times that decide on liberty: protocol against deed, and what was stated otherwise later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from icjims_core.law.casefile import Annulment, Step
from icjims_core.safeguards import annulled_acts, changed_times, protocol_gaps
from tests.core.workflow.story import Statement, annulled, at, disputed, file_of, several, statement, step

A = "person-a"


def stated(*statements: Statement, field: str = "actual_times") -> Step:
    return step("apprehension", "held", person=A, **{field: several(*statements)})


FIRST = statement("2026-03-07 23:40", "2026-03-07 23:55")


def test_a_time_stated_once_or_alike_raises_no_alert() -> None:
    again = statement("2026-03-07 23:40", "2026-03-09 10:00", source="person")
    assert changed_times(file_of(stated(FIRST))) == ()
    assert changed_times(file_of(stated(FIRST, again))) == ()


@pytest.mark.parametrize("reverse", [False, True])
def test_a_later_statement_of_another_time_is_an_alert(*, reverse: bool) -> None:
    later = statement("2026-03-08 03:10", "2026-03-09 10:00")
    order = [later, FIRST] if reverse else [FIRST, later]
    (found,) = changed_times(file_of(stated(*order)))
    assert (found.step, found.type, found.field, found.person) == ("held", "apprehension", "actual_times", A)
    assert (found.first, found.stated, found.device_at) == (
        at("2026-03-07 23:40"),
        at("2026-03-08 03:10"),
        at("2026-03-09 10:00"),
    )
    assert found.gap == timedelta(hours=3, minutes=30)


def test_the_notice_of_relatives_and_the_receipt_of_a_report_are_watched_too() -> None:
    later = statement("2026-03-08 03:10", "2026-03-09 10:00")
    told = stated(FIRST, later, field="relatives_notified_times")
    assert [each.field for each in changed_times(file_of(told))] == ["relatives_notified_times"]
    case = step("case", "case-1", received_times=several(FIRST, later))
    assert [each.type for each in changed_times(file_of(case))] == ["case"]


def test_annulled_records_raise_nothing() -> None:
    later = statement("2026-03-08 03:10", "2026-03-09 10:00")
    assert changed_times(file_of(annulled(stated(FIRST, later)))) == ()


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("2026-03-08 02:40", None),
        ("2026-03-08 02:41", "order_long_after_apprehension"),
        ("2026-03-07 23:00", "order_before_apprehension"),
    ],
)
def test_an_order_more_than_three_hours_after_the_deed_is_named(order: str, code: str | None) -> None:
    held = step("apprehension", person=A, actual_at="2026-03-07 23:40", order_at=order)
    assert [each.code for each in protocol_gaps(file_of(held))] == ([code] if code else [])


def test_one_reading_with_a_gap_is_enough() -> None:
    held = step("apprehension", person=A, actual_at="2026-03-07 23:40", order_at="2026-03-08 01:00")
    unit = held.declared.by_name["order_at"].unit
    values = [{**held.units[unit][0], "order_at": each} for each in ("2026-03-08 01:00", "2026-03-08 06:00")]
    (found,) = protocol_gaps(file_of(disputed(held, unit, *values)))
    assert (found.code, found.param("hours"), found.article) == (
        "order_long_after_apprehension",
        "6.3",
        "CPC 5(22), 97(1)",
    )


def test_an_annulled_person_whom_an_act_names_stays_and_is_told() -> None:
    gone = (Annulment("bakyt", "112", 1, "x"),)
    person = replace(step("person", A, surname="Т"), annulled=True, annulments=gone)
    nobody = replace(step("person", "nobody"), annulled=True, annulments=gone)
    file = file_of(person, nobody, stated(FIRST))
    assert file.persons() == (A,)
    assert [(each.step, each.person) for each in annulled_acts(file)] == [(A, A)]
    freed = file_of(person, nobody, annulled(stated(FIRST)))
    assert freed.persons() == ()
    assert annulled_acts(freed) == ()


def test_a_person_named_by_one_side_of_a_dispute_stays() -> None:
    person = replace(step("person", A), annulled=True)
    assert file_of(person, disputed(stated(FIRST), "person", {"person": A}, {"person": "b"})).persons() == (A,)
