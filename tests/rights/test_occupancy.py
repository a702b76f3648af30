"""How many were held where: the figures out of which trends are read (N3)."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

from icjims_core.custody.occupancy import occupancy
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile
from tests.core.workflow.story import file_of, step

MAY, JULY = date(2026, 5, 11), date(2026, 7, 20)


def stay(type_name: str, person: str, **values: Value) -> CaseFile:
    sex = {"w": "female", "m": "male"}[person[0]]
    born = {"birth_date": "2010-01-01"} if person.endswith("child") else {}
    return file_of(step("person", person, sex=sex, **born), step(type_name, person=person, **values), case=person)


def counted(*files: CaseFile) -> list[tuple[object, ...]]:
    return [astuple(each) for each in occupancy(files, MAY, JULY)]


def test_n3_who_was_held_is_counted_by_place_and_month_and_not_named() -> None:
    found = counted(
        stay(
            "facility_admission", "woman", facility="ИВС", admitted_at="2026-05-30 10:00", ended_at="2026-06-02 09:00"
        ),
        stay("facility_admission", "m-child", facility="ИВС", admitted_at="2026-06-29 23:00"),
        stay("imprisonment", "man", facility="ИК-1", admitted_at="2026-01-10 10:00", released_at="2026-05-12 10:00"),
    )
    assert found == [
        ("ИВС", date(2026, 5, 11), date(2026, 5, 31), 1, 0, 2, 1, 1, 0),
        ("ИВС", date(2026, 6, 1), date(2026, 6, 30), 1, 1, 4, 1, 0, 1),
        ("ИВС", date(2026, 7, 1), date(2026, 7, 20), 0, 0, 20, 1, 0, 1),
        ("ИК-1", date(2026, 5, 11), date(2026, 5, 31), 0, 1, 2, 0, 0, 0),
    ]


def test_nobody_is_counted_outside_the_days_asked_for() -> None:
    assert counted(stay("imprisonment", "man", facility="ИК-1", admitted_at="2026-07-21 10:00")) == []
    gone = stay("imprisonment", "man", facility="ИК-1", admitted_at="2026-01-10 10:00", released_at="2026-05-10 10:00")
    assert counted(gone) == []


def test_whoever_left_and_came_again_is_counted_with_both_stays() -> None:
    first = step(
        "facility_admission", person="man", facility="ИВС", admitted_at="2026-06-01 10:00", ended_at="2026-06-01 20:00"
    )
    again = step(
        "facility_admission", person="man", facility="ИВС", admitted_at="2026-06-03 10:00", ended_at="2026-06-03 20:00"
    )
    assert counted(file_of(step("person", "man"), first, again)) == [
        ("ИВС", date(2026, 6, 1), date(2026, 6, 30), 2, 2, 2, 0, 0, 0)
    ]
