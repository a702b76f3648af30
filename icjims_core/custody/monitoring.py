"""Who was held in a facility on a day, when examined, with how many complaints: what a monitor reads (OPCAT, 20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from icjims_core.casefile import CaseFile, Step
from icjims_core.rule_data import BISHKEK, instant


@dataclass(frozen=True, slots=True)
class Stay:
    """A person's stay in a facility. `complaints`: how many were recorded there; their content is not part of it."""

    record: str
    person: str
    facility: str
    admitted: datetime
    ended: datetime | None
    examined: tuple[datetime, ...]
    complaints: int
    visits: int


def held_on(case_file: CaseFile, day: date) -> tuple[Stay, ...]:
    """The stays of the case that the day belongs to, by the time of Bishkek, the earliest admission first."""
    found = (stay for step in case_file.of("facility_admission") for stay in _stays(step, case_file))
    return tuple(sorted((each for each in found if _covers(each, day)), key=lambda each: (each.admitted, each.record)))


def _covers(stay: Stay, day: date) -> bool:
    ended = stay.ended.astimezone(BISHKEK).date() if stay.ended else None
    return stay.admitted.astimezone(BISHKEK).date() <= day and (ended is None or day <= ended)


def _stays(step: Step, case_file: CaseFile) -> Iterator[Stay]:
    values = step.values()
    admitted, person = instant(values.get("admitted_at")), step.person
    if admitted is None or person is None:
        return
    ended = instant(values.get("ended_at"))
    yield Stay(
        record=step.id,
        person=person,
        facility=str(values.get("facility") or ""),
        admitted=admitted,
        ended=ended,
        examined=tuple(sorted(_examined(case_file, person, admitted, ended))),
        complaints=_count(values.get("complaints_forwarded")),
        visits=_count(values.get("monitoring_visits")),
    )


def _examined(case_file: CaseFile, person: str, since: datetime, until: datetime | None) -> Iterator[datetime]:
    for each in case_file.about(person, "medical_examination"):
        moment = instant(each.values().get("examined_at"))
        if moment is not None and since <= moment and (until is None or moment <= until):
            yield moment


def _count(value: object) -> int:
    return len(value) if isinstance(value, list) else int(value not in (None, ""))
